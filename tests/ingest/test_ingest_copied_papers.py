"""Text copied from the papers of large houses: heads in two and three lines, names over their figures, sums beside."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUNDS = """Account # T40-718826
June 1, 2026 - June 30, 2026
Holdings
Core Account
Beginning Price Ending Unrealized
Market Value Quantity Per Unit Market Value Total Gain/Loss EAI ($) /
Description Jun 1, 2026 Jun 30, 2026 Jun 30, 2026 Jun 30, 2026 Cost Basis Jun 30, 2026 EY (%)
TERN GOVERNMENT MONEY $81.20 90.500 $1.0000 $90.50 not applicable not applicable $3.10
MARKET (QTMXX) 3.420%
Total Core Account (1% of account $81.20 $90.50 $3.10
holdings)
Exchange Traded Products
Beginning Price Ending Unrealized
Market Value Quantity Per Unit Market Value Total Gain/Loss EAI ($) /
Description Jun 1, 2026 Jun 30, 2026 Jun 30, 2026 Jun 30, 2026 Cost Basis Jun 30, 2026 EY (%)
WILLOW WORLD EQUITY $3,900.00 40.000 $100.2500 $4,010.00 $3,500.00 $510.00 $44.00
INDEX ETF
(QWWE) 1.100%
GARNET SHORT BOND ETF unavailable 20.000 $50.0000 $1,000.00 $1,030.00 -$30.00 $39.00
(QGSB) 3.900%
$5,010.00 $4,530.00 $480.00 $83.00
Total Exchange Traded Products (99% of account holdings)
Total Holdings $5,100.50 $4,530.00 $480.00 $86.10
"""
SETTLED = """April 30, 2026, quarter-to-date statement
Trust brokerage account-00718826 Harbor Personal Investor
Account overview $13,600.00
Total account value as of April 30, 2026

Balances and holdings for Harbor Brokerage Account-00718826
Sweep program
Price on Balance on Balance on
Name Quantity 04/30/2026 01/31/2026 04/30/2026
HARBOR FEDERAL MONEY 600.0000 $1.00 - $600.00
MARKET FUND
Total Sweep Balance $0.00 $600.00
Mutual funds
Average price Price on Balance on Balance on
Symbol Name per share Total cost Quantity 04/30/2026 01/31/2026 04/30/2026
QHSIX HARBOR $80.00 $8,000.00 100.0000 $110.00 $10,500.00 $11,000.00
TOTAL STOCK IDX ADM CL
Est. annual income: $150.00; Est. yield: 1.36%
QHBIX HARBOR $11.00 $2,200.00 200.0000 $10.00 $2,050.00 $2,000.00
TOTAL BOND IDX ADM CL
Total Est. annual income: $210.00; Est. yield: 1.54% $12,550.00 $13,600.00
Completed transactions
Settlement Trade Commissions
date date Symbol Name Transaction type Account type Quantity Price & fees Amount
04/10 04/09 QHSIX HARBOR Buy Cash 2.0000 $108.0000 - -$216.00
04/12 04/12 - HARBOR FEDERAL MONEY Sweep in - - - - -75.00
"""
IN_CLASSES = """Statement Reporting Period:
05/01/26 - 05/31/26
Statement for Account # 571-220934
INES CALLOWAY
12 MILL ST
PORTLAND, OR 97201-1234
Portfolio Summary
Current Prior Period % Estimated Estimated
Investment Value Value Change Change Income Yield
Insrd Dep Acct (IDA) 310.00 - 310.00 - - -
Stocks 1,250.00 - 1,250.00 - - 0.0%
Total $1,560.00 $0.00 $1,560.00 - $0.00 0.0%
Account Positions
Investment Symbol/ Quantity Current Market Purchase Cost Average Unrealized Estimated
Description CUSIP Price Value Date Basis Cost Gain(Loss) Income Yield
Stocks - Cash
QUILL HOLDINGS CORP QZAB 100 $ 12.50 $ 1,250.00 05/11/26 $ 1,400.00 $ 14.00 $ (150.00) $ - -
COM
Total Stocks $1,250.00 $1,400.00 $(150.00) $0.00 0.0%
Account Activity
Trade Settle Acct Transaction/ Symbol/
Date Date Type Cash Activity* Description CUSIP Quantity Price Amount Balance
Opening Balance $0.00
05/04/26 05/05/26 Cash - Funds Deposited ELECTRONIC FUNDING - - 0.00 1,710.00 1,710.00
05/11/26 05/13/26 Cash Buy - Securities Purchased QUILL HOLDINGS CORP QZAB 100 14.00 (1,400.00) 310.00
Closing Balance $310.00
"""
NAME_OVER = """Page of 1 4
05/01/2026 to 05/31/2026
Ines Calloway
Individual Account #:407188261
Account Summary Opening Balance Closing Balance
Net Account Balance $25.00 $40.00
Total Securities * $1,150.00 $1,250.00
Portfolio Value $1,175.00 $1,290.00
Portfolio Summary
Securities Held in Account Sym/Cusip Acct Type Qty Price Mkt Value Est. Dividend Yield % of Total Portfolio
Lantern 500 Stock ETF
Estimated Yield: 1.10% QLSE Cash 2 $500.00000 $1,000.00 $11.00 77.52%
Heron Chips
Estimated Yield: 0.20% QHC Margin 5 $50.00000 $250.00 $0.50 19.38%
Brokerage Cash Balance $40.00 3.10%
"""
IN_SHARES = """CLIENT STATEMENT For the Period May 1-31, 2026
Beginning Total Value (as of 5/1/26) $5,000.00
Ending Total Value (as of 5/31/26) $5,600.00
Heron at Work Self-Directed Account INES CALLOWAY
571-220934-105
CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS
Description Market Value 7-Day Current Yield % Est Ann Income APY %
HERON BANK N.A. $600.00 — $1.00 0.010
Percentage of Holdings Market Value Est Ann Income
CASH, BDP, AND MMFs 10.71% $600.00 $1.00
STOCKS
COMMON STOCKS
Security Description Quantity Share Price Total Cost Market Value Unrealized Gain/(Loss) Est Ann Income Current Yield %
QUILL HOLDINGS INC (QZAB) 50.000 $100.000 $3,000.00 $5,000.00 $2,000.00 $25.00 0.50
Percentage of Holdings Total Cost Market Value Unrealized Gain/(Loss) Est Ann Income Current Yield %
STOCKS 89.29% $3,000.00 $5,000.00 $2,000.00 $25.00 0.50%
TOTAL VALUE 100.00% $3,000.00 $5,600.00 $2,000.00 $26.00 0.46%
STOCK PLAN DETAILS
Grant Date Grant Number Grant Type Symbol Quantity Grant Price Market Price Estimated Value
07/15/25 111111 RSU QZAB 10.000 $0.00 $100.00 $1,000.00
"""
IN_PERIODS = """Monthly Statement
May 1, 2026 - May 31, 2026
Account # 407188261
HOLDINGS
Starting Change Ending
Type Description Ticker Shares Value Shares Value Shares Value
ETFs
Willow World Stock ETF QWWS 10.000000 $900.00 2.000000 $300.00 12.000000 $1,200.00
Willow World Bond ETF QWWB 5.000000 $250.00 0.000000 -$10.00 5.000000 $240.00
Total $1,150.00 $290.00 $1,440.00
"""
TWO_DAYS = """Retirement Savings Statement
Statement Period: 03/01/2026 to 05/31/2026
TERN MILLS 401(K) PLAN
Market Value of Your Account
Shares as of Shares as of Price as of Price as of Market Value Market Value
Investment 02/28/2026 05/31/2026 02/28/2026 05/31/2026 as of 02/28/2026 as of 05/31/2026
Willow Retire
2050 I 100.000 120.000 $20.00 $21.00 $2,000.00 $2,520.00
Account Totals $2,000.00 $2,520.00
"""
ENDING = """Retirement Savings Statement
Statement Period: 04/01/2026 to 06/30/2026
Account Number: XQ-0000-7188
Market Value of Your Account
Investment as of 04/01/2026 Investment as of 06/30/2026
Shares/Units Beginning Ending Price as of 04/01/2026 Price as of 06/30/2026 Market Value Beginning Market Value Ending
Willow Growth Index Fund 50.000 60.000 $100.00 $101.00 $5,000.00 $6,060.00
Tern Bond Pool 20.000 20.000 $120.00 $125.00 $2,400.00 $2,500.00
Account Totals $7,400.00 $8,560.00
"""
OVER_NEW_YEAR = """Savings Plan Statement
Statement Period: 01/01/2026 to 01/31/2026
Investment Shares 12/31 Shares 01/31 Price 12/31 Price 01/31 Value 12/31 Value 01/31
Willow Target 2045 100.000 110.000 $50.00 $51.00 $5,000.00 $5,610.00
Account Totals $5,000.00 $5,610.00
"""
CELL_BY_CELL = """Savings Plan Account Statement
Statement Period: 07/01/2026 to 07/31/2026
Investment
Shares 06/30
Shares 07/31
Price 06/30
Price 07/31
Value 06/30
Value 07/31
Willow Target 2045
100.000
110.000
$50.00
$51.00
$5,000.00
$5,610.00
Tern Stable
Value Fund
200.000
210.000
$10.00
$10.50
$2,000.00
$2,205.00
Account Totals
$7,000.00
$7,815.00
Employee Contributions
$500.00
"""
SYMBOL_LAST = """Account Number: 4071-8826
Account Type: Roth IRA
Positions as of 05/31/2026
Description Symbol Quantity Total Cost Basis Estimated Market Price Estimated Market Value Unrealized Gain/(Loss)
QUILL HOLDINGS INC QZAB 40.0000 1,500.00 50.0000 2,000.00 500.00
WILLOW TOTAL MARKET ETF QWTM 10.0000 2,500.00 300.0000 3,000.00 500.00
Total 4,000.00 5,000.00 1,000.00
"""
KIND_FIRST = """Tern One Account of
Account Number Statement Period
****-*8826 May 1-31, 2026
Cash and Cash Investments
Type Symbol Description Quantity Price($) Ending Balance($)
Money Fund QTMXX TERN MONEY FUND 750.0000 1.0000 750.00
Total Cash and Cash Investments $750.00
Positions - Mutual Funds
Symbol Description Quantity Price($) Market Value($)
QTSIX TERN TOTAL STOCK 20.0000 100.00 2,000.00
Total Mutual Funds $2,000.00
"""
DIVIDENDS_BELOW = """ACCOUNT NUMBERS
Heronfront: 8X407188
Joint Automated Investing Account
I. Holdings as of May 31, 2026
Security Symbol/CUSIP Shares Share Price Value
Willow World Stock ETF QWWS 20 $90.0000 $1,800.00
TERN TR MUN BD ETF QTMB 10.5 $40.0000 $420.00
Total $2,220.00
DIVIDENDS
Date Type Security Symbol/ CUSIP Shares Taxable Value Tax-Exempt Value Total Value
5/29/2026 Cash Tern Government Money Market Fund QTGMM -- $0.16 $0.00 $0.16
"""


def read(text: str) -> Statement:
    return read_here("copied.txt", text.encode())


def one(text: str) -> StatementAccount:
    (account,) = read(text).accounts
    return account


def drawn(text: str) -> StatementAccount:
    """The account of a PDF that prints each line as one run of text, so that columns are lost."""
    pencil = Pencil()
    pencil.page()
    for line in text.splitlines():
        pencil.row([(30, line)], size=7, step=10)
    (account,) = read_here("copied.pdf", pencil.drawn().data).accounts
    return account


def held(account: StatementAccount) -> list[tuple[str | None, D | None, D | None, D | None, D | None]]:
    return [(line.symbol, line.quantity, line.price, line.market_value, line.cost_basis) for line in account.positions]


def test_a_head_in_three_lines_tells_two_days_and_the_later_counts() -> None:
    account = one(FUNDS)
    assert held(account) == [
        ("QTMXX", D("90.500"), D("1.0000"), D("90.50"), None),
        ("QWWE", D("40.000"), D("100.2500"), D("4010.00"), D("3500.00")),
        ("QGSB", D("20.000"), D("50.0000"), D("1000.00"), D("1030.00")),
    ]
    assert account.positions[1].description == "WILLOW WORLD EQUITY INDEX ETF"
    assert (account.status, account.stated_total) == ("proven", D("5100.50"))


def test_parts_of_labels_stand_over_each_other_and_the_total_over_its_name() -> None:
    account = one(SETTLED)
    assert held(account) == [
        (None, D("600.0000"), D("1.00"), D("600.00"), None),
        ("QHSIX", D("100.0000"), D("110.00"), D("11000.00"), D("8000.00")),
        ("QHBIX", D("200.0000"), D("10.00"), D("2000.00"), D("2200.00")),
    ]
    assert (account.status, account.stated_total, account.registration) == ("proven", D("13600.00"), "trust_grantor")
    bought, swept = account.activity
    assert (bought.symbol, bought.quantity, bought.amount) == ("QHSIX", D("2.0000"), D("-216.00"))
    assert (swept.kind, swept.symbol, swept.amount) == ("Sweep in", None, D("-75.00"))


def test_a_day_may_stand_among_the_figures_and_a_balance_behind_the_amount() -> None:
    account = one(IN_CLASSES)
    assert held(account) == [("QZAB", D(100), D("12.50"), D("1250.00"), D("1400.00"))]
    (lot,) = account.positions[0].lots
    assert str(lot.acquired) == "2026-05-11"
    assert (account.status, account.stated_total, account.cash) == ("proven", D("1560.00"), D("310.00"))
    assert account.owner == "INES CALLOWAY"
    assert [(move.symbol, move.amount) for move in account.activity] == [(None, D("1710.00")), ("QZAB", D("-1400.00"))]


def test_a_summary_of_classes_without_a_holding_is_not_proven_by_its_cash() -> None:
    lines = IN_CLASSES.splitlines()
    lost = "\n".join(line for line in lines if not line.startswith(("QUILL", "COM", "Total $", "Investment", "Descr")))
    account = one(lost.replace("Total Stocks $1,250.00 $1,400.00 $(150.00) $0.00 0.0%", ""))
    assert (account.positions, account.status) == ((), "unproven")
    assert any("Stocks of 1,250.00" in check.where for check in account.checks if not check.ok)


def test_names_stand_over_their_figures_and_the_side_behind_the_symbol() -> None:
    account = one(NAME_OVER)
    assert held(account) == [
        ("QLSE", D(2), D("500.00000"), D("1000.00"), None),
        ("QHC", D(5), D("50.00000"), D("250.00"), None),
    ]
    assert [line.description for line in account.positions] == ["Lantern 500 Stock ETF", "Heron Chips"]
    assert (account.status, account.stated_total, account.cash) == ("proven", D("1290.00"), D("40.00"))


def test_a_class_with_its_share_is_a_sum_and_grants_are_no_holdings() -> None:
    account = one(IN_SHARES)
    assert held(account) == [("QZAB", D("50.000"), D("100.000"), D("5000.00"), D("3000.00"))]
    assert (account.status, account.stated_total, account.cash) == ("proven", D("5600.00"), D("600.00"))


def test_of_columns_for_periods_the_ending_ones_are_held() -> None:
    account = one(IN_PERIODS)
    assert [(line.symbol, line.quantity, line.market_value) for line in account.positions] == [
        ("QWWS", D("12.000000"), D("1200.00")),
        ("QWWB", D("5.000000"), D("240.00")),
    ]
    assert (account.status, account.stated_total) == ("proven", D("1440.00"))


def test_of_columns_for_two_days_the_later_are_held() -> None:
    account = one(TWO_DAYS)
    assert held(account) == [(None, D("120.000"), D("21.00"), D("2520.00"), None)]
    assert account.positions[0].description == "Willow Retire 2050 I"
    assert (account.status, account.registration) == ("proven", "401k")


def test_what_is_ending_is_that_of_which_the_beginning_is_named() -> None:
    account = one(ENDING)
    assert held(account) == [
        (None, D("60.000"), D("101.00"), D("6060.00"), None),
        (None, D("20.000"), D("125.00"), D("2500.00"), None),
    ]
    assert (account.status, account.stated_total) == ("proven", D("8560.00"))


def test_the_end_of_january_is_later_than_that_of_december() -> None:
    account = one(OVER_NEW_YEAR)
    assert held(account) == [(None, D("110.000"), D("51.00"), D("5610.00"), None)]
    assert account.status == "proven"


def test_cells_may_stand_one_to_a_line() -> None:
    account = one(CELL_BY_CELL)
    assert held(account) == [
        (None, D("110.000"), D("51.00"), D("5610.00"), None),
        (None, D("210.000"), D("10.50"), D("2205.00"), None),
    ]
    assert [line.description for line in account.positions] == ["Willow Target 2045", "Tern Stable Value Fund"]
    assert (account.status, account.stated_total) == ("proven", D("7815.00"))


def test_a_symbol_behind_the_name_is_none_of_its_words() -> None:
    account = one(SYMBOL_LAST)
    found = [(line.symbol, line.description) for line in account.positions]
    assert found == [("QZAB", "QUILL HOLDINGS INC"), ("QWTM", "WILLOW TOTAL MARKET ETF")]
    assert (account.status, account.registration) == ("proven", "roth_ira")


def test_the_last_word_of_a_name_in_capitals_is_no_symbol_where_other_rows_have_none() -> None:
    account = one(SYMBOL_LAST.replace("WILLOW TOTAL MARKET ETF QWTM", "WILLOW TOTAL MARKET PORTFOLIO"))
    assert [line.symbol for line in account.positions] == [None, None]
    assert account.positions[0].description.startswith("QUILL HOLDINGS INC QZAB")


def test_a_symbol_may_stand_between_the_kind_and_the_name() -> None:
    account = one(KIND_FIRST)
    assert [(line.symbol, line.description, line.asset_type) for line in account.positions] == [
        ("QTMXX", "TERN MONEY FUND", "money_market"),
        ("QTSIX", "TERN TOTAL STOCK", "mutual_fund"),
    ]
    assert (account.number, account.status) == ("…8826", "proven")


def test_a_table_that_begins_with_days_lists_moves() -> None:
    account = one(DIVIDENDS_BELOW)
    assert [line.symbol for line in account.positions] == ["QWWS", "QTMB"]
    assert (account.number, account.registration, account.cash) == ("…7188", "taxable_joint", None)
    assert [move.amount for move in account.activity] == [D("0.16")]


@pytest.mark.parametrize("text", [FUNDS, SETTLED, TWO_DAYS], ids=["three lines", "parts", "two days"])
def test_a_pdf_whose_lines_are_one_run_is_read_as_text_is(text: str) -> None:
    account = drawn(text)
    assert (account.status, held(account)) == ("proven", held(one(text)))
    assert all(line.source.page == 1 for line in account.positions)


def test_the_letter_of_a_footnote_is_no_part_of_a_name() -> None:
    account = one(FUNDS.replace("GARNET SHORT", "M GARNET SHORT") + "M Position held in margin account.\n")
    assert account.positions[2].description == "GARNET SHORT BOND ETF"


@pytest.mark.parametrize(
    "text, changed",
    [
        (FUNDS, "$4,010.00"),
        (SETTLED, "$11,000.00"),
        (IN_CLASSES, "$ 1,250.00"),
        (NAME_OVER, "$250.00"),
        (IN_SHARES, "$3,000.00 $5,000.00 $2,000.00 $25.00 0.50\n"),
        (IN_PERIODS, "$240.00"),
        (TWO_DAYS, "$21.00"),
        (ENDING, "$6,060.00"),
        (OVER_NEW_YEAR, "$51.00"),
        (CELL_BY_CELL, "$51.00"),
        (CELL_BY_CELL, "$7,815.00"),
        (ENDING, "$8,560.00"),
        (TWO_DAYS, "$2,520.00\nAccount"),
        (SYMBOL_LAST, "2,000.00 500.00"),
        (KIND_FIRST, "100.00 2,000.00"),
        (DIVIDENDS_BELOW, "$420.00"),
    ],
)
def test_a_changed_figure_is_never_proven(text: str, changed: str) -> None:
    at = next(place for place in range(len(changed)) if changed[place : place + 1].isdigit())
    digit = "7" if changed[at] != "7" else "3"
    other = text.replace(changed, changed[:at] + digit + changed[at + 1 :], 1)
    assert all(account.status != "proven" for account in read(other).accounts)
