"""Only the lots of positions are a table: their prices stand on cards or in sentences before it."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HELD = (
    ("QUILL HARBOR CORP", "QZAB", [("03/04/2019", "40.500", "2,430.00"), ("07/09/2021", "20.000", "1,200.00")],
     "60.500", "3,630.00"),
    ("EMBER TOTAL MARKET ETF", "QZBF", [("05/04/2020", "12.250", "612.50")], "12.250", "612.50"),
)  # fmt: skip
STOPS = (-300, -370, -450, -540)


def cards(pencil: Pencil, prices: tuple[str, str]) -> None:
    for (name, symbol, bought, units, value), price in zip(HELD, prices, strict=True):
        pencil.row([(44, f"{name} ({symbol})")], "B", step=11)
        pencil.row([(44, "Units held:"), (-250, units), (280, "Closing Price:"), (-500, price)], step=11)
        pencil.row(
            [(44, "Worth now:"), (-250, f"${value}"), (280, "Paid in all:"), (-500, f"${590 * len(bought):,}.00")],
            step=18,
        )


def sentences(pencil: Pencil, prices: tuple[str, str]) -> None:
    for (name, symbol, _, units, value), price in zip(HELD, prices, strict=True):
        pencil.row([(44, name), (-300, f"${value}")], step=11)
        pencil.row([(52, f"Symbol: {symbol} {units} shares at ${price} per share 50.0% of account")], step=18)


def lots(pencil: Pencil) -> None:
    pencil.row([(44, "Tax Lot Detail")], "B", step=12)
    heads = ("Acquired", "Quantity", "Cost Basis", "Market Value")
    pencil.row([(44, "Security"), (180, "Symbol"), *zip(STOPS, heads, strict=True)], "B", step=12)
    for name, symbol, bought, _, _ in HELD:
        for day, units, value in bought:
            figures = zip(STOPS, (day, units, "590.00", value), strict=True)
            pencil.row([(44, name), (180, symbol), *figures], step=11)


def read(way: object, prices: tuple[str, str]) -> StatementAccount:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Account Number: 6120-4471"), (400, "As of August 31, 2026")], step=14)
    pencil.row([(44, "Account owner: INES CALLOWAY")], step=24)
    pencil.row([(44, "Total Account Value"), (-450, "$4,242.50")], step=24)
    way(pencil, prices)  # type: ignore[operator]
    lots(pencil)
    (one,) = read_here("cards.pdf", pencil.drawn().data).accounts
    return one


@pytest.mark.parametrize("way", [cards, sentences])
def test_the_price_beside_units_and_value_is_that_of_the_position(way: object) -> None:
    one = read(way, ("60.00", "50.00"))
    assert [(line.symbol, line.price) for line in one.positions] == [("QZAB", D("60.00")), ("QZBF", D("50.00"))]
    assert one.status == "proven"
    assert not any(line.flagged for line in one.positions)


@pytest.mark.parametrize("way", [cards, sentences])
def test_a_price_that_does_not_make_the_value_is_not_taken_in_silence(way: object) -> None:
    one = read(way, ("61.00", "50.00"))
    wrong = next(line for line in one.positions if line.symbol == "QZAB")
    assert wrong.flagged or one.status != "proven"
