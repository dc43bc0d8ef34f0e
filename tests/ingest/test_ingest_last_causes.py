"""Causes of lost rows and of false proof: prices without their point, levels, bare heads, numbers under labels."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def page(title: str = "Pinewick Brokerage") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, title)], "B", size=12, step=20)
    return pencil


def read(pencil: Pencil) -> Statement:
    return read_here("pinewick.pdf", pencil.drawn().data)


def table(*lines: str) -> StatementAccount:
    (account,) = read_here("export.csv", "\n".join(lines).encode()).accounts
    return account


def test_a_share_price_that_lost_its_point_is_named_and_proves_nothing() -> None:
    account = table(
        "Symbol,Description,Quantity,Price,Market Value",
        "QZAB,Harbor Quill Holdings Inc,100,12.50,1250.00",
        "QZBF,Ember Bond Index Fund,412.305,3372,13902.92",
        "Total,,,,15152.92",
    )
    assert account.status != "proven"
    assert [line.symbol for line in account.positions if line.flagged] == ["QZBF"]
    (wrong,) = [check for check in account.checks if not check.ok]
    assert wrong.where.startswith("QZBF")


@pytest.mark.parametrize(
    ("name", "quantity", "price", "value"),
    [("Tide Energy Corp 5.25% due 08/03/2040", "52000", "107.765", "56037.80"), ("Tide Co", "3000", "98.5", "2955.00")],
)
def test_debt_priced_per_hundred_still_proves(name: str, quantity: str, price: str, value: str) -> None:
    account = table("Description,CUSIP,Quantity,Price,Market Value", f"{name},934232A58,{quantity},{price},{value}")
    assert account.status == "proven"
    assert account.positions[0].unit == D("0.01")


def test_market_beside_cost_is_the_value() -> None:
    pencil = page()
    pencil.row([(40, "ACCT NO 5511-2233   LIST OF ASSETS AS OF 06/30/26")], step=20)
    pencil.row(
        [(-90, "UNITS"), (110, "DESCRIPTION"), (260, "TICKER"), (-360, "PRICE"), (-430, "COST"), (-500, "MARKET")]
    )
    pencil.row(
        [(-90, "100"), (110, "QUILL CO"), (260, "QZAB"), (-360, "12.50"), (-430, "1,000.00"), (-500, "1,250.00")]
    )
    pencil.row([(110, "TOTAL ASSETS"), (-430, "1,000.00"), (-500, "1,250.00")])
    (account,) = read(pencil).accounts
    assert account.status == "proven"
    assert (account.positions[0].market_value, account.positions[0].cost_basis) == (D("1250.00"), D("1000.00"))


def test_rows_of_level_lot_are_lots_of_the_position_above() -> None:
    account = table(
        "Level,Symbol,Description,Acquired,Quantity,Price,Market Value,Cost Basis",
        "Position,QZAB,Harbor Quill Inc,,30,10.00,300.00,200.00",
        "Lot,QZAB,,2020-03-10,10,10.00,100.00,80.00",
        "Lot,QZAB,,2021-04-11,20,10.00,200.00,120.00",
        "Position,QZCD,Ember Tide Co,,5,20.00,100.00,90.00",
        "Lot,QZCD,,2022-05-12,5,20.00,100.00,90.00",
    )
    assert [(line.symbol, line.quantity, len(line.lots)) for line in account.positions] == [
        ("QZAB", D("30"), 2),
        ("QZCD", D("5"), 1),
    ]


def test_a_number_under_the_words_of_an_account_is_its_number() -> None:
    pencil = page()
    pencil.row([(40, "Account Detail"), (300, "Active Assets Account")], step=12)
    pencil.row([(300, "5511-2233")], step=20)
    pencil.row([(40, "Symbol"), (90, "Description"), (-330, "Quantity"), (-400, "Price"), (-480, "Value")])
    pencil.row([(40, "QZAB"), (90, "Harbor Quill Inc"), (-330, "100"), (-400, "12.50"), (-480, "1,250.00")])
    (account,) = read(pencil).accounts
    assert account.number == "…2233"


def test_a_table_that_is_refused_names_the_heads_it_wanted_and_found() -> None:
    refused = read_here("export.csv", b"Asset,Wert,Foo\nQuill,12,3\nTide,5,4\n").refused or ""
    assert "a name or symbol" in refused
    assert refused.endswith("found: 'Asset', 'Wert' (unknown), 'Foo' (unknown).")
