"""A policy walked forward through the trade engine itself: real lots, wash-sale windows, spreads and yearly taxes.

One invented account of a million dollars on invented days. Whatever is bought or sold is what `rebalance` answers to
the account's case on that day; the walk only moves prices, days and money. Hypothetical throughout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from core.domain.allocation import Allocation, Band
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.money import cents
from core.domain.policy import Policy
from core.domain.trade import Trade
from core.lab.paths import DAYS_A_YEAR
from core.lab.policies import LabPolicy, PolicyRun, Terms
from core.lab.walk import MONTH, Progress
from core.rebalance import rebalance
from core.workflow.lab_account import ZERO, LabAccount

Matrix = NDArray[np.float64]


def walk_with_lots(
    returns: Matrix,
    classes: Sequence[str],
    terms: Terms,
    policies: Sequence[LabPolicy],
    start: date,
    progress: Progress | None = None,
) -> tuple[PolicyRun, ...]:
    """Walk the policies one after the other over simple daily returns (day x class), each from the target.

    progress : called once a year of each policy with how many of all their days are done
    """
    if returns.ndim != 2 or returns.shape[1] != len(classes) or len(classes) != len(terms.target):
        raise BadInput("returns", f"expected one column for each of {len(terms.target)} classes")
    runs = []
    for place, policy in enumerate(policies):
        walker = _Walker(policy, terms, tuple(classes), start)
        for day, gains in enumerate(returns, start=1):
            walker.live(day, gains)
            if progress is not None and day % DAYS_A_YEAR == 0:
                progress(place * len(returns) + day, len(policies) * len(returns))
        runs.append(walker.run(len(returns)))
    return tuple(runs)


@dataclass(slots=True)
class _Sums:
    """What adds up over the walk; turnover, cost and tax as fractions of wealth, growth as a logarithm."""

    turnover: float = 0.0
    trades: int = 0
    cost: float = 0.0
    tax: float = 0.0
    growth: float = 0.0
    gaps: list[float] = field(default_factory=list)


class _Walker:
    """One account under one policy, day after day."""

    def __init__(self, policy: LabPolicy, terms: Terms, classes: tuple[str, ...], start: date) -> None:
        self.policy, self.terms = policy, terms
        self.days = _sessions(start)
        self.today = next(self.days)
        self.target = np.array(terms.target)
        self.account = LabAccount(terms, classes, self.today)
        self.allocation = _allocation(policy, classes, terms.target)
        self.rules = Policy(
            trigger="calendar" if policy.widths is None else "threshold", harvest_losses=policy.harvest,
            cash_flow_only=policy.cash_flow, minimum_trade=ZERO, location=False,
        )  # fmt: skip
        self.sums = _Sums()

    def live(self, day: int, gains: NDArray[np.float64]) -> None:
        """One day: prices move, the year's tax and new money come due, and the policy looks."""
        before = self.account.values()
        earned = float(before @ gains) / float(before.sum())
        self.sums.growth += float(np.log1p(earned))
        self.sums.gaps.append(earned - float(self.target @ gains))
        self.account.live(gains)
        self.today = next(self.days)
        flow = self._flow(day)
        if flow or self._looks(day):
            self._rebalance(flow)

    def run(self, days: int) -> PolicyRun:
        """The sums as figures a year."""
        years, sums = days / DAYS_A_YEAR, self.sums
        error = float(np.std(np.array(sums.gaps)) * np.sqrt(DAYS_A_YEAR))
        growth = float(np.exp(sums.growth / years) - 1.0)
        return PolicyRun(
            self.policy, sums.turnover / years, error, sums.trades / years, sums.cost / years, sums.tax / years, growth
        )

    def _flow(self, day: int) -> Decimal:
        """Dollars coming in (+) or leaving (-) today: new money by the month, tax at the end of each year."""
        flow, wealth = ZERO, float(self.account.values().sum())
        if self.terms.flow and day % MONTH == 0:
            flow += cents(Decimal(repr(wealth * self.terms.flow * MONTH / DAYS_A_YEAR)))
        if day % DAYS_A_YEAR == 0:
            due = self.account.close_year()
            self.sums.tax += float(due) / wealth
            self.sums.growth += float(np.log1p(-float(due) / wealth))
            flow -= due
        return flow

    def _looks(self, day: int) -> bool:
        """Whether the policy asks the engine today: on the calendar, out of a band, or for a loss worth taking."""
        if self.policy.cash_flow:
            return False
        harvest = self.policy.harvest and day % MONTH == 0 and self.account.has_loss(self.terms.harvest_at)
        if day % self.policy.every:
            return harvest
        if self.policy.widths is None:
            return True
        values = self.account.values()
        drift = np.abs(values / values.sum() - self.target)
        return harvest or bool((drift > np.array(self.policy.widths)).any())

    def _rebalance(self, flow: Decimal) -> None:
        answer = rebalance(self.account.case(self.today, self.allocation, self.rules, flow), counterfactuals=False)
        wealth = float(self.account.values().sum()) + float(flow)
        self.account.settle(answer, self.today)
        if answer.trades:
            self.sums.turnover += min(_dollars(answer.trades, "buy"), _dollars(answer.trades, "sell")) / wealth
            self.sums.trades += 1
            paid = float(answer.spread) / wealth
            self.sums.cost += paid
            self.sums.growth += float(np.log1p(-paid))


def _allocation(policy: LabPolicy, classes: tuple[str, ...], target: tuple[float, ...]) -> Allocation:
    widths = policy.widths or (0.0,) * len(classes)
    bands = {name: Band("absolute", width) for name, width in zip(classes, widths, strict=True)}
    destination = "target" if policy.widths is None else policy.destination
    return Allocation("asset_class", FrozenMap(zip(classes, target, strict=True)), FrozenMap(bands), destination)


def _dollars(trades: Sequence[Trade], side: str) -> float:
    return float(sum((trade.amount for trade in trades if trade.side == side), ZERO))


def _sessions(start: date) -> Iterator[date]:
    """252 days of a year, evenly spread: the walk's days follow one another as sessions do."""
    number = 0
    while True:
        yield start + timedelta(days=round(number * 365.25 / DAYS_A_YEAR))
        number += 1
