"""The audit trail: search it, and prove with one button that nothing in it was changed."""

from datetime import UTC, date, datetime, time
from typing import Any

import streamlit as st

from core.access import allowed
from core.audit import key_id
from core.domain.event import Event
from core.present.headlines import trail_title
from core.present.html import Column, table, tag
from core.present.tables.trail import trail_table, words
from core.words.days import moment
from core.words.sentences import count
from core.workflow.households import households
from core.workflow.people import people
from core.workflow.trail import fingerprint, kinds, trail, verify_trail
from pages.shared.session import desk, me
from pages.shared.widgets import quiet, show_head, show_section, show_sheet

MOST = 500
ANY = ""


def render() -> None:
    """Draw the page."""
    room, action = st.columns([4, 1], gap="medium", vertical_alignment="top")
    with action, st.container(horizontal=True, horizontal_alignment="right"):
        asked = allowed(me(), "verify") and st.button("Verify the trail", type="primary")
    found = _search()
    with room:
        show_head(
            trail_title(len(found), more=len(found) == MOST),
            ["Hash-chained, signed, append-only", "anchored outside the database at every approval"],
        )
    if asked:
        _verdict()
    show_section("Events, newest first")
    show_sheet(trail_table(found), "trail", "Events of the audit trail, newest first", most=18)
    quiet("Client data stays out of the trail: an event carries the hash of what was stored.")
    _root()


def _search() -> tuple[Event, ...]:
    """What is looked for; every field narrows it further, and the address keeps them."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        text = st.text_input(
            "Text", placeholder="event, person, id, note", key="search", bind="query-params", width=230
        )
        client = _client()
        security = st.text_input("Security", placeholder="symbol", key="security", bind="query-params", width=95)
        names = {person.id: person.name for person in people(desk())}
        person = _one_of("Person", names, "person", 160)
        kind = _one_of("Kind", {one: words(one) for one in kinds(desk())}, "kind", 175)
        since = st.date_input("From", None, key="since", width=122)
        until = st.date_input("To", None, key="until", width=122)
    return trail(
        desk(), text, MOST, client=client, security=security, person=person, kind=kind,
        since=_moment(since, time.min), until=_moment(until, time.max),
    )  # fmt: skip


def _client() -> str:
    """A client to choose, for whoever may know their names; an id to type for the others."""
    if not allowed(me(), "read_clients"):
        return st.text_input("Client", placeholder="id", key="client-id", width=110).strip()
    return _one_of("Client", {one.id: one.name for one in households(desk())}, "client", 170)


def _one_of(label: str, names: dict[str, str], key: str, width: int) -> str:
    chosen = st.selectbox(
        label, [ANY, *names], format_func=lambda one: names.get(one, "Any"), key=f"trail-{key}", width=width
    )
    return chosen or ANY


def _moment(day: Any, at: time) -> datetime | None:
    return datetime.combine(day, at, UTC) if isinstance(day, date) else None


def _root() -> None:
    """The fingerprint of the whole trail: compare it with the one printed in a paper or kept elsewhere."""
    signed = fingerprint(desk())
    if signed is None:
        return
    anchor = signed.anchor
    show_section("Fingerprint of the trail")
    rows = [
        ["Root", tag("code", anchor.root)],
        ["Covers", count(anchor.count, "record")],
        ["Signed", f"{moment(anchor.at)} with key {key_id(anchor.key)}"],
        ["Signature", tag("code", signed.signature)],
    ]
    st.html(table((Column("Merkle root, RFC 6962"), Column("Ed25519")), rows))
    quiet("The same line stands on the certificate page of every signed paper and in the anchor files.")


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
