"""Always-true rules of losses (26 USC 1091): own dates, own identities, own count of whose purchases count."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.domain.trade import Trade
from core.rebalance.checker_lines import ZERO, Trades, Troubles, accounts_of

Same = Callable[[str, str], bool]
"""Whether two symbols are substantially identical under the policy."""


def losses(case: Case, trades: Trades) -> Troubles:
    """No loss that purchases 30 days either side would disallow (26 USC 1091), today's and earlier ones."""
    if case.policy.wash_sales == "warn":
        return []
    accounts, same, troubles = accounts_of(case), _identities(case), []
    sold: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for trade in trades:
        for pick in trade.lots:
            sold[pick.lot] += pick.quantity
    for trade in trades:
        account = accounts[trade.account]
        lost = [pick.lot for pick in trade.lots if (pick.gain or ZERO) < 0]
        if not account.taxable or not lost:
            continue
        for buyer in case.accounts:
            if _counts(case, account, buyer):
                troubles += _bought_today(trade, trades, buyer, same) + _held(case, trade, lost, buyer, sold, same)
        troubles += _bought_elsewhere(case, trade, same)
    return troubles


def _bought_today(trade: Trade, trades: Trades, buyer: Account, same: Same) -> Troubles:
    bought = any(o.side == "buy" and o.account == buyer.id and same(o.symbol, trade.symbol) for o in trades)
    return [f"{trade.symbol} is sold at a loss in {trade.account} and bought in {buyer.id}"] if bought else []


def _held(
    case: Case, trade: Trade, lost: list[str], buyer: Account, sold: Mapping[str, Decimal], same: Same
) -> Troubles:
    """Lots still held afterwards that were bought in the window, or whose dividends buy more."""
    troubles = []
    for lot in buyer.lots:
        if not same(lot.symbol, trade.symbol) or lot.quantity <= sold.get(lot.id, ZERO):
            continue
        if buyer.reinvest:
            troubles.append(f"{buyer.id} reinvests dividends of {lot.symbol}, sold at a loss in {trade.account}")
        if _in_window(case, lot) and any(name != lot.id for name in lost):
            troubles.append(f"lot {lot.id}, bought {lot.acquired}, disallows the loss on {trade.symbol}")
    return troubles


def _bought_elsewhere(case: Case, trade: Trade, same: Same) -> Troubles:
    """Purchases of the last 30 days in accounts that the case does not hold: nobody knows whether they were sold."""
    known = accounts_of(case)
    return [
        f"{row.symbol} bought {row.date} in {row.account}, outside the case, disallows the loss on {trade.symbol}"
        for row in case.history
        if row.account not in known and row.side != "sell" and same(row.symbol, trade.symbol)
        and row.date >= case.as_of - timedelta(days=30)
    ]  # fmt: skip


def _in_window(case: Case, lot: Lot) -> bool:
    bought = lot.origin in ("purchase", "reinvestment") and lot.quantity > 0 and lot.acquired is not None
    return bought and lot.acquired is not None and lot.acquired >= case.as_of - timedelta(days=30)


def past_losses(case: Case, trades: Trades) -> Troubles:
    """No purchase that would disallow a loss taken in the last 30 days."""
    if case.policy.wash_sales == "warn":
        return []
    accounts, same, troubles = accounts_of(case), _identities(case), []
    for row in case.history:
        recent = timedelta(0) <= case.as_of - row.date <= timedelta(days=30)
        seller = accounts.get(row.account)
        if row.side != "sell" or (row.gain or ZERO) >= 0 or not recent or (seller and not seller.taxable):
            continue
        for trade in trades:
            if trade.side == "buy" and same(trade.symbol, row.symbol) and (
                seller is None or _counts(case, seller, accounts[trade.account])
            ):  # fmt: skip
                troubles.append(f"buying {trade.symbol} in {trade.account} disallows the loss of {row.date}")
    return troubles


def _counts(case: Case, seller: Account, buyer: Account) -> bool:
    """Whether purchases of one account count against losses of another: one taxpayer, or related."""
    pairs = {(payer.id, other) for payer in case.taxpayers for other in payer.related}
    mine, theirs = seller.taxpayer, buyer.taxpayer
    return mine == theirs or (mine, theirs) in pairs or (theirs, mine) in pairs


def _identities(case: Case) -> Same:
    marks: dict[str, set[str]] = {}
    for security in case.securities:
        names = {f"symbol {security.symbol}"}
        names |= {f"group {security.identical_group}"} if security.identical_group else set()
        names |= (
            {f"index {security.same_index}"} if security.same_index and case.policy.same_index == "block" else set()
        )
        marks[security.symbol] = names

    def same(one: str, other: str) -> bool:
        return one == other or bool(marks.get(one, set()) & marks.get(other, set()))

    return same
