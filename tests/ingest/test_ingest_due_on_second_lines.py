"""The day on which a bond is due, on the second line of its name beside the figures, is the day of no purchase."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementLine
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-300, -360, -430, -500)
HEADS = ("Quantity", "Price", "Value", "Cost basis")


def bond(*names: str, day: str = "June 30, 2026") -> StatementLine:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account number 5511-2233"), (300, day)], step=20)
    *first, last = names
    for title, over, name, figures in (
        ("Bonds", first, last, ("65,000.00", "100.000", "65,000.00", "66,000.00")),
        ("Stocks", [], "Ember Corp (QZAB)", ("10", "50.00", "500.00", "400.00")),
    ):
        pencil.row([(40, title), *zip(STOPS, HEADS, strict=True)], "B", step=12)
        for text in over:
            pencil.row([(40, text)], step=9)
        pencil.row([(40, name), *zip(STOPS, figures, strict=True)], step=12)
        pencil.row([(40, f"Total {title.lower()}"), (-430, figures[2]), (-500, figures[3])], "B", step=20)
    pencil.row([(40, "Total account value"), (-430, "$65,500.00")], "B")
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    assert [line.quantity for line in account.positions] == [D("65000.00"), D("10")]
    return account.positions[0]


@pytest.mark.parametrize(
    "second", ["08/15/2034 CUSIP 912828ZT0", "08/15/2034 (912828ZT0)", "08/15/34 912828ZT0", "Due 08/15/34 912828ZT0"]
)
def test_a_maturity_beside_an_identifier_is_part_of_the_name(second: str) -> None:
    found = bond("Quill Harbor Water Rev 3.750%", second)
    assert (found.cusip, found.lots) == ("912828ZT0", ())
    assert found.description.startswith("Quill Harbor Water Rev 3.750%")
    assert "08/15/" in found.description


@pytest.mark.parametrize("second", ["08/15/2034", "Aug 15, 2034"])
def test_a_day_alone_is_no_purchase_where_it_lies_ahead(second: str) -> None:
    found = bond("Quill Harbor Water Rev 3.750%", second)
    assert (found.description, found.lots) == ("Quill Harbor Water Rev 3.750% 08/15/2034", ())


def test_a_day_alone_that_is_past_is_that_of_a_purchase() -> None:
    (lot,) = bond("Quill Harbor Water Rev 3.750% Due 08/15/2034", "08/15/2019").lots
    assert lot.acquired is not None and lot.acquired.year == 2019
