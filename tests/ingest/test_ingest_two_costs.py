"""A cost printed twice, original over adjusted: the one that the gain is of, for bonds, their lots and their sum."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-210, -270, -340, -390, -470, -540, -610, -690)
HIGH = ("", "", "Orig Unit Cost", "", "Orig Total Cost", "", "Unrealized", "Est Ann Income")
LOW = (
    "Trade Date",
    "Face Value",
    "Adj Unit Cost",
    "Unit Price",
    "Adj Total Cost",
    "Market Value",
    "Gain/(Loss)",
    "Accrued Interest",
)


def line(pencil: Pencil, name: str, figures: tuple[str, ...], step: float = 10, style: str = "") -> None:
    placed = ((stop, text) for stop, text in zip(STOPS, figures, strict=True) if text)
    pencil.row([*([(36, name)] if name else []), *placed], step=step, style=style)


def page(gains: tuple[str, str, str]) -> Statement:
    """A bond of one lot, its costs $10,300.00 over $10,200.00, and their sum with another of $5,000.00 twice."""
    pencil = Pencil(landscape=True, size=7)
    pencil.page()
    pencil.row([(36, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
    pencil.row([(36, "FIXED INCOME")], step=12, style="B", size=9)
    line(pencil, "", HIGH)
    line(pencil, "Security Description", LOW, 12)
    figures = ("3/4/21", "10,000.000", "$103.000", "$101.000", "$10,300.00", "$10,100.00", gains[0], "$350.00")
    line(pencil, "QUILL CNTY TEX SER A", figures)
    line(pencil, "CUSIP 851091A73", ("", "", "$102.000", "", "$10,200.00", "", "", "$36.11"))
    pencil.row([(36, "Coupon Rate 3.500%; Matures 11/15/2037; Int. Semi-Annually; Moody AA2")], step=14)
    figures = ("5/6/22", "5,000.000", "$100.000", "$98.000", "$5,000.00", "$4,900.00", gains[1], "$200.00")
    line(pencil, "EMBER HLDGS SR UNSECD", figures)
    line(pencil, "CUSIP 072276D88", ("", "", "$100.000", "", "$5,000.00", "", "", "$13.00"))
    pencil.row([(36, "Coupon Rate 4.000%; Matures 08/15/2029; Int. Semi-Annually; Moody A2")], step=14)
    line(pencil, "FIXED INCOME", ("", "15,000.000", "", "", "$15,300.00", "$15,000.00", gains[2], "$550.00"), style="B")
    line(pencil, "", ("", "", "", "", "$15,200.00", "", "", "$49.11"))
    line(pencil, "TOTAL FIXED INCOME (includes accrued interest)", ("", "", "", "", "", "$15,049.11", "", ""), 20, "B")
    line(pencil, "TOTAL VALUE (includes accrued interest)", ("", "", "", "", "", "$15,049.11", "", ""), style="B")
    return read_here("statement.pdf", pencil.drawn().data)


@pytest.mark.parametrize(
    ("gains", "cost", "total"),
    [
        (("($100.00)", "($100.00)", "($200.00)"), "10200.00", "15200.00"),
        (("($200.00)", "($100.00)", "($300.00)"), "10300.00", "15300.00"),
        (("", "", ""), "10200.00", "15200.00"),
    ],
)
def test_the_cost_is_the_one_of_the_gain(gains: tuple[str, str, str], cost: str, total: str) -> None:
    """Where no gain is printed, it is the adjusted one; the sum of the section is no row."""
    (account,) = page(gains).accounts
    assert [(one.cusip, one.cost_basis, one.accrued) for one in account.positions] == [
        ("851091A73", D(cost), D("36.11")),
        ("072276D88", D("5000.00"), D("13.00")),
    ]
    assert account.positions[0].lots[0].cost_basis == D(cost)
    assert {amount for _, amount in account.cost_subtotals} == {D(total)}
    assert account.status == "proven"
