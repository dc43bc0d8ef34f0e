"""Bonds of two printed lines: the original cost over the adjusted one, and with that the gain, CUSIP and interest."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount, StatementLine
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, -240, -310, -362, -415, -475, -540, -600, -690)
UPPER = ("", "", "", "Orig Unit Cost", "", "Orig Total Cost", "", "Unrealized", "Est Ann Income")
LOWER = ("Security Description", "Trade Date", "Face Value", "Adj Unit Cost", "Unit Price", "Adj Total Cost",
         "Market Value", "Gain/(Loss)", "Accrued Interest")  # fmt: skip


def bonds(gain: str, total: str) -> StatementAccount:
    """The account of a paper with one bond of this gain, over its adjusted cost."""
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Pinewick Wealth"), (-690, "Account Number 5511-2233")], "B", step=40)
    pencil.say("MUNICIPAL BONDS", style="B")
    for words in (UPPER, LOWER):
        pencil.row(list(zip(PLACES, words, strict=True)), "B", step=9, size=6.5)
    first = ("LAKE ORRIN WTR SUPPLY REV", "6/7/13", "25,000.000", "$99.244", "$93.959", "$24,811.00", "$23,489.75", "",
             "1,312.50")  # fmt: skip
    pencil.row(list(zip(PLACES, first, strict=True)), step=10)
    pencil.row(
        list(zip(PLACES, ("CUSIP 912828ZZ6", "", "", "$98.849", "", "$24,712.25", "", gain, "393.75"), strict=True))
    )
    pencil.say("Coupon Rate 5.250%; Matures 12/01/2037; Int. Semi-Annually", size=6)
    pencil.y += 10
    pencil.row([(40, "MUNICIPAL BONDS"), (-475, "$24,712.25"), (-540, "$23,489.75"), (-690, "$393.75")], "B")
    pencil.row([(40, "TOTAL VALUE (includes accrued interest)"), (-540, total)], "B")
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    return account


def told(line: StatementLine) -> tuple[str | None, D | None, D | None, D | None]:
    return line.cusip, line.cost_basis, line.accrued, line.lots[0].cost_basis


def test_the_cost_that_the_gain_is_of_is_the_adjusted_one() -> None:
    account = bonds("(1,222.50)", "$23,883.50")
    (line,) = account.positions
    assert told(line) == ("912828ZZ6", D("24712.25"), D("393.75"), D("24712.25"))
    assert account.status == "proven"


def test_a_gain_of_the_original_cost_leaves_that() -> None:
    (line,) = bonds("(1,321.25)", "$23,883.50").positions
    assert told(line)[1] == D("24811.00")
