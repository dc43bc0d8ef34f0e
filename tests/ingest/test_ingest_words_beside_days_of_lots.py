"""Lots under their security: a day with the term, the way they came or a number beside it, and lots of various days."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, 200, -300, -380, -470, -560)
FIRST = ("", "40.000", "12.00", "$480.00", "$400.00")
SECOND = ("", "60.000", "12.00", "$720.00", "$540.00")


def read(first: str, second: str) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    for row in (
        ("Description", "Symbol", "Quantity", "Price", "Market value", "Cost"),
        ("Quill Growth Fund", "QGAAX", "100.000", "12.00", "$1,200.00", "$940.00"),
        (f"   {first}", *FIRST),
        (f"   {second}", *SECOND),
        ("Ember Bond Fund", "EMBRX", "40.000", "10.50", "$420.00", "$405.00"),
        ("Total account value", "", "", "", "$1,620.00", "$1,345.00"),
    ):
        pencil.row(list(zip(PLACES, row, strict=True)))
    (account,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("01/04/2019 LT", "03/04/2020 ST"),
        ("LT 01/04/2019", "ST 03/04/2020"),
        ("01/04/2019 Long-term", "03/04/2020 Short-term"),
        ("01/04/2019 Reinvestment", "03/04/2020 Purchase"),
        ("01/04/2019 Gift", "03/04/2020 Inherited"),
        ("Lot 1 01/04/2019 Covered", "Lot 2 03/04/2020 NC"),
    ],
)
def test_words_beside_the_day_of_a_lot_do_not_hide_it(first: str, second: str) -> None:
    account = read(first, second)
    assert account.status == "proven"
    assert [lot.acquired for lot in account.positions[0].lots] == [date(2019, 1, 4), date(2020, 3, 4)]


@pytest.mark.parametrize("first", ["Various", "Various dates", "Multiple lots"])
def test_units_of_various_days_are_a_lot_without_a_day(first: str) -> None:
    account = read(first, "03/04/2020")
    assert account.status == "proven"
    assert [(lot.acquired, lot.cost_basis) for lot in account.positions[0].lots] == [
        (None, D("400.00")),
        (date(2020, 3, 4), D("540.00")),
    ]
