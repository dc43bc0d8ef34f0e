"""Statements: drop files, see each account proven or not beside its page, mend a row, sign off or refuse."""

import streamlit as st

from core.access import allowed
from core.domain.intake import Intake
from core.present.headlines import inbox_title
from core.present.html import Badge, tag
from core.present.tables.inbox import inbox_table
from core.settings import DEMO
from core.workflow.language_model import model_in_use
from core.workflow.people import people
from core.workflow.statements import statement, statements
from pages.clients import statement_review, teaching
from pages.clients.statement_upload import ASKED, TEACH, read, refused_file, show_again, show_refusals, upload_card
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, quiet, show_head, show_section


def render() -> None:
    """Draw the inbox, or the one statement that the address names, or the teaching of its layout."""
    asked, teach = st.query_params.get(ASKED), st.query_params.get(TEACH)
    if asked:
        with calm():
            held = statement(desk(), asked)
            if teach:
                teaching.show_statement(held)
            else:
                show_again(asked)
                statement_review.show(held, _back)
            return
    elif teach and (refusal := refused_file(teach)) is not None:
        with calm():
            teaching.show_refused(refusal)
            return
    _inbox()


def _inbox() -> None:
    held = statements(desk())
    model = model_in_use(desk())
    taken = "PDF, scan, photo, CSV, XLSX, OFX or XML, several at once or in a ZIP"
    stays = [] if model else ["nothing leaves this machine"]
    seen = [Badge(f"What does not prove is shown to {model.model} at {model.host}", "caution")] if model else []
    show_head(inbox_title(held), [taken, *stays], *seen)
    left, right = st.columns([1, 1.75], gap="large")
    with left:
        upload_card(first=not held)
        show_refusals()
    with right:
        _list(held)


def _list(held: tuple[Intake, ...]) -> None:
    show_section("Received")
    if not held:
        quiet("No file yet.")
        _demo()
        return
    names = {person.id: person.name for person in people(desk())}
    clicked = choose_cell(inbox_table(held, names), "inbox", "Statements received, newest first", most=14)
    quiet("Select a statement to look at it beside its pages.")
    if clicked:
        st.query_params[ASKED] = clicked[0]
        st.rerun()
    if st.button("Layouts that were taught", type="tertiary"):
        go("layouts")


def _demo() -> None:
    """In the demo book: three statements of invented brokers to try."""
    samples = sorted((DEMO / "statements").iterdir()) if desk().book.title.startswith("Demo") else []
    if not samples or not allowed(me(), "upload"):
        return
    with st.container(border=True):
        st.html(tag("p", "Three statements of invented brokers are at hand to try the whole road.", css="pl-text"))
        for path in samples:
            quiet(path.name)
        if st.button("Read the demo statements"):
            read([(path.name, path.read_bytes()) for path in samples])


def _back() -> None:
    go("statements")
