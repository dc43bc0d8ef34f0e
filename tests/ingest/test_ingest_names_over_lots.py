"""Lots without names beside them: each security is named on lines of its own over its lots, one after the other."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ((-130, "Quantity"), (160, "Acquisition Date"), (-290, "Unit Cost"), (-360, "Cost Basis"),
         (-430, "Market Price"), (-500, "Market Value"), (-570, "Gain/Loss"))  # fmt: skip
BONDS = (
    (("QUILL RAIL SR NT", "4.250% 05/15/2031 B/E DTD 05/15/2021"), ("1ST CPN DTE 11/15/2021", "748385AB0")),
    (("EMBER COUNTY WATER REV", "3.000% 08/15/2034 B/E DTD 08/15/2019"), ("1ST CPN DTE 02/15/2020", "291002CD4")),
    (("SLATE POWER SUB NT", "5.500% 02/15/2029 B/E DTD 02/15/2019"), ("1ST CPN DTE 08/15/2019", "830560EF1")),
)
FIGURES = (
    ("40,000.000", "02/09/2021 3,12", "94.0000", "37,600.00", "91.0000", "36,400.00", "-1,200.00"),
    ("80,000.000", "04/06/2022 3,12", "102.0000", "81,600.00", "101.0000", "80,800.00", "-800.00"),
    ("10,000.000", "07/11/2023", "99.0000", "9,900.00", "91.0000", "9,100.00", "-800.00"),
)
LOT = ("100.000", "01/26/2021", "20.0000", "2,000.00", "25.0000", "2,500.00", "500.00")


def line(pencil: Pencil, text: str, bold: str = "", rest: str = "") -> None:
    """Words at the left edge, those behind them in plain letters."""
    pencil.at(52, text, bold)
    pencil.measure.set_font(pencil.paper.font, bold, pencil.size)
    pencil.row([(52 + pencil.measure.get_string_width(f"{text} "), rest)], step=12)


def lot(pencil: Pencil, *cells: str) -> None:
    pencil.row([(edge, text) for (edge, _), text in zip(HEADS, cells, strict=True) if text], step=12)


def total(pencil: Pencil, name: str, cost: str, value: str, gain: str) -> None:
    pencil.row([(52, name), (-360, cost), (-500, value), (-570, gain)], "B", step=12)


def paper() -> Pencil:
    pencil = Pencil(size=7.5)
    pencil.page()
    pencil.row([(40, "Account Number: 3HL-154184"), (400, "Statement Period: 06/01/2026 - 06/30/2026")], step=24)
    pencil.row(HEADS, "B", step=12)
    return pencil


def account(pencil: Pencil) -> StatementAccount:
    (one,) = read_here("lots.pdf", pencil.drawn().data).accounts
    return one


@pytest.mark.parametrize("bold", ["B", ""])
@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("after", ["", "Original Cost Basis: $37,900.00"])
def test_bonds_that_follow_one_another_are_each_a_security(bold: str, lines: int, after: str) -> None:
    pencil = paper()
    line(pencil, "FIXED INCOME", "B")
    for ((name, terms), (coupon, cusip)), figures in zip(BONDS, FIGURES, strict=True):
        if lines == 1:
            line(pencil, name, bold, f"{terms} Security Identifier: {cusip}")
        else:
            line(pencil, name, bold, terms)
            line(pencil, coupon, "", "" if lines == 3 else f"Security Identifier: {cusip}")
        if lines == 3:
            line(pencil, "", "", f"Security Identifier: {cusip}")
        lot(pencil, *figures)
        if after:
            line(pencil, after)
    total(pencil, "TOTAL FIXED INCOME", "$129,100.00", "$126,300.00", "-$2,800.00")
    total(pencil, "TOTAL ACCOUNT VALUE", "$129,100.00", "$126,300.00", "-$2,800.00")
    found = account(pencil)
    assert [(one.cusip, one.quantity, one.market_value, len(one.lots)) for one in found.positions] == [
        ("748385AB0", D("40000"), D("36400"), 1),
        ("291002CD4", D("80000"), D("80800"), 1),
        ("830560EF1", D("10000"), D("9100"), 1),
    ]
    assert [one.description.split()[0] for one in found.positions] == ["QUILL", "EMBER", "SLATE"]
    assert found.status == "proven"


@pytest.mark.parametrize(
    "names",
    [
        ("QUILL HOLDINGS, INC.", "EMBER, INC.", "SLATE"),
        ("QUILL NASDAQ 100 INDEX TRACKING FUND CLASS A", "7 EMBER FOODS CO", "SLATE SHORT-TERM INCOME FUND"),
    ],
)
@pytest.mark.parametrize("bold", ["B", ""])
@pytest.mark.parametrize("option", [True, False])
def test_each_name_with_its_identifiers_behind_it_opens_a_security(
    names: tuple[str, ...], bold: str, option: bool
) -> None:
    pencil = paper()
    line(pencil, "EQUITIES 100.00% of Portfolio", "B")
    for name, symbol, cusip in zip(
        names, ("QZAB", "EMBE", "SLTM"), ("748385109", "291002208", "830560307"), strict=True
    ):
        line(pencil, name, bold, f"    Security Identifier: {symbol}   CUSIP: {cusip}")
        if option:
            line(pencil, "Dividend Option: Cash")
        lot(pencil, *LOT)
    total(pencil, "TOTAL EQUITIES", "$6,000.00", "$7,500.00", "$1,500.00")
    total(pencil, "TOTAL ACCOUNT VALUE", "$6,000.00", "$7,500.00", "$1,500.00")
    found = account(pencil)
    assert [(one.symbol, one.cusip, one.market_value) for one in found.positions] == [
        ("QZAB", "748385109", D("2500")),
        ("EMBE", "291002208", D("2500")),
        ("SLTM", "830560307", D("2500")),
    ]
    assert found.status == "proven"


def test_a_number_of_another_kind_under_a_row_is_of_the_same_security() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account Number: 40417752"), (400, "Statement Period: 06/01/2026 - 06/30/2026")], step=24)
    pencil.row([(40, "Symbol"), (120, "Description"), (-360, "Quantity"), (-430, "Price"), (-500, "Market Value")], "B")
    rows = (("QZAB", "QUILL HOLDINGS INC", "748385109"), ("EMBE", "EMBER FOODS CO", "291002208"))
    for symbol, name, cusip in rows:
        cells = [(40, symbol), (120, name), (-360, "100.000"), (-430, "25.0000"), (-500, "2,500.00")]
        pencil.row(cells, step=10)
        pencil.row([(120, f"COMMON STOCK CUSIP: {cusip}")], step=14)
    pencil.row([(120, "Total Account Value"), (-500, "$5,000.00")], "B")
    found = account(pencil)
    assert [(one.symbol, one.cusip, one.quantity) for one in found.positions] == [
        ("QZAB", "748385109", D("100")),
        ("EMBE", "291002208", D("100")),
    ]
    assert found.status == "proven"


def test_a_note_that_stands_for_a_name_proves_nothing() -> None:
    pencil = paper()
    line(pencil, "EQUITIES", "B")
    line(pencil, "QUILL HOLDINGS INC", "B", "Security Identifier: QZAB")
    lot(pencil, *LOT)
    total(pencil, "Total", "$2,000.00", "$2,500.00", "$500.00")
    line(pencil, "Dividend Option: Cash")
    lot(pencil, *LOT)
    total(pencil, "TOTAL ACCOUNT VALUE", "$4,000.00", "$5,000.00", "$1,000.00")
    assert account(pencil).status != "proven"


@pytest.mark.parametrize("second", ["", "ODILE CALLOWAY JT TEN WROS"])
def test_the_owner_beside_the_name_of_the_firm_is_the_one_over_the_address(second: str) -> None:
    pencil = Pencil()
    people = (("40417752", "INES M. CALLOWAY", "2,500.00"), ("55230918", "TOBIAS R. CALLOWAY", "5,000.00"))
    for number, name, worth in people:
        title = f"{name} &" if second else name
        pencil.page()
        pencil.row([(40, "ALDER ADVISORS"), (260, title), (450, "Account Statement")], "B", size=9, step=40)
        pencil.say("\n".join(filter(None, (title, second, "9 WILLOW CT", "PORT LARCH, CA 93105"))), step=10)
        pencil.row([(40, "Quantity"), (120, "Description"), (-430, "Price"), (-500, "Market Value")], "B")
        pencil.row(
            [(40, f"{D(worth.replace(',', '')) / 25}"), (120, "QUILL HOLDINGS INC"), (-430, "25.0000"), (-500, worth)]
        )
        pencil.row([(120, "Total Account Value"), (-500, f"${worth}")], "B")
        pencil.y = 740
        pencil.row([(40, f"Page {pencil.pages}"), (400, f"Account Number: {number}")])
    with_second = " & ODILE CALLOWAY" if second else ""
    found = read_here("alder.pdf", pencil.drawn().data).accounts
    assert [(one.number, one.owner) for one in found] == [
        ("…7752", f"INES M. CALLOWAY{with_second}"),
        ("…0918", f"TOBIAS R. CALLOWAY{with_second}"),
    ]
