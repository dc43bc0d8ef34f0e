"""The policy's limits, counted again from the case and the trades: sizes, turnover, short-term gains, cash flow.

What a person set by hand may be smaller than the policy's least trade. Required cash may break what it must.
"""

from collections.abc import Collection
from decimal import Decimal

from core.domain.account import Account
from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.security import Security
from core.rebalance.checker_lines import ZERO, Trades, Troubles, accounts_of, outside, securities_of

NO_HANDS: Collection[tuple[str, str, str]] = frozenset()
ROUNDING = Decimal("0.0001")
"""Weight within which a limit of turnover is met."""


def needs_cash(account: Account) -> bool:
    """Whether sales must raise cash: for a withdrawal, a reserve or a distribution beyond the cash there."""
    kept = account.reserve + account.required_distribution
    return account.cash + account.cash_flow < (kept if kept > 0 else min(ZERO, account.cash))


def sizes(case: Case, trades: Trades, by_hand: Collection[tuple[str, str, str]] = NO_HANDS) -> Troubles:
    """No trade below the policy's least size, but to close a position or raise required cash."""
    troubles = []
    for trade in trades:
        account = accounts_of(case)[trade.account]
        held = sum((lot.quantity for lot in account.lots if lot.symbol == trade.symbol), ZERO)
        excused = trade.side == "sell" and (trade.quantity == held or needs_cash(account))
        if trade.amount < case.policy.minimum_trade and not excused and trade.key not in by_hand:
            troubles.append(f"{trade.side} of {trade.symbol} in {trade.account} is worth only {trade.amount}")
    return troubles


def turnover(case: Case, trades: Trades) -> Troubles:
    """The smaller of purchases and sales stays within the policy's share of the total."""
    limit = case.policy.turnover_limit
    if limit is None:
        return []
    sides = {side: sum((t.amount for t in trades if t.side == side and _counts(case, t.account)), ZERO)
             for side in ("buy", "sell")}  # fmt: skip
    total = household_total(case)
    if min(sides.values()) <= (Decimal(repr(limit)) + ROUNDING) * total or any(needs_cash(a) for a in case.accounts):
        return []
    return [f"{min(sides.values()):.2f} is turned over, more than {limit} of {total:.2f}"]


def short_gains(case: Case, trades: Trades) -> Troubles:
    """Where the policy avoids them, no lot with a short-term gain is sold without need of cash."""
    if case.policy.short_term_gains != "avoid":
        return []
    accounts = accounts_of(case)
    return [
        f"lot {pick.lot} is sold at a short-term gain of {pick.gain}"
        for trade in trades
        if accounts[trade.account].taxable and not needs_cash(accounts[trade.account])
        for pick in trade.lots
        if pick.term == "short" and (pick.gain or ZERO) > 0
    ]


def cash_flow_only(case: Case, trades: Trades) -> Troubles:
    """Where only cash flows are traded: purchases out of deposits and cash, sales only for required cash."""
    if not case.policy.cash_flow_only:
        return []
    accounts = accounts_of(case)
    return [
        f"{trade.symbol} is sold in {trade.account}, which needs no cash"
        for trade in trades
        if trade.side == "sell" and not needs_cash(accounts[trade.account])
    ]


def untargeted(case: Case, trades: Trades) -> Troubles:
    """What stands wholly outside the target is never bought, and sold only where the policy says so."""
    securities, accounts, troubles = securities_of(case), accounts_of(case), []
    for trade in trades:
        account, security = accounts[trade.account], securities[trade.symbol]
        targets = _targets(case, account)
        if not targets or any(_has_place(security, target) for target in targets):
            continue
        if trade.side == "buy":
            troubles.append(f"{trade.symbol} stands outside the target and is bought in {trade.account}")
        elif case.policy.untargeted == "hold":
            troubles.append(f"{trade.symbol} stands outside the target, is held by policy and sold in {trade.account}")
    return troubles


def household_total(case: Case) -> Decimal:
    """Dollars of the accounts in the target: lots at their price, cash, and cash to come."""
    prices = {security.symbol: security.price * security.unit for security in case.securities}
    return sum(
        (
            account.cash + account.cash_flow + sum((lot.quantity * prices[lot.symbol] for lot in account.lots), ZERO)
            for account in case.accounts
            if not outside(account)
        ),
        ZERO,
    )


def _counts(case: Case, account: str) -> bool:
    return not outside(accounts_of(case)[account])


def _targets(case: Case, account: Account) -> list[Allocation]:
    own = [] if account.target is None else [account.target]
    return own if outside(account) else [case.target, *own]


def _has_place(security: Security, target: Allocation) -> bool:
    if target.by == "symbol":
        return security.symbol in target.weights or security.symbol == CASH
    return any(name in target.weights or name == CASH for name, share in security.classes.items() if share > 0)
