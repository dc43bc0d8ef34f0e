"""Review: what changed since the proposer's version, the checks, and the decision of a second person."""

import streamlit as st

from core.access import allowed
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.present.headlines import waiting_title
from core.present.html import Column, table, tag
from core.present.tables.proposals import approve_label, checks_list, proposals_sheet
from core.present.tables.trades import by_account, trades_table
from core.review import refusal
from core.words.sentences import with_titles
from core.workflow.households import household, households
from core.workflow.people import people
from core.workflow.proposals import (
    Replay,
    approve_proposal,
    changes,
    proposals,
    reject_proposal,
    replay,
    send_back,
)
from core.workflow.released import stages
from pages.rebalancing.after_approval import decide_orders, show_orders
from pages.rebalancing.effect import show_tax, show_totals, show_weights
from pages.rebalancing.talk import show_talk
from pages.rebalancing.together import show_together
from pages.shared.proof import ask_proof
from pages.shared.proposal_choice import ASKED, choose_proposal, show_proposal_head
from pages.shared.seen import tell_if_moved
from pages.shared.session import desk, me
from pages.shared.widgets import (
    calm,
    choose_cell,
    price_badges,
    quiet,
    sentence_titles,
    show_head,
    show_section,
    show_sheet,
)  # fmt: skip


def render() -> None:
    """Draw the list of what waits, or the one proposal that the address names."""
    every = proposals(desk())
    if st.query_params.get(ASKED):
        _one(every)
    else:
        _list(every)


def _list(every: tuple[Proposal, ...]) -> None:
    waiting = [one for one in every if one.state == "submitted"]
    show_head(waiting_title(len(waiting)), ["Who proposes does not approve"], *price_badges())
    if not every:
        st.info("No proposal has been made yet; the book shows who is outside.", icon=":material/inbox:")
        return
    homes = {one.id: one.name for one in households(desk())}
    names = {person.id: person.name for person in people(desk())}
    show_together(homes, names)
    ordered = sorted(every, key=lambda one: one.state != "submitted")
    show_section("Every proposal, those that wait first")
    table = proposals_sheet(ordered, homes, names, stages(desk(), ordered))
    clicked = choose_cell(table, "proposals", "Proposals, those that wait first", most=16)
    quiet("Select a proposal to review it.")
    if clicked:
        st.query_params[ASKED] = clicked[0]
        st.rerun()


def _one(every: tuple[Proposal, ...]) -> None:
    left, right = st.columns([4, 1], gap="medium")
    with right:
        chosen = choose_proposal(every)
    held = household(desk(), chosen.household)
    with left:
        show_proposal_head(chosen, held)
        events = tell_if_moved(chosen)
    left, right = st.columns([1.8, 1], gap="large")
    titles = sentence_titles(held)
    with left:
        show_section("Trades")
        taxed = {account.id: account.taxable for account in chosen.case.accounts}
        show_sheet(
            trades_table(by_account(chosen.answer.trades, titles), titles, taxed, labels()),
            "review-trades",
            "The trades to decide on",
            most=14,
        )
        show_orders(chosen, titles)
        _what_changed(chosen, titles)
        show_weights(chosen)
        show_talk(chosen, events)
    with right:
        show_tax(chosen)
        show_section("Checks")
        st.html(checks_list(chosen.checks))
    _bottom(chosen)


def _what_changed(chosen: Proposal, titles: dict[str, str]) -> None:
    show_section("What changed since the proposer's version")
    found = changes(desk(), chosen.id)
    if not found:
        quiet("Nothing: the trades are those of version 1.")
        return
    st.html(tag("ul", *(tag("li", with_titles(change.sentence, titles)) for change in found), css="pl-reasons"))


def _bottom(chosen: Proposal) -> None:
    with st.bottom:
        words, actions = st.columns([1.35, 1], vertical_alignment="center")
        with words:
            show_totals(chosen)
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if allowed(me(), "verify") and st.button("Replay", type="tertiary", help="Compute it again, compare bytes"):
                _replay(chosen)
            _decide(chosen)


def _replay(chosen: Proposal) -> None:
    with calm(), st.spinner("Computing again…"):
        again = replay(desk(), chosen.id, chosen.version)
        st.toast(again.sentence, icon=":material/check:" if again.same else ":material/error:")
        if not again.same:
            _differences(again)


@st.dialog("Computed again, it differs", width="large")
def _differences(again: Replay) -> None:
    """Every place that differs, and what it was computed with then and now."""
    for changed in again.changed_inputs:
        quiet(changed)
    columns = (Column("Place"), Column("Stored"), Column("Now"))
    st.html(table(columns, [[one.place, one.stored, one.recomputed] for one in again.differences]))


def _decide(chosen: Proposal) -> None:
    if chosen.state == "approved":
        decide_orders(chosen)
        return
    why_not = refusal("approve", chosen, me().id)
    if chosen.state != "submitted":
        quiet(f"This version is {chosen.state}.")
    elif not allowed(me(), "approve"):
        quiet("Somebody else decides: an advisor, the committee or compliance.")
    elif why_not:
        quiet(why_not)
    else:
        _note_popover(chosen, "Reject…", "Why it is rejected", "Reject", "reject")
        _note_popover(chosen, "Return with note", "What to change", "Return it", "return")
        _approve(chosen)


def _note_popover(chosen: Proposal, label: str, ask: str, button: str, move: str) -> None:
    with st.popover(label), st.form(f"{move}-{chosen.id}-{chosen.version}", border=False):
        note = st.text_input(ask, placeholder="kept in the audit trail")
        if st.form_submit_button(button):
            with calm():
                decide = send_back if move == "return" else reject_proposal
                decide(desk(), chosen.id, chosen.version, note)
                st.rerun()


def _approve(chosen: Proposal) -> None:
    with st.popover(approve_label(chosen), type="primary"), st.form(f"approve-{chosen.id}", border=False):
        quiet("Your password again: an approval is signed into the audit trail and anchored outside the database.")
        password, code = ask_proof(f"approve-{chosen.id}")
        if st.form_submit_button("Approve", type="primary"):
            with calm():
                approve_proposal(desk(), chosen.id, chosen.version, password, code)
                st.rerun()
