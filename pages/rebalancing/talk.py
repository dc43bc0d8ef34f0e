"""What happened to a proposal and what was said of it, in order; and a box to say something."""

from collections.abc import Sequence

import streamlit as st

from core.domain.event import Event
from core.domain.proposal import Proposal
from core.present.tables.review import steps_table
from core.words.sentences import count
from core.workflow.people import people
from core.workflow.proposals import versions
from core.workflow.reviewing import comment, comments
from pages.shared.session import desk
from pages.shared.widgets import calm, show_section


def show_talk(chosen: Proposal, events: Sequence[Event]) -> None:
    """The steps and the comments of a proposal."""
    said = comments(desk(), chosen.id)
    names = {person.id: person.name for person in people(desk())}
    show_section(f"What happened, with {count(len(said), 'comment')}")
    notes = {one.version: one.note for one in versions(desk(), chosen.id)}
    st.html(steps_table(events, said, names, notes))
    with st.form(f"comment-{chosen.id}-{len(said)}", border=False):
        box, button = st.columns([5, 1], vertical_alignment="bottom")
        text = box.text_input("Comment", placeholder="kept beside this version for good", max_chars=2000)
        if button.form_submit_button("Comment", width="stretch"):
            with calm():
                comment(desk(), chosen.id, chosen.version, text)
                st.rerun()
