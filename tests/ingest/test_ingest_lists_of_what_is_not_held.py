"""Tables of units, prices and values that list no holdings: ordered, watched, proposed, sold, held a month before."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, 200, -300, -380, -480)
HEADS = ("Description", "Symbol", "Quantity", "Price", "Market value")
HELD = (
    ("Quill Harbor Fund", "QZAB", "100.000", "12.00", "$1,200.00"),
    ("Ember Bond Fund", "EMBR", "40.000", "10.50", "$420.00"),
    ("Total equities", "", "", "", "$1,620.00"),
)
OTHERS = (
    ("Onyx Rail Corp", "ONYX", "50.000", "20.00", "$1,000.00"),
    ("Tern Water Inc", "TRNF", "15.000", "40.00", "$600.00"),
    ("Total", "", "", "", "$1,600.00"),
)
BEFORE = (
    ("Quill Harbor Fund", "QZAB", "90.000", "12.00", "$1,080.00"),
    ("Ember Bond Fund", "EMBR", "40.000", "10.50", "$420.00"),
    ("Total", "", "", "", "$1,500.00"),
)


def read(*tables: tuple[str, tuple[tuple[str, ...], ...]], total: str = "") -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    for title, rows in tables:
        pencil.y += 20
        pencil.say(title, size=10)
        for row in (HEADS, *rows):
            pencil.row(list(zip(PLACES, row, strict=True)))
    if total:
        pencil.y += 20
        pencil.row([(40, "Total account value"), (-480, total)])
    (account,) = read_here("lists.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    "title",
    [
        "Open orders",
        "Your watch list",
        "Proposed portfolio",
        "Suggested trades",
        "Unvested stock awards",
        "Securities lending collateral",
        "Positions closed this year",
        "Securities sold",
        "Securities transferred out",
        "Top holdings of Ember Bond Fund",
    ],
)
@pytest.mark.parametrize("total", ["", "$1,620.00"])
def test_a_list_of_what_is_not_held_is_left_out(title: str, total: str) -> None:
    account = read(("Equities", HELD), (title, OTHERS), total=total)
    assert [line.symbol for line in account.positions] == ["QZAB", "EMBR"]
    assert account.status == "proven"


@pytest.mark.parametrize("title", ["Securities sold short", "Closed-end funds", "Collateralized notes"])
def test_titles_of_holdings_that_sound_alike_are_kept(title: str) -> None:
    account = read(("Equities", HELD), (title, OTHERS))
    assert {"ONYX", "TRNF"} <= {line.symbol for line in account.positions}


def test_a_security_in_two_tables_is_not_proven_where_no_total_tells_that_both_are_held() -> None:
    account = read(("Equities", HELD), ("Holdings as of January 31, 2026", BEFORE))
    assert account.status == "unproven"
    assert any("QZAB is listed twice" in check.where for check in account.checks)


def test_orders_below_the_positions_of_an_export_are_no_positions() -> None:
    text = """Positions for account Individual ...402 as of 02/28/2026

"Symbol","Description","Quantity","Price","Market Value","Cost Basis"
"QZAB","QUILL HARBOR CORP","100","$12.00","$1,200.00","$900.00"
"EMBR","EMBER RAIL","40","$10.50","$420.00","$405.00"
"Account Total","--","--","--","$1,620.00","$1,305.00"

Open Orders
"Symbol","Description","Quantity","Price","Value"
"ONYX","ONYX RAIL","50","20.00","1000.00"
"""
    (account,) = read_here("positions.csv", text.encode()).accounts
    assert [line.symbol for line in account.positions] == ["QZAB", "EMBR"]
    assert (account.status, account.stated_total) == ("proven", D("1620.00"))


def test_a_position_that_is_marked_closed_is_not_held_and_that_is_said() -> None:
    text = (
        "Account Number,Symbol,Quantity,Price,Market Value,Status\n"
        "77194402,QZAB,100,12.00,1200.00,Open\n77194402,ONYX,50,20.00,1000.00,Closed\n"
    )
    statement = read_here("positions.csv", text.encode())
    assert [line.symbol for line in statement.accounts[0].positions] == ["QZAB"]
    assert any("ONYX is marked Closed" in issue.message for issue in statement.issues)
