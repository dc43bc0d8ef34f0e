"""Titles that tell only the month of a statement: its day is the last on which anything is said to be worth."""

from datetime import date

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -300, -400, -500)


def paper(*lines: str, title: str = "October 2026") -> Statement:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Alder Moor"), (300, title)], step=20)
    pencil.row([(40, "Account number: QX 71238 73")], step=20)
    for line in lines:
        pencil.row([(40, line)])
    pencil.row(list(zip(PLACES, ("Holding", "Quantity", "Price", "Value"), strict=True)))
    pencil.row(list(zip(PLACES, ("WILLOW MILLS INC (WLLW)", "40", "10.00", "400.00"), strict=True)))
    pencil.row([(40, "Total account value"), (-500, "$400.00")], step=20)
    pencil.row([(40, "Oct 31"), (120, "Interest"), (200, "WILLOW MILLS INC"), (-500, "1.00")])
    return read_here("month.pdf", pencil.drawn().data)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Value of your account at Sep 30", "Value of your account at Oct 30"), date(2026, 10, 30)),
        (("Value on Oct 1 ($)   Value on Oct 29 ($)",), date(2026, 10, 29)),
        (("Value of your account at Sep 30",), date(2026, 10, 31)),
        (("Statement as of October 15, 2026", "Value at Oct 30"), date(2026, 10, 15)),
    ],
)
def test_the_last_day_of_worth_in_the_month_is_the_day(lines: tuple[str, ...], day: date) -> None:
    (found,) = paper(*lines).accounts
    assert found.as_of == day
