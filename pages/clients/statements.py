"""Statements: drop files, see each account proven or not beside its page, mend a row, sign off or refuse."""

import streamlit as st

from core.access import allowed
from core.domain.errors import BadInput
from core.domain.intake import Intake
from core.present.headlines import inbox_title
from core.present.html import tag
from core.present.tables.inbox import inbox_table
from core.settings import DEMO
from core.words.sentences import count
from core.workflow.archives import files_of
from core.workflow.people import people
from core.workflow.statements import Progress, statement, statements, upload_together
from pages.clients import statement_review
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, plain, quiet, show_head, show_section

ASKED = "statement"
KINDS = ["pdf", "csv", "tsv", "xlsx", "xls", "ofx", "qfx", "xml", "txt", "zip", "png", "jpg", "jpeg", "tif", "tiff"]
REFUSALS, ROUND = "refused-files", "upload-round"


def render() -> None:
    """Draw the inbox, or the one statement that the address names."""
    asked = st.query_params.get(ASKED)
    if asked:
        with calm():
            statement_review.show(statement(desk(), asked), back=_back)
            return
    _inbox()


def _inbox() -> None:
    held = statements(desk())
    taken = "PDF, scan, photo, CSV, XLSX, OFX or XML, several at once or in a ZIP"
    show_head(inbox_title(held), [taken, "nothing leaves this machine"])
    left, right = st.columns([1, 1.75], gap="large")
    with left:
        _upload_card(first=not held)
        _show_refusals()
    with right:
        _list(held)


def _upload_card(first: bool) -> None:
    with st.container(border=True):
        title = "Drop the first statement here" if first else "Drop statements here"
        st.html(tag("div", tag("b", title), css="pl-card"))
        files = st.file_uploader(
            "Statements", type=KINDS, accept_multiple_files=True, label_visibility="collapsed",
            key=f"files-{st.session_state.get(ROUND, 0)}",
        )  # fmt: skip
        quiet("Each page is read in a limited process of its own; every number is held against the printed totals.")
        with st.expander("A file has a password"):
            password = st.text_input("Password", type="password", autocomplete="off", key="file-password")
            quiet("It opens the file once and is not kept.")
    if files:
        _read([(file.name, file.getvalue()) for file in files], password or None)


def _read(files: list[tuple[str, bytes]], password: str | None = None) -> None:
    """Read every file, say how each one ended, then open the one that needs a look."""
    refused: list[tuple[str, str]] = []
    made: list[Intake] = []
    files = _unpacked(files, password, refused)
    with st.status(f"Reading {count(len(files), 'file')}", expanded=True) as status, calm():

        def say(where: Progress) -> None:
            page = f", page {where.page} of {where.pages}" if where.pages else ""
            status.update(label=f"Reading file {where.file + 1} of {len(files)}: {files[where.file][0]}{page}")

        for intake in upload_together(desk(), files, password, say):
            if intake.refused:
                refused.append((intake.file, intake.refused))
                st.html(tag("p", f"■ {intake.file} · refused", css="pl-line"))
            else:
                made.append(intake)
                st.html(tag("p", f"● {intake.file} · {_read_sentence(intake)}", css="pl-line"))
        status.update(label=f"Read {count(len(made), 'file')}", state="complete")
    st.session_state[REFUSALS] = refused
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    if len(made) == 1 and not refused:
        st.query_params[ASKED] = made[0].id
    st.rerun()


def _unpacked(
    files: list[tuple[str, bytes]], password: str | None, refused: list[tuple[str, str]]
) -> list[tuple[str, bytes]]:
    """The files with every ZIP replaced by what is in it; a bad ZIP goes to the refused."""
    found: list[tuple[str, bytes]] = []
    for name, data in files:
        try:
            found.extend(files_of(desk(), name, data, password))
        except BadInput as error:
            refused.append((name, str(error)))
    return found


def _read_sentence(intake: Intake) -> str:
    pages = f"{count(intake.statement.pages, 'page')}, " if intake.statement.pages else ""
    return f"{pages}{count(len(intake.statement.accounts), 'account')}"


def _show_refusals() -> None:
    for name, why in st.session_state.get(REFUSALS, []):
        said = plain(f"{why.rstrip('.')}. Nothing of it was stored; mend the file or drop another one.")
        st.error(said, icon=":material/block:", title=plain(f"{name} was refused"))


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
            _read([(path.name, path.read_bytes()) for path in samples])


def _back() -> None:
    if ASKED in st.query_params:
        del st.query_params[ASKED]
    st.rerun()
