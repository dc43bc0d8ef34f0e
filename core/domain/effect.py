"""The effect of a change of mandate on the book: each household under the version in force and under the candidate."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from core.domain.committee import Outcome


@dataclass(frozen=True, slots=True)
class Side:
    """One household under one version: what the engine would do, and the alerts that would stand."""

    outcome: Outcome
    alerts: int


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One household under both versions; `problem` says why one of them has no answer."""

    household: str
    name: str
    old: Side | None
    new: Side | None
    problem: str = ""

    def moved(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """New less old of a figure, 0 where one of them has no answer."""
        return figure(self.new) - figure(self.old) if self.old and self.new else Decimal(0)


@dataclass(frozen=True, slots=True)
class Effect:
    """The book under both versions, most affected household first: by tax, then by trades.

    followers : households that follow the mandate; book : households there are
    estimated : figures of one linear program each, not of the engine's own answers
    """

    mandate: str
    followers: int
    book: int
    rows: tuple[EffectRow, ...]
    estimated: bool = False

    def old(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """Sum of a figure over the households that have both answers, as things stand."""
        return sum((figure(row.old) for row in self.rows if row.old and row.new), Decimal(0))

    def new(self, figure: Callable[[Side], Decimal]) -> Decimal:
        """The same sum under the candidate."""
        return sum((figure(row.new) for row in self.rows if row.old and row.new), Decimal(0))


def tax(side: Side) -> Decimal:
    """Dollars of tax of the trades."""
    return side.outcome.tax


def trades(side: Side) -> Decimal:
    """How many trades."""
    return Decimal(side.outcome.trades)


def open_alerts(side: Side) -> Decimal:
    """How many alerts."""
    return Decimal(side.alerts)


def outside(side: Side) -> Decimal:
    """Classes outside their band before any trade."""
    return Decimal(side.outcome.out_before)
