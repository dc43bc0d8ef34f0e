"""The second line of a row under heads of two lines: figures that the first line lacks, and a cost printed twice.

Amortised and original cost stand over one another, `Orig Total Cost` over `Adj Total Cost` or the other way round; the
row's own cost is the one that its value and its gain tell.
"""

import re

from core.ingest.events import Cell
from core.ingest.figures import read
from core.ingest.open_table import Open
from core.ingest.rows import Row
from core.ingest.vocabulary import NAMES

NEAR = 0.9
TERM = re.compile(r"(?:LT|ST|L|S|long|short)(?:[- ]term)?", re.I)
TWICE = re.compile(r"\b(?:adj|orig|unadj|amort|purchase|tax|book)", re.I)
COSTS = ("unit_cost", "cost")


def completes(state: Open, row: Row) -> bool:
    """Whether a line without a name and units prints the value that the row right above it lacks."""
    if not _is_under(state, row) or state.record is None or {"quantity", "acquired"} & set(row.cells):
        return False
    named = any(name in row.cells for name in NAMES) and TERM.fullmatch(row.label) is None
    return not named and "value" in row.cells and "value" not in state.record.cells


def complete(state: Open, row: Row) -> None:
    """Give the row above what its second line prints."""
    assert state.record is not None
    cells = state.record.cells
    own = _is_own_cost(row.cells.get("cost"), row)
    for role, cell in row.cells.items():
        if role in COSTS and own:
            cells[role] = cell
        elif role not in NAMES:
            cells.setdefault(role, cell)


def is_other_cost(state: Open, row: Row) -> bool:
    """Whether a line prints nothing but the other of two costs, under heads that name both, and perhaps the name."""
    assert state.header is not None
    figures = set(row.cells) - {"description"}
    if row.kind != "numbers" or row.spare or not figures or not _is_under(state, row):
        return False
    heads = [column.label for column in state.header.columns if column.role in figures]
    return figures <= set(COSTS) and all("/" in head or TWICE.search(head) for head in heads)


def _is_under(state: Open, row: Row) -> bool:
    above = state.last_line
    own = state.row is not None and state.row.line is above
    return own and above is not None and 0 <= row.line.top - above.bottom < NEAR * row.line.size


def _is_own_cost(cost: Cell | None, row: Row) -> bool:
    """Whether value less gain is the cost that this line prints."""
    printed, value, gain = (read(cell) for cell in (cost, row.cells.get("value"), row.cells.get("gain")))
    if printed is None or value is None or gain is None:
        return False
    return value.value - gain.value == printed.value
