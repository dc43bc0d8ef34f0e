"""Rows held back until a point breaks them, so that a program stays small and yet close about its whole answers.

A cover says that amounts are at most the sum of trades, each of which may be counted in two ways: as its own amount,
or as all that it could be, times whether it is made. Every mix of ways, for all of the amounts or some, holds in every
whole answer (flow covers: Padberg, Van Roy and Wolsey, 1985); the mix that a point breaks most is worth a row.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from core.rebalance.line import INFINITY, Line, Values

BREACH = 0.01
"""Part of a cover's largest factor by which a point must break it to be worth a row."""
FULL = 0.99
"""Part of its most from which an amount counts as taken in full."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What counts of a column, and the most that it can come to."""

    column: int
    factor: float
    most: float


@dataclass(frozen=True, slots=True)
class Made:
    """A trade: `factor` times its column, never more than `most` times its switch."""

    column: int
    factor: float
    switch: int
    most: float


@dataclass(frozen=True, slots=True)
class Cover:
    """`always` and any of the amounts are together at most the sum of the trades."""

    always: Line
    amounts: tuple[Amount, ...]
    trades: tuple[Made, ...]

    def broken(self, values: Values) -> Line | None:
        """The row (at most 0) that a point breaks most, or None where it keeps all."""
        full = [one for one in self.amounts if one.factor * values[one.column] >= FULL * one.most]
        largest = sum(one.most for one in full) if self.amounts else INFINITY
        row = Line(dict(self.always.terms), self.always.constant)
        for one in full:
            row.add(one.column, one.factor)
        size = 1e-9
        for trade in self.trades:
            most = min(trade.most, largest)
            size = max(size, most)
            if trade.factor * values[trade.column] <= most * values[trade.switch]:
                row.add(trade.column, -trade.factor)
            else:
                row.add(trade.switch, -most)
        return row if row.at(values) > BREACH * size else None


def broken(covers: Iterable[Cover], values: Values) -> list[Line]:
    """The rows that a point breaks."""
    return [row for cover in covers if (row := cover.broken(values)) is not None]
