"""A form for what stands for an account: cash needs, money to come, and what is never bought or sold there."""

import streamlit as st

from core.domain.account import Account
from core.domain.household import Household
from core.workflow.account_rules import DOLLARS, AccountRules, rules_texts, set_account_rules
from core.workflow.households import mandate
from pages.shared.session import desk
from pages.shared.widgets import account_titles, calm, quiet

WHY = "Reason, kept in the audit trail"


def complete_rules(held: Household) -> None:
    """Choose an account; its rules stand below."""
    titles = account_titles(held)
    with st.expander("Cash needs and restrictions of an account"):
        chosen = st.selectbox(
            "Account", list(titles), format_func=lambda one: titles[one], key=f"rules-of-{held.id}-{held.version}"
        )
        account = next(one for one in held.accounts if one.id == chosen)
        with st.form(f"rules-{held.id}-{held.version}-{chosen}", border=False):
            typed = _typed(held, account)
            reason = st.text_input(WHY, placeholder="e.g. the client's letter of Nov 3")
            quiet("Cash that is required is raised by sales; what is only never bought below forces none.")
            if st.form_submit_button("Keep the rules"):
                with calm():
                    set_account_rules(desk(), held.id, account.id, typed, reason)
                    st.rerun()


def _typed(held: Household, account: Account) -> AccountRules:
    texts = rules_texts(account)
    boxes = st.columns(len(DOLLARS), gap="small")
    dollars = {
        name: box.text_input(label, texts[name], placeholder="none")
        for box, (name, label) in zip(boxes, DOLLARS.items(), strict=True)
    }
    own = {lot.symbol for lot in account.lots}
    known = sorted(own | set(mandate(desk(), held.mandate).assets) | set(account.do_not_buy) | set(account.do_not_sell))
    buy_box, sell_box, dividends_box = st.columns([2, 2, 1], gap="small", vertical_alignment="bottom")
    never_buy = buy_box.multiselect("Never buy", known, list(account.do_not_buy), placeholder="anything may be bought")
    never_sell = sell_box.multiselect(
        "Never sell", sorted(own | set(account.do_not_sell)), list(account.do_not_sell),
        placeholder="anything may be sold",
    )  # fmt: skip
    reinvest = dividends_box.checkbox("Reinvests dividends", account.reinvest)
    return AccountRules(dollars, never_buy, never_sell, reinvest)
