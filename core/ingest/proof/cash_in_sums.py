"""Cash in printed sums: what a sum of securities leaves out, and what cash counts at cost."""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from core.domain.statement import StatementAccount, StatementLine

ZERO = Decimal(0)
CASH = re.compile(r"\bcash\b", re.I)


def is_cash(line: StatementLine) -> bool:
    """Whether a line is cash and no security."""
    return line.asset_type == "cash"


def without_cash(account: StatementAccount, lines: Sequence[StatementLine], part: str) -> tuple[Decimal, ...]:
    """What a printed sum of securities leaves out: the lines of cash among them, and money funds listed with the cash.

    Only where the account prints its total beside it, which counts that cash. `part` is `market_value` or `cost_basis`.
    """
    if account.stated_total is None:
        return ()
    left_out = (is_cash, _is_listed_with_cash, *((_is_worth_its_cost,) if part == "cost_basis" else ()))
    return tuple(-_sum_of(lines, part, one) for one in left_out)


def cash_beside(account: StatementAccount, lines: Sequence[StatementLine]) -> Decimal:
    """The cash of an account beside rows of cash alone, as their printed sum may count it: `Margin Balance`."""
    if not lines or not all(map(is_cash, lines)):
        return ZERO
    return (account.cash or ZERO) - _sum_of(lines, "market_value", is_cash)


def cash_at_cost(lines: Iterable[StatementLine]) -> Decimal:
    """What cash without a cost of its own counts in a printed sum of costs: its amount."""
    held = [line for line in lines if is_cash(line) and line.cost_basis is None]
    return sum((line.market_value for line in held if line.market_value is not None), ZERO)


def _sum_of(lines: Sequence[StatementLine], part: str, chosen: Callable[[StatementLine], bool]) -> Decimal:
    amounts = [getattr(line, part) for line in lines if chosen(line)]
    return sum((amount for amount in amounts if amount is not None), ZERO)


def _is_worth_its_cost(line: StatementLine) -> bool:
    """Whether a line is cash, or a money market fund that is worth what it cost, wherever it stands."""
    return is_cash(line) or (line.asset_type == "money_market" and line.cost_basis == line.market_value)


def _is_listed_with_cash(line: StatementLine) -> bool:
    """Whether a line is cash, or a money market fund under a heading of cash."""
    return is_cash(line) or (line.asset_type == "money_market" and CASH.search(line.section) is not None)
