"""Papers and exports with several columns of one meaning: what multiplies out, leaves the gain, or is in its money."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementLine
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def lines(text: str) -> list[StatementLine]:
    (account,) = read_here("positions.csv", text.encode()).accounts
    assert account.status == "proven"
    return list(account.positions)


@pytest.mark.parametrize("first", ["Settled Shares", "Available Quantity"])
def test_the_units_are_those_that_make_the_value(first: str) -> None:
    found = lines(
        f"Account Number,Symbol,{first},Quantity,Price,Value\n"
        "77194402,QZAB,90,100,12.00,1200.00\n77194402,EMBR,40,40,10.50,420.00\n"
    )
    assert [line.quantity for line in found] == [D(100), D(40)]


def test_the_value_at_another_price_is_not_the_value() -> None:
    found = lines(
        "Account Number,Symbol,Quantity,Price,Prev Close,Prev Close Value,Value\n"
        "77194402,QZAB,100,12.00,11.00,1100.00,1200.00\n77194402,EMBR,40,10.50,10.00,400.00,420.00\n"
    )
    assert [(line.price, line.market_value) for line in found] == [
        (D("12.00"), D("1200.00")),
        (D("10.50"), D("420.00")),
    ]


@pytest.mark.parametrize("gain", [True, False])
def test_of_two_costs_the_one_that_leaves_the_gain_counts_else_the_adjusted_one(gain: bool) -> None:
    heads = "Account Number,Symbol,Quantity,Price,Value,Original Cost,Adjusted Cost"
    rows = ("77194402,QZAB,100,12.00,1200.00,950.00,900.00", "77194402,EMBR,40,10.50,420.00,405.00,405.00")
    told = (f"{heads},Gain", f"{rows[0]},300.00", f"{rows[1]},15.00") if gain else (heads, *rows)
    text = "\n".join((*told, ""))
    assert [line.cost_basis for line in lines(text)] == [D("900.00"), D("405.00")]


def test_the_first_of_two_costs_counts_where_it_leaves_the_gain() -> None:
    found = lines(
        "Account Number,Symbol,Quantity,Price,Value,Original Cost,Adjusted Cost,Gain\n"
        "77194402,QZAB,100,12.00,1200.00,950.00,900.00,250.00\n77194402,EMBR,40,10.50,420.00,410.00,405.00,10.00\n"
    )
    assert [line.cost_basis for line in found] == [D("950.00"), D("410.00")]


@pytest.mark.parametrize("heads", ["Cost (Local),Cost (USD)", "Cost (USD),Cost (EUR)"])
def test_the_cost_is_in_the_money_of_its_row(heads: str) -> None:
    paid = "1000.00,1090.00" if heads.startswith("Cost (Local)") else "1090.00,1000.00"
    found = lines(
        f"Base Currency,EUR\nAccount Number,Symbol,Currency,Quantity,Price,Value,{heads}\n"
        f"77194402,QZAB,EUR,100,12.00,1200.00,{paid}\n77194402,EMBR,USD,40,10.50,420.00,405.00,405.00\n"
    )
    assert found[0].cost_basis == D("1000.00")


PLACES = (40, 180, -280, -350, -440, -530, -620, -710)
ROWS = (
    ("Quill Harbor Fund", "QZAB", "100.000", "12.00", "$1,200.00", "$950.00", "$900.00", "$300.00"),
    ("Ember Bond Fund", "EMBR", "40.000", "10.50", "$420.00", "$405.00", "$405.00", "$15.00"),
    ("Total account value", "", "", "", "$1,620.00", "$1,355.00", "$1,305.00", "$315.00"),
)


def paper(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[StatementLine]:
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    for row in (heads, *rows):
        pencil.row(list(zip(PLACES, row, strict=False)))
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    return list(account.positions)


@pytest.mark.parametrize("gain", [True, False])
def test_on_paper_too_the_cost_is_the_one_that_leaves_the_gain_else_the_adjusted_one(gain: bool) -> None:
    heads = (
        "Description",
        "Symbol",
        "Quantity",
        "Price",
        "Market value",
        "Original cost",
        "Adjusted cost",
        "Gain/Loss",
    )
    end = len(heads) if gain else -1
    found = paper(heads[:end], tuple(row[:end] for row in ROWS))
    assert [line.cost_basis for line in found] == [D("900.00"), D("405.00")]


def test_on_paper_too_the_units_are_those_that_make_the_value() -> None:
    heads = ("Description", "Symbol", "Settled quantity", "Quantity", "Price", "Market value")
    rows = (
        ("Quill Harbor Fund", "QZAB", "90.000", "100.000", "12.00", "$1,200.00"),
        ("Ember Bond Fund", "EMBR", "40.000", "40.000", "10.50", "$420.00"),
        ("Total account value", "", "", "", "", "$1,620.00"),
    )
    assert [line.quantity for line in paper(heads, rows)] == [D(100), D(40)]


def test_of_two_costs_of_lots_the_adjusted_one_counts() -> None:
    paper = """Tern Brokerage                         Account Number: 7719-4402

Description                     Symbol    Quantity    Price       Market Value    Cost
Quill Growth Fund               QGAAX      100.000    12.00          $1,200.00     $950.00
Total account value                                                  $1,200.00     $950.00

Tax lots
Description                     Acquired      Quantity     Cost    Wash sale adj   Adjusted cost
Quill Growth Fund               01/04/2019      40.000     $405.00     $45.00           $450.00
Quill Growth Fund               03/04/2020      60.000     $500.00                      $500.00
"""
    (account,) = read_here("paper.txt", paper.encode()).accounts
    assert [lot.cost_basis for lot in account.positions[0].lots] == [D("450.00"), D("500.00")]
    assert account.status == "proven"


@pytest.mark.parametrize("plan", ["Target", "Proposed", "Prior"])
def test_columns_of_a_plan_or_of_another_day_do_not_count_beside_those_that_are_not(plan: str) -> None:
    found = lines(
        f"Account Number,Symbol,{plan} Shares,{plan} Value,Shares,Value,Price\n"
        "77194402,QZAB,90,1080.00,100,1200.00,12.00\n77194402,EMBR,50,525.00,40,420.00,10.50\n"
    )
    assert [(line.quantity, line.market_value) for line in found] == [(D(100), D("1200.00")), (D(40), D("420.00"))]
