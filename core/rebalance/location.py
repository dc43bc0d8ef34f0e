"""Asset location: what a holding's dividends cost in tax each year, in each kind of account.

It only breaks ties between places for a trade that is made anyway: every cost is 0 or more, so location alone
never makes a trade.
"""

from collections.abc import Mapping

from core.domain.account import Account
from core.domain.security import Security
from core.rebalance.book import Book
from core.rebalance.tax_model import TaxCurve

YEARS = 0.004
"""Years of tax drag that a placement is charged with: less than selling in one place and buying in another costs."""
EXPENSE_YEARS = 0.02
"""Years of a fund's expenses that a purchase is charged with: enough to break ties."""


def tax_drag(account: Account, security: Security, curve: TaxCurve | None) -> float:
    """Expected tax of a year on a dollar of the holding, as a fraction."""
    if not account.taxable or curve is None:
        return 0.0
    qualified = security.dividend_yield * security.qualified
    return qualified * curve.rate_long + (security.dividend_yield - qualified) * curve.rate_ordinary


def buy_cost(book: Book, curves: Mapping[str, TaxCurve], account: str, symbol: str) -> float:
    """What location and expenses charge a purchase with, a dollar."""
    security = book.securities[symbol]
    cost = EXPENSE_YEARS * security.expense_ratio
    if book.case.policy.location:
        holder = book.accounts[account]
        cost += YEARS * tax_drag(holder, security, curves.get(holder.taxpayer))
    return cost


def sell_cost(book: Book, curves: Mapping[str, TaxCurve], account: str, symbol: str) -> float:
    """What location charges a sale with, a dollar: selling where the drag is less than where it is greatest."""
    if not book.case.policy.location:
        return 0.0
    security, holder = book.securities[symbol], book.accounts[account]
    drags = [
        tax_drag(book.accounts[place], security, curves.get(book.accounts[place].taxpayer))
        for place, held in book.positions
        if held == symbol
    ]
    return YEARS * max(0.0, max(drags, default=0.0) - tax_drag(holder, security, curves.get(holder.taxpayer)))
