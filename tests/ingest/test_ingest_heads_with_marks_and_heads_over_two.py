"""Heads with the mark of a note behind them, heads shared by two columns, prices over costs; deposits in a table."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.people import may_be_person
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Row = list[tuple[float, str]]


def read(*rows: Row) -> StatementAccount:
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    for row in rows:
        pencil.row(row)
    (account,) = read_here("heads.pdf", pencil.drawn().data).accounts
    return account


def test_the_mark_of_a_note_behind_a_head_is_no_amount() -> None:
    account = read(
        [(40, "Symbol/"), (-330, "Ending"), (-420, "Price as of"), (-510, "Tax"), (-690, "Estimated")],
        [(40, "CUSIP"), (110, "Fund Name"), (-330, "Shares"), (-420, "06/30/2026"), (-510, "Cost"),
         (-600, "Gain/Loss (1)"), (-690, "Value")],
        [(40, "QZABX"), (110, "Quill Harbor Fund"), (-330, "100"), (-420, "12.00"), (-510, "$900.00"),
         (-600, "$300.00"), (-690, "$1,200.00")],
        [(40, "EMBRX"), (110, "Ember Bond Fund"), (-330, "40"), (-420, "10.50"), (-510, "$405.00"),
         (-600, "$15.00"), (-690, "$420.00")],
        [(110, "Total Account Value"), (-690, "$1,620.00")],
    )  # fmt: skip
    assert account.status == "proven"
    assert [(line.symbol, line.price, line.cost_basis) for line in account.positions] == [
        ("QZABX", D("12.00"), D("900.00")),
        ("EMBRX", D("10.50"), D("405.00")),
    ]


def test_a_head_over_the_cost_of_one_and_of_all_belongs_to_both() -> None:
    account = read(
        [(-570, "Cost Basis")],
        [(-520, "Unit Tax"), (-600, "Carrying")],
        [(40, "Security"), (-300, "Shares"), (-370, "Price"), (-460, "Value"), (-520, "Cost"), (-600, "Cost")],
        [(40, "Quill Harbor Corp"), (-300, "100"), (-370, "12.00"), (-460, "1,200.00"), (-520, "9.00"),
         (-600, "900.00")],
        [(40, "Ember Rail Corp"), (-300, "40"), (-370, "10.50"), (-460, "420.00"), (-520, "10.125"),
         (-600, "405.00")],
        [(40, "Total account value"), (-460, "1,620.00"), (-600, "1,305.00")],
    )  # fmt: skip
    assert account.status == "proven"
    assert [line.cost_basis for line in account.positions] == [D("900.00"), D("405.00")]


def test_a_price_stands_over_the_cost_of_one() -> None:
    account = read(
        [(40, "Name of"), (-300, "Ending"), (-400, "Price/ NAV"), (-500, "Ending")],
        [(40, "Security"), (-300, "Shares"), (-400, "Unit Tax Cost"), (-500, "Value")],
        [(40, "Quill Harbor Corp"), (-300, "100"), (-400, "12.00"), (-500, "1,200.00")],
        [(-400, "9.00")],
        [(40, "Ember Rail Corp"), (-300, "40"), (-400, "10.50"), (-500, "420.00")],
        [(-400, "10.125")],
        [(40, "Total account value"), (-500, "1,620.00")],
    )
    assert account.status == "proven"
    assert [line.price for line in account.positions] == [D("12.00"), D("10.50")]


@pytest.mark.parametrize("name", ["Insured Bank Deposits", "BANK DEPOSIT PROGRAM", "FDIC-Insured Deposit Account"])
@pytest.mark.parametrize("units", [[], [(-300, "380.00"), (-400, "1.000")]])
def test_a_deposit_among_funds_is_cash(name: str, units: Row) -> None:
    account = read(
        [(40, "Fund / Security Name"), (-300, "Shares"), (-400, "Price"), (-500, "Market Value")],
        [(40, name), *units, (-500, "380.00")],
        [(40, "Quill Harbor Fund"), (-300, "100"), (-400, "12.00"), (-500, "1,200.00")],
        [(40, "Ember Bond Fund"), (-300, "40"), (-400, "10.50"), (-500, "420.00")],
        [(40, "Total account value"), (-500, "2,000.00")],
    )
    assert (account.status, account.cash) == ("proven", D("380.00"))


def test_marks_of_notes_are_set_behind_heads_without_a_blank() -> None:
    account = read(
        [(40, "Description"), (-300, "Shares /"), (-400, "Carrying Cost3"), (-500, "Price"), (-600, "Value")],
        [(40, "of Security"), (-300, "Face Value"), (-400, "Average Cost"), (-500, "Each2"), (-600, "($)1")],
        [(40, "Quill Harbor Corp"), (-300, "100"), (-400, "900.00"), (-500, "12.00"), (-600, "1,200.00")],
        [(-400, "9.00")],
        [(40, "Ember Rail Corp"), (-300, "40"), (-400, "405.00"), (-500, "10.50"), (-600, "420.00")],
        [(-400, "10.125")],
        [(40, "Total account value"), (-600, "1,620.00")],
    )
    assert account.status == "proven"
    assert [line.cost_basis for line in account.positions] == [D("900.00"), D("405.00")]


@pytest.mark.parametrize("text", ["Largest Positions", "SECURITY POSITIONS", "Key Positions"])
def test_a_title_of_positions_is_no_person(text: str) -> None:
    assert not may_be_person(text)
