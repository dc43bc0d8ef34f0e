"""After the approval: documents, the release of the orders, and the next statement held against them."""

import streamlit as st

from core.access import allowed
from core.domain.proposal import Proposal
from core.present.tables.review import settled_table
from core.words.days import day
from core.words.sentences import count, listing
from core.workflow.people import people
from core.workflow.released import release_of
from core.workflow.releasing import not_ready, reconcile_release, release_orders, settlement
from pages.shared.places import go
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet, show_section


def show_orders(chosen: Proposal, titles: dict[str, str]) -> None:
    """Where the orders stand, and what the next statements print of them."""
    release = release_of(desk(), chosen.id)
    if release is None:
        return
    names = {person.id: person.name for person in people(desk())}
    who = names.get(release.person, release.person)
    show_section("Orders and the next statement")
    quiet(f"{count(len(release.orders), 'order', begin=True)} released on {day(release.on)} by {who}.")
    found = settlement(desk(), chosen.id)
    if found.settled:
        st.html(settled_table(found.settled, titles))
    if found.waiting:
        awaited = listing([titles.get(one, one) for one in found.waiting])
        quiet(f"The next statement is still to come for {awaited}; sign it off under Statements.")
    elif release.state == "reconciled":
        left = len(release.differences)
        quiet("● Reconciled: everything came as ordered." if not left else
              f"■ Reconciled with {count(left, 'difference')}; follow up with the custodian.")  # fmt: skip


def decide_orders(chosen: Proposal) -> None:
    """The one next step for an approved proposal."""
    release = release_of(desk(), chosen.id)
    why_not = not_ready(desk(), chosen.id) if release is None and allowed(me(), "read_documents") else ""
    if st.button("See documents", type="tertiary" if release is None and not why_not else "primary"):
        go("documents", proposal=chosen.id)
    if not allowed(me(), "release"):
        return
    if release is None and not why_not:
        _release(chosen)
    elif release is None:
        quiet(why_not)
    elif release.state == "released" and not settlement(desk(), chosen.id).waiting:
        _reconcile(chosen)


def _release(chosen: Proposal) -> None:
    label = f"Release {count(len(chosen.answer.trades), 'order')}"
    with st.popover(label, type="primary"), st.form(f"release-{chosen.id}", border=False):
        quiet("The order files go to the custodian once. Afterwards this proposal cannot be changed any more.")
        password, code = ask_proof(f"release-{chosen.id}")
        if st.form_submit_button("Release the orders", type="primary"):
            with calm():
                release_orders(desk(), chosen.id, chosen.version, password, code)
                st.rerun()


def _reconcile(chosen: Proposal) -> None:
    if st.button("Keep as reconciled", type="primary"):
        with calm():
            reconcile_release(desk(), chosen.id)
            st.rerun()
