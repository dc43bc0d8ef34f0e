"""Lists of units, or of values, alone: read as printed, what is not printed stays unknown, and nothing is proven."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

COSTS = "Symbol,Description,Quantity,Cost Basis\nWLLW,WILLOW INDEX ETF,10,900.00\nONYX,ONYX INDEX ETF,5,200.00\n"
AVERAGES = (
    "Account Number,Symbol,Shares,Average Cost,Total Cost\n5512-3301,WLLW,10,90.00,900.00\n5512-3301,ONYX,5,40,200\n"
)
PRICES = "Symbol,Quantity,Purchase Price,Date Acquired\nWLLW,10,90.00,01/05/2021\nONYX,5,40.00,02/05/2022\n"
VALUES = "Symbol,Description,Market Value\nWLLW,WILLOW INDEX ETF,1000.00\nONYX,ONYX INDEX ETF,250.00\n"
STOCK = "Item,Description,Quantity,Unit Cost,Cost\nhinge,Brass hinge,10,1.00,10.00\nscrew,Oak screw,5,2.00,10.00\n"


def one(text: str) -> StatementAccount:
    (account,) = read_here("list.csv", text.encode()).accounts
    return account


@pytest.mark.parametrize("text", [COSTS, AVERAGES, PRICES])
def test_units_without_values_are_read_and_the_missing_value_is_told(text: str) -> None:
    statement = read_here("list.csv", text.encode())
    (account,) = statement.accounts
    assert [(line.symbol, line.quantity, line.market_value, line.flagged) for line in account.positions] == [
        ("WLLW", D(10), None, True),
        ("ONYX", D(5), None, True),
    ]
    assert account.status == "unproven"
    assert any(issue.message.startswith("no value is printed for any line") for issue in statement.issues)


def test_printed_costs_and_days_are_kept() -> None:
    assert [line.cost_basis for line in one(AVERAGES).positions] == [D("900.00"), D(200)]
    assert [str(line.lots[0].acquired) for line in one(PRICES).positions] == ["2021-01-05", "2022-02-05"]


def test_values_without_units_are_read_and_prove_nothing() -> None:
    account = one(VALUES)
    assert [(line.quantity, line.market_value) for line in account.positions] == [(None, D(1000)), (None, D(250))]
    assert account.status == "unproven"


def test_a_list_of_goods_is_no_account() -> None:
    assert read_here("list.csv", STOCK.encode()).refused


def test_units_beside_a_table_of_holdings_are_not_held_twice() -> None:
    held = "Symbol,Description,Quantity,Price,Market Value\nWLLW,WILLOW INDEX ETF,10,100.00,1000.00\nTotal,,,,1000.00\n"
    account = one(f"{held}\n{COSTS}")
    assert [line.symbol for line in account.positions] == ["WLLW"] and account.status == "proven"
