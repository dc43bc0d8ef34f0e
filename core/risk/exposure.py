"""What a household holds by class, against its target: the one count of drift that the whole house uses.

Weights look through funds to asset classes and divide by the household's total: lots x price + cash + cash
still to come, of every account that the target includes. What stands outside the target is held by default and
comes off the total that the target divides; with `untargeted = "sell"` it counts with a target of 0.
"""

from collections.abc import Mapping
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import CASH, UNKNOWN, Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.security import Security
from core.domain.trade import DriftPicture

Holdings = Mapping[tuple[str, str], Decimal]
"""(account, symbol) -> quantity"""
Cash = Mapping[str, Decimal]
"""account -> dollars, cash still to come included"""

EDGE = 1e-9
"""Float noise: outside means strictly beyond the edge by more than this."""


def split(security: Security, by: str) -> dict[str, float]:
    """The shares of a security's value by class (or all of it under its own symbol), summing to 1."""
    if by == "symbol":
        return {CASH if security.symbol == CASH else security.symbol: 1.0}
    shares = dict(security.classes)
    missing = 1.0 - sum(shares.values())
    if missing > 1e-6:
        shares[UNKNOWN] = shares.get(UNKNOWN, 0.0) + missing
    return shares


def holdings(accounts: tuple[Account, ...]) -> dict[tuple[str, str], Decimal]:
    """Quantities by account and symbol, lots added up."""
    held: dict[tuple[str, str], Decimal] = {}
    for account in accounts:
        for lot in account.lots:
            key = (account.id, lot.symbol)
            held[key] = held.get(key, Decimal(0)) + lot.quantity
    return held


def cash_to_come(accounts: tuple[Account, ...]) -> dict[str, Decimal]:
    """Cash of each account with its cash flow."""
    return {account.id: account.cash + account.cash_flow for account in accounts}


def in_target(case: Case) -> tuple[Account, ...]:
    """The accounts that the household's target includes."""
    return tuple(account for account in case.accounts if account.counts_in_target)


def values_by_class(securities: Mapping[str, Security], held: Holdings, cash: Cash, by: str) -> dict[str, Decimal]:
    """Dollars by class, looking through; cash is the class `cash`."""
    by_symbol: dict[str, Decimal] = {}
    for (_, symbol), quantity in held.items():
        by_symbol[symbol] = by_symbol.get(symbol, Decimal(0)) + quantity
    values: dict[str, Decimal] = {CASH: sum(cash.values(), Decimal(0))}
    for symbol, quantity in by_symbol.items():
        security = securities[symbol]
        dollars = quantity * security.unit_price
        for name, share in split(security, by).items():
            values[name] = values.get(name, Decimal(0)) + dollars * Decimal(repr(share))
    return values


def is_untargeted(name: str, target: Allocation) -> bool:
    """Whether a class stands outside the target (cash never does: not named, its target is 0)."""
    return name != CASH and name not in target.weights


def picture(
    case: Case,
    held: Holdings,
    cash: Cash,
    accounts: tuple[Account, ...] | None = None,
    target: Allocation | None = None,
) -> DriftPicture:
    """Drift of the given holdings and cash (of the accounts that the target includes) against the target."""
    target = target or case.target
    inside = {account.id for account in (in_target(case) if accounts is None else accounts)}
    securities = {security.symbol: security for security in case.securities}
    values = values_by_class(
        securities,
        {key: quantity for key, quantity in held.items() if key[0] in inside},
        {account: dollars for account, dollars in cash.items() if account in inside},
        target.by,
    )
    outside_target = {name for name in values if is_untargeted(name, target)}
    if case.policy.untargeted == "hold":
        values = {name: dollars for name, dollars in values.items() if name not in outside_target}
    total = sum(values.values(), Decimal(0))
    names = sorted({*values, *target.weights})
    weights = {name: float(values.get(name, Decimal(0)) / total) if total else 0.0 for name in names}
    drift = {name: weights[name] - target.weight(name) for name in names}
    return DriftPicture(
        drift=FrozenMap(drift),
        drift_total=sum(abs(value) for value in drift.values()) / 2,
        out_of_band=tuple(name for name in names if is_outside(drift[name], name, target)),
        weights=FrozenMap(weights),
        total=total,
    )


def before(case: Case) -> DriftPicture:
    """Drift of the household as it stands, cash still to come included."""
    return picture(case, holdings(case.accounts), cash_to_come(case.accounts))


def is_outside(drift: float, name: str, target: Allocation) -> bool:
    """Whether a drift lies strictly beyond an edge of the band that counts."""
    band = target.band(name)
    return band.counts(drift) and abs(drift) > band.half_width(target.weight(name)) + EDGE
