"""Files dropped on the inbox: read with progress per file and page, stopped when asked, refusals said one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from core.domain.errors import BadInput, Locked
from core.domain.intake import Intake
from core.present.html import tag
from core.words.days import short_day
from core.words.sentences import count
from core.workflow.archives import files_of, photos_together
from core.workflow.layouts import can_be_taught
from core.workflow.statements import Progress, statements, upload_together
from pages.shared.session import desk
from pages.shared.widgets import calm, plain, quiet

ASKED, TEACH = "statement", "teach"
LIMITS = (
    "Up to 25 MB a file. Each page is read in a limited process of its own; every number is held against the totals."
)
"""The browser hands over more than that, and any ending, so that each file which is not read is refused by its name."""
REFUSALS, AGAIN, ROUND = "refused-files", "files-again", "upload-round"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was refused. Its bytes stay in this window alone, and only where a password or a layout may help."""

    name: str
    why: str
    data: bytes = b""
    locked: bool = False
    teachable: bool = False


def upload_card(first: bool) -> None:
    """The place to drop files."""
    with st.container(border=True, key="statement-drop"):
        title = "Drop the first statement here" if first else "Drop statements here"
        st.html(tag("div", tag("b", title), css="pl-card"))
        files = st.file_uploader(
            "Statements", accept_multiple_files=True, label_visibility="collapsed",
            key=f"files-{st.session_state.get(ROUND, 0)}",
        )  # fmt: skip
        quiet(LIMITS)
    if files:
        read([(file.name, file.getvalue()) for file in files])


def read(files: Sequence[tuple[str, bytes]], password: str | None = None) -> None:
    """Read every file, say how each one ended, then open the one that needs a look."""
    kept = [one for one in _refusals() if one.name not in {name for name, _ in files}] if password else []
    refused: list[Refusal] = []
    known = {one.id: one for one in statements(desk())}
    place = st.empty()
    place.button("Stop reading", on_click=_stop, key=f"stop-{st.session_state.get(ROUND, 0)}")
    with st.status(f"Reading {count(len(files), 'file')}", expanded=True) as status, calm():
        parts = photos_together(
            desk(),
            _unpacked(files, password, refused),
            password,
            lambda page, pages: status.update(label=f"Looking for photos of one statement, page {page} of {pages}"),
        )

        def say(where: Progress) -> None:
            page = f", page {where.page} of {where.pages}" if where.pages else ""
            status.update(label=f"Reading file {where.file + 1} of {len(parts)}: {parts[where.file][0]}{page}")

        made = upload_together(desk(), parts, password, say) if parts else ()
        place.empty()
        for intake, (_, data) in zip(made, parts, strict=True):
            _told(intake, data, refused)
        status.update(label=f"Read {count(sum(not one.refused for one in made), 'file')}", state="complete")
        st.session_state[REFUSALS] = [*kept, *refused]
        st.session_state[AGAIN] = [
            (known[one.id], name) for one, (name, _) in zip(made, parts, strict=True) if one.id in known
        ]
        _next_round()
        good = [one for one in made if not one.refused]
        if len(good) == 1 and not refused:
            st.query_params[ASKED] = good[0].id
        st.rerun()


def show_refusals() -> None:
    """Every refused file with its sentence, and the way on where there is one; files received before."""
    for one, name in st.session_state.get(AGAIN, []):
        _say_again(one, name)
    for place, refusal in enumerate(_refusals()):
        if refusal.locked:
            _ask_password(refusal, place)
            continue
        way = "teach its layout, or drop another file" if refusal.teachable else "mend the file or drop another one"
        said = f"{refusal.why.rstrip('.')}. Nothing of it was stored; {way}."
        st.error(plain(said), icon=":material/block:", title=plain(f"{refusal.name} was refused"))
        if refusal.teachable and st.button("Teach its layout", key=f"teach-{place}-{refusal.name}"):
            st.query_params[TEACH] = str(place)
            st.rerun()


def show_again(statement: str) -> None:
    """That the open statement came before, where its bytes were dropped once more; said once."""
    held: list[tuple[Intake, str]] = st.session_state.get(AGAIN, [])
    for one, name in held:
        if one.id == statement:
            _say_again(one, name)
    st.session_state[AGAIN] = [(one, name) for one, name in held if one.id != statement]


def _say_again(one: Intake, name: str) -> None:
    st.info(plain(_again(one, name)), icon=":material/content_copy:")


def _again(one: Intake, name: str) -> str:
    since = short_day(one.uploaded_at.date())
    if name != one.file:
        return f"{name} is the same file as {one.file}, which waits here since {since}; it was not stored again."
    return f"{one.file} waits here since {since}; it was not stored again."


def refused_file(place: str) -> Refusal | None:
    """The refused file at that place, if its bytes are still in this window."""
    held = _refusals()
    return held[int(place)] if place.isdigit() and int(place) < len(held) and held[int(place)].data else None


def forget(refusal: Refusal) -> None:
    """The file is read now; its refusal is gone."""
    st.session_state[REFUSALS] = [one for one in _refusals() if one != refusal]


def _ask_password(refusal: Refusal, place: int) -> None:
    with st.container(border=True), st.form(f"locked-{place}-{refusal.name}", border=False):
        st.html(tag("p", tag("b", refusal.name), " has a password.", css="pl-text"))
        quiet(
            "It opens the file once and is not kept." if "does not open" not in refusal.why else "That one was wrong."
        )
        password = st.text_input("Password", type="password", autocomplete="off", key=f"password-{place}")
        pressed = st.form_submit_button("Open and read")
    if pressed and password:
        read([(refusal.name, refusal.data)], password)


def _told(intake: Intake, data: bytes, refused: list[Refusal]) -> None:
    if not intake.refused:
        st.html(tag("p", f"● {intake.file} · {_read_sentence(intake)}", css="pl-line"))
        return
    locked = any(issue.code == "locked" for issue in intake.statement.issues)
    teachable = can_be_taught(intake.statement)
    refused.append(Refusal(intake.file, intake.refused, data if locked or teachable else b"", locked, teachable))
    st.html(tag("p", f"■ {intake.file} · {'has a password' if locked else 'refused'}", css="pl-line"))


def _unpacked(
    files: Sequence[tuple[str, bytes]], password: str | None, refused: list[Refusal]
) -> list[tuple[str, bytes]]:
    """The files with every ZIP replaced by what is in it; a bad ZIP goes to the refused."""
    found: list[tuple[str, bytes]] = []
    for name, data in files:
        try:
            found.extend(files_of(desk(), name, data, password))
        except Locked as error:
            refused.append(Refusal(name, error.what, data, locked=True))
        except BadInput as error:
            refused.append(Refusal(name, error.what))
    return found


def _read_sentence(intake: Intake) -> str:
    pages = f"{count(intake.statement.pages, 'page')}, " if intake.statement.pages else ""
    return f"{pages}{count(len(intake.statement.accounts), 'account')}"


def _refusals() -> list[Refusal]:
    return list(st.session_state.get(REFUSALS, []))


def _stop() -> None:
    """Give the reading up: nothing of these files was kept, and the box is empty again."""
    _next_round()
    st.toast("Reading was stopped; nothing was stored.", icon=":material/block:")


def _next_round() -> None:
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
