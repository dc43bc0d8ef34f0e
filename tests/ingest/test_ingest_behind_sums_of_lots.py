"""What of a security stands behind the sum of its lots: that sum alone overleaf, an identifier right below it."""

from decimal import Decimal as D

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Trade date", "Shares", "Purchase price", "Cost basis", "Price", "Value")
PLACES = (-230, -290, -350, -410, -470, -540)


def line(pencil: Pencil, name: str, figures: tuple[str, ...] = (), step: float = 9) -> None:
    placed = zip(PLACES, figures, strict=False)
    pencil.row([*([(40, name)] if name else []), *((stop, figure) for stop, figure in placed if figure)], step=step)


def begun(pencil: Pencil) -> None:
    pencil.page()
    pencil.row([(40, "Account number 6120-4471"), (350, "As of June 30, 2026")], step=24)
    line(pencil, "Holding", HEADS, step=14)


def test_the_sum_of_lots_alone_overleaf_is_that_of_the_security_that_goes_on() -> None:
    pencil = Pencil(size=7)
    begun(pencil)
    line(pencil, "QUILL HARBOR FUND", ("01/04/16", "10.000", "20.00", "200.00", "30.00", "300.00"))
    line(pencil, "Symbol: QZABX", ("08/11/17", "20.000", "21.00", "420.00", "30.00", "600.00"))
    begun(pencil)
    line(pencil, "QUILL HARBOR FUND (continued)")
    line(pencil, "", ("Security total", "30.000", "20.667", "620.00", "30.00", "900.00"), step=13)
    line(pencil, "EMBER CORP", ("09/12/20", "5.000", "40.00", "200.00", "50.00", "250.00"))
    line(pencil, "Symbol: QZBF", step=13)
    line(pencil, "Total account value", ("", "", "", "", "", "$1,150.00"))
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [(held.symbol, held.quantity, held.cost_basis, len(held.lots)) for held in found.positions] == [
        ("QZABX", D("30.000"), D("620.00"), 2),
        ("QZBF", D("5.000"), D("200.00"), 1),
    ]
    assert found.status == "proven"


def test_the_identifier_below_the_sum_of_lots_is_that_of_the_security() -> None:
    pencil = Pencil(size=7)
    begun(pencil)
    line(pencil, "QUILL HARBOR CORP SR NOTE", ("06/14/18", "15,000.00", "93.000", "13,950.00", "104.000", "15,600.00"))
    line(pencil, "RATE 4.375% MATURES 05/15/2044",
         ("03/23/20", "20,000.00", "100.000", "20,000.00", "104.000", "20,800.00"))  # fmt: skip
    line(pencil, "ACCRUED INTEREST $229.69",
         ("Security total", "35,000.00", "97.000", "33,950.00", "104.000", "36,400.00"))  # fmt: skip
    line(pencil, "CUSIP 98765QAB1 RATED A-", step=13)
    line(pencil, "EMBER CORP SR NOTE", ("09/12/20", "5,000.00", "90.000", "4,500.00", "99.000", "4,950.00"))
    line(pencil, "RATE 3.000% MATURES 02/15/2034")
    line(pencil, "CUSIP 98765QBF5 RATED A-", step=13)
    line(pencil, "Total account value", ("", "", "", "", "", "$41,350.00"))
    (found,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert [(held.cusip, held.quantity, held.accrued, len(held.lots)) for held in found.positions] == [
        ("98765QAB1", D("35000.00"), D("229.69"), 2),
        ("98765QBF5", D("5000.00"), None, 1),
    ]
    assert found.status == "proven"
