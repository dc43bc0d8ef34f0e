"""Sums of a section on lines of their own under its total: `Total Cost Basis: …`, `Total Accrued Interest: …`."""

import re
from dataclasses import replace

from core.ingest.lexicon.figures import read
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Record, Total
from core.ingest.rows.rows import Row

OF_ROLE = {
    "cost": re.compile(r"total (?:adjusted |tax )?cost(?: basis)?\b[^\d$]*", re.I),
    "accrued": re.compile(r"total accrued (?:interest|income)\b[^\d$]*", re.I),
}


def is_of_section(state: Open, text: str) -> bool:
    """Whether a line tells the cost or interest of a section: its total stands right above, of more than one row."""
    total = _total_above(state)
    if total is None or _role_of(text) is None or state.closed is None:
        return False
    held, printed = read(state.closed.cells.get("value")), read(total.cells.get("value"))
    return held is not None and printed is not None and held.value != printed.value


def take_sum_below(state: Open, row: Row) -> bool:
    """Give the total above what a line under it tells; False where the line tells nothing of the kind."""
    total, role = _total_above(state), _role_of(row.label)
    figures = [cell for name, cell in row.cells.items() if read(cell) is not None]
    if total is None or role is None or row.kind == "text" or len(figures) != 1:
        return False
    place = next(at for at in range(len(state.events) - 1, -1, -1) if state.events[at] is total)
    state.events[place] = replace(total, cells={role: figures[0], **total.cells})
    return True


def _total_above(state: Open) -> Total | None:
    """The sum in the open table after which no security stands."""
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    return last if isinstance(last, Total) and last.table == state.tables else None


def _role_of(text: str) -> str | None:
    return next((role for role, pattern in OF_ROLE.items() if pattern.match(text)), None)
