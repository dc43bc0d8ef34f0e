"""Table files of trades, of lots under names, of cash in reports by section, and titles with a number in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementActivity
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.feeds import SIXTH_FEEDS
from tools.accuracy.measure import read_and_judge
from tools.accuracy.planted import draw


def read(text: str) -> Statement:
    return read_here("Export.csv", text.encode())


def test_trades_go_to_the_account_that_each_row_names_though_nothing_is_held() -> None:
    head = "Run Date,Account,Account Number,Action,Symbol,Description,Quantity,Amount ($)\n"
    rows = (
        "05/05/2026,Individual,9002-3685,YOU BOUGHT ALDER BARK,ABQX,ALDER BARK CO,10,-120.00\n"
        "05/06/2026,Roth IRA,9002-4711,YOU SOLD CEDAR DOCK,CDQX,CEDAR DOCK INC,-5,250.00\n"
    )
    first, second = read(head + rows).accounts
    assert [(one.number, len(one.activity)) for one in (first, second)] == [("…3685", 1), ("…4711", 1)]


def test_lots_under_the_names_of_positions_of_another_table_are_theirs() -> None:
    text = (
        "Account 1234-5678   06/30/2026\n\nSymbol,Description,Qty,Price,Mkt Value,Cost\n"
        "ABQX,ALDER BARK CO,100,12,1200,900\nTotal,,,,1200\n\nTAX LOTS\nOpen date,Qty,Cost/share,Cost,Mkt Value\n"
        "ABQX - ALDER BARK CO\n03/01/2019,60,8,480,720\n05/02/2021,40,10.5,420,480\n"
    )
    (account,) = read(text).accounts
    assert [len(line.lots) for line in account.positions] == [2]
    assert (str(account.as_of), account.status) == ("2026-06-30", "proven")


def test_the_report_of_cash_by_section_gives_cash_and_trades_without_words_go_by_their_signs() -> None:
    text = (
        "Account Information,Header,Field Name,Field Value\nAccount Information,Data,Account,U1234567\n"
        "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,Code\n"
        'Trades,Data,Order,Stocks,USD,ABQX,"2026-06-19, 11:10:01",40,12,-480,O\n'
        "Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Close Price,Value\n"
        "Open Positions,Data,Summary,Stocks,USD,ABQX,100,12,1200\n"
        "Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures\n"
        "Cash Report,Data,Starting Cash,Base Currency Summary,900,900,0\n"
        "Cash Report,Data,Ending Cash,Base Currency Summary,420.5,420.5,0\n"
        "Cash Report,Data,Ending Cash,USD,420.5,420.5,0\n"
    )
    (account,) = read(text).accounts
    assert account.cash == D("420.5") and len(account.positions) == 1
    assert [(move.side, move.quantity) for move in activity_of(account, "")] == [("buy", D(40))]


def test_a_family_trust_has_a_total_of_its_own_and_a_household_one_of_all() -> None:
    head = "Description,Symbol,Units,Price,Value,Cost\n"
    first = "Account: Ines IRA 2729-7217\nALDER BARK CO,ABQX,100,12,1200,900\nTotal Ines IRA,,,,1200,\n\n"
    second = "Account: Family Trust 4192-4428\nCEDAR DOCK INC,CDQX,40,50,2000,2400\nTotal Family Trust,,,,2000,\n\n"
    accounts = read(f"{head}{first}{second}Household Total,,,,3200,\n").accounts
    assert [(one.stated_total, one.status) for one in accounts] == [(D(1200), "proven"), (D(2000), "proven")]


def test_a_title_with_words_before_the_number_names_the_account() -> None:
    (account,) = read(
        "Portfolio: My Watch 5942-1188\nTicker,Name,Shares,Price,Value\nABQX,ALDER BARK CO,100,12,1200\n"
    ).accounts
    assert account.number == "…1188"


def test_a_plan_with_a_column_for_each_source_counts_the_whole_of_each_fund() -> None:
    text = (
        "Account number|4411-2200\n\n"
        "Investment|Employee Pre-Tax|Employer Match|Rollover|Total Balance|Total Units|Unit Price\n"
        "Real Return Strategy A|$700.00|$500.00|$0.00|$1,200.00|100.000|$12.00\n"
        "Total|$700.00|$500.00|$0.00|$1,200.00||\n"
    )
    (account,) = read(text).accounts
    assert [(line.quantity, line.market_value) for line in account.positions] == [(D("100.000"), D("1200.00"))]
    assert account.status == "proven"


def test_a_trade_price_beside_the_mark_is_what_was_paid_and_a_security_number_is_no_name() -> None:
    text = (
        "Account number,4411-2200\nSymbol,Security #,Security Description,Qty,Trade Price,Mark,MV,COB Date\n"
        "ABQX,A1,ALDER BARK CO,30,50.00,52.00,1560.00,10/31/2026\n"
        ",A2,U S DOLLAR CURRENCY,310.5,,1.00,310.50,10/31/2026\n"
        ",A3,ML BANK DEPOSIT PROGRAM,250,,1.00,250.00,10/31/2026\n"
    )
    (account,) = read(text).accounts
    first, *cash = account.positions
    assert (first.description, first.price, first.market_value) == ("ALDER BARK CO", D("52.00"), D("1560.00"))
    assert [line.asset_type for line in cash] == ["cash", "cash"]
    assert (str(account.as_of), account.status) == ("2026-10-31", "proven")


def test_symbols_of_options_tell_options_and_the_latest_of_two_days_counts() -> None:
    text = (
        "Account number,4411-2200\nSymbol,Description,Qty,Last 10/31/2026,Value 9/30/2026,Value 10/31/2026\n"
        "ABQX,ALDER BARK CO,100,12.00,1100.00,1200.00\n"
        "ABQX  270115C00055000,ABQX Jan 15 2027 55 C,-2,1.50,(200.00),(300.00)\n"
        ".ABQX270115P50,ABQX Put,1,2.00,150.00,200.00\nTotal,,,,1050.00,1100.00\n"
    )
    (account,) = read(text).accounts
    assert [line.asset_type for line in account.positions] == ["stock", "option", "option"]
    assert (account.stated_total, account.status) == (D("1100.00"), "proven")


def test_every_export_of_the_sixth_dialects_is_read_whole() -> None:
    judged = [read_and_judge(draw(house, 1)) for house in SIXTH_FEEDS.values()]
    assert [error for one in judged for error in one.errors] == []


HELD = """Symbol,Description,Shares,Price,Value
QZAB,QUILL RUSSELL 2000 ETF,10,50.00,500.00
TDSX,QUILL RUSSELL 2000 ETF,20,30.00,600.00
"""


@pytest.mark.parametrize(
    ("kind", "description", "expected"),
    [
        ("Sale", "QUILL RUSSELL 2000 ETF TDSX", [("sell", "TDSX")]),
        ("Purchase", "QUILL RUSSELL 2000 ETF CUS NO: N/A SYMBOL: QZAB PRICE 50", [("buy", "QZAB")]),
        ("Buy", "QUILL RUSSELL 2000 ETF TDSX", [("buy", "TDSX")]),
        ("Buy", "QUILL RUSSELL 2000 ETF (TDSX) Dividend Reinvestment", [("reinvest", "TDSX")]),
        ("Buy", "QUILL RUSSELL 2000 ETF", []),
    ],
)
def test_a_printed_symbol_names_the_security_of_a_trade_and_a_shared_name_does_not(
    kind: str, description: str, expected: list[tuple[str, str]]
) -> None:
    (account,) = read_here("held.csv", HELD.encode()).accounts
    move = StatementActivity(date(2026, 6, 8), kind, None, description, D(5), D("-250.00"))
    found = activity_of(replace(account, activity=(move,)), "")
    assert [(one.side, one.symbol) for one in found] == expected
