"""What a household holds: its accounts and every lot, with the dates and bases that a sale would need."""

import streamlit as st

from core.access import allowed
from core.domain.household import Household
from core.market.asset_classes import labels
from core.present.html import tag
from core.present.tables.holdings import accounts_table, lots_sheet
from core.words.days import day
from core.words.numbers import compact_dollars
from core.words.sentences import count
from core.workflow.book import total_assets
from core.workflow.drift import drift
from core.workflow.holdings import correct_lot
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import (
    account_titles,
    calm,
    choose_cell,
    head_beside_choice,
    plain,
    price_badges,
    quiet,
    show_head,
    show_section,
)

ALL = ""


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    view = drift(desk(), held.id)
    lots = sum(len(account.lots) for account in held.accounts)
    with room:
        show_head(
            f"{held.name}: {compact_dollars(total_assets(view))} in {count(len(held.accounts), 'account')}",
            [count(lots, "lot"), f"version {held.version}", f"prices of {day(view.file.quotes.as_of)}"],
            *price_badges(),
        )
    show_section("Accounts")
    st.html(accounts_table(held, view.file.case))
    titles = account_titles(held)
    head, filter_ = st.columns([1, 6], vertical_alignment="center")
    with head:
        show_section("Lots")
    with filter_:
        only = st.segmented_control(
            "Account", [ALL, *titles], default=ALL, required=True, label_visibility="collapsed",
            format_func=lambda one: plain(titles[one]) if one else "All", key=f"lots-of-{held.id}",
        )  # fmt: skip
    sheet = lots_sheet(view.file.case, titles, labels(), only or None)
    clicked = choose_cell(sheet, f"lots-{held.id}-{only}", "Every lot of the household", most=10)
    if clicked and allowed(me(), "sign_off"):
        _edit(held, *clicked[0])
    else:
        quiet("Select a lot to complete its date or its cost basis.")
    _next_steps(held.id)


def _edit(held: Household, account_id: str, lot_id: str) -> None:
    account = next(one for one in held.accounts if one.id == account_id)
    lot = next(one for one in account.lots if one.id == lot_id)
    with st.container(border=True), st.form(f"lot-{held.id}-{held.version}-{lot_id}", border=False):
        st.html(tag("p", tag("b", f"Lot {lot.id}"), f" of {lot.symbol}: what is known of it", css="pl-text"))
        date_box, basis_box, reason_box = st.columns([1, 1, 3])
        acquired = date_box.text_input("Acquired, as 2024-05-31", lot.acquired.isoformat() if lot.acquired else "")
        basis = basis_box.text_input("Cost basis, $", "" if lot.cost_basis is None else str(lot.cost_basis))
        reason = reason_box.text_input("Reason, kept in the audit trail", placeholder="e.g. confirmation of the trade")
        if st.form_submit_button("Keep"):
            with calm():
                correct_lot(desk(), held.id, account_id, lot_id, acquired, basis, reason)
                st.rerun()


def _next_steps(household_id: str) -> None:
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("What if"):
            go("what-if", household=household_id)
        if st.button("See drift", type="primary"):
            go("drift", household=household_id)
