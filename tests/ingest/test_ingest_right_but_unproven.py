"""Papers that tie and were held not to: gains in per cent, cash in the sum of its own section, sums over their rows."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = ("Description", "Quantity", "Price", "Market value", "Cost", "Gain/Loss")
PLACES = (40, -260, -330, -420, -500, -590)


def read(*rows: tuple[str, ...]) -> StatementAccount:
    """Rows under heads; one of a single text stands apart, as a heading over heads of its own."""
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    for row in rows:
        if len(row) == 1:
            pencil.y += 20
            pencil.say(row[0], size=10)
            pencil.row(list(zip(PLACES, HEADS, strict=True)))
        else:
            pencil.row(list(zip(PLACES, row, strict=False)))
    (account,) = read_here("right.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(("first", "second"), [("33.33", "3.70"), ("33.3%", "3.7%"), ("(33.33%)", "(3.70%)")])
def test_a_gain_in_per_cent_is_no_amount(first: str, second: str) -> None:
    account = read(
        ("Equities",),
        ("Quill Harbor Corp (QZAB)", "100.000", "12.00", "$1,200.00", "$900.00", first),
        ("Ember Rail Corp (EMBR)", "40.000", "10.50", "$420.00", "$405.00", second),
        ("Total account value", "", "", "$1,620.00", "$1,305.00"),
    )
    assert account.status == "proven"
    assert [line.gain for line in account.positions] == [None, None]
    assert [line.cost_basis for line in account.positions] == [D("900.00"), D("405.00")]


def test_the_sum_of_a_section_that_stands_over_its_rows_is_theirs() -> None:
    account = read(
        ("Common Stocks",),
        ("Total Common Stocks", "", "", "$1,200.00", "$900.00"),
        ("Quill Harbor Corp (QZAB)", "100.000", "12.00", "$1,200.00", "$900.00", "$300.00"),
        ("Mutual Funds",),
        ("Total Mutual Funds", "", "", "$420.00", "$405.00"),
        ("Ember Bond Fund (EMBRX)", "40.000", "10.50", "$420.00", "$405.00", "$15.00"),
        ("Total account value", "", "", "$1,620.00", "$1,305.00"),
    )
    assert account.status == "proven"
    assert ("Mutual Funds", D("420.00")) in account.subtotals
    assert [line.section for line in account.positions] == ["Common Stocks", "Mutual Funds"]


def test_cash_is_the_sum_of_a_section_without_rows() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    pencil.say("Short-Term Reserves", size=10)
    pencil.row([(40, "Description"), (-400, "Opening balance"), (-500, "Closing balance")])
    pencil.row([(40, "Bank deposit sweep"), (-400, "$90.00"), (-500, "$100.00")])
    pencil.y += 20
    pencil.say("Common Stocks", size=10)
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, "Total Common Stocks"), (-500, "$1,200.00")])
    pencil.row([(40, "Total Short-Term Reserves"), (-500, "$100.00")])
    pencil.row([(40, "Total account value"), (-500, "$1,300.00")])
    (account,) = read_here("reserves.pdf", pencil.drawn().data).accounts
    assert (account.status, account.cash) == ("proven", D("100.00"))
