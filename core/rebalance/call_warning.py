"""What is kept for capital calls after the trades, or what is missing for them, in words."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.case import Case
from core.domain.issue import Issue
from core.domain.money import ZERO
from core.domain.trade import Trade
from core.rebalance.after_trades import cash_after
from core.rebalance.commitments import Calls, calls_of
from core.words import dollars, listing


def call_issues(case: Case, trades: Sequence[Trade]) -> tuple[Issue, ...]:
    """What is kept for calls, or what is missing for them, after the trades."""
    left = cash_after(case, trades)
    return tuple(_issue(calls, sum((left[name] for name in calls.accounts), ZERO)) for calls in calls_of(case))


def _issue(calls: Calls, there: Decimal) -> Issue:
    where, short = listing(sorted(calls.accounts)), calls.amount - max(ZERO, there)
    said = f"{listing(calls.symbols)} may still call {dollars(calls.amount)}"
    if short > 0:
        message = f"{said}; {where} will hold {dollars(there)} of cash, {dollars(short)} short of it."
        return Issue("warning", "capital calls", message, "commitment_short")
    message = f"{said}; {where} will hold {dollars(there)} of cash for it."
    return Issue("note", "capital calls", message, "commitment_kept")
