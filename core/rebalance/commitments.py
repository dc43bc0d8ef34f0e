"""Capital calls to come: what is committed and not yet called, and whose cash waits for it.

The value of a commitment is no part of the total. Purchases leave the cash that calls will need; no sale is made for
calls that have no date. A fund in a plan is paid by that plan; one held elsewhere by any account of its taxpayer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.money import ZERO, cents


@dataclass(frozen=True, slots=True)
class Calls:
    """Dollars that a set of accounts may be called for, and the funds that may call them."""

    accounts: frozenset[str]
    amount: Decimal
    symbols: tuple[str, ...]


def calls_of(case: Case) -> tuple[Calls, ...]:
    """What may be called, for each set of accounts that pays together; none where the policy leaves calls aside."""
    if case.policy.commitments == "ignore" or not any(security.unfunded for security in case.securities):
        return ()
    parts: dict[frozenset[str], dict[str, Decimal]] = {}
    for security in case.securities:
        for account, amount in _by_holder(case, security.symbol, security.unfunded):
            of_purse = parts.setdefault(_purse(case, account), {})
            of_purse[security.symbol] = of_purse.get(security.symbol, ZERO) + amount
    return tuple(
        Calls(purse, sum(owed.values(), ZERO), tuple(sorted(owed)))
        for purse, owed in sorted(parts.items(), key=lambda pair: sorted(pair[0]))
    )


def _by_holder(case: Case, symbol: str, unfunded: Decimal) -> list[tuple[Account, Decimal]]:
    """The commitment shared out by what each account holds of the fund."""
    held = {account.id: _shares(account.lots, symbol) for account in case.accounts}
    whole = sum(held.values(), ZERO)
    if unfunded <= 0 or whole <= 0:
        return []
    return [(one, cents(unfunded * held[one.id] / whole)) for one in case.accounts if held[one.id] > 0]


def _shares(lots: Sequence[Lot], symbol: str) -> Decimal:
    return sum((lot.quantity for lot in lots if lot.symbol == symbol and lot.quantity > 0), ZERO)


def _purse(case: Case, holder: Account) -> frozenset[str]:
    if not holder.taxable:
        return frozenset([holder.id])
    return frozenset(one.id for one in case.accounts if one.taxable and one.taxpayer == holder.taxpayer)


def kept_by_account(case: Case) -> Mapping[str, Calls]:
    """The calls that an account's purchases must leave cash for; accounts without any are left out."""
    return {name: calls for calls in calls_of(case) for name in calls.accounts}
