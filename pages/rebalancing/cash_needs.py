"""Cash of a proposal: what each account has, is to receive or pay, and keeps; and a new one with another need."""

from decimal import Decimal

import streamlit as st

from core.access import allowed
from core.domain.proposal import Proposal
from core.domain.scenario import Levers
from core.present.tables.proposals import cash_table
from core.present.tables.scenarios import ORDERS
from core.words.sentences import start
from core.workflow.proposals import draft
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet, show_section


def show_cash(chosen: Proposal, titles: dict[str, str]) -> None:
    """Cash before and after, account by account."""
    found = cash_table(chosen.case, chosen.answer, titles)
    if found is not None:
        show_section("Cash by account")
        st.html(found)


def ask_cash(chosen: Proposal) -> None:
    """Propose again for the household as it stands today, with money that it pays out."""
    if not allowed(me(), "draft"):
        return
    with st.popover("Propose with a withdrawal…"), st.form(f"withdraw-{chosen.id}", border=False):
        quiet("A new draft for the household as it stands today; this proposal stays as it is.")
        pays = st.number_input("Household pays out, $", 0, step=5_000)
        standing = chosen.case.policy.withdrawal_order
        order = st.selectbox(
            "Paid by", list(ORDERS), list(ORDERS).index(standing), format_func=lambda one: start(ORDERS[one])
        )
        if st.form_submit_button("Propose", type="primary"):
            with calm(), st.spinner("Solving with reasons…"):
                made = draft(desk(), chosen.household, Levers(withdrawal=Decimal(pays), withdrawal_order=order))
                go("proposal", proposal=made.id)
