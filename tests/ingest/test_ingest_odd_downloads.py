"""Downloads with a head missing, one price that was paid, orders that were not done, a list of accounts in front."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.lexicon.identifiers import option_symbol
from core.ingest.lexicon.institutions import institution_of
from core.ingest.reading import read_here


def read(*rows: str) -> Statement:
    return read_here("download.csv", "\n".join(rows).encode())


OPTIONS = (
    "QZAB 01/15/27 C55", "QZAB 1/15/2027 55 C", "QZAB Jan 15 2027 $55 Call", "QZAB 15JAN27 55 C", "QZAB_011527C55",
    "QZAB--270115C00055000", "QZAB Jan 15 '27 55 Put", "QZAB 27 Jan 15 55.0 Call", "O:QZAB270115C00055000",
)  # fmt: skip


@pytest.mark.parametrize("symbol", OPTIONS)
def test_contracts_as_columns_of_symbols_spell_them(symbol: str) -> None:
    (account,) = read("Symbol,Description,Quantity,Price,Value", f'"{symbol}",Quill Contract,-1,2.50,-250.00').accounts
    (line,) = account.positions
    assert (line.symbol, line.asset_type, line.unit) == (symbol, "option", D(100))


@pytest.mark.parametrize("text", ["QZAB", "Quill Fund", "QZAB 01/15/27", "MAY 2027 BOND", "JAN 15 27"])
def test_other_words_are_no_contracts(text: str) -> None:
    assert option_symbol(text) is None


def test_the_one_price_is_what_was_paid_where_it_leaves_the_gain() -> None:
    rows = ("4417-8820,QZAB,100,40.00,5000.00,1000.00", "4417-8820,QZCD,10,8.00,100.00,20.00")
    (account,) = read("Account,Symbol,Quantity,Trade Price,Net Liq,P/L Open", *rows).accounts
    assert [(line.price, line.market_value, line.gain) for line in account.positions] == [
        (None, D("5000.00"), D("1000.00")),
        (None, D("100.00"), D("20.00")),
    ]
    assert not any(line.flagged for line in account.positions)


def test_orders_that_were_not_done_are_no_transactions() -> None:
    head = "Date,Symbol,Action,Quantity,Limit Price,Amount,Order Status"
    rows = [f"11/18/2026,QZA{state[0]},Buy,10,45.00,-450.00,{state}" for state in ("Filled", "Cancelled", "Open")]
    (account,) = read(head, *rows).accounts
    assert [one.symbol for one in account.activity] == ["QZAF"]


def test_transactions_that_wait_to_be_posted_stay() -> None:
    head = "Date,Symbol,Action,Quantity,Price,Amount,Status"
    (account,) = read(head, "11/18/2026,QZAB,Buy,10,45.00,-450.00,Pending").accounts
    assert [one.symbol for one in account.activity] == ["QZAB"]


LIST = ("Account Name,Account Number,Value", "Individual Brokerage,****8820,700.00", "Roth IRA,****8821,500.00", "")
HEAD = "Security,Symbol,Shares,Price,Value"
FIRST = ("Quill Harbor Corp,QZAB,10,50.00,500.00", "Larch Corp,QZCD,20,10.00,200.00")
SECOND = ("Alder Index Fund,QZAFX,25,20.00,500.00",)


def test_titles_below_a_list_of_accounts_part_them() -> None:
    titles = ("Holdings - Individual Brokerage ****8820", "Holdings - Roth IRA ****8821")
    found = read(*LIST, titles[0], HEAD, *FIRST, "", titles[1], HEAD, *SECOND).accounts
    assert [(one.number, one.status, one.stated_total) for one in found] == [
        ("…8820", "proven", D("700.00")),
        ("…8821", "proven", D("500.00")),
    ]


def test_rows_worth_what_several_accounts_are_are_not_proven_as_one() -> None:
    (account,) = read(*LIST, HEAD, *FIRST, *SECOND).accounts
    assert account.status == "unproven"


def test_names_and_tickers_without_heads() -> None:
    rows = ("Quill Harbor Corp,QZAB,10,50.00,500.00", "Total US Equity,,,,500.00")
    (account,) = read(",,Units,Price,Value", "US Equity,,,,", *rows).accounts
    assert [(line.symbol, line.description) for line in account.positions] == [("QZAB", "Quill Harbor Corp")]


def test_cash_under_the_head_of_kinds_is_cash() -> None:
    rows = ("Stocks,,,,,", ",QZAB,Quill Corp,10,50.00,500.00", "Cash,,,,,60.00", "Total,,,,,560.00")
    (account,) = read("Type,Symbol,Description,Quantity,Price,Value", *rows).accounts
    assert (account.status, account.cash) == ("proven", D("60.00"))


def test_a_gain_tells_which_cost_of_a_lot_is_meant() -> None:
    head = "Symbol,Purchase Date,Shares,Cost/Share,Wash Sale Adj,Adjusted Basis,Price,Market Value,Gain/Loss"
    (account,) = read(head, "QZAB,03/04/2026,5,42.00,15.00,225.00,50.00,250.00,25.00").accounts
    (line,) = account.positions
    assert (line.cost_basis, line.doubts) == (D("225.00"), {})


@pytest.mark.parametrize(
    ("first", "house"),
    [("Ines's Brokerage ...820", ""), ("Play Brokerage -8820", ""), ("Alder Brokerage", "Alder Brokerage")],
)
def test_what_somebody_calls_an_account_is_no_house(first: str, house: str) -> None:
    assert institution_of([first]) == house
