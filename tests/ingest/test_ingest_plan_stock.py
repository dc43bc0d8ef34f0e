"""Stock that an employer's plan gave: lots name plan and award, the stock is named over them; what may come is not."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Plan", "Award", "Acquired", "Shares", "Cost per share", "Cost basis", "Market value", "Gain/loss")
GRANTS = ("Grant type", "Grant ID", "Vest date", "Shares held", "Cost per share", "Cost basis", "Market value", "Gain")
PLACES = (44, 84, 150, -280, -340, -410, -490, -560)
RSU = (("RSU", "RS10441", "15-Feb-2023", "10.000", "20.00", "200.00", "412.00", "212.00"),
       ("RSU", "RS10442", "15-Aug-2023", "20.000", "25.00", "500.00", "824.00", "324.00"))  # fmt: skip
ESPP = (("ESPP", "", "31-Jul-2024", "5.000", "30.00", "150.00", "206.00", "56.00"),)
TITLES = (
    (((44, "Company stock: Quill Harbor Corp (QZAB)"), (-560, "Closing price $41.20")),),
    (((44, "Quill Harbor Corp (NYSE: QZAB)"), (-560, "Closing price: $41.20")),),
    (((44, "Quill Harbor Corp"), (200, "Symbol: QZAB"), (-560, "Closing price: $41.20")),),
    (((44, "Company: Quill Harbor Corp"),), ((44, "Stock symbol: QZAB"),), ((44, "Shares you own by award"),)),
)
TITLE = TITLES[0]


def row(pencil: Pencil, cells: tuple[str, ...], bold: str = "", step: float = 10) -> None:
    pencil.row([(place, text) for place, text in zip(PLACES, cells, strict=True) if text], bold, step=step)


def total(pencil: Pencil, name: str, units: str, cost: str, value: str, gain: str) -> None:
    row(pencil, (name, "", "", units, "", cost, value, gain), "B", 18)


def begun(titles: tuple[tuple[tuple[float, str], ...], ...], heads: tuple[str, ...] = HEADS) -> Pencil:
    pencil = Pencil(size=7.5)
    pencil.page()
    pencil.row([(44, "Stock Plan Account H61-5763"), (400, "Statement for Apr 1, 2026 to Jun 30, 2026")], step=24)
    for title in titles:
        pencil.row(title, "B", step=14)
    row(pencil, heads, "B", 14)
    return pencil


def whole(titles: tuple[tuple[tuple[float, str], ...], ...] = TITLE, heads: tuple[str, ...] = HEADS) -> Pencil:
    pencil = begun(titles, heads)
    for lot in (*RSU, *ESPP):
        row(pencil, lot)
    total(pencil, "Total QZAB", "35.000", "850.00", "1,442.00", "592.00")
    ended(pencil)
    return pencil


def ended(pencil: Pencil) -> None:
    row(pencil, ("Total account value", "", "", "", "", "", "$1,442.00", ""), "B", 30)


def account(pencil: Pencil) -> StatementAccount:
    (one,) = read_here("plan.pdf", pencil.drawn().data).accounts
    return one


def is_whole(found: StatementAccount) -> bool:
    (held,) = found.positions
    figures = (held.symbol, held.description, held.quantity, held.market_value, held.cost_basis, len(held.lots))
    assert figures == ("QZAB", "Quill Harbor Corp", D("35.000"), D("1442.00"), D("850.00"), 3)
    return found.status == "proven"


@pytest.mark.parametrize("heads", [HEADS, GRANTS])
@pytest.mark.parametrize("titles", TITLES)
def test_lots_that_name_their_plan_are_of_the_stock_named_over_them(
    titles: tuple[tuple[tuple[float, str], ...], ...], heads: tuple[str, ...]
) -> None:
    found = account(whole(titles, heads))
    assert is_whole(found)
    assert found.positions[0].price == (D("41.20") if len(titles) == 1 else None)


def test_lots_of_a_stock_that_nothing_names_are_told() -> None:
    found = account(whole((((44, "Shares you own by award"),),)))
    assert (found.positions, found.status) == ((), "unproven")


def test_sums_of_each_plan_close_some_of_the_lots() -> None:
    pencil = begun(TITLE)
    for lot in RSU:
        row(pencil, lot)
    total(pencil, "Total RSU", "30.000", "700.00", "1,236.00", "536.00")
    row(pencil, ESPP[0])
    total(pencil, "Total ESPP", "5.000", "150.00", "206.00", "56.00")
    total(pencil, "Total QZAB", "35.000", "850.00", "1,442.00", "592.00")
    ended(pencil)
    assert is_whole(account(pencil))


def test_a_line_that_names_but_a_plan_begins_no_security() -> None:
    pencil = begun(TITLE, ("Award", "", *HEADS[2:]))
    for name, lots in (("Restricted Stock Units", RSU), ("Employee Stock Purchase Plan", ESPP)):
        row(pencil, (name, *[""] * 7), "B")
        for lot in lots:
            row(pencil, (lot[1], "", *lot[2:]))
    total(pencil, "Total", "35.000", "850.00", "1,442.00", "592.00")
    ended(pencil)
    assert is_whole(account(pencil))


def test_the_total_right_under_the_last_lot_is_no_value_of_the_stock() -> None:
    pencil = begun(TITLE)
    for lot in (*RSU, *ESPP):
        row(pencil, lot)
    ended(pencil)
    assert is_whole(account(pencil))


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Unvested restricted stock units", ("Grant date", "Granted", "Vested", "Unvested", "Price", "Value")),
        ("Equity awards - unvested", ("Grant date", "Granted", "Vested", "Units", "Price", "Value")),
        ("Outstanding awards", ("Grant date", "Granted", "Vested", "Unvested", "Price", "Value")),
        ("Vesting schedule", ("Vest date", "Granted", "Vested", "Shares", "Price", "Value")),
        ("Stock options", ("Grant date", "Outstanding", "Exercise price", "Exercisable", "Price", "Value")),
        ("Stock options", ("Grant date", "Vested", "Exercise price", "Quantity", "Price", "Value")),
        ("Performance shares (not shares you own)", ("Grant date", "Target", "Vested", "Shares", "Price", "Value")),
    ],
)
def test_what_has_not_vested_or_may_be_exercised_is_no_holding(title: str, heads: tuple[str, ...]) -> None:
    pencil = whole()
    row(pencil, (title, *[""] * 7), "B", 14)
    row(pencil, ("Award", "", *heads), "B", 14)
    third = "62.88" if "Exercise price" in heads else "200"
    row(pencil, ("RS10441", "", "02-Mar-2027", "400", third, "200", "41.20", "8,240.00"))
    row(pencil, ("RS10442", "", "02-Mar-2028", "100", third, "50", "41.20", "2,060.00"))
    row(pencil, ("Total", *[""] * 6, "10,300.00"), "B")
    assert is_whole(account(pencil))


def test_a_row_that_names_but_a_plan_for_a_security_is_told() -> None:
    pencil = begun(TITLE, ("Description", "", "", "Shares", "Price", "Cost basis", "Market value", "Gain/loss"))
    row(pencil, ("RSU", "", "", "30.000", "41.20", "700.00", "1,236.00", "536.00"))
    row(pencil, ("ESPP", "", "", "5.000", "41.20", "150.00", "206.00", "56.00"))
    ended(pencil)
    assert account(pencil).status == "unproven"


SHEET = """Stock Plan Account,H61-5763
As of,06/30/2026
Company stock: Quill Harbor Corp (QZAB),,,,,,,Closing price,$41.20

Plan,Award,Acquired,Shares,Cost per share,Cost basis,Market value,Gain/loss
RSU,RS10441,02/15/2023,10.000,20.00,200.00,412.00,212.00
RSU,RS10442,08/15/2023,20.000,25.00,500.00,824.00,324.00
ESPP,,07/31/2024,5.000,30.00,150.00,206.00,56.00
Total,,,35.000,,850.00,"1,442.00",592.00
"""
UNVESTED = """
Unvested awards
Award,Grant date,Granted,Vested,Unvested,Price,Estimated value
RS10441,03/02/2027,400,200,200,41.20,"8,240.00"
Total,,400,200,200,,"8,240.00"
"""
AWARDS = """Account,H61-5763
Award Name,Award Type,Shares Held,Share Price,Total Value
RSU 2021,RSU,10,41.20,412.00
ESPP Jan 24,ESPP,20,41.20,824.00
Total,,30,,"1,236.00"
"""


@pytest.mark.parametrize("below", ["", UNVESTED])
def test_a_sheet_of_lots_is_of_the_stock_named_over_it(below: str) -> None:
    (found,) = read_here("plan.csv", f"{SHEET}{below}".encode()).accounts
    assert is_whole(found)
    assert found.positions[0].price == D("41.20")


def test_rows_of_a_sheet_that_name_awards_prove_nothing() -> None:
    (found,) = read_here("plan.csv", AWARDS.encode()).accounts
    assert found.status == "unproven"
