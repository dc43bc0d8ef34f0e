"""What an invented statement says is true of it: rows and cash make its total, lots make their position."""

from collections.abc import Iterator
from decimal import Decimal

from tools.accuracy.feeds import JUMBLE, LATER, LATEST, NEWEST, SIXTH_FEEDS
from tools.accuracy.houses import APART, MEDLEY
from tools.accuracy.planted import draw
from tools.accuracy.truth import Account, Row

UNITS = (Decimal(1), Decimal("0.01"), Decimal(100))


def accounts() -> Iterator[tuple[str, Account]]:
    for name, house in {**APART, **MEDLEY, **LATER, **LATEST, **NEWEST, **SIXTH_FEEDS, **JUMBLE}.items():
        for account in draw(house, 5).accounts:
            yield name, account


def holds(row: Row) -> bool:
    """Quantity x price x a unit is the value, where all three are printed; the lots add up."""
    product = None if row.quantity is None or row.price is None else row.quantity * row.price
    priced = product is None or any(abs(product * unit - row.value) < Decimal("0.006") for unit in UNITS)
    shares, paid = sum(lot.quantity for lot in row.lots), sum(lot.cost for lot in row.lots)
    return priced and (not row.lots or (shares == row.quantity and paid == row.cost))


BY_CLASS = ("chancery",)
"""Houses that print the interest which has accrued on a class of bonds, within the total and of no row."""


def test_rows_and_cash_make_the_total_and_every_row_holds_in_itself() -> None:
    for name, account in accounts():
        total = sum((row.value for row in account.rows), account.cash or Decimal(0))
        interest = sum((row.accrued or Decimal(0) for row in account.rows), Decimal(0))
        assert account.total in (None, total, total + interest) or name in BY_CLASS, name
        assert all(holds(row) for row in account.rows), name
