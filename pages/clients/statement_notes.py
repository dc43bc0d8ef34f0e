"""What stands beside the numbers: notes on the paper to be ticked, the reader's remarks, changes made by hand."""

import streamlit as st

from core.access import allowed
from core.domain.intake import Intake
from core.present.html import tag
from core.words.days import short_day
from core.words.sentences import count
from core.workflow.people import people
from core.workflow.statements import see_note
from pages.shared.session import desk, me
from pages.shared.widgets import calm, plain, quiet, show_section

MOST_OPEN = 3
"""Remarks that are shown without being asked for."""


def show_notes(intake: Intake) -> None:
    """Handwriting and margin notes; each is ticked before anything of the file is signed off."""
    notes = intake.statement.annotations
    if not notes:
        return
    left = len(intake.unseen)
    show_section("Notes on the paper")
    quiet(
        f"{count(left, 'note', begin=True)} to look at before an account can be signed off. A note is never a number."
        if left
        else "All of them were looked at. A note is never a number."
    )
    ticked = {one.note: one for one in intake.seen}
    names = {person.id: person.name for person in people(desk())}
    for place, note in enumerate(notes):
        seen = ticked.get(place)
        who = f", seen by {names.get(seen.person, seen.person)}" if seen else ""
        done = st.checkbox(
            plain(f"Page {note.page}: {note.text}{who}"),
            value=seen is not None,
            key=f"note-{intake.id}-{place}-{seen is None}",
            disabled=seen is not None or not allowed(me(), "sign_off"),
        )
        if done and seen is None:
            with calm():
                see_note(desk(), intake.id, intake.version, place)
                st.rerun()


def show_remarks(intake: Intake) -> None:
    """What the reader remarked, and what people changed, each with its reason."""
    read = intake.statement
    if read.issues:
        few = len(read.issues) <= MOST_OPEN and any(issue.severity != "note" for issue in read.issues)
        with st.expander(f"{count(len(read.issues), 'remark', begin=True)} of the reader", expanded=few):
            for issue in read.issues:
                where = f"{issue.where}: " if issue.where else ""
                st.html(tag("p", f"{issue.severity} · {where}{issue.message}", css="pl-line"))
    if intake.corrections:
        names = {person.id: person.name for person in people(desk())}
        with st.expander(f"{count(len(intake.corrections), 'change', begin=True)} made by hand"):
            for one in intake.corrections:
                place = f"row {one.row + 1}" if one.row >= 0 else "the account"
                what = one.field.replace("_", " ")
                said = f"{place}, {what}: {one.before or 'nothing'} → {one.after or 'nothing'} · {one.reason}"
                who = f"{names.get(one.person, one.person)}, {short_day(one.at.date())}"
                st.html(tag("p", f"{said} · {who}", css="pl-line"))
