"""Funds of a dollar a unit that the printed cash counts: `Cash Balance 53,824.45` beside 1,608.64 and 52,215.81 units.

A name cut short may not say that it is one of a money market fund; the sum of cash on the same page does.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import ZERO, Draft

LISTED = ("stock", "etf", "mutual_fund", "other")


def with_funds_of_cash(draft: Draft) -> Sequence[StatementLine]:
    """The lines of an account; those at a dollar a unit are money market funds where the cash told is only so right."""
    listed = sum((line.market_value or ZERO for line in draft.lines if line.asset_type == "cash"), ZERO)
    at_par = [line for line in draft.lines if _is_at_par(line)]
    units = sum((line.market_value or ZERO for line in at_par), ZERO)
    if not units or listed in draft.cash or listed + units not in draft.cash:
        return draft.lines
    return [replace(line, asset_type="money_market") if line in at_par else line for line in draft.lines]


def _is_at_par(line: StatementLine) -> bool:
    """Whether units of one dollar are held at what they cost, and of no bond."""
    gained = line.gain or (line.cost_basis is not None and line.cost_basis != line.market_value)
    return line.asset_type in LISTED and line.price == Decimal(1) and line.quantity == line.market_value and not gained
