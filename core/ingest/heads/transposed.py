"""Tables on their side: a column for each fund, and lines for its units, its price and its value.

The line of names stands over the figures; of two lines of one kind, `Units on 09/30/2026` and `Units on 12/31/2026`,
the later day counts, and a column named `Total` is no fund.
"""

import re
from collections.abc import Sequence
from datetime import date

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of

ROLES = ("quantity", "price", "value", "cost", "gain")
NEEDED = frozenset({"quantity", "price", "value"})
FEW = 2
REACH = 6.0
DAY = re.compile(r",?\s+(?:on|as of|at)\s+(?=.*\d).*$", re.I)


def transposed(lines: Sequence[Line]) -> list[Record]:
    """The holdings of the tables of a page that stand on their side; empty where there is none."""
    found: list[Record] = []
    told = [_row(line) for line in lines]
    for place, line in enumerate(lines):
        names = phrases(line.words, 1.0)
        if len(names) >= FEW and not any(read_amount(text_of(run)) for run in names):
            rows = [row for row in told[place + 1 :] if row is not None]
            found += _columns(line, names, rows)
    return found


def _columns(head: Line, names: Sequence[Sequence[Word]], rows: Sequence[tuple[str, date, list[Cell]]]) -> list[Record]:
    """One holding for each name under which stand its units, its price and its value."""
    made: list[Record] = []
    for name in names:
        latest: dict[str, tuple[date, Cell]] = {}
        for role, day, amounts in rows:
            own = next((cell for cell in amounts if _under(cell, name)), None)
            if own is not None and (role not in latest or day > latest[role][0]):
                latest[role] = (day, own)
        if set(latest) >= NEEDED and total_name(text_of(name)) is None:
            cells = {
                "description": Cell(text_of(name), span(name)),
                **{role: cell for role, (_, cell) in latest.items()},
            }
            made.append(Record("holdings", cells, Where(head.page, None, span(name))))
    return made if len(made) >= FEW else []


def _row(line: Line) -> tuple[str, date, list[Cell]] | None:
    """What a line tells, of which day, and its amounts; None for a line of another kind."""
    label, *others = phrases(line.words, 1.0)
    text = text_of(label)
    role = known_role(DAY.sub("", text))
    amounts = [Cell(text_of(run), span(run)) for run in others if read_amount(text_of(run)) is not None]
    if role not in ROLES or len(amounts) < FEW or len(amounts) != len(others):
        return None
    return role, read_date(text) or date.min, amounts


def _under(cell: Cell, name: Sequence[Word]) -> bool:
    """Whether an amount shares its right edge, its left edge or its middle with the name over it."""
    if cell.box is None:
        return False
    left, right = name[0].x0, name[-1].x1
    edges = (cell.box[2] - right, cell.box[0] - left, (cell.box[0] + cell.box[2] - left - right) / 2)
    return min(map(abs, edges)) < REACH
