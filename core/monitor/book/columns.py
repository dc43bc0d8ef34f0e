"""Assets as columns: what each is made of and what is known of it, from the case and the reference files.

A fact that neither the case nor a file gives is NaN. A security that the reference does not know, or whose classes
the case changed, is described by the funds that stand for its classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.domain.security import Security
from core.market.leaf_facts import class_proxies
from core.market.securities import SecurityFacts, known
from core.risk.exposure import split
from core.risk.sample import Matrix, Vector

if TYPE_CHECKING:
    import pandas as pd

DAILY_REDEEMED = frozenset({"mutual_fund", "money_market"})
SYMBOL = "symbol:"
"""In front of the name of a class that is one symbol, for targets that name symbols."""
NO_PRICE = Decimal(0)
Key = tuple[str, FrozenMap[float], bool, float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """One asset. `security` is None for cash and for a target class without a fund."""

    symbol: str
    security: Security | None
    illiquid: bool = False

    @property
    def facts(self) -> SecurityFacts | None:
        """What the reference knows, where it speaks of the same thing."""
        found = known().get(self.symbol)
        same = found is not None and self.security is not None and found.classes == self.security.classes
        return found if same else None

    @property
    def classes(self) -> Mapping[str, float]:
        """Class -> share."""
        return {CASH: 1.0} if self.security is None else split(self.security, "asset_class")


@dataclass
class Columns:
    """The assets met so far, each under one number; 0 is cash."""

    found: list[Column] = field(default_factory=lambda: [Column(CASH, None)])
    numbers: dict[Key, int] = field(default_factory=dict)

    def number(self, security: Security, illiquid: bool) -> int:
        """The column of a security, made on first sight."""
        key = (security.symbol, security.classes, illiquid, security.expense_ratio, security.dividend_yield)
        place = self.numbers.get(key)
        if place is None:
            place = self.numbers[key] = len(self.found)
            self.found.append(Column(security.symbol, security, illiquid))
        return place

    def fund(self, name: str) -> int:
        """The column of the fund that stands for a class; of a class without one, a column that nothing is known of."""
        if name == CASH:
            return 0
        facts = known().get(class_proxies()[name].fund) if name in class_proxies() else None
        if facts is None:
            return self.number(Security(f"?{name}", NO_PRICE, FrozenMap({name: 1.0})), False)
        return self.number(_plain_security(facts), False)


def _plain_security(facts: SecurityFacts) -> Security:
    return Security(
        facts.symbol, facts.list_price, facts.classes, spread=facts.spread,
        dividend_yield=facts.dividend_yield, expense_ratio=facts.expense_ratio,
    )  # fmt: skip


def returns(columns: list[Column], closes: "pd.DataFrame") -> Matrix:
    """(T, A) daily returns: of the symbol, of what stands in for an illiquid holding, 0 for cash, NaN where none."""
    import warnings

    series = {str(name): closes[name].to_numpy(dtype=np.float64) for name in closes}
    with np.errstate(divide="ignore", invalid="ignore"), warnings.catch_warnings():
        daily = {name: _changes(values) for name, values in series.items()}
    none = np.full(max(len(closes) - 1, 0), np.nan)
    return np.column_stack([_returns(column, daily, none) for column in columns])


def _changes(values: Vector) -> Vector:
    changes = values[1:] / values[:-1] - 1.0
    return np.where(np.isfinite(changes) & (changes > -1.0), changes, np.nan)


def _returns(column: Column, daily: Mapping[str, Vector], none: Vector) -> Vector:
    if column.security is None:
        return np.zeros(len(none))
    if not column.illiquid:
        pure_cash = column.classes.get(CASH, 0.0) > 0.99
        return daily.get(column.symbol, np.zeros(len(none)) if pure_cash else none)
    parts = [
        np.zeros(len(none)) if name == CASH else share * daily.get(_stand_in(name), none)
        for name, share in column.classes.items()
    ]
    return np.asarray(np.sum(parts, axis=0))


def _stand_in(name: str) -> str:
    return class_proxies()[name].illiquid if name in class_proxies() else ""
