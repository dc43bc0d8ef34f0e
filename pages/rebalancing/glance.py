"""What a move of the levers gives at once: trades by account, weights, and what does not fit."""

from collections.abc import Mapping

import streamlit as st

from core.domain.allocation import Allocation
from core.domain.quick import Quick
from core.market.asset_classes import labels
from core.present.html import Badge, card_head
from core.present.tables.moves import left_aside, left_beyond, moves_table, weights_table
from core.words.sentences import count
from pages.shared.widgets import quiet, show_section


def show_misfits(quick: Quick) -> None:
    """Limits that could not all be met, each in one sentence."""
    left = left_beyond(quick)
    if not left:
        return
    with st.container(border=True, gap="xxsmall"):
        title = "No way through" if quick.unraised > 0 else "Not everything fits"
        st.html(card_head(title, Badge(f"□ {count(len(left), 'limit')}", "caution")))
        for sentence in left:
            quiet(sentence)


def show_moves(quick: Quick, target: Allocation, titles: Mapping[str, str]) -> None:
    """The household's trades beside the weights that they lead to."""
    trades, weights = st.columns([1.3, 1], gap="large")
    with trades:
        show_section("Trades of the household")
        if quick.trades:
            st.html(moves_table(quick, titles))
            quiet("In dollars. Whole shares, lots and reasons are solved when it becomes a proposal.")
        else:
            quiet("Nothing would be traded: every class is inside its limit, or nothing may move.")
        if quick.aside:
            quiet(left_aside(quick))
    with weights:
        show_section("Target and weights")
        st.html(weights_table(quick, target, list(labels())))
