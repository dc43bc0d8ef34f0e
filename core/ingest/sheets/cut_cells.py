"""Rows of table files with more cells than their head: a cell cut in two at a sign that also parts the columns.

A day and the time of day behind it, `2026-03-27, 10:30:15` without quotes, are one cell again where the head has room
for one only. Any other such row is told, for its cells may stand under heads that are not theirs.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.figures import number, ties
from core.ingest.nouns.events import Event, Record, Trouble
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
TIME = re.compile(r"\s*\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,4})?\s*", re.I)
TIMES = re.compile(r"\btime\b", re.I)
UNITS = (Decimal(1), Decimal(100), Decimal("0.01"))
MARKS = 2
"""So many cells may stand before the head of a section, its name and `Header`."""


def with_cells_joined(rows: Rows, comma: bool) -> Rows:
    """The rows, a day and its time made one cell where a row has more cells than its head."""
    done = list(rows)
    head: Sequence[str] = ()
    for at, row in enumerate(rows):
        places = [place for place, cell in enumerate(row) if place and ":" in cell and _is_time(row[place - 1], cell)]
        if not places:
            head = row if _is_head(row, comma) else head
        elif _used(head) and _used(row) - _used(head) in (len(places), 0) and not _has_times(head):
            done[at] = _joined(row, places) if _used(row) > _used(head) else row
    return done


def told_over_heads(lines: Rows, events: Sequence[Event], comma: bool) -> list[Trouble]:
    """A word for each table with rows of more cells than its head, of holdings where their figures do not tie."""
    rows = {event.where.row: event for event in events if isinstance(event, Record)}
    width, tables = 0, dict[int, Trouble]()
    for at, line in enumerate(lines, start=1):
        record = rows.get(at)
        if record is None:
            width = _used(line) if _is_head(line, comma) else width
        elif width and _used(line) > width and record.table not in tables and not _ties(record, comma):
            said = "a row has more cells than its head, so they may stand in other columns than their own"
            tables[record.table] = Trouble(said, record.where, unread=record.kind != "activity")
    return list(tables.values())


def _is_time(day: str, time: str) -> bool:
    """Whether two cells are a day and a time of day."""
    return TIME.fullmatch(time) is not None and is_date(day)


def _joined(row: Sequence[str], places: Sequence[int]) -> list[str]:
    """The row with each cell of time behind its day."""
    cells = [f"{cell},{row[at + 1]}" if at + 1 in places else cell for at, cell in enumerate(row)]
    return [cell for at, cell in enumerate(cells) if at not in places]


def _is_head(row: Sequence[str], comma: bool) -> bool:
    """Whether a row is a head of holdings or transactions, as it stands or behind the marks of its section."""
    if len(row) < MARKS + 1 or any(cell[:1].isdigit() for cell in row):
        return False
    for cells in (row, row[MARKS:]):
        filled = [text for cell in cells if (text := clean(cell))]
        if is_head(filled, comma) and kind_of_table(settled_roles(filled)) is not None:
            return True
    return False


def _has_times(head: Sequence[str]) -> bool:
    """Whether a column of its own holds the times of day."""
    return any(TIMES.search(cell) and "date" not in cell.lower() for cell in head)


def _used(row: Sequence[str]) -> int:
    """How many cells a row has up to the last that holds anything."""
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _ties(record: Record, comma: bool) -> bool:
    """Whether the figures of a row of holdings tie where they stand."""
    figures = [number(record.cells.get(role), comma) for role in ("quantity", "price", "value")]
    known = [figure for figure in figures if figure is not None]
    return len(known) == len(figures) and any(ties(known[0], known[1], unit, known[2]) for unit in UNITS)
