"""Always-true rules of losses (26 USC 1091): own dates, own identities, own count of whose purchases count."""

from collections.abc import Callable
from datetime import timedelta

from core.domain.account import Account
from core.domain.case import Case
from core.domain.lot import Lot
from core.rebalance.checker_lines import ZERO, Trades, Troubles, accounts_of


def losses(case: Case, trades: Trades) -> Troubles:
    """No loss that purchases 30 days either side would disallow (26 USC 1091), today's and earlier ones."""
    if case.policy.wash_sales == "warn":
        return []
    accounts, same, troubles = accounts_of(case), _identities(case), []
    sold = {pick.lot: pick.quantity for trade in trades for pick in trade.lots}
    for trade in trades:
        account = accounts[trade.account]
        lost = [pick.lot for pick in trade.lots if (pick.gain or ZERO) < 0]
        if not account.taxable or not lost:
            continue
        for buyer in case.accounts:
            if not _counts(case, account, buyer):
                continue
            bought = [o for o in trades if o.side == "buy" and o.account == buyer.id and same(o.symbol, trade.symbol)]
            if bought:
                troubles.append(f"{trade.symbol} is sold at a loss in {account.id} and bought in {buyer.id}")
            for lot in buyer.lots:
                if not same(lot.symbol, trade.symbol):
                    continue
                if buyer.reinvest and lot.quantity > sold.get(lot.id, ZERO):
                    troubles.append(f"{buyer.id} reinvests dividends of {lot.symbol}, sold at a loss in {account.id}")
                if not _in_window(case, lot):
                    continue
                if lot.quantity > sold.get(lot.id, ZERO) and any(name != lot.id for name in lost):
                    troubles.append(f"lot {lot.id}, bought {lot.acquired}, disallows the loss on {trade.symbol}")
    return troubles


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


def _identities(case: Case) -> Callable[[str, str], bool]:
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
