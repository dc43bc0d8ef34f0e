"""Funds side by side: a column for each fund, and lines for its units, its price and its value.

The names stand over the figures, in one line or several; of two lines of one kind, `Units on 09/30/2026` and `Units on
12/31/2026`, the later day counts, and a column named `Total` is no fund.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.vocabulary import NUMBERS, known_role, role_of
from core.ingest.nouns.events import Cell, Event, Record, Total, Trouble, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.untabled.blocks import Block, is_proven
from core.ingest.untabled.names_over import is_sum

ROLES = frozenset({"quantity", "price", "value", "cost", "gain"})
NEEDED = frozenset({"quantity", "price", "value"})
FEW = 2
MOST_NAMES = 4
REACH = 6.0
GAP = 1.7
"""The widest gap between two lines of one such table, in type sizes."""

NEAR = 1.4
"""The widest gap between names and figures, in type sizes."""


@dataclass(frozen=True, slots=True)
class Across:
    """A line of such a table: what it tells, of which day, and its figures."""

    label: str
    role: str
    day: date
    figures: tuple[Cell, ...]


def abreast(lines: Sequence[Line]) -> list[Block]:
    """The tables of a page in which funds stand side by side, proven or not."""
    found: list[Block] = []
    at, floor = 0, -1
    while at < len(lines):
        rows = _rows(lines, at)
        block = _block(lines, at, floor, rows) if rows else None
        if block is not None:
            found.append(block)
            floor = block.last
        at += len(rows) if block is not None else 1
    return found


def _rows(lines: Sequence[Line], at: int) -> list[Across]:
    """The lines from one on that tell one thing each of several funds; none where units, price or value is missing."""
    rows: list[Across] = []
    for place in range(at, len(lines)):
        above = lines[place - 1] if rows else None
        if above is not None and (above.page != lines[place].page or _gap(above, lines[place]) > GAP):
            break
        row = _row(lines[place])
        if row is None or any(row.role == one.role and row.day == one.day and row.role in ROLES for one in rows):
            break
        rows.append(row)
    return rows if {row.role for row in rows} >= NEEDED else []


def _gap(upper: Line, lower: Line) -> float:
    return (lower.top - upper.bottom) / lower.size


def _row(line: Line) -> Across | None:
    """What a line tells, of which day, and its figures; None for a line of another kind."""
    label, *others = phrases(line.words, 1.0)
    text = text_of(label)
    role = role_of(text) if any(map(str.isalpha, text)) else None
    figures = tuple(Cell(text_of(run), span(run)) for run in others)
    if role is None or not figures or not all(read_amount(cell.text) or is_blank(cell.text) for cell in figures):
        return None
    return Across(text, role, read_date(text) or date.min, figures)


def _block(lines: Sequence[Line], at: int, floor: int, rows: Sequence[Across]) -> Block | None:
    """One holding for each name under which stand its units, its price and its value."""
    columns = _columns(rows)
    first, names = _names(lines, at, floor, columns)
    made: list[Record] = []
    more: list[Event] = []
    for cells, name in zip(columns, names, strict=True):
        text, where = text_of(name), Where(lines[at].page, None, span(name) if name else None)
        if name and is_sum(text) and "value" in cells:
            more.append(Total("", {"value": cells["value"]}, where, text))
        if not name or is_sum(text):
            continue
        if "value" not in cells:
            more.append(Trouble(f"'{text}' stands over figures, and none of them is its value", where, unread=True))
            continue
        made.append(Record("holdings", {"description": Cell(text, span(name)), **cells}, where))
    if not made or any(known_role(record.cells["description"].text) in NUMBERS for record in made):
        return None
    proven = len(made) >= FEW and any(is_proven(record.cells) for record in made)
    shape = ("abreast", *(row.label.casefold() for row in rows))
    return Block(first, at + len(rows) - 1, (*made, *more), shape, proven)


def _columns(rows: Sequence[Across]) -> list[dict[str, Cell]]:
    """What the lines tell of each fund, in the columns of the line that has most; of the latest day told."""
    longest = max(rows, key=lambda row: len(row.figures))
    columns: list[dict[str, Cell]] = []
    for own in longest.figures:
        latest: dict[str, tuple[date, Cell]] = {}
        for row in rows:
            cell = next((one for one in row.figures if _flush(one, own)), None)
            later = row.role not in latest or row.day > latest[row.role][0]
            if cell is not None and row.role in ROLES and later and not is_blank(cell.text):
                latest[row.role] = (row.day, cell)
        columns.append({role: cell for role, (_, cell) in latest.items()})
    return columns


def _names(
    lines: Sequence[Line], at: int, floor: int, columns: Sequence[Mapping[str, Cell]]
) -> tuple[int, list[list[Word]]]:
    """The names over the figures of each column, and the first line of them."""
    named: list[list[Word]] = [[] for _ in columns]
    first = at
    while first - 1 > floor and at - first < MOST_NAMES and lines[first - 1].page == lines[at].page:
        parts = _over(lines[first - 1], lines[at], columns)
        if parts is None or _gap(lines[first - 1], lines[first]) > NEAR:
            break
        first -= 1
        named = [[*part, *name] for part, name in zip(parts, named, strict=True)]
    return first, named


def _over(line: Line, below: Line, columns: Sequence[Mapping[str, Cell]]) -> list[list[Word]] | None:
    """The words of a line over each column; None where some stand over none of them, or are figures."""
    parts: list[list[Word]] = [[] for _ in columns]
    for run in phrases(line.words, 1.0):
        told = Cell(text_of(run), span(run))
        over = [at for at, cells in enumerate(columns) if any(_flush(told, one) for one in cells.values())]
        if read_amount(told.text) is not None or (len(over) != 1 and run[0].x0 - below.words[0].x0 > REACH):
            return None
        if len(over) == 1:
            parts[over[0]] += run
    return parts if any(parts) else None


def _flush(one: Cell, other: Cell) -> bool:
    """Whether two texts share their right edge, their left edge or their middle."""
    if one.box is None or other.box is None:
        return False
    left, right = one.box[0] - other.box[0], one.box[2] - other.box[2]
    return min(abs(left), abs(right), abs(left + right) / 2) < REACH
