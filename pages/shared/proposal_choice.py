"""Which proposal a page is about: the one of the address, or another from the box; and the head that names it."""

import streamlit as st

from core.domain.household import Household
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.present.tables.proposals import fingerprint_short, state_badge
from core.review import explain
from core.words.days import moment, short_day
from core.workflow.households import households
from core.workflow.people import people
from core.workflow.proposals import proposal
from core.workflow.released import stages
from pages.shared.session import desk
from pages.shared.widgets import plain, price_badges, show_head

ENDED = {"returned": "Returned: what to change", "rejected": "Rejected", "void": "Void"}
"""What the note of a decision stands under."""
ASKED, LAST, BOX = "proposal", "last_proposal", "proposal-box"
"""Query parameter; the proposal last looked at; the key of the box."""


def choose_proposal(offered: tuple[Proposal, ...]) -> Proposal:
    """The proposal of the address, with a box to choose another; the address carries its id."""
    homes = {one.id: one.name for one in households(desk())}
    names = {one.id: f"{one.id} · {homes.get(one.household, one.household)}" for one in offered}
    asked = st.query_params.get(ASKED)
    if asked in names and asked != st.session_state.get(LAST):
        st.session_state[BOX] = asked
    if st.session_state.get(BOX) not in names:
        st.session_state.pop(BOX, None)
    chosen = st.selectbox(
        "Proposal", list(names), format_func=lambda one: names[one], key=BOX, label_visibility="collapsed"
    )
    st.session_state[LAST] = chosen
    if asked != chosen:
        st.query_params[ASKED] = chosen
    return proposal(desk(), chosen)


def show_proposal_head(chosen: Proposal, held: Household) -> None:
    """The outcome in one sentence, and what it was computed from."""
    names = {person.id: person.name for person in people(desk())}
    facts = [
        f"{chosen.id}, version {chosen.version} by {names.get(chosen.proposer, chosen.proposer)}",
        moment(chosen.created).rsplit(":", 1)[0] + " UTC",
        chosen.labels.get("mandate") or "",
        f"prices of {short_day(chosen.case.as_of)}",
        f"fingerprint {fingerprint_short(chosen.answer.fingerprint)}",
    ]
    title = explain(chosen, held.name, labels())
    stage = stages(desk(), [chosen])[chosen.id]
    show_head(title, [fact for fact in facts if fact], state_badge(stage), *price_badges())
    if chosen.note and chosen.state in ENDED:
        st.warning(plain(chosen.note), icon=":material/comment:", title=ENDED[chosen.state])
