"""Rows below a line that reads like prose and ended their table: named ones open it again, lots are told as lost."""

from collections.abc import Sequence

from core.ingest.lexicon.figures import read, ties
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Trouble
from core.ingest.nouns.words import Line
from core.ingest.rows.rows import Row, read_row
from core.ingest.walk.over_pages import is_foot


def cut(state: Open, lines: Sequence[Line], at: int) -> None:
    """The table ends at a line of prose; what of its rows may stand below is looked for.

    The number of a page at its foot ends none.
    """
    if is_foot(lines, at):
        return
    held = state.header is not None and state.header.kind in ("holdings", "lots")
    state.cut = state.header if held else None
    state.end()


def opens_cut(state: Open, line: Line) -> None:
    """Open the table again that prose ended, at a row of it that multiplies out; where that has no name, tell it."""
    row = read_row(line, state.cut) if state.cut is not None else None
    if row is None or row.kind not in ("record", "lot") or not _multiplies(row):
        return
    if row.kind == "record" and "description" in row.cells and "acquired" not in row.cells:
        state.header = state.cut
    else:
        told = f"a row stands below the end of its table and was not read: {line.text}"
        state.events.append(Trouble(told, row.where, unread=True))
    state.cut = None


def _multiplies(row: Row) -> bool:
    """Whether units times price is the value of a row."""
    units, price, value = (read(row.cells.get(role)) for role in ("quantity", "price", "value"))
    if units is None or price is None or value is None or not value.value:
        return False
    return ties(units.value, price.value, type(value.value)(1), value.value)
