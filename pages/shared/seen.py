"""Whether somebody moved a proposal while this person looked at it: a click on what stood there before is not done."""

import streamlit as st

from core.domain.event import Event
from core.domain.proposal import Proposal
from core.present.tables.review import STEPS
from core.words.days import moment
from core.words.sentences import listing
from core.workflow.people import people
from core.workflow.reviewing import steps
from pages.shared.session import desk, me
from pages.shared.widgets import plain

SEEN = "proposal-seen"
"""The proposal last drawn, and its newest event then."""


def tell_if_moved(chosen: Proposal) -> tuple[Event, ...]:
    """Say who did what since this page was last drawn for this person; returns every event of the proposal."""
    events = steps(desk(), chosen.id)
    newest = events[-1].seq if events else 0
    before = st.session_state.get(SEEN)
    st.session_state[SEEN] = (chosen.id, newest)
    if before is not None and before[0] == chosen.id:
        _tell(chosen, [event for event in events if event.seq > before[1] and event.actor != me().id])
    return events


def _tell(chosen: Proposal, others: list[Event]) -> None:
    if not others:
        return
    names = {person.id: person.name for person in people(desk())}
    did = [f"{names.get(one.actor, one.actor)} {STEPS.get(one.kind, one.kind)} ({moment(one.at)})" for one in others]
    st.warning(
        plain(f"{listing(did)}. This is version {chosen.version}; a click on what stood here before was not done."),
        icon=":material/update:", title="Somebody was here first",
    )  # fmt: skip
