"""A security's line prints its price alone; units, cost and value stand with its lots below, and on their sum."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (-230, -290, -350, -410, -480, -550)
ONE_LINE = (("Security", "Shares", "Unit cost", "Cost basis", "Price", "Market value", "Gain/loss"),)
TWO_LINES = (
    ("Security", "Par", "Unit", "Cost", "", "Market", "Unrealized"),
    ("Date acquired", "value", "cost", "basis", "Price", "value", "gain/(loss)"),
)
QUILL = (("01/04/2016", "10", "20.00", "200.00", "300.00", "100.00"),
         ("08/11/2017", "20", "21.00", "420.00", "600.00", "180.00"))  # fmt: skip
EMBER = (("09/12/2020", "5", "40.00", "200.00", "250.00", "50.00"),)
NOTE = (("06/14/2018", "15,000", "93.000", "13,950.00", "15,600.00", "1,650.00"),)


def row(pencil: Pencil, name: str, figures: tuple[str, ...] = (), bold: str = "", step: float = 9) -> None:
    indent = 52 if name[:1].isdigit() and name[2] == "/" else 44
    placed = [(stop, figure) for stop, figure in zip(PLACES, figures, strict=False) if figure]
    pencil.row([*([(indent, name)] if name else []), *placed], bold, step=step)


def heads(pencil: Pencil, head: tuple[tuple[str, ...], ...]) -> None:
    for name, *labels in head:
        row(pencil, name, tuple(labels), "B", step=8)
    pencil.y += 6


def lots(pencil: Pencil, rows: tuple[tuple[str, ...], ...], total: tuple[str, ...]) -> None:
    for day, units, each, cost, value, gain in rows:
        row(pencil, day, (units, each, cost, "", value, gain))
    if total:
        row(pencil, "Total", (total[0], "", total[1], "", *total[2:]))
    pencil.y += 5


def begun(pencil: Pencil, head: tuple[tuple[str, ...], ...]) -> None:
    pencil.page()
    pencil.row([(44, "Account 6120-4471"), (400, "August 1, 2026 - August 31, 2026")], step=24)
    row(pencil, "COMMON STOCKS", (), "B", step=12)
    heads(pencil, head)


def account(pencil: Pencil) -> StatementAccount:
    (one,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return one


@pytest.mark.parametrize("summed", ["each", "several", "none"])
@pytest.mark.parametrize("head", [ONE_LINE, TWO_LINES])
@pytest.mark.parametrize("apart", [False, True])
def test_a_name_with_its_price_alone_is_the_security_of_the_lots_below(
    summed: str, head: tuple[tuple[str, ...], ...], apart: bool
) -> None:
    pencil = Pencil(size=7)
    begun(pencil, head)
    if apart:
        row(pencil, "QUILL HARBOR INTERNATIONAL CORP (QZAB)", step=8)
    row(pencil, "" if apart else "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL, ("30", "620.00", "900.00", "280.00") if summed != "none" else ())
    row(pencil, "EMBER CORP (QZBF)", ("", "", "", "50.00"))
    lots(pencil, EMBER, ("5", "200.00", "250.00", "50.00") if summed == "each" else ())
    row(pencil, "BONDS", (), "B", step=12)
    row(pencil, "SENIOR NOTE OF SLATE POWER", step=8)
    row(pencil, "4.375% due 05/15/2044 CUSIP 98765QAB1", ("", "", "", "104.000"))
    lots(pencil, NOTE, ("15,000", "13,950.00", "15,600.00", "1,650.00") if summed == "each" else ())
    row(pencil, "TOTAL ACCOUNT VALUE", ("", "", "", "", "$16,750.00"), "B")
    found = account(pencil)
    assert [(held.symbol or held.cusip, held.quantity, held.price, held.cost_basis, held.market_value)
            for held in found.positions] == [
        ("QZAB", D("30"), D("30.00"), D("620.00"), D("900.00")),
        ("QZBF", D("5"), D("50.00"), D("200.00"), D("250.00")),
        ("98765QAB1", D("15000"), D("104.000"), D("13950.00"), D("15600.00")),
    ]  # fmt: skip
    assert [len(held.lots) for held in found.positions] == [2, 1, 1]
    assert found.positions[2].description.startswith("SENIOR NOTE OF SLATE POWER 4.375% due 05/15/2044")
    assert found.status == "proven"


def test_lots_go_on_overleaf_under_the_name_that_stands_there_again() -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL[:1], ())
    begun(pencil, TWO_LINES)
    lots(pencil, QUILL[1:], ("30", "620.00", "900.00", "280.00"))
    row(pencil, "TOTAL ACCOUNT VALUE", ("", "", "", "", "$900.00"), "B")
    (held,) = account(pencil).positions
    assert (held.symbol, held.quantity, held.market_value, len(held.lots)) == ("QZAB", D("30"), D("900.00"), 2)


def test_a_sum_of_other_units_than_its_lots_is_told() -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL[:1], ("30", "620.00", "900.00", "280.00"))
    row(pencil, "TOTAL ACCOUNT VALUE", ("", "", "", "", "$900.00"), "B")
    found = account(pencil)
    assert found.status != "proven"
