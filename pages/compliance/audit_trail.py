"""The audit trail: search it, and prove with one button that nothing in it was changed."""

import streamlit as st

from core.access import allowed
from core.present.headlines import trail_title
from core.present.html import tag
from core.present.tables.trail import trail_table
from core.workflow.trail import trail, verify_trail
from pages.shared.session import desk, me
from pages.shared.widgets import quiet, show_head, show_section, show_sheet

MOST = 500


def render() -> None:
    """Draw the page."""
    room, action = st.columns([4, 1], gap="medium", vertical_alignment="top")
    with action, st.container(horizontal=True, horizontal_alignment="right"):
        asked = allowed(me(), "verify") and st.button("Verify the trail", type="primary")
    search = st.text_input(
        "Search", placeholder="Search by event, person, proposal or statement", label_visibility="collapsed",
        key="search", bind="query-params", width=440,
    )  # fmt: skip
    found = trail(desk(), search, MOST)
    with room:
        show_head(
            trail_title(len(found), more=len(found) == MOST),
            ["Hash-chained, signed, append-only", "anchored outside the database at every approval"],
        )
    if asked:
        _verdict()
    show_section("Events, newest first")
    show_sheet(trail_table(found), "trail", "Events of the audit trail, newest first", most=22)
    quiet("Client data stays out of the trail: an event carries the hash of what was stored.")


def _verdict() -> None:
    with st.spinner("Walking the trail…"):
        verdict = verify_trail(desk())
    if verdict.ok:
        st.success("No event was changed, removed or moved.", icon=":material/verified:", title="The trail holds")
    else:
        st.error(
            "Do not rely on what follows the first broken record.", icon=":material/error:", title="The trail is broken"
        )
        quiet(f"First broken: {verdict.first_broken}")
    with st.container(border=True):
        st.html(tag("ul", *(tag("li", sentence) for sentence in verdict.sentences), css="pl-reasons"))
