"""Heads of exports that tell more than a column: a currency, a day, the number of an account."""

from datetime import date
from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here


def _only(text: str) -> StatementAccount:
    statement = read_here("export.csv", text.encode())
    assert not statement.refused
    (account,) = statement.accounts
    return account


def test_book_value_in_a_currency_is_the_cost() -> None:
    """`Book Value (CAD)` beside `Market Value` is what was paid, and no value."""
    account = _only(
        "Symbol,Quantity,Market Price,Market Price Currency,Book Value (CAD),Market Value,Market Value Currency\n"
        "QLT,40,25.00,CAD,900.00,1000.00,CAD\n"
        "QGLM,10,82.00,CAD,700.00,820.00,CAD\n"
    )
    assert [(line.market_value, line.cost_basis, line.currency) for line in account.positions] == [
        (D("1000.00"), D("900.00"), "CAD"),
        (D("820.00"), D("700.00"), "CAD"),
    ]


def test_cost_in_another_currency_is_not_that_of_the_row() -> None:
    """A share held in dollars whose book value is told in Canadian dollars has no cost in its own money."""
    account = _only(
        "Symbol,Quantity,Market Price,Book Value (CAD),Market Value,Market Value Currency\n"
        "QWOB,10,40.00,480.00,400.00,USD\n"
        "QHRB,5,20.00,120.00,100.00,USD\n"
    )
    assert [(line.market_value, line.cost_basis) for line in account.positions] == [(D(400), None), (D(100), None)]


def test_symbols_and_values_alone_are_holdings_under_their_sum() -> None:
    """Two columns are enough where a total holds them together."""
    account = _only('Account Summary\n\nSymbol,Market Value\nQLT,"$1,250.00"\nQGLM,"$750.50"\n\nTotal,"$2,000.50"\n')
    assert account.status == "proven"
    assert [(line.symbol, line.market_value) for line in account.positions] == [
        ("QLT", D("1250.00")),
        ("QGLM", D("750.50")),
    ]


def test_the_day_stands_in_the_head_of_the_values() -> None:
    """`Balance as of 05/29/2026` tells the day of the file."""
    account = _only('Fund,Balance as of 05/29/2026\nC Fund,"$41,200.10"\nG Fund,"$8,000.00"\nTotal,"$49,200.10"\n')
    assert (account.as_of, account.stated_total) == (date(2026, 5, 29), D("49200.10"))


def test_a_title_with_a_number_stands_before_the_heads() -> None:
    """Quoted cells behind blanks; the title is the first cell of a row of heads; gains stand with their share."""
    account = _only(
        '""\n'
        ', "IRRA-Edge 52B-88L13" ,"Value" ,"Day\'s Value Change" ,"Unrealized Gain/Loss"\n'
        '"" ,"$5,150.00" ,"-$12.00 -0.23%" ,"+$650.00 +14.94%"\n'
        '""\n'
        '"Symbol " ,"Description" ,"Quantity" ,"Day\'s Value Change $" ,"Value" ,"Unrealized Gain/Loss" ,"Price"\n'
        '"QGLM" ,"GARNET LAKE MINING" ,"50" ,"-$4.00" ,"$4,100.00" ,"+$600.00 +17.14%" ,"$82.00"\n'
        '"QWOB" ,"WILLOW ONYX BANCORP" ,"20" ,"-$8.00" ,"$800.00" ,"+$50.00 +6.67%" ,"$40.00"\n'
        '"Money accounts" ,"" ,"" ,"" ,"$250.00" ,"" ,""\n'
        '"Total" ,"" ,"" ,"-$12.00" ,"$5,150.00" ,"+$650.00" ,""\n'
    )
    assert (account.number, account.registration, account.status) == ("…8L13", "traditional_ira", "proven")
    assert (account.stated_total, account.cash) == (D("5150.00"), D("250.00"))
    assert [line.gain for line in account.positions if line.symbol] == [D("600.00"), D("50.00")]


def test_a_position_beside_units_is_a_name_and_a_nameless_row_the_total_of_its_account() -> None:
    """Rows by account with the sums over them; dollars at one dollar are cash."""
    statement = read_here(
        "household.csv",
        b"Alder Household | Portfolio by Account | as of May 29, 2026\n\n"
        b"Holding Account,Position,Ticker Symbol,Units,Price Per Unit,Adjusted Value (USD),Cost Basis (USD)\n"
        b"Total,,,,,10670.00,8500.00\n"
        b"Individual (4410),,,,,8370.00,6500.00\n"
        b"Individual (4410),Garnet Lake Mining,QGLM,100,82.00,8200.00,6330.00\n"
        b"Individual (4410),USD,,170.00,1,170.00,170.00\n"
        b"Roth IRA (7712),,,,,2300.00,2000.00\n"
        b"Roth IRA (7712),Willow Onyx Bancorp,QWOB,57.5,40.00,2300.00,2000.00\n",
    )
    assert [(one.number, one.registration, one.status, one.stated_total, one.cash) for one in statement.accounts] == [
        ("…4410", "taxable_individual", "proven", D("8370.00"), D("170.00")),
        ("…7712", "roth_ira", "proven", D("2300.00"), None),
    ]
    assert [line.description for one in statement.accounts for line in one.positions if line.symbol] == [
        "Garnet Lake Mining",
        "Willow Onyx Bancorp",
    ]


def test_a_total_over_its_account_that_does_not_tie_is_seen() -> None:
    """A row lost below the sum of the account."""
    statement = read_here(
        "household.csv",
        b"Holding Account,Position,Ticker Symbol,Units,Price Per Unit,Adjusted Value (USD)\n"
        b"Individual (4410),,,,,9000.00\n"
        b"Individual (4410),Garnet Lake Mining,QGLM,100,82.00,8200.00\n"
        b"Individual (4410),Willow Onyx Bancorp,QWOB,10,40.00,400.00\n",
    )
    assert statement.accounts[0].status != "proven"


def test_a_balance_beside_price_and_value_counts_units() -> None:
    """`Balance` of coins."""
    account = _only(
        "Asset,Symbol,Balance,Price (USD),Value (USD),Cost Basis (USD),Unrealized Return (USD)\n"
        "Quillcoin,QLC,0.25,8000.00,2000.00,1500.00,500.00\n"
        "Ternium,TRN,12.5,40.00,500.00,600.00,-100.00\n"
    )
    assert [(line.quantity, line.market_value) for line in account.positions] == [
        (D("0.25"), D(2000)),
        (D("12.5"), D(500)),
    ]
    assert account.status == "proven"
