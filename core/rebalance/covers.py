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

    def is_full(self, values: Values) -> bool:
        """Whether a point takes it in full."""
        return self.factor * float(values[self.column]) >= FULL * self.most


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
        full = [one for one in self.amounts if one.is_full(values)]
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


@dataclass(frozen=True, slots=True)
class Pieces:
    """A trade made of amounts, together never more than `most`, and nothing where its switch is off."""

    amounts: tuple[Amount, ...]
    switch: int
    most: float


@dataclass(frozen=True, slots=True)
class Need:
    """Trades, and what `spared` gives, are together at least so much, and the supply on top of it.

    What full amounts leave of it must come from the others, each of which may be counted as its own amount, or as
    what it could be (never more than what is left), times whether it is made (knapsack covers: Carr and others, 2000).
    """

    least: float
    spared: Line
    trades: tuple[Pieces, ...]
    supply: tuple[Amount, ...] = ()

    def broken(self, values: Values) -> Line | None:
        """The row (at most 0) that a point breaks, or None where it keeps them."""
        given = [one for one in self.supply if one.is_full(values)]
        full = {one.column: one.most for trade in self.trades for one in trade.amounts if one.is_full(values)}
        whole = self.least + sum(one.most for one in given)
        left = whole - sum(full.values())
        if left <= BREACH * whole:
            return None
        row = Line(constant=left - sum(one.most for one in given)).plus(self.spared, -1.0)
        for one in given:
            row.add(one.column, one.factor)
        for trade in self.trades:
            _count(row, trade, [one for one in trade.amounts if one.column not in full], left, values)
        return row if row.at(values) > BREACH * left else None


@dataclass(frozen=True, slots=True)
class Room:
    """Trades are together at most so much, and what `more` (never below 0) gives.

    Of trades that could be more than the room, all made but one leave that one only the rest of it: what it would
    take of the room in part is not to be had for a part of its switch (flow covers, of one row).
    gate : a switch without which the amounts are nothing, if there is one
    """

    most: float
    more: Line
    trades: tuple[Pieces, ...]
    gate: int | None = None

    def broken(self, values: Values) -> Line | None:
        """The row (at most 0) that a point breaks most, or None where it keeps all."""
        used = [one for one in self.trades if values[one.switch] > BREACH]
        used.sort(key=lambda one: -float(values[one.switch]))
        rows = [self._row(used[:count]) for count in range(1, len(used) + 1)]
        breaks = [(row.at(values), row) for row in rows if row is not None]
        worst = max(breaks, key=lambda one: one[0], default=None)
        return worst[1] if worst is not None and worst[0] > BREACH * self.most else None

    def _row(self, chosen: list[Pieces]) -> Line | None:
        over = sum(one.most for one in chosen) - self.most
        if over <= 0.0 or all(one.most <= over for one in chosen):
            return None
        row, given = Line().plus(self.more, -1.0), -self.most
        for trade in chosen:
            rest = max(0.0, trade.most - over)
            given += rest
            row.add(trade.switch, -rest)
            for one in trade.amounts:
                row.add(one.column, one.factor)
        return row.add(self.gate, given) if self.gate is not None else row.plus(Line(constant=given))


def _count(row: Line, trade: Pieces, others: list[Amount], left: float, values: Values) -> None:
    """Take off a row what of a trade is not full: its amounts, or what they could be of what is left."""
    most = min(trade.most, sum(one.most for one in others), left)
    if sum(one.factor * values[one.column] for one in others) <= most * values[trade.switch]:
        for one in others:
            row.add(one.column, -one.factor)
    else:
        row.add(trade.switch, -most)


def broken(covers: Iterable[Cover | Need | Room], values: Values) -> list[Line]:
    """The rows that a point breaks."""
    return [row for cover in covers if (row := cover.broken(values)) is not None]
