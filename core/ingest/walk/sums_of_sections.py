"""Rows that repeat the heading of their section beside its sums, `STOCKS` with a share, a cost and a value."""

import itertools
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.sections import is_section_heading, section_key
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Heading, Record, Total
from core.ingest.rows.rows import Row


def is_sum_of_section(state: Open, row: Row) -> bool:
    """Whether a row repeats a heading above it beside sums: `STOCKS` with a value and no quantity and price."""
    bare = row.kind == "record" and "acquired" not in row.cells and ("price" not in row.cells or _is_of_share(row))
    bare = bare and ("quantity" not in row.cells or _has_units_of_table(state, row))
    above = state.record is not None or (state.closed is not None and _ends_in_sum(state)) or _goes_on(state, row)
    above = above or _heads_rows(state, row)
    again = above and section_key(row.label) in state.sections
    return bare and again and is_section_heading(row.label)


def _is_of_share(row: Row) -> bool:
    """Whether a row without units prints a share of the whole where others print a price: `STOCKS   24.69%`."""
    price = read_amount(row.cells["price"].text)
    return price is not None and price.percent and "quantity" not in row.cells and "value" in row.cells


def _goes_on(state: Open, row: Row) -> bool:
    """Whether the heading right above repeats the words of the row and says that its section goes on from before."""
    last = next((event for event in reversed(state.events) if isinstance(event, Heading | Record | Total)), None)
    return isinstance(last, Heading) and last.again and section_key(last.text) == section_key(row.label)


def _heads_rows(state: Open, row: Row) -> bool:
    """Whether rows stand under the last heading, which has the words of the row: heads of sums may part them."""
    under = list(itertools.takewhile(lambda event: not isinstance(event, Heading), reversed(state.events)))
    last = state.events[-1 - len(under)] if len(under) < len(state.events) else None
    same = isinstance(last, Heading) and section_key(last.text) == section_key(row.label)
    return same and any(isinstance(event, Record) for event in under)


def _has_units_of_table(state: Open, row: Row) -> bool:
    """Whether a row has as many units as some of the securities right above it, back to where they begin."""
    printed, held = read(row.cells.get("quantity")), Decimal(0)
    for event in reversed(state.events):
        if not isinstance(event, Record) or event.kind != "holdings" or printed is None:
            continue
        units = read(event.cells.get("quantity"))
        held += units.value if units is not None else 0
        if held == printed.value:
            return True
    return False


def _ends_in_sum(state: Open) -> bool:
    """Whether the last row that was read is a sum, as that of the lots of a security."""
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    return isinstance(last, Total)
