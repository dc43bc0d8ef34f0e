"""Grants of one employer's stock: their `Totals` are the sum of the account; insured money markets are cash."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

NAMED = """Plan Type,Symbol,Purchase Date,Qty.,Purchase Price,Est. Market Value
ESPP,WLLW,05/15/2024,40,25.00,"1,600.00"
ESPP,WLLW,11/15/2024,30,30.00,"1,200.00"
Totals,,,70,,"2,800.00"
"""
UNDER_SYMBOL = """Stock Purchase Plan
Symbol: WLLW
Purchase Date,Shares,Purchase Price,Market Price,Market Value,Cost Basis
05/15/2024,40,25.00,40.00,"1,600.00","1,000.00"
11/15/2024,30,30.00,40.00,"1,200.00",900.00
Totals,70,,,"2,800.00","1,900.00"
"""
UNVALUED = """Plan Type,Symbol,Purchase Date,Qty.,Cost Basis,Market Value
ESPP,WLLW,05/15/2024,40,1000.00,
ESPP,WLLW,11/15/2024,30,900.00,
Totals,,,70,1900.00,2800.00
"""


def one(text: str) -> StatementAccount:
    (account,) = read_here("plan.csv", text.encode()).accounts
    return account


@pytest.mark.parametrize(("text", "total"), [(NAMED, D("2800.00")), (UNDER_SYMBOL, None)])
def test_the_totals_under_grants_that_name_one_stock_are_the_sum_of_the_account(text: str, total: D | None) -> None:
    account = one(text)
    (line,) = account.positions
    assert (line.symbol, line.quantity, line.market_value) == ("WLLW", D(70), D("2800.00"))
    assert [str(lot.acquired) for lot in line.lots] == ["2024-05-15", "2024-11-15"]
    assert account.stated_total == total and account.status == "proven"


def test_totals_that_the_grants_do_not_make_are_not_proven() -> None:
    assert one(NAMED.replace("2,800.00", "2,900.00")).status != "proven"


def test_a_worth_that_only_the_totals_tell_proves_nothing_by_itself() -> None:
    assert one(UNVALUED).stated_total is None


@pytest.mark.parametrize("figures", [",,250.00", "250,1.00,250.00"])
def test_an_insured_money_market_is_cash(figures: str) -> None:
    head = "Account: 5512-3301\nDescription,Quantity,Price,Market Value\nWILLOW INDEX ETF (WLLW),10,100.00,1000.00\n"
    account = one(f"{head}TERN BANK INSURED MONEY MARKET (QZXM),{figures}\nTotal,,,1250.00\n")
    assert account.cash == D("250.00") and account.positions[1].asset_type == "cash" and account.status == "proven"
