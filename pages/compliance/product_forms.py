"""What people enter about products: a new one for the shelf, a significant change of one, the committee's decision."""

from typing import get_args

import streamlit as st

from core.domain.product import Grade, Product
from core.market.asset_classes import labels
from core.present.tables.products import STANDINGS
from core.words.sentences import start
from core.workflow.products import CHANGES, decide_product, note_change, propose_product
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet


def propose() -> None:
    """A product that is not on the shelf yet, assessed by whoever proposes it."""
    with st.popover("Propose a product…"), st.form("propose-product", border=False):
        quiet("It is bought nowhere until the committee approves it.")
        one, two = st.columns([1, 2.4], gap="small")
        symbol, name = one.text_input("Symbol"), two.text_input("Name")
        structure = st.text_input("Structure", placeholder="e.g. Exchange-traded fund")
        names = labels()
        asset_class = st.selectbox("Asset class", list(names), format_func=lambda key: names[key])
        one, two = st.columns(2, gap="small")
        spread = one.number_input("To buy, % of the price", 0.0, 99.0, 0.02, 0.01, format="%.3f")
        yearly = two.number_input("A year, %", 0.0, 99.0, 0.10, 0.01, format="%.3f")
        one, two = st.columns(2, gap="small")
        risk = one.selectbox("Risk", get_args(Grade), 1, format_func=start)
        complexity = two.selectbox("Complexity", get_args(Grade), 0, format_func=start)
        liquidity = st.text_input("How fast it turns into cash", placeholder="e.g. same day, on an exchange")
        conflicts = st.text_input("Conflicts", "None known: the firm is paid nothing by the issuer.")
        note = st.text_input("What speaks for it, and its risks")
        if st.form_submit_button("Propose", type="primary"):
            with calm():
                today = desk().today()
                made = propose_product(desk(), Product(
                    symbol, name, structure, asset_class, spread / 100, yearly / 100, risk, complexity, liquidity,
                    conflicts, "not_approved", today, today, yearly / 100, note=note,
                ))  # fmt: skip
                st.query_params["product"] = made.symbol
                st.rerun()


def change(own: Product) -> None:
    """A significant change that somebody noticed."""
    with st.popover("Note a change…"), st.form(f"change-{own.symbol}", border=False):
        kind = st.selectbox("What changed", list(CHANGES), format_func=lambda one: CHANGES[one])
        text = st.text_input("In words, and where it was read")
        cost = st.number_input("New cost a year, %", 0.0, 99.0, None, 0.01, format="%.3f", help="Only where it changed")
        if st.form_submit_button("Note it", type="primary"):
            with calm():
                note_change(desk(), own.symbol, kind, text, None if cost is None else cost / 100)
                st.rerun()


def decide(own: Product) -> None:
    """The committee's decision, with its reason."""
    with st.form(f"decide-{own.symbol}-{own.version}", border=True):
        words = {key: text for key, (text, _) in STANDINGS.items()}
        status = st.selectbox(
            "Standing from now on", list(words), list(words).index(own.status), format_func=lambda one: words[one]
        )
        reason = st.text_input("Reason, kept in the audit trail")
        if st.form_submit_button("Decide"):
            with calm():
                decide_product(desk(), own.symbol, status, reason)  # type: ignore[arg-type]
                st.rerun()
