"""The invented account of the policy lab: lots, cash, 61 days of history and a tax year, traded by the engine.

Each class is a pair of funds that move alike without being identical, so that a loss can be taken and the class kept.
"""

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from core.domain.account import Account, Amounts, FlatRates, Registration, Taxpayer
from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Activity, Lot
from core.domain.money import cents
from core.domain.policy import Policy
from core.domain.security import Security
from core.domain.trade import Proposed, Trade
from core.lab.policies import Terms

Vector = NDArray[np.float64]

START = Decimal(1_000_000)
WINDOW = timedelta(days=61)
ACCOUNT, PAYER = "lab", "owner"
ZERO = Decimal(0)


class LabAccount:
    """One account that begins at the target, every class in the first fund of its pair."""

    def __init__(self, terms: Terms, classes: tuple[str, ...], today: date) -> None:
        self.terms, self.classes = terms, classes
        self.prices: Vector = np.full(len(classes), 100.0)
        self.shares: Vector = np.zeros(len(classes))
        self.lots: dict[str, Lot] = {}
        self.cash, self.due, self._number = ZERO, ZERO, 0
        self.history: list[Activity] = []
        short = terms.short_rate or terms.tax_rate
        self.payer = Taxpayer(PAYER, flat_rates=FlatRates(short_term=short, long_term=terms.tax_rate))
        self._open(today)

    def values(self) -> Vector:
        """Dollars in each class."""
        values: Vector = self.shares * self.prices
        values[self.classes.index(CASH) if CASH in self.classes else 0] += float(self.cash)
        return values

    def live(self, gains: Vector) -> None:
        """One day's returns."""
        self.prices = self.prices * (1.0 + gains)
        if CASH in self.classes:
            self.cash += cents(self.cash * Decimal(repr(float(gains[self.classes.index(CASH)]))))

    def has_loss(self, depth: float) -> bool:
        """Whether some lot stands below its basis by more than this fraction."""
        least = Decimal(repr(1.0 - depth))
        return any(
            lot.quantity * self._price(lot.symbol) < least * (lot.cost_basis or ZERO) for lot in self.lots.values()
        )

    def case(self, today: date, target: Allocation, policy: Policy, flow: Decimal) -> Case:
        """The account as the engine sees it today, `flow` dollars still to come."""
        registration: Registration = "taxable_individual" if self.terms.tax_rate > 0 else "traditional_ira"
        account = Account(ACCOUNT, PAYER, PAYER, registration, self.cash, tuple(self.lots.values()), cash_flow=flow)
        self.history = [row for row in self.history if row.date > today - WINDOW]
        return Case(today, (self.payer,), (account,), self._securities(), target, tuple(self.history), policy)

    def settle(self, answer: Proposed, today: date) -> None:
        """The engine's trades done at the day's prices; their tax comes due at the end of the year."""
        for trade in answer.trades:
            if trade.side == "buy":
                self._buy(trade.symbol, trade.quantity, trade.amount, today)
            else:
                self._sell(trade)
            sold = sum((pick.gain or ZERO for pick in trade.lots), ZERO) if trade.side == "sell" else None
            self.history.append(Activity(ACCOUNT, trade.symbol, trade.side, trade.quantity, today, trade.amount, sold))
        self.cash = answer.cash_after[ACCOUNT]
        self.due += answer.tax.total

    def close_year(self) -> Decimal:
        """The tax of the year that ends; losses beyond what it could use are carried into the next."""
        due, self.due = self.due, ZERO
        realized, carried = self.payer.realized, self.payer.carryforward
        net = realized.short + realized.long - carried.short - carried.long
        self.payer = Taxpayer(PAYER, flat_rates=self.payer.flat_rates, carryforward=Amounts(long=max(-net, ZERO)))
        return due

    def _open(self, today: date) -> None:
        for name, weight in zip(self.classes, self.terms.target, strict=True):
            amount = cents(START * Decimal(repr(weight)))
            if name == CASH:
                self.cash += amount
            elif amount:
                symbol = _fund(name, 1)
                self._buy(symbol, (amount / self._price(symbol)).quantize(Decimal("0.0001")), amount, today)

    def _buy(self, symbol: str, quantity: Decimal, amount: Decimal, today: date) -> None:
        self._number += 1
        lot = Lot(f"L{self._number:06d}", symbol, quantity, amount, today)
        self.lots[lot.id] = lot
        self.shares[self._place(symbol)] += float(quantity)

    def _sell(self, trade: Trade) -> None:
        short, long = self.payer.realized.short, self.payer.realized.long
        for pick in trade.lots:
            lot, gain = self.lots.pop(pick.lot), pick.gain or ZERO
            if left := lot.quantity - pick.quantity:
                basis = (lot.cost_basis or ZERO) - (pick.cost_basis or ZERO)
                self.lots[lot.id] = Lot(lot.id, lot.symbol, left, basis, lot.acquired)
            short, long = (short + gain, long) if pick.term == "short" else (short, long + gain)
        self.shares[self._place(trade.symbol)] -= float(trade.quantity)
        self.payer = Taxpayer(
            PAYER, flat_rates=self.payer.flat_rates, carryforward=self.payer.carryforward,
            realized=Amounts(short, long),
        )  # fmt: skip

    def _securities(self) -> tuple[Security, ...]:
        return tuple(
            Security(
                _fund(name, twin), _rounded(self.prices[place]), FrozenMap({name: 1.0}), self.terms.cost,
                fractional=True, substitutes=(_fund(name, 3 - twin),),
            )
            for place, name in enumerate(self.classes) if name != CASH for twin in (1, 2)
        )  # fmt: skip

    def _price(self, symbol: str) -> Decimal:
        return _rounded(self.prices[self._place(symbol)])

    def _place(self, symbol: str) -> int:
        """Where a fund's class stands."""
        return self.classes.index(symbol.rsplit(".", 1)[0])


def _fund(name: str, twin: int) -> str:
    return f"{name}.{twin}"


def _rounded(price: float) -> Decimal:
    return Decimal(repr(round(float(price), 6)))
