"""Bands and limits that people set, at every level; the nearest one wins. Edited in a table, every change an event."""

from typing import Any, get_args

import pandas as pd
import streamlit as st

from core.access import allowed
from core.domain.bands import Scope
from core.market.asset_classes import labels
from core.present.tables.band_editing import (
    HIGH,
    HOLDS,
    KIND,
    KIND_WORDS,
    LIMIT_WORDS,
    LOW,
    NAME,
    SIDE,
    SIDE_WORDS,
    SUBJECT,
    WIDTH,
    band_rows,
    rules_of,
)
from core.present.tables.watch import bands_table
from core.words.metrics import metric_name
from core.words.sentences import count, listing
from core.workflow.bands import MAY_SET, all_bands, bands_at, holding_rules, metric_names, set_bands
from core.workflow.households import household, households, mandates
from pages.shared.session import desk, me
from pages.shared.widgets import account_titles, calm, quiet, show_head, show_section, show_sheet

LEVELS = {"account": "one account", "household": "one household", "mandate": "a mandate", "house": "the whole house"}
THINGS = ("Asset classes", "Metrics", "Securities")
SAVED = "bands-saved"


def render() -> None:
    """Draw the page."""
    found = all_bands(desk())
    rules = sum(len(one.rules) for one in found)
    title = f"{count(rules, 'band', begin=True)} set beside the mandates' own" if rules else "The mandates' bands hold"
    show_head(title, ["account before household before mandate before house"])
    names = {one.id: one.name for one in (*households(desk()), *mandates(desk()))}
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        _editor(names)
    with right:
        show_section("Set by somebody")
        if found:
            show_sheet(bands_table(found, names, labels()), "bands", "Bands that were set", most=18)
        else:
            quiet("No band was set yet. What a mandate's allocation says holds; where it says nothing, 5/25.")


def _editor(names: dict[str, str]) -> None:
    show_section("Change bands")
    may = [scope for scope in get_args(Scope) if allowed(me(), MAY_SET[scope])]
    if not may:
        quiet("Your role looks at bands; advisors set those of households, the committee those of mandates.")
        return
    level, whose, thing = st.columns([1, 1.6, 1.6], gap="small", vertical_alignment="bottom")
    scope = level.selectbox("For", may, format_func=lambda one: LEVELS[one], index=len(may) // 2)
    with whose:
        owner = _owner(scope, names)
    with thing:
        what = st.segmented_control("Of", THINGS, default=THINGS[0], required=True)
    _table(scope, owner, what)


def _table(scope: Scope, owner: str, what: str) -> None:
    kept = bands_at(desk(), scope, owner)
    subjects = _subjects(what, scope, owner)
    frame = pd.DataFrame(band_rows(subjects, kept.rules, holding_rules(desk(), scope, owner, subjects)))
    key = f"edit-{scope}-{owner}-{what}-{kept.version}"
    with st.form(key, border=False):
        quiet("What a row says holds here; – leaves it to the next level, or to the mandate's allocation.")
        rows = st.data_editor(
            frame, hide_index=True, column_config=_columns(what), key=f"{key}-rows", height="content", placeholder="–"
        )
        quiet("Widths and limits as fractions: 0.05 is 5 points or 5%; dollars and days as they are. A deviation band "
              "is width × yearly deviation × target. One side only: the other is left open.")  # fmt: skip
        if st.form_submit_button("Save", type="primary"):
            with calm():
                changed = set_bands(desk(), scope, owner, rules_of(rows.to_dict("records")), kept.version)
                st.session_state[SAVED] = [subjects[one] for one in changed]
                st.rerun()
    saved = st.session_state.pop(SAVED, None)
    if saved is not None:
        st.success(f"Set: {listing(saved)}." if saved else "Nothing differs from what is kept.")


def _owner(scope: str, names: dict[str, str]) -> str:
    if scope == "house":
        return ""
    if scope == "mandate":
        return st.selectbox("Mandate", [one.id for one in mandates(desk())], format_func=lambda one: names[one])
    chosen = st.selectbox("Household", [one.id for one in households(desk())], format_func=lambda one: names[one])
    if scope == "household":
        return chosen
    titles = account_titles(household(desk(), chosen))
    account = st.selectbox("Account", list(titles), format_func=lambda one: titles[one])
    return f"{chosen}/{account}"


def _subjects(what: str, scope: str, owner: str) -> dict[str, str]:
    """Subject -> what people call it."""
    if what == "Asset classes":
        return dict(labels())
    if what == "Metrics":
        return {name: metric_name(name) for name in metric_names()}
    held = households(desk()) if scope in ("house", "mandate") else (household(desk(), owner.split("/")[0]),)
    symbols = {lot.symbol for one in held for account in one.accounts for lot in account.lots}
    return {symbol: symbol for symbol in sorted(symbols)}


def _columns(what: str) -> dict[str, Any]:
    column = st.column_config
    classes = what == "Asset classes"
    return {
        SUBJECT: None,
        NAME: column.TextColumn(disabled=True, width=128),
        KIND: column.SelectboxColumn(options=list(KIND_WORDS if classes else LIMIT_WORDS), width=112, required=True),
        WIDTH: column.NumberColumn(min_value=0.0, format="%.4g", width=64) if classes else None,
        SIDE: column.SelectboxColumn(options=list(SIDE_WORDS), width=88, required=True) if classes else None,
        LOW: column.NumberColumn(format="%.6g", width=72),
        HIGH: column.NumberColumn(format="%.6g", width=72),
        HOLDS: column.TextColumn(disabled=True, width=204),
    }
