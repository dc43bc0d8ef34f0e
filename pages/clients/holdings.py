"""What a household holds: its accounts and every lot, with the dates and bases that a sale would need."""

import streamlit as st

from core.access import allowed
from core.domain.household import Household
from core.market.asset_classes import labels
from core.present.tables.holdings import accounts_table, lots_sheet
from core.present.tables.taxpayers import taxpayers_table
from core.words.days import day
from core.words.numbers import compact_dollars, percent
from core.words.sentences import count, listing
from core.workflow.book import total_assets
from core.workflow.drift import DriftView, drift
from core.workflow.profiles import without_profile
from pages.clients.account_rules import complete_rules
from pages.clients.completing import complete_accounts, complete_lot, complete_taxpayers
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import (
    account_titles,
    choose_cell,
    head_beside_choice,
    plain,
    price_badges,
    quiet,
    show_head,
    show_section,
    warn_unclassified,
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
    if not held.accounts:
        _no_accounts(held)
        return
    warn_unclassified(held)
    _accounts(held, view)
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
        complete_lot(held, *clicked[0])
    else:
        quiet("Select a lot to complete its date, its cost basis, or the class of an unknown security.")
    _next_steps(held.id)


def _accounts(held: Household, view: DriftView) -> None:
    """The accounts, and who pays the tax on them."""
    show_section("Accounts")
    st.html(accounts_table(held, view.file.case))
    if held.accounts and allowed(me(), "sign_off"):
        complete_accounts(held)
        complete_rules(held)
    show_section("Taxpayers")
    if held.taxpayers:
        st.html(taxpayers_table(held))
    missing = without_profile(held)
    if missing:
        rates = view.file.case.policy.default_rates
        st.warning(
            plain(
                f"Until it is completed, gains are taxed at the firm's default rates of {percent(rates.short_term, 0)} "
                f"short-term and {percent(rates.long_term, 0)} long-term."
            ),
            icon=":material/person_alert:",
            title=plain(f"No tax profile for {listing([held.card(one.id).title for one in missing])}"),
        )
    if allowed(me(), "sign_off"):
        complete_taxpayers(held)


def _no_accounts(held: Household) -> None:
    st.info(
        "Drop a statement and sign it off into this household.",
        icon=":material/inbox:", title=plain(f"{held.name} holds nothing yet"),
    )  # fmt: skip
    if st.button("Open the statements", type="primary"):
        go("statements")


def _next_steps(household_id: str) -> None:
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("What if"):
            go("what-if", household=household_id)
        if st.button("See drift", type="primary"):
            go("drift", household=household_id)
