"""A policy walked forward through the trade engine itself: real lots, wash-sale windows, spreads and yearly taxes.

One invented account of a million dollars on invented days. Each class is a pair of funds that move alike without being
identical, so that a loss can be taken and the class kept. Whatever is bought or sold is what `rebalance` answers to the
account's case on that day; the walk only moves prices, days and money. Hypothetical throughout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from core.domain.account import Account, Amounts, FlatRates, Registration, Taxpayer
from core.domain.allocation import CASH, Allocation, Band
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Activity, Lot
from core.domain.money import cents
from core.domain.policy import Policy
from core.domain.security import Security
from core.domain.trade import Proposed, Trade
from core.lab.paths import DAYS_A_YEAR
from core.lab.policies import LabPolicy, PolicyRun, Terms
from core.lab.walk import MONTH, Progress
from core.rebalance import rebalance

Matrix = NDArray[np.float64]

START = Decimal(1_000_000)
WINDOW = timedelta(days=61)
ACCOUNT, PAYER = "lab", "owner"
ZERO = Decimal(0)


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
        self.policy, self.terms, self.classes = policy, terms, classes
        self.days = _sessions(start)
        self.today = next(self.days)
        self.target = np.array(terms.target)
        self.prices = np.full(len(classes), 100.0)
        self.allocation = _allocation(policy, classes, terms.target)
        self.funds = [place for place, name in enumerate(classes) if name != CASH]
        self.lots: dict[str, Lot] = {}
        self.shares = np.zeros(len(classes))
        self.cash, self.number = ZERO, 0
        self.history: list[Activity] = []
        self.payer = _payer(terms)
        self.due = ZERO
        self.sums = _Sums()
        self._open()

    def live(self, day: int, gains: NDArray[np.float64]) -> None:
        """One day: prices move, the year's tax and new money come due, and the policy looks."""
        before = self._values()
        wealth = float(before.sum())
        earned = float(before @ gains) / wealth
        self.sums.growth += float(np.log1p(earned))
        self.sums.gaps.append(earned - float(self.target @ gains))
        self.prices = self.prices * (1.0 + gains)
        if CASH in self.classes:
            self.cash += cents(self.cash * Decimal(repr(float(gains[self.classes.index(CASH)]))))
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
        flow = ZERO
        if self.terms.flow and day % MONTH == 0:
            flow += cents(Decimal(repr(float(self._values().sum()) * self.terms.flow * MONTH / DAYS_A_YEAR)))
        if day % DAYS_A_YEAR == 0:
            flow -= self._close_year()
        return flow

    def _close_year(self) -> Decimal:
        """The tax of the year that ends; losses beyond what it could use are carried into the next."""
        due, self.due = self.due, ZERO
        part = float(due) / float(self._values().sum())
        self.sums.tax += part
        self.sums.growth += float(np.log1p(-part))
        realized, carried = self.payer.realized, self.payer.carryforward
        net = realized.short + realized.long - carried.short - carried.long
        self.payer = replace(self.payer, realized=Amounts(), carryforward=Amounts(long=max(-net, ZERO)))
        return due

    def _looks(self, day: int) -> bool:
        """Whether the policy asks the engine today: on the calendar, out of a band, or for a loss worth taking."""
        if self.policy.cash_flow:
            return False
        harvest = self.policy.harvest and day % MONTH == 0 and self._loss_worth_taking()
        if day % self.policy.every:
            return harvest
        if self.policy.widths is None:
            return True
        values = self._values()
        drift = np.abs(values / values.sum() - self.target)
        return harvest or bool((drift > np.array(self.policy.widths)).any())

    def _loss_worth_taking(self) -> bool:
        least = Decimal(repr(1.0 - self.terms.harvest_at))
        price = self._price
        return any(lot.quantity * price(lot.symbol) < least * (lot.cost_basis or ZERO) for lot in self.lots.values())

    def _rebalance(self, flow: Decimal) -> None:
        case = self._case(flow)
        answer = rebalance(case, counterfactuals=False)
        wealth = float(self._values().sum()) + float(flow)
        self._settle(answer)
        self.cash = answer.cash_after[ACCOUNT]
        self.due += answer.tax.total
        if answer.trades:
            bought, sold = (_dollars(answer.trades, side) for side in ("buy", "sell"))
            self.sums.turnover += min(bought, sold) / wealth
            self.sums.trades += 1
            paid = float(answer.spread) / wealth
            self.sums.cost += paid
            self.sums.growth += float(np.log1p(-paid))

    def _settle(self, answer: Proposed) -> None:
        """The trades done at the day's prices: lots taken and made, gains counted, 61 days of history kept."""
        self.history = [row for row in self.history if row.date > self.today - WINDOW]
        short, long = self.payer.realized.short, self.payer.realized.long
        for trade in answer.trades:
            gain = ZERO
            for pick in trade.lots:
                self.lots = _without(self.lots, pick.lot, pick.quantity, pick.cost_basis or ZERO)
                self.shares[self._place(trade.symbol)] -= float(pick.quantity)
                gain += pick.gain or ZERO
                short, long = (
                    (short + (pick.gain or ZERO), long) if pick.term == "short" else (short, long + (pick.gain or ZERO))
                )
            if trade.side == "buy":
                self._buy(trade.symbol, trade.quantity, trade.amount)
            sold = gain if trade.side == "sell" else None
            self.history.append(
                Activity(ACCOUNT, trade.symbol, trade.side, trade.quantity, self.today, trade.amount, sold)
            )
        self.payer = replace(self.payer, realized=Amounts(short, long))

    def _buy(self, symbol: str, quantity: Decimal, amount: Decimal) -> None:
        self.number += 1
        lot = Lot(f"L{self.number:06d}", symbol, quantity, amount, self.today)
        self.lots[lot.id] = lot
        self.shares[self._place(symbol)] += float(quantity)

    def _open(self) -> None:
        """The account at its target, every class in the first fund of its pair."""
        for place, weight in zip(range(len(self.classes)), self.terms.target, strict=True):
            amount = cents(START * Decimal(repr(weight)))
            if self.classes[place] == CASH:
                self.cash += amount
            elif amount:
                symbol = _fund(self.classes[place], 1)
                self._buy(symbol, (amount / self._price(symbol)).quantize(Decimal("0.0001")), amount)

    def _case(self, flow: Decimal) -> Case:
        registration: Registration = "taxable_individual" if self.terms.tax_rate > 0 else "traditional_ira"
        account = Account(ACCOUNT, PAYER, PAYER, registration, self.cash, tuple(self.lots.values()), cash_flow=flow)
        policy = Policy(
            trigger="calendar" if self.policy.widths is None else "threshold", harvest_losses=self.policy.harvest,
            cash_flow_only=self.policy.cash_flow, minimum_trade=ZERO, location=False,
        )  # fmt: skip
        return Case(
            self.today, (self.payer,), (account,), self._securities(), self.allocation, tuple(self.history), policy
        )

    def _securities(self) -> tuple[Security, ...]:
        return tuple(
            Security(
                _fund(self.classes[place], twin), _rounded(self.prices[place]),
                FrozenMap({self.classes[place]: 1.0}), self.terms.cost, fractional=True,
                substitutes=(_fund(self.classes[place], 3 - twin),),
            )
            for place in self.funds for twin in (1, 2)
        )  # fmt: skip

    def _price(self, symbol: str) -> Decimal:
        return _rounded(self.prices[self._place(symbol)])

    def _place(self, symbol: str) -> int:
        """Where a fund's class stands."""
        return self.classes.index(symbol.rsplit(".", 1)[0])

    def _values(self) -> NDArray[np.float64]:
        """Dollars in each class."""
        values: NDArray[np.float64] = self.shares * self.prices
        values[self.classes.index(CASH) if CASH in self.classes else 0] += float(self.cash)
        return values


def _allocation(policy: LabPolicy, classes: tuple[str, ...], target: tuple[float, ...]) -> Allocation:
    widths = policy.widths or (0.0,) * len(classes)
    bands = {name: Band("absolute", width) for name, width in zip(classes, widths, strict=True)}
    destination = "target" if policy.widths is None else policy.destination
    return Allocation("asset_class", FrozenMap(zip(classes, target, strict=True)), FrozenMap(bands), destination)


def _payer(terms: Terms) -> Taxpayer:
    short = terms.short_rate or terms.tax_rate
    return Taxpayer(PAYER, flat_rates=FlatRates(short_term=short, long_term=terms.tax_rate))


def _fund(name: str, twin: int) -> str:
    return f"{name}.{twin}"


def _rounded(price: float) -> Decimal:
    return Decimal(repr(round(float(price), 6)))


def _dollars(trades: Sequence[Trade], side: str) -> float:
    return float(sum((trade.amount for trade in trades if trade.side == side), ZERO))


def _without(lots: dict[str, Lot], name: str, quantity: Decimal, basis: Decimal) -> dict[str, Lot]:
    lot = lots[name]
    left = lot.quantity - quantity
    if left <= 0:
        return {key: one for key, one in lots.items() if key != name}
    return {**lots, name: replace(lot, quantity=left, cost_basis=(lot.cost_basis or ZERO) - basis)}


def _sessions(start: date) -> Iterator[date]:
    """252 days of a year's weekdays, evenly spread: the walk's days follow one another as sessions do."""
    day, number = start, 0
    while True:
        yield day
        number += 1
        day = start + timedelta(days=round(number * 365.25 / DAYS_A_YEAR))
