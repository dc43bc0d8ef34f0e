"""An account cut another way behind its total, by source of money or by class: amounts alone that make the same sum."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies
from core.ingest.events import Event, Record, Total
from core.ingest.row_keys import number_in

LEAST = 2
ZERO = Decimal(0)


def without_cuts(events: Sequence[Event]) -> list[Event]:
    """The events but for rows of an amount alone which stand behind the total of priced rows and add up to it again."""
    kept: list[Event] = []
    held, total = ZERO, ZERO
    priced = False
    at = 0
    while at < len(events):
        event = events[at]
        if total and (end := _end_of_cut(events, at, total)):
            at = end
            continue
        if isinstance(event, Record) and event.kind == "holdings":
            held += number_in(event, "value") or ZERO
            priced = priced or multiplies(event)
        elif isinstance(event, Total) and not event.name:
            worth = number_in(event, "value") or ZERO
            total = worth if priced and worth == held else ZERO
        kept.append(event)
        at += 1
    return kept


def _end_of_cut(events: Sequence[Event], at: int, total: Decimal) -> int:
    """Where rows of an amount alone end that begin here and make a total, with its second print; 0 where none do."""
    rows = [*itertools.takewhile(_is_bare, (events[place] for place in range(at, len(events))))]
    end = at + len(rows)
    made = sum((number_in(row, "value") or ZERO for row in rows if isinstance(row, Record)), ZERO)
    if len(rows) < LEAST or made != total:
        return 0
    last = events[end] if end < len(events) else None
    again = isinstance(last, Total) and not last.name and number_in(last, "value") == total
    return end + 1 if again else end


def _is_bare(event: Event) -> bool:
    """Whether a row tells a value and nothing else in figures."""
    if not isinstance(event, Record) or event.kind != "holdings":
        return False
    return "value" in event.cells and not {"quantity", "price", "cost", "gain", "commitment"} & set(event.cells)
