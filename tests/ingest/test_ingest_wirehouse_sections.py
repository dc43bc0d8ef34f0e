"""Sections of a wirehouse: an option among the stocks, interest beside the notes of a bond, sums with broken names."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LOTS = (-230, -290, -350, -420, -500, -570)
LOT_HEADS = ("Trade Date", "Quantity", "Share Price", "Total Cost", "Market Value", "Gain/(Loss)")
DEBT = (-260, -310, -380, -450, -510)
DEBT_HEADS = ("Face Value", "Unit Price", "Total Cost", "Market Value", "Gain/(Loss)")


def start(total: str) -> Pencil:
    pencil = Pencil(size=7)
    pencil.page()
    pencil.row([(40, "Account number 5511-2233"), (300, "June 30, 2026")], step=12)
    pencil.row([(40, "Total account value"), (-500, total)], step=20)
    return pencil


def row(pencil: Pencil, name: str, stops: tuple[int, ...], figures: tuple[str, ...], style: str = "") -> None:
    named = [(40, name)] if name else []
    placed = [*named, *((stop, text) for stop, text in zip(stops, figures, strict=False) if text)]
    pencil.row(placed, *([style] if style else []), step=10)


def read(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return account


OPTIONS = (
    ("CALL QUILL HARBOR INC $60.00 EXP 01/15/2027 (QZAB)", "(2.000)", "$4.00", "($700.00)", "($800.00)", "-2", -1),
    ("PUT QUILL HARBOR INC $40.00 EXP 01/15/2027 (QZAB)", "3.000", "$2.00", "$500.00", "$600.00", "3", 1),
    ("QUILL HARBOR INC CALL 01/15/27 $60.00 (QZAB)", "(2.000)", "$4.00", "($700.00)", "($800.00)", "-2", -1),
)


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("lots", [1, 2])
def test_an_option_among_the_stocks_is_no_lot_of_its_stock(option: tuple[str, ...], lots: int) -> None:
    name, units, price, cost, value, quantity, _ = option
    worth = D(value.strip("()").replace("$", "")) * (-1 if "(" in value else 1)
    pencil = start(f"${500 * lots + worth:,}")
    row(pencil, "STOCKS", (), (), "B")
    row(pencil, "Security Description", LOTS, LOT_HEADS, "B")
    row(pencil, "QUILL HARBOR INC (QZAB)", LOTS, ("9/10/13", "10.000", "$50.00", "$300.00", "$500.00", "$200.00"))
    if lots > 1:
        row(pencil, "", LOTS, ("9/10/14", "10.000", "50.00", "350.00", "500.00", "150.00"))
        row(pencil, "Total", LOTS, ("", "20.000", "", "650.00", "1,000.00", "350.00"))
    row(pencil, name, LOTS, ("5/14/26", units, price, cost, value, ""))
    found = read(pencil)
    assert [(one.symbol, one.quantity, len(one.lots)) for one in found.positions] == [
        ("QZAB", D(10 * lots), lots), (None, D(quantity), 1),
    ]  # fmt: skip
    assert found.positions[1].asset_type == "option"
    assert found.status == "proven"


def bonds(name: str, second: str, sums: tuple[str, str]) -> StatementAccount:
    pencil = start("$150,000.00")
    row(pencil, name, (), (), "B")
    row(pencil, "", (-570,), ("Est Ann Income",), "B")
    row(pencil, "Security Description", (*DEBT, -570), (*DEBT_HEADS, "Accrued Interest"), "B")
    for bond, cusip, figures, interest in (
        (
            "QUILL HARBOR WATER REV",
            "912828ZT0",
            ("50,000", "$100.00", "$48,000.00", "$50,000.00", "$2,000.00"),
            "210.55",
        ),
        (
            "EMBER BANCORP SUB NOTE",
            "037833AK6",
            ("100,000", "$100.00", "$99,000.00", "$100,000.00", "$1,000.00"),
            "75.10",
        ),
    ):
        row(pencil, bond, (*DEBT, -570), (*figures, "$1,900.00"))
        row(pencil, second.format(cusip), (-570,), (interest,))
    row(pencil, sums[0], DEBT, ("150,000", "", "$147,000.00", "$150,000.00", "$3,000.00"), "B")
    if sums[1]:
        row(pencil, sums[1], (), (), "B")
    return read(pencil)


HEADING = "CORPORATE AND GOVERNMENT FIXED INCOME"


@pytest.mark.parametrize(
    "second",
    ["Coupon Rate 3.750%; Matures 08/15/2034; CUSIP {}", "CUSIP {}; Coupon Rate 3.750%; Matures 08/15/2034"],
)
@pytest.mark.parametrize("sums", [(HEADING, ""), ("CORPORATE AND GOVERNMENT FIXED", "INCOME"), ("Total", "")])
def test_interest_beside_the_notes_of_a_bond_is_its_own(second: str, sums: tuple[str, str]) -> None:
    found = bonds(HEADING, second, sums)
    assert [(one.cusip, one.quantity, one.accrued) for one in found.positions] == [
        ("912828ZT0", D(50_000), D("210.55")), ("037833AK6", D(100_000), D("75.10")),
    ]  # fmt: skip
    assert found.status == "proven"


def test_the_name_of_a_sum_may_begin_over_its_figures() -> None:
    pencil = start("$900.00")
    name = "Mutual funds and exchange traded funds"
    row(pencil, name, LOTS[1:5], ("Quantity", "Price", "Amount invested", "Value"), "B")
    row(pencil, "Quill Growth Fund (QZABX)", LOTS[1:5], ("10.000", "50.00", "400.00", "500.00"))
    row(pencil, "Ember Income Fund (QZBFX)", LOTS[1:5], ("10.000", "40.00", "390.00", "400.00"))
    pencil.row([(40, "Total mutual funds and exchange traded")], "B", step=9)
    row(pencil, "funds", LOTS[1:5], ("", "", "$790.00", "$900.00"), "B")
    found = read(pencil)
    assert [one.symbol for one in found.positions] == ["QZABX", "QZBFX"]
    assert [amount for _, amount in found.subtotals] == [D("900.00")]
    assert found.status == "proven"
