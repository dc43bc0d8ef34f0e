"""An account cut another way behind its total, by source of money or by class: amounts alone that make the same sum."""

import itertools
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies
from core.ingest.nouns.events import Event, Record, Total
from core.ingest.rows.row_keys import number_in

LEAST = 2
ZERO = Decimal(0)


def without_cuts(events: Sequence[Event]) -> list[Event]:
    """The events but for rows of an amount alone which stand behind the total of priced rows and add up to it again."""
    kept: list[Event] = []
    held, total, again = ZERO, ZERO, ZERO
    priced = False
    for bare, group in itertools.groupby(events, key=_is_bare):
        run = [*group]
        if not bare and again and isinstance(run[0], Total) and not run[0].name and number_in(run[0], "value") == again:
            run = run[1:]
        again = ZERO
        if bare and total:
            cut = _begin_of_cut(run, total)
            again = total if cut < len(run) else ZERO
            run = run[:cut]
        for event in run:
            if isinstance(event, Record) and event.kind == "holdings":
                held += number_in(event, "value") or ZERO
                priced = priced or multiplies(event)
            elif isinstance(event, Total) and not event.name:
                worth = number_in(event, "value") or ZERO
                total = worth if priced and worth == held else ZERO
        kept += run
    return kept


def _begin_of_cut(rows: Sequence[Event], total: Decimal) -> int:
    """From which of these rows of an amount alone on they make the total; their count where none do."""
    made = sum((number_in(row, "value") or ZERO for row in rows if isinstance(row, Record)), ZERO)
    for at, row in enumerate(rows):
        if made == total and len(rows) - at >= LEAST:
            return at
        made -= (number_in(row, "value") or ZERO) if isinstance(row, Record) else ZERO
    return len(rows)


def _is_bare(event: Event) -> bool:
    """Whether a row tells a value and nothing else in figures."""
    if not isinstance(event, Record) or event.kind != "holdings":
        return False
    return "value" in event.cells and not {"quantity", "price", "cost", "gain", "commitment"} & set(event.cells)
