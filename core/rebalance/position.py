"""One symbol in a household: how much of it is held, what of it may be sold, and how much stands above a weight."""

import math
from decimal import Decimal

from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.money import ZERO
from core.risk.exposure import in_target


def sellable(case: Case, symbol: str) -> dict[str, list[Lot]]:
    """Lots of the symbol by account that may be sold; of unknown basis or date only where that costs no tax."""
    return {
        account.id: [
            lot for lot in account.lots
            if lot.symbol == symbol and lot.quantity > 0
            and not (account.taxable and (lot.cost_basis is None or lot.acquired is None))
        ]
        for account in in_target(case)
        if account.tradable and account.proof != "unproven" and symbol not in account.do_not_sell
    }  # fmt: skip


def shares_held(case: Case, symbol: str) -> Decimal:
    """Shares of the symbol in all accounts that count in the target."""
    return sum((lot.quantity for account in in_target(case) for lot in account.lots if lot.symbol == symbol), ZERO)


def to_sell(case: Case, symbol: str, most: float) -> Decimal:
    """Shares above the weight that is aimed for, rounded up."""
    price = float(case.security(symbol).unit_price)
    above = float(shares_held(case, symbol)) * price - most * _total(case)
    return Decimal(max(0, math.ceil(above / price - 1e-9)))


def weight_of(case: Case, symbol: str, shares: Decimal) -> float:
    """What so many shares are of the household."""
    return float(shares * case.security(symbol).unit_price) / _total(case)


def weights_by_symbol(case: Case) -> dict[str, float]:
    """Every holding's share of the household, the largest first."""
    symbols = sorted({lot.symbol for account in in_target(case) for lot in account.lots})
    weights = {symbol: weight_of(case, symbol, shares_held(case, symbol)) for symbol in symbols}
    return dict(sorted(weights.items(), key=lambda pair: -pair[1]))


def _total(case: Case) -> float:
    prices = {security.symbol: security.unit_price for security in case.securities}
    accounts = in_target(case)
    cash = sum((account.cash + account.cash_flow for account in accounts), ZERO)
    return float(cash + sum((lot.quantity * prices[lot.symbol] for one in accounts for lot in one.lots), ZERO))
