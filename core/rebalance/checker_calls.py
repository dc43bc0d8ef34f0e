"""Cash that waits for capital calls, counted again from the case and the trades: purchases leave it where it is.

A fund in a plan is paid by that plan; one in a taxable account by any taxable account of its taxpayer.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.trade import Trade
from core.rebalance.checker_lines import CENT, ZERO, Trades, Troubles, securities_of
from core.rebalance.checker_money import cash_after

LEAST = Decimal("0.0001")
"""Shares to which fractions are cut."""
Purse = tuple[str, ...]
"""The accounts that pay together, sorted."""


def calls(case: Case, trades: Trades) -> Troubles:
    """No purchase takes cash that calls may ask for; what is sold may be bought for, and a flow may take what it asks.

    A sale whose fraction is cut to four decimals may bring that much less than the purchase beside it takes.
    """
    after, flows = cash_after(case, trades), {one.id: one.cash + one.cash_flow for one in case.accounts}
    buyers = {trade.account for trade in trades if trade.side == "buy"}
    troubles = []
    for purse, (owed, holders) in _owed(case).items():
        there, left = (sum((cash[name] for name in purse), ZERO) for cash in (flows, after))
        cut = sum((_cut(case, trade) for trade in trades if trade.account in purse), CENT * holders)
        if buyers & set(purse) and left < min(there, owed) - cut:
            troubles.append(f"{', '.join(purse)} keeps {left:.2f} of cash where calls may ask for {owed:.2f}")
    return troubles


def _cut(case: Case, trade: Trade) -> Decimal:
    """Dollars that cutting a sold fraction takes at most."""
    security = securities_of(case)[trade.symbol]
    return LEAST * security.price * security.unit if security.fractional and trade.side == "sell" else ZERO


def _owed(case: Case) -> dict[Purse, tuple[Decimal, int]]:
    """Dollars that may be called from each purse, and how many holdings owe them."""
    found: dict[Purse, tuple[Decimal, int]] = defaultdict(lambda: (ZERO, 0))
    if case.policy.commitments == "ignore":
        return found
    for account, dollars in _commitments(case):
        purse = _purse(case, account)
        found[purse] = (found[purse][0] + dollars, found[purse][1] + 1)
    return found


def _commitments(case: Case) -> Iterator[tuple[Account, Decimal]]:
    """What each holder of a fund owes: its part of the commitment, by its shares."""
    for security in case.securities:
        shares = {
            account.id: sum((max(lot.quantity, ZERO) for lot in account.lots if lot.symbol == security.symbol), ZERO)
            for account in case.accounts
        }
        whole = sum(shares.values(), ZERO)
        if security.unfunded > 0 and whole > 0:
            yield from ((one, security.unfunded * shares[one.id] / whole) for one in case.accounts if shares[one.id])


def _purse(case: Case, holder: Account) -> Purse:
    together = [one.id for one in case.accounts if one.taxable and one.taxpayer == holder.taxpayer]
    return tuple(sorted(together)) if holder.taxable else (holder.id,)
