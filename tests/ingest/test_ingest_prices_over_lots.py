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
SUM = ("30", "620.00", "900.00", "280.00")
MANY = ("30", "20.67", "620.00", "900.00", "280.00")
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


def is_whole(pencil: Pencil, count: int = 2) -> bool:
    """Whether an account of two securities is read whole, the first of so many lots."""
    row(pencil, "TOTAL ACCOUNT VALUE", ("", "", "", "", "$1,150.00"), "B")
    found = account(pencil)
    assert sorted((held.symbol, held.description, held.quantity, held.market_value, held.cost_basis, len(held.lots))
                  for held in found.positions) == [
        ("QZAB", "QUILL HARBOR CORP", D("30"), D("900.00"), D("620.00"), count),
        ("QZBF", "EMBER CORP", D("5"), D("250.00"), D("200.00"), 1),
    ]  # fmt: skip
    return found.status == "proven"


def ember(pencil: Pencil) -> None:
    row(pencil, "EMBER CORP (QZBF)", ("", "", "", "50.00"))
    lots(pencil, EMBER, ("5", "200.00", "250.00", "50.00"))


@pytest.mark.parametrize("again", ["", " (continued)", " cont'd"])
@pytest.mark.parametrize("price", ["", "30.00"])
def test_lots_go_on_overleaf_under_the_name_that_stands_there_again(again: str, price: str) -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL[:1], ())
    begun(pencil, TWO_LINES)
    row(pencil, f"QUILL HARBOR CORP (QZAB){again}", ("", "", "", price))
    lots(pencil, QUILL[1:], SUM)
    ember(pencil)
    assert is_whole(pencil)


@pytest.mark.parametrize("split", [0, 1, 2])
def test_the_lots_or_the_sum_of_a_security_may_stand_overleaf(split: int) -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL[:split], ())
    begun(pencil, TWO_LINES)
    lots(pencil, QUILL[split:], SUM)
    ember(pencil)
    assert is_whole(pencil)


@pytest.mark.parametrize("name", ["Subtotal", "Position total", "Total QZAB", "TOTAL QUILL HARBOR CORP", ""])
def test_the_sum_of_a_security_goes_by_several_names(name: str) -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL, ())
    row(pencil, name, ("30", "", "620.00", "", "900.00", "280.00"), step=14)
    ember(pencil)
    assert is_whole(pencil)


def test_a_security_may_print_its_value_beside_its_name_and_its_lots_none() -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    for name, rows, price, value, gain in (
        ("QUILL HARBOR CORP (QZAB)", QUILL, "30.00", "900.00", "280.00"),
        ("EMBER CORP (QZBF)", EMBER, "50.00", "250.00", "50.00"),
    ):
        row(pencil, name, ("", "", "", price, value, gain))
        lots(pencil, tuple((*lot[:4], "", "") for lot in rows), ())
    assert is_whole(pencil)


def test_a_security_may_print_its_units_beside_its_name_and_its_worth_on_its_sum() -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("30", "", "", "30.00"))
    lots(pencil, QUILL, ("", "620.00", "900.00", "280.00"))
    row(pencil, "EMBER CORP (QZBF)", ("5", "", "", "50.00"))
    lots(pencil, EMBER, ("", "200.00", "250.00", "50.00"))
    assert is_whole(pencil)


@pytest.mark.parametrize("price", ["30.00", "N/A"])
def test_one_lot_of_many_days_is_that_of_the_price_above(price: str) -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", price))
    lots(pencil, (("Various" if price != "N/A" else "01/04/2016", *MANY),), SUM)
    ember(pencil)
    assert is_whole(pencil, count=1)


def test_a_sum_of_other_units_than_its_lots_is_told() -> None:
    pencil = Pencil(size=7)
    begun(pencil, TWO_LINES)
    row(pencil, "QUILL HARBOR CORP (QZAB)", ("", "", "", "30.00"))
    lots(pencil, QUILL[:1], ("30", "620.00", "900.00", "280.00"))
    row(pencil, "TOTAL ACCOUNT VALUE", ("", "", "", "", "$900.00"), "B")
    found = account(pencil)
    assert found.status != "proven"
