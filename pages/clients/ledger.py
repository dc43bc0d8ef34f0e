"""The household's tax ledger: lots and their terms, the year so far, losses, lock-outs, harvests, plans of years."""

import streamlit as st

from core.domain.household import Household
from core.present.tables.ledger import (
    harvests_table,
    ledger_sheet,
    lockouts_table,
    losses_table,
    payers_table,
)
from core.words.days import day
from core.words.numbers import whole_dollars
from core.words.sentences import count
from core.workflow.ledger import LedgerView, tax_ledger
from pages.clients.working_off import show_working_off
from pages.shared.places import go
from pages.shared.session import desk
from pages.shared.widgets import (
    account_titles,
    calm,
    head_beside_choice,
    plain,
    price_badges,
    quiet,
    show_head,
    show_section,
    show_sheet,
)

ALL = ""


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    with calm():
        view = tax_ledger(desk(), held.id)
        with room:
            show_head(_title(held, view), [f"as of {day(view.ledger.as_of)}"], *price_badges())
        _show(held, view)


def _show(held: Household, view: LedgerView) -> None:
    titles = account_titles(held)
    if view.ending is not None:
        st.warning(plain(view.ending.message), icon=":material/event:", title="Tax tables end with the year")
    show_section("The year so far")
    if view.ledger.payers:
        st.html(payers_table(view.ledger, held))
    else:
        quiet("No tax profile is known; complete it on the holdings page.")
    _losses(view, titles)
    _lots(held, view, titles)
    show_working_off(held, view)
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("See holdings"):
            go("holdings", household=held.id)
        if st.button("What if", type="primary"):
            go("what-if", household=held.id)


def _title(held: Household, view: LedgerView) -> str:
    open_ones = [one for one in view.harvests if not one.blocked_by]
    if open_ones:
        return f"{held.name}: {count(len(open_ones), 'loss', 'losses')} worth {whole_dollars(view.worth)} to take"
    turning = [one for one in view.ledger.lots if one.days_to_long]
    return f"{held.name}: no loss to take, {count(len(turning), 'lot')} still short-term"


def _losses(view: LedgerView, titles: dict[str, str]) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        show_section("Lock-outs")
        if view.ledger.lockouts:
            st.html(lockouts_table(view.ledger.lockouts, view.file.case))
        else:
            quiet("Nothing is locked: no loss was taken in the last 30 days.")
    with right:
        show_section("Losses taken and wash sales")
        if view.ledger.losses:
            st.html(losses_table(view.ledger.losses, titles, view.file.case))
        else:
            quiet("No loss was taken in the last 61 days.")
    show_section("Losses that could be taken")
    if view.harvests:
        st.html(harvests_table(view.harvests, titles, frozenset()))
        quiet(
            "Benefit: tax saved this year, and half the long-term rate for what is carried forward, each by itself; "
            "on top stands what they save together."
        )
    else:
        quiet("No lot of a taxable account stands at a loss.")


def _lots(held: Household, view: LedgerView, titles: dict[str, str]) -> None:
    head, filter_ = st.columns([1, 6], vertical_alignment="center")
    with head:
        show_section("Lots")
    with filter_:
        only = st.segmented_control(
            "Account", [ALL, *titles], default=ALL, required=True, label_visibility="collapsed",
            format_func=lambda one: plain(titles[one]) if one else "Taxable", key=f"ledger-{held.id}",
        )  # fmt: skip
    shown = ledger_sheet(view.ledger, titles, only or ALL)
    show_sheet(shown, f"ledger-lots-{held.id}-{only}", "Every lot with its term", most=12)
