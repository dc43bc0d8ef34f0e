"""A concentrated position worked off over years: its levers, and the plan year by year."""

import streamlit as st

from core.domain.household import Household
from core.present.html import tag
from core.present.tables.ledger import plan_table
from core.words.numbers import percent, whole_dollars
from core.workflow.ledger import LedgerView, plan_working_off
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet, show_section

BUDGET = "25,000"
LIGHT = 10
"""Percent of the household that a plan first aims for."""


def show_working_off(held: Household, view: LedgerView) -> None:
    """Choose a heavy holding, a yearly gain budget and a weight; the plan stands below."""
    if not view.heavy:
        return
    show_section("Work a concentrated position off")
    symbol_, budget_, most_, years_ = st.columns([1, 1, 1.4, 1.4], gap="medium")
    symbol = symbol_.selectbox(
        "Position", list(view.heavy), format_func=lambda one: f"{one} {percent(view.heavy[one])}",
        key=f"work-off-{held.id}",
    )  # fmt: skip
    budget = budget_.text_input("Gain a year, $", BUDGET, key=f"work-off-budget-{held.id}")
    most = most_.slider("Down to, % of the household", 0, 50, LIGHT, key=f"work-off-most-{held.id}")
    years = years_.slider("Years at most", 1, 30, 10, key=f"work-off-years-{held.id}")
    with calm():
        plan = plan_working_off(desk(), held.id, symbol, budget, most / 100, years)
        st.html(tag("p", tag("b", plan.sentence), css="pl-text"))
        if plan.years:
            st.html(plan_table(plan))
            quiet(f"Sold at once, the same shares would cost {whole_dollars(plan.at_once)} of tax in one year.")
        quiet(" ".join(plan.assumptions))
