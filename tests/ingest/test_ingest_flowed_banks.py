"""Text of trust banks whose columns single blanks part: shares of the whole, units before names, identifiers below."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

TOP = """Quillport Trust
Account Name: Rowan Tern IRA
Account Number 55-1233-01
Holdings as of 06/30/2026
"""
SHARES = (
    TOP
    + """Description Shares/Units Price Market Value {share} Tax Cost Unrealized Gain/Loss Yield
Equities
Willow Works Inc Common Stock 10.00 100.00 1,000.00 66.7 900.00 100.00 1.2
{first}
Onyx Foods Corp Class A 5.00 50.00 250.00 16.7 200.00 50.00 2.0
{second}
Total Equities 1,250.00 83.3 1,100.00 150.00
Cash and Equivalents
Tern Bank Deposit 250.00 1.00 250.00 16.7 250.00 0.00 0.8
Total Cash and Equivalents 250.00 16.7 250.00 0.00
Total Portfolio 1,500.00 100.0 1,350.00 150.00
"""
)
UNITS_FIRST = (
    TOP
    + """SHARES/FACE AMOUNT ASSET DESCRIPTION MARKET VALUE / PRICE TAX COST / UNIT COST EST ANNUAL INC
EQUITIES
10.000 WILLOW WORKS INC WLLW 1,000.00 100.0000 900.00 90.00 12.00
5.000 ONYX FOODS CORP ONYX 250.00 50.0000 200.00 40.00 5.00
TOTAL EQUITIES 1,250.00 1,100.00 17.00
TOTAL ASSETS 1,250.00 1,100.00 17.00
"""
)


def one(text: str) -> StatementAccount:
    (account,) = read_here("bank.txt", text.encode()).accounts
    return account


@pytest.mark.parametrize("share", ["% of Portfolio", "Pct. of Total", "% of Market Value", "Percent of Assets"])
def test_shares_of_the_whole_without_a_sign_are_no_cost(share: str) -> None:
    account = one(SHARES.format(share=share, first="Ticker: WLLW", second="Ticker: ONYX"))
    assert [line.cost_basis for line in account.positions] == [D(900), D(200), D(250)]
    assert account.status == "proven" and not any(line.flagged for line in account.positions)


@pytest.mark.parametrize(
    ("below", "symbols"),
    [
        ("Ticker: {0} CUSIP: {1}", ["WLLW", "ONYX"]),
        ("CUSIP: {1} | Ticker: {0}", ["WLLW", "ONYX"]),
        ("{1}", [None] * 2),
        ("{1} 850.00 20.00", [None] * 2),
    ],
)
def test_a_line_of_identifiers_belongs_to_the_row_above(below: str, symbols: list[str | None]) -> None:
    lines = [below.format(*both) for both in (("WLLW", "811111AA1"), ("ONYX", "811111AB9"))]
    account = one(SHARES.format(share="% of Portfolio", first=lines[0], second=lines[1]))
    assert [line.symbol for line in account.positions][:2] == symbols
    assert [line.cusip for line in account.positions][:2] == ["811111AA1", "811111AB9"]
    assert account.status == "proven" and account.positions[0].description == "Willow Works Inc Common Stock"


def test_units_may_stand_before_the_names() -> None:
    account = one(UNITS_FIRST)
    assert [(line.symbol, line.quantity, line.price, line.cost_basis) for line in account.positions] == [
        ("WLLW", D(10), D(100), D(900)),
        ("ONYX", D(5), D(50), D(200)),
    ]
    assert account.status == "proven" and account.stated_total == D("1250.00")
