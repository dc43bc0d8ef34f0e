"""Figures of a row that stand in no column known by its head: what they fit of what the row lacks is in doubt.

`Price ($)Cost Basis` set without a gap may be read as one head; the prices under it then stand in no column, and
nothing else would miss them.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine
from core.ingest.amounts import read_amount
from core.ingest.events import Record
from core.ingest.figures import UNITS, ties


def with_spare(line: StatementLine, record: Record, comma: bool) -> StatementLine:
    """The line with a doubt for each of price, units and cost that it lacks and that a spare figure of its row fits."""
    amounts = {text: amount.value for text in record.spare if (amount := read_amount(text, comma)) is not None}
    found = {name: text for text, value in amounts.items() for name in _fits(line, value)}
    return replace(line, doubts=FrozenMap({**found, **line.doubts})) if found else line


def _fits(line: StatementLine, figure: Decimal) -> Iterator[str]:
    """The fields that the line lacks and that the figure is by what the line has."""
    worth = line.market_value
    if worth is None or not figure:
        return
    if line.price is None and line.quantity and any(ties(line.quantity, figure, unit, worth) for unit in UNITS):
        yield "price"
    if line.quantity is None and line.price and any(ties(figure, line.price, unit, worth) for unit in UNITS):
        yield "quantity"
    if line.cost_basis is None and line.gain is not None and worth - figure == line.gain:
        yield "cost_basis"
