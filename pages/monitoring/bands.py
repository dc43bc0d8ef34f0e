"""Bands and limits that people set, at every level; the nearest one wins."""

from typing import get_args

import streamlit as st

from core.access import allowed
from core.domain.bands import BandRule, RuleKind, Scope, Side
from core.market.asset_classes import labels
from core.present.tables.watch import bands_table
from core.words.band_rules import KINDS, SIDES
from core.words.metrics import metric_name
from core.words.sentences import count
from core.workflow.bands import MAY_SET, all_bands, bands_at, clear_band, metric_names, set_band
from core.workflow.households import household, households, mandates
from pages.shared.session import desk, me
from pages.shared.widgets import account_titles, calm, choose_cell, quiet, show_head, show_section

LEVELS = {"account": "one account", "household": "one household", "mandate": "a mandate", "house": "the whole house"}
THINGS = ("Asset class", "Metric", "Security")


def render() -> None:
    """Draw the page."""
    found = all_bands(desk())
    rules = sum(len(one.rules) for one in found)
    title = f"{count(rules, 'band', begin=True)} set beside the mandates' own" if rules else "The mandates' bands hold"
    show_head(title, ["account before household before mandate before house"])
    names = {one.id: one.name for one in (*households(desk()), *mandates(desk()))}
    left, right = st.columns([1.8, 1], gap="large")
    with left:
        _table(found, names)
    with right:
        _form(names)


def _table(found: tuple, names: dict[str, str]) -> None:
    show_section("Set by somebody")
    if not found:
        quiet("No band was set yet. What a mandate's allocation says holds; where it says nothing, 5/25.")
        return
    chosen = choose_cell(bands_table(found, names, labels()), "bands", "Bands that were set", most=16)
    if not chosen:
        quiet("Select a row to take its band away; the next level holds again.")
        return
    scope, owner, subject = chosen[0]
    if allowed(me(), MAY_SET[scope]) and st.button("Take this band away", icon=":material/delete:"):
        with calm():
            clear_band(desk(), scope, owner, subject, bands_at(desk(), scope, owner).version)
            st.rerun()


def _form(names: dict[str, str]) -> None:
    show_section("Set a band")
    may = [scope for scope in get_args(Scope) if allowed(me(), MAY_SET[scope])]
    if not may:
        quiet("Your role looks at bands; advisors set those of households, the committee those of mandates.")
        return
    scope = st.selectbox("For", may, format_func=lambda one: LEVELS[one], index=len(may) // 2)
    owner = _owner(scope, names)
    thing = st.segmented_control("Of", THINGS, default=THINGS[0]) or THINGS[0]
    subject = _subject(thing)
    rule = _rule(thing)
    if st.button("Set", type="primary"):
        with calm():
            set_band(desk(), scope, owner, subject, rule(), bands_at(desk(), scope, owner).version)
            st.rerun()


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


def _subject(thing: str) -> str:
    if thing == "Metric":
        return st.selectbox("Metric", metric_names(), format_func=metric_name)
    if thing == "Security":
        return st.text_input("Symbol").strip().upper()
    known = labels()
    return st.selectbox("Asset class", list(known), format_func=lambda one: known[one])


def _rule(thing: str):
    kinds = [kind for kind in get_args(RuleKind) if thing == "Asset class" or kind == "limit"]
    kind = st.selectbox("Kind", kinds, format_func=lambda one: KINDS[one])
    if kind == "limit":
        low = st.number_input("Lower edge (empty: open)", value=None, format="%.4f")
        high = st.number_input("Upper edge (empty: open)", value=None, format="%.4f")
        quiet("Fractions: 0.15 is 15%. Dollars and days as they are.")
        return lambda: BandRule(kind, low=low, high=high)
    width = None
    if kind != "five_25":
        width = st.number_input("Width of each side", 0.0, value=0.5 if kind == "volatility" else 0.05, format="%.4f")
    side = st.selectbox("Side", get_args(Side), format_func=lambda one: SIDES[one])
    return lambda: BandRule(kind, width, side)
