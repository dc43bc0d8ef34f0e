"""The one door from exact numbers to floats: holdings as arrays of dollars and weights."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from core.domain.account import Account
from core.domain.security import Security


def as_float(value: Decimal | None) -> float:
    """An exact number as float64; NaN where it is unknown."""
    return float("nan") if value is None else float(value)


def as_array(values: Iterable[Decimal | None]) -> NDArray[np.float64]:
    """Exact numbers as an array; NaN where one is unknown."""
    return np.array([as_float(value) for value in values], dtype=np.float64)


def dollars_by_symbol(accounts: Iterable[Account], securities: Mapping[str, Security]) -> dict[str, Decimal]:
    """Dollars held of each symbol over the accounts, lots added up; cash is not in it."""
    held: dict[str, Decimal] = {}
    for account in accounts:
        for lot in account.lots:
            value = lot.quantity * securities[lot.symbol].unit_price
            held[lot.symbol] = held.get(lot.symbol, Decimal(0)) + value
    return held


def weights_by_symbol(accounts: Iterable[Account], securities: Mapping[str, Security]) -> dict[str, float]:
    """Weight of each symbol in the accounts' total, cash (symbol `cash`) and cash to come included."""
    accounts = tuple(accounts)
    dollars = dollars_by_symbol(accounts, securities)
    dollars["cash"] = sum((account.cash + account.cash_flow for account in accounts), Decimal(0))
    total = sum(dollars.values(), Decimal(0))
    return {symbol: float(value / total) if total else 0.0 for symbol, value in dollars.items()}
