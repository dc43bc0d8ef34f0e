"""The form in which a mandate is changed: classes with target, band and limits, and the firm's way of trading."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.domain.allocation import Destination
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.present.tables.editing import band_text, edited, editing_rows
from core.workflow.committee import draft_mandate
from pages.committee.trading_rules import trading_rules, with_trading
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet

DESTINATIONS: dict[Destination, str] = {"target": "Target", "half_band": "Half band", "band_edge": "Edge"}


def show_editor(standing: Mandate, opened: Callable[[str], None]) -> None:
    """The form; a candidate that holds together goes before the committee."""
    if standing.target is None or standing.target.by != "asset_class":
        quiet("This mandate's target is by symbol; change it in its file and open it from there.")
        return
    with st.form(f"edit-{standing.id}-{standing.version}", border=False):
        rows = st.data_editor(
            pd.DataFrame(editing_rows(standing, labels())), hide_index=True, column_config=_columns(),
            key=f"rows-{standing.id}-{standing.version}", height="content",
        )  # fmt: skip
        quiet(f"A band is written {band_text()}.")
        to = st.segmented_control(
            "Trade back to", list(DESTINATIONS), default=standing.target.destination, required=True,
            format_func=lambda one: DESTINATIONS[one],
        )  # fmt: skip
        issuer = st.text_input("Issuer limit, %", _percent(standing.issuer_limit), placeholder="none")
        least = st.text_input("Smallest trade, $", str(standing.policy.minimum_trade))
        trading = trading_rules(standing)
        why = st.text_area("Why", placeholder="what the committee should read first", height=80)
        if st.form_submit_button("Put before the committee", type="primary"):
            with calm():
                candidate = with_trading(edited(standing, rows.to_dict("records"), to, issuer, least), trading)
                opened(draft_mandate(desk(), candidate, why).id)


def _columns() -> dict[str, object]:
    number = st.column_config.NumberColumn
    return {
        "key": None,
        "Class": st.column_config.TextColumn(disabled=True, width=120),
        "Target, %": number(min_value=0, max_value=100, step=0.5, format="%.1f", width=76),
        "Band": st.column_config.TextColumn(width=76),
        "Least, %": number(min_value=0, max_value=100, step=0.5, format="%.1f", width=76),
        "Most, %": number(min_value=0, max_value=100, step=0.5, format="%.1f", width=76),
    }


def _percent(fraction: float | None) -> str:
    return "" if fraction is None else f"{fraction * 100:g}"
