"""Teaching a layout: a person says what heads, lines and sections mean; the file is read again with each answer.

What is kept is a list of words with their meanings. The reader still reads, and the same proofs decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from core.domain.intake import Intake
from core.domain.layout import COLUMN_MEANINGS, Layout, Sketch, TableFound
from core.domain.statement import Statement
from core.present.html import Column, table, tag
from core.present.paper import Mark, page
from core.present.tables.proof import proof_table
from core.present.tables.statement import row_verdicts, rows_table
from core.words.sentences import count, shorten
from core.workflow.layouts import (
    layouts,
    look,
    look_at_statement,
    page_of_file,
    teach,
    try_layout,
    try_on_statement,
)
from core.workflow.statements import page_image, read_again
from pages.clients.statement_upload import TEACH, Refusal, forget, read
from pages.clients.teaching_words import ask_heads, ask_lines, ask_names, ask_sections
from pages.shared.session import desk
from pages.shared.widgets import calm, quiet, show_head, show_section, show_sheet

T = TypeVar("T")
DPI = 80
SKETCHES, TRIED, PICTURES = "sketches", "tried-layouts", "teaching-pages"
MOST_KEPT = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """The file whose layout is taught, kept or not."""

    key: str
    name: str
    sketch: Callable[[], Sketch]
    try_on: Callable[[Layout], Statement]
    picture: Callable[[int], bytes]
    done: Callable[[], None]


def show_statement(intake: Intake) -> None:
    """Teach from a file that is kept; afterwards it is read again."""

    def done() -> None:
        del st.query_params[TEACH]
        read_again(desk(), intake.id, intake.version)

    known = next(
        (one for one in layouts(desk()) if one.mark.split(" ")[0] == intake.statement.layout.split(" ")[0]), None
    )
    _teach(
        Subject(
            f"{intake.id}-{intake.version}", intake.file,
            lambda: look_at_statement(desk(), intake.id),
            lambda tried: try_on_statement(desk(), intake.id, tried),
            lambda number: page_image(desk(), intake.id, number, DPI),
            done,
        ),
        known,
    )  # fmt: skip


def show_refused(refusal: Refusal) -> None:
    """Teach from a file that was refused: its bytes are in this window alone until it is read."""

    def done() -> None:
        del st.query_params[TEACH]
        forget(refusal)
        read([(refusal.name, refusal.data)])

    _teach(
        Subject(
            refusal.name, refusal.name,
            lambda: look(desk(), refusal.name, refusal.data),
            lambda tried: try_layout(desk(), refusal.name, refusal.data, tried),
            lambda number: page_of_file(desk(), refusal.data, number, DPI),
            done,
        ),
        None,
    )  # fmt: skip


def _teach(subject: Subject, known: Layout | None) -> None:
    left, right = st.columns([5, 1], gap="medium")
    with left:
        show_head("What do these words mean?", [subject.name, "the file is read again with each answer"])
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Leave as it is"):
            del st.query_params[TEACH]
            st.rerun()
    sketch = _kept(SKETCHES, subject.key, subject.sketch)
    chosen = _choose_table(sketch, subject.key)
    left, right = st.columns([1, 1.1], gap="large")
    with right:
        said = ask_heads(chosen, subject.key, dict(known.columns) if known else {})
        lines = ask_lines(sketch, subject.key, dict(known.lines) if known else {})
        sections = ask_sections(sketch, subject.key, dict(known.sections) if known else {})
        name, letterhead = ask_names(sketch, subject.key, known)
    tried = Layout(
        known.id if known else "", name, tuple(said.items()), tuple(lines.items()), tuple(sections.items()),  # type: ignore[arg-type]
        letterhead, known.version if known else 1,
    )  # fmt: skip
    with left:
        found = _read_so(subject, tried)
        _page(subject, chosen, said)
    if found is not None:
        _keep(subject, tried)


def _choose_table(sketch: Sketch, key: str) -> TableFound:
    if len(sketch.tables) == 1:
        return sketch.tables[0]
    place = st.selectbox(
        "The row of heads", range(len(sketch.tables)), key=f"table-{key}",
        format_func=lambda at: _table_name(sketch.tables[at]),
    )  # fmt: skip
    return sketch.tables[place or 0]


def _table_name(found: TableFound) -> str:
    where = f"page {found.page}" if found.page else f"row {found.row}"
    return f"{where}: {shorten(' · '.join(head.label for head in found.heads), 90)}"


def _page(subject: Subject, found: TableFound, said: Mapping[str, str]) -> None:
    if found.page is None:
        heads = tuple(Column(head.label) for head in found.heads)
        rows = [[head.samples[at] if at < len(head.samples) else "" for head in found.heads] for at in range(3)]
        st.html(table(heads, rows))
        return
    number = found.page
    png = _kept(PICTURES, f"{subject.key}-{number}", lambda: subject.picture(number))
    marks = [
        Mark(
            head.box, "value" if said.get(head.label) else "trouble", COLUMN_MEANINGS.get(said.get(head.label, ""), "")
        )
        for head in found.heads
        if head.box is not None
    ]
    st.html(page(png, DPI, marks, f"page {number} of {subject.name}"))


def _read_so(subject: Subject, tried: Layout) -> Statement | None:
    """What the file is read as under the answers so far; None where they do not make a layout yet."""
    show_section("Read so")
    found: Statement | None = None
    with calm(), st.spinner("Reading with these words…"):
        found = _kept(TRIED, f"{subject.key}-{hash(tried)}", lambda: subject.try_on(tried))
    if found is None or found.refused:
        quiet(found.refused or "" if found else "Say what more of the heads mean.")
        return None
    if not found.layout:
        quiet("These heads do not stand together on the paper, so the layout does not hold for it.")
    st.html(proof_table(found.accounts, [count(len(one.positions), "row") for one in found.accounts]))
    for place, account in enumerate(found.accounts[:4]):
        table_of = rows_table(account, row_verdicts(account), True, narrow=True)
        show_sheet(table_of, f"tried-{subject.key}-{place}", "Rows read", 8)
    return found


def _keep(subject: Subject, tried: Layout) -> None:
    with st.bottom:
        words, action = st.columns([1.6, 1], vertical_alignment="center")
        words.html(tag("div", "From here on every statement with these heads is read so.", css="pl-bar"))
        with action, st.container(horizontal=True, horizontal_alignment="right"):
            if st.button("Keep this layout", type="primary"):
                with calm():
                    teach(desk(), tried)
                    st.toast("The layout is kept.", icon=":material/check:")
                    subject.done()
                    st.rerun()


def _kept(where: str, key: str, make: Callable[[], T]) -> T:
    """A slow answer of this window, made once; only the last ones are kept."""
    held: dict[str, T] = st.session_state.setdefault(where, {})
    if key not in held:
        held[key] = make()
        while len(held) > MOST_KEPT:
            held.pop(next(iter(held)))
    return held[key]
