"""A cost that is printed twice, original and adjusted over one another: which of both is the row's own."""

import re
from collections.abc import Mapping
from dataclasses import replace

from core.ingest.lexicon.figures import read
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Record, Total
from core.ingest.nouns.words import span

COSTS = ("unit_cost", "cost")
TWICE = re.compile(r"\b(?:adj|orig|unadj|amort|purchase|tax|book)", re.I)
"""What heads of a cost say that is printed twice."""
ADJUSTED_BELOW = re.compile(r"\b(?:orig|unadj|purchase)\w*\b.*\b(?:adj|amort)", re.I)


def settle_cost(state: Open, below: Mapping[str, Cell]) -> None:
    """Give the row above the cost on the line under it, where that is its own: a security, a lot, or their sum.

    It is where value less gain is that cost; where no gain is printed, where the head names the adjusted one below.
    """
    place = next((at for at in range(len(state.events) - 1, -1, -1) if isinstance(state.events[at], Record | Total)), 0)
    above = state.events[place] if state.events else None
    if not isinstance(above, Record | Total) or not {"cost"} <= set(below) & set(above.cells):
        return
    if state.last_line is None or above.where.box != span(state.last_line.words):
        return
    told = is_own_cost(below["cost"], above.cells) and not is_own_cost(above.cells["cost"], above.cells)
    if told or ("gain" not in above.cells and _adjusted_stands_below(state)):
        cells = {**above.cells, **{role: below[role] for role in COSTS if role in below}}
        if isinstance(above, Record):
            above.cells = cells
        else:
            state.events[place] = replace(above, cells=cells)


def is_own_cost(cost: Cell | None, cells: Mapping[str, Cell]) -> bool:
    """Whether value less gain is the cost that a line prints."""
    printed, value, gain = (read(cell) for cell in (cost, cells.get("value"), cells.get("gain")))
    if printed is None or value is None or gain is None:
        return False
    return value.value - gain.value == printed.value


def _adjusted_stands_below(state: Open) -> bool:
    """Whether the head of the costs names that at purchase over the adjusted one."""
    columns = state.header.columns if state.header is not None else ()
    return any(ADJUSTED_BELOW.search(column.label) for column in columns if column.role == column.under == "cost")
