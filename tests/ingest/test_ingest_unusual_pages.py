"""Pages that are laid out unlike most: cells stacked, accounts side by side, days without a year, lots elsewhere."""

from datetime import date
from decimal import Decimal as D

import numpy as np
import pytest

from core.domain.statement import Statement
from core.ingest.lines.standing import TURN
from core.ingest.ocr.picture import prepared
from core.ingest.ocr.turns import upright
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil
from tools.accuracy.scans import pictures

HEADS = ((40.0, "Symbol"), (90.0, "Description"), (-330.0, "Quantity"), (-400.0, "Price"), (-480.0, "Value"))
ROWS = (
    ("QZAB", "Harbor Quill Holdings Inc", "100", "12.50", "1,250.00"),
    ("QZCD", "Ember Tide Paper Co", "40", "20.00", "800.00"),
)


def page(wide: bool = False) -> Pencil:
    pencil = Pencil(landscape=wide)
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    return pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def table(pencil: Pencil, total: str = "2,050.00", turn: str = "") -> None:
    pencil.row([(40, "Account 5511-2233    Positions as of June 30, 2026")], step=20)
    pencil.row(HEADS, "B")
    for row in ROWS:
        pencil.row(tuple(zip((40.0, 90.0, -330.0, -400.0, -480.0), row, strict=True)))
    if turn:
        pencil.row([(90, turn)])
    pencil.row([(90, "Total account value"), (-480, total)], "B", step=24)


def test_a_price_printed_under_the_value_is_the_price() -> None:
    pencil = page()
    pencil.row([(40, "Account 5511-2233")], step=20)
    pencil.row([(-90, "SHARES"), (110, "DESCRIPTION"), (300, "TICKER"), (-480, "MARKET VALUE/")], step=10)
    pencil.row([(-480, "UNIT PRICE")])
    for symbol, name, quantity, price, value in ROWS:
        pencil.row([(-90, quantity), (110, name), (300, symbol), (-480, value)], step=10)
        pencil.row([(-480, price)])
    pencil.row([(110, "TOTAL ACCOUNT"), (-480, "2,050.00")])
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert [(one.symbol, one.quantity, one.price, one.market_value) for one in account.positions] == [
        ("QZAB", D("100"), D("12.50"), D("1250.00")),
        ("QZCD", D("40"), D("20.00"), D("800.00")),
    ]


def test_accounts_side_by_side_are_two_accounts() -> None:
    pencil = page(wide=True)
    shift = 390.0
    pencil.row([(40, "Account 5511-2233"), (40 + shift, "Account 5511-7788")], step=18)
    heads = ((40.0, "Symbol"), (100.0, "Quantity"), (-220.0, "Price"), (-300.0, "Value"))
    pencil.row([*heads, *((x + shift if x > 0 else x - shift, text) for x, text in heads)], "B")
    for symbol, other in (("QZAB", "QZEF"), ("QZCD", "QZGH")):
        cells = [(40.0, symbol), (-135.0, "10"), (-220.0, "5.00"), (-300.0, "50.00")]
        second = [(40.0, other), (-135.0, "20"), (-220.0, "5.00"), (-300.0, "100.00")]
        pencil.row([*cells, *((x + shift if x > 0 else x - shift, text) for x, text in second)])
    pencil.row([(40, "Account Total"), (-300, "100.00"), (40 + shift, "Account Total"), (-300 - shift, "200.00")])
    first, second_account = read(pencil).accounts
    assert [one.symbol for one in first.positions] == ["QZAB", "QZCD"] and first.status == "proven"
    assert [one.symbol for one in second_account.positions] == ["QZEF", "QZGH"] and second_account.status == "proven"


def test_a_day_without_a_year_is_in_the_year_of_the_statement() -> None:
    pencil = page()
    table(pencil)
    pencil.row([(40, "Date"), (90, "Transaction"), (180, "Symbol"), (230, "Description"), (-430, "Quantity"),
                (-520, "Amount")], "B")  # fmt: skip
    pencil.row([(40, "06/12"), (90, "Bought"), (180, "QZAB"), (230, "Harbor Quill"), (-430, "10"), (-520, "-125.00")])
    pencil.row([(40, "12/30"), (90, "Sold"), (180, "QZCD"), (230, "Ember Tide"), (-430, "-5"), (-520, "100.00")])
    (account,) = read(pencil).accounts
    assert [move.date for move in account.activity] == [date(2026, 6, 12), date(2025, 12, 30)]


def test_lots_in_a_table_of_their_own_go_to_the_security_they_name() -> None:
    pencil = page()
    table(pencil)
    pencil.row([(40, "Symbol"), (90, "Open date"), (-250, "Qty"), (-330, "Cost")], "B")
    pencil.row([(40, "QZAB"), (90, "03/25/2016"), (-250, "60"), (-330, "600.00")])
    pencil.row([(40, "QZAB"), (90, "04/26/2017"), (-250, "40"), (-330, "300.00")])
    (account,) = read(pencil).accounts
    first = account.positions[0]
    assert [(lot.acquired, lot.quantity) for lot in first.lots] == [
        (date(2016, 3, 25), D("60")),
        (date(2017, 4, 26), D("40")),
    ]
    assert first.cost_basis == D("900.00")


@pytest.mark.parametrize("cell", ["1O0", "ten", "#REF!"])
def test_a_figure_that_cannot_be_read_keeps_its_account_from_being_proven(cell: str) -> None:
    text = f"Symbol,Description,Quantity,Price,Market Value\nQZAB,Harbor Quill,{cell},12.50,1250.00\n"
    (account,) = read_here("a.csv", text.encode()).accounts
    assert account.positions[0].flagged and account.status != "proven"


def test_the_printed_total_of_a_security_is_held_against_its_only_lot() -> None:
    text = (
        "Symbol,Description,Date Acquired,Quantity,Price,Market Value,Cost Basis\n"
        "QZAB,Harbor Quill,03/25/2016,100,12.50,1250.00,900.00\nTotal QZAB,,,100,,1260.00,900.00\n"
    )
    (account,) = read_here("a.csv", text.encode()).accounts
    assert account.status != "proven"


def test_a_sum_in_cents_is_exact() -> None:
    pencil = page()
    table(pencil, total="2,050.01")
    (account,) = read(pencil).accounts
    assert account.status != "proven"


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_is_turned_upright_from_any_side(turns: int) -> None:
    pencil = page()
    for _ in range(4):
        table(pencil)
    straight = pictures(pencil.drawn().data, 200)[0]
    points = (straight.shape[1] * 0.36, straight.shape[0] * 0.36)
    sent = np.ascontiguousarray(np.rot90(straight, turns))
    size = points if turns % 2 == 0 else points[::-1]
    found, _ = upright(prepared(sent, size))
    wanted = prepared(straight, points)
    assert found.grey.shape == wanted.grey.shape
    assert np.abs(found.grey.astype(int) - wanted.grey.astype(int)).mean() < 2


@pytest.mark.parametrize("said", ["Continued on next page", "(continued on page 2 of 3)", "See reverse side"])
def test_that_a_page_goes_on_elsewhere_is_no_part_of_a_name(said: str) -> None:
    assert TURN.fullmatch(said)
    pencil = page()
    table(pencil)
    whole = [line.description for line in read(pencil).accounts[0].positions]
    pencil = page()
    table(pencil, turn=said)
    assert [line.description for line in read(pencil).accounts[0].positions] == whole


def test_a_name_that_begins_like_a_turn_of_the_page_is_a_name() -> None:
    assert not any(map(TURN.fullmatch, ("Continental Resources", "Continued Care REIT", "See Next Holdings")))
