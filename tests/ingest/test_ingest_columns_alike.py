"""Exports with several columns of one meaning: what multiplies out, leaves the gain, or is in its money."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementLine
from core.ingest.reading import read_here


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
        f"Account Number,Symbol,Currency,Quantity,Price,Value,{heads}\n"
        f"77194402,QZAB,EUR,100,12.00,1200.00,{paid}\n77194402,EMBR,USD,40,10.50,420.00,405.00,405.00\n"
    )
    assert found[0].cost_basis == D("1000.00")
