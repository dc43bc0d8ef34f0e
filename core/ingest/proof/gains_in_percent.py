"""Gains in per cent under a head that says no more than `Gain`, or beside an amount in its cell: no amounts."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import half_step
from core.ingest.lexicon.figures import number, read
from core.ingest.nouns.events import Event, Record

HUNDRED = Decimal(100)


def without_percentages(events: Sequence[Event], comma: bool) -> Sequence[Event]:
    """The events, without gains that say per cent, or are so many of the cost and not value less cost; in place."""
    for event in events:
        if isinstance(event, Record) and "gain" in event.cells and _is_percentage(event, comma):
            del event.cells["gain"]
    return events


def _is_percentage(row: Record, comma: bool) -> bool:
    printed = read(row.cells["gain"], comma)
    if printed is None or printed.percent or "gain_more" in row.cells:
        return printed is not None and printed.percent
    value, cost, gain = number(row.cells.get("value"), comma), number(row.cells.get("cost"), comma), printed.value
    if value is None or not cost:
        return False
    if gain == value - cost:
        return False
    step = half_step(gain)
    if abs(value - cost - gain) <= step + half_step(value) + half_step(cost):
        return False
    return abs((value - cost) * HUNDRED / abs(cost) - gain) <= step * 2
