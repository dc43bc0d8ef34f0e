"""A model of models on the page: which mandates it blends and in what shares."""

import streamlit as st

from core.domain.mandate import Mandate
from core.words.numbers import percent
from pages.shared.widgets import quiet, show_group


def choose_sleeves(every: dict[str, Mandate], base: str) -> dict[str, float]:
    """Model -> share, empty where no blend is wanted."""
    show_group("Blend of models")
    names = {one: every[one].name for one in every if one != base}
    own = [one for one in every[base].sleeves if one in names]
    chosen = st.multiselect(
        "Blend these models", list(names), own, format_func=lambda one: names[one], label_visibility="collapsed",
        placeholder="none: one model by itself", key=f"sleeves-{base}",
    )  # fmt: skip
    if not chosen:
        return {}
    shares = {}
    for place, one in enumerate(chosen[:-1]):
        room = 100 - round(sum(shares.values()) * 100)
        given = round(every[base].sleeves.get(one, 1 / len(chosen)) * 100)
        start = min(given, room)
        shares[one] = (
            st.slider(f"{names[one]}, %", 0, max(room, 1), start, key=f"share-{base}-{one}-{place}-{room}") / 100
        )
    shares[chosen[-1]] = round(1.0 - sum(shares.values()), 4)
    quiet(f"{names[chosen[-1]]} takes the rest, {percent(shares[chosen[-1]], 0)}")
    return shares
