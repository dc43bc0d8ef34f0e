"""Funds whose names begin with Total, `Total Bond Market Index`: no sums, where nothing above them adds up to them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.lexicon.sections import ONE_FUND, is_section_heading, section_key
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Fact, Heading, Record, Total

OF_ALL = re.compile(r"\baccounts?\b|\baccrued\b|\b(?:market|portfolio) value\b", re.I)
"""Words of the sum of an account, of which no fund is named."""
HELD = ("holdings", "cash", "lots")


def with_funds_called_total(events: Sequence[Event], comma: bool) -> Sequence[Event]:
    """The events, with a row for each sum that is a fund by its name and sums up nothing that stands above it.

    Where no row has a quantity any name but that of a class, `Total International`, may be that of a fund, unless all
    is told without it.
    """
    if not any(isinstance(event, Total) and _may_be_fund(event, True) for event in events):
        return events
    counted = (place for place, event in enumerate(events) if isinstance(event, Record) and "quantity" in event.cells)
    first = next(counted, len(events))
    told = set(_told_without(events, comma))
    return [
        Record(event.kind, dict(event.cells), event.where, table=event.table)
        if isinstance(event, Total)
        and _may_be_fund(event, place < first and event.table not in told)
        and _is_fund(event, events[:place], comma)
        else event
        for place, event in enumerate(events)
    ]


def _may_be_fund(total: Total, alone: bool) -> bool:
    told = bool(total.name) and any(role in total.cells for role in NAMES) and OF_ALL.search(total.name) is None
    return told and (ONE_FUND.search(total.name) is not None or (alone and not is_section_heading(total.name)))


def _told_without(events: Sequence[Event], comma: bool) -> Iterator[int]:
    """The tables whose rows alone add up to the largest of their sums, `Total`; `Total vested` is less of the same."""
    worth: dict[int, Decimal] = {}
    largest: dict[int, Decimal] = {}
    for event in events:
        value = number(event.cells.get("value"), comma) if isinstance(event, Record | Total) else None
        if isinstance(event, Record) and event.kind in HELD:
            worth[event.table] = worth.get(event.table, Decimal(0)) + (value or Decimal(0))
        elif isinstance(event, Total) and value is not None:
            largest[event.table] = max(value, largest.get(event.table, value))
    return (table for table, value in worth.items() if largest.get(table) == value)


def _is_fund(total: Total, above: Sequence[Event], comma: bool) -> bool:
    worth = number(total.cells.get("value"), comma)
    if worth is None or section_key(total.name) in set(_named(above, total.table)):
        return False
    values = [number(row.cells.get("value"), comma) or Decimal(0) for row in _rows_back(above)]
    return worth not in {sum(values[:count], Decimal(0)) for count in range(1, len(values) + 1)}


def _rows_back(above: Sequence[Event]) -> Iterator[Record]:
    """The rows above, the nearest first, back to where the account begins."""
    for event in reversed(above):
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            return
        if isinstance(event, Record) and event.kind in HELD:
            yield event


def _named(above: Sequence[Event], table: int) -> Iterator[str]:
    """What stands above and may be summed, by keys: headings, kinds, and securities with lots."""
    for event in above:
        if isinstance(event, Heading):
            yield section_key(event.text)
        elif isinstance(event, Record) and event.table == table:
            yield from (section_key(cell.text) for role, cell in event.cells.items() if role in ("type", *NAMES))
