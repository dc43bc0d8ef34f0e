"""The day on which all units of a row were bought, alone on the line under its name: `QZAB` over `02/12/2021`.

Only in a table whose other rows have lots with such days under them; what is still to come is no day of a purchase.
"""

from collections.abc import Sequence
from datetime import date

from core.ingest.lexicon.dates import lone_date
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Fact
from core.ingest.nouns.words import Line, span
from core.ingest.rows.rows import read_row

NEAR = 0.95


def take_bare_day(state: Open, lines: Sequence[Line], at: int) -> bool:
    """A line that is the day of purchase of the whole position above, which takes it; False where it is none."""
    line, row, above = lines[at], state.row, state.last_line
    if state.header is None or row is None or row.kind != "record" or above is None or state.record is None:
        return False
    day = lone_date(line.text)
    if day is None or day > _last_day(state) or not _is_whole(state):
        return False
    near = line.page == above.page and 0 <= line.top - above.bottom < NEAR * line.size
    lots = any(read_row(other, state.header).kind == "lot" for other in lines)
    if near and lots:
        state.record.cells["acquired"] = Cell(line.text, span(line.words))
    return near and lots


def _is_whole(state: Open) -> bool:
    """Whether the row above has units and value, and its head tells no day."""
    assert state.header is not None and state.record is not None
    whole = {"quantity", "value"} <= set(state.record.cells) and "acquired" not in state.record.cells
    return whole and state.header.kind == "holdings" and not state.header.has("acquired")


def _last_day(state: Open) -> date:
    """The latest day that the paper has told so far."""
    days = [event.day for event in state.events if isinstance(event, Fact) and event.day is not None]
    return max(days, default=date.max)
