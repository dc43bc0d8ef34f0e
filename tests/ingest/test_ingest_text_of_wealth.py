"""Text of wealth managers' papers whose columns are lost: lots by the word, heads that end in a short word."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

BOUGHT = """SNAPSHOT
Current period ending June 30, 2026
ACCOUNT NUMBER: 7720-5513
ALDER ONYX ADVISORS
Stocks and ETFs
% ADJ PRICE/ ADJ COST/ CURRENT CURRENT UNREALIZED ESTIMATED
DESCRIPTION OF ACCOUNT QUANTITY ORIG PRICE ORIG COST PRICE MARKET VALUE GAIN/LOSS ANNUAL INCOME YIELD (%)
GARNET LAKE MINING INC
QGLM
Acquired 03/09/21 L nc 30 50.10 1,503.00 82.0000 2,460.00 957.00
Acquired 09/30/25 S 12 70.00 840.00 82.0000 984.00 144.00
Total 49.20 42 $2,343.00 $3,444.00 $1,101.00 $20.00 0.58
WILLOW ONYX BANCORP
QWOB
Acquired 02/28/24 L 36.57 64 35.00 2,240.00 40.0000 2,560.00 320.00 30.72 1.20
Total Stocks and ETFs 85.77 $4,583.00 $6,004.00 $1,421.00 $50.72 0.84
Cash and Sweep Balances
% CURRENT ESTIMATED
DESCRIPTION OF ACCOUNT MARKET VALUE ANNUAL INCOME
BANK DEPOSIT SWEEP 14.23 996.00 3.98
Total Cash and Sweep Balances 14.23 $996.00 $3.98
Portfolio summary
Total portfolio value 100.00 $7,000.00
"""
PRIVATE = """Alder Private Bank
HAZEL BRIDGE TRUST ACCT. T55210938
For the Period 5/1/26 to 5/31/26
Account Summary
Market Value $40,000.00 $46,530.00 $6,530.00 100%
Equity Detail
Price Quantity Value Adjusted Tax Cost Unrealized Est. Annual Inc.
Original Cost Gain/Loss Accrued Div. Yield
US Large Cap Equity
APPLE INC 210.00 100.000 21,000.00 15,000.00 6,000.00 104.00 0.50%
037833-10-0 AAPL
ISHARES CORE S&P 500 ETF 600.00 15.000 9,000.00 8,000.00 1,000.00 120.00 1.33%
464287-20-0 IVV
Total US Large Cap Equity $30,000.00 $23,000.00 $7,000.00 $224.00 0.75%
US Small Cap Equity
HALOZYME THERAPEUTICS 60.00 100.500 6,030.00 6,500.00 (470.00)
40637H-10-9 HALO
Total Equity $36,030.00 $29,500.00 $6,530.00 $224.00
Cash & Fixed Income Detail
Price Quantity Value Adjusted Tax Cost Unrealized Est. Annual Income
Original Cost Gain/Loss Accrued Interest Yield
Cash
US DOLLAR PRINCIPAL 1.00 500.00 500.00 500.00 2.00 0.40%*
US Fixed Income
UNITED STATES TREASURY NOTE 100.00 10,000.00 10,000.00 9,900.00 100.00 375.00 3.75%
3.75% DUE 11/15/2028 91282C-HA-2
Total Cash & Fixed Income $10,500.00 $10,400.00 $100.00 $377.00
"""


def _only(text: str) -> StatementAccount:
    statement = read_here("statement.txt", text.encode())
    assert not statement.refused
    (account,) = statement.accounts
    return account


def test_lots_begin_with_the_word_and_the_day_of_their_purchase() -> None:
    """Names and symbols stand in the lines above; units that are whole numbers are no numbers of notes."""
    account = _only(BOUGHT)
    assert (account.status, account.stated_total, account.cash) == ("proven", D("7000.00"), D("996.00"))
    held = {line.symbol: line for line in account.positions if line.symbol}
    assert {symbol: (line.quantity, line.cost_basis) for symbol, line in held.items()} == {
        "QGLM": (D(42), D("2343.00")),
        "QWOB": (D(64), D("2240.00")),
    }
    assert [(str(lot.acquired), lot.quantity) for lot in held["QGLM"].lots] == [
        ("2021-03-09", D(30)),
        ("2025-09-30", D(12)),
    ]


def test_a_head_may_end_in_a_short_word_with_a_point() -> None:
    """`Est. Annual Inc.`; a class of equities is a heading; what dollars bring in a year is no gain."""
    account = _only(PRIVATE)
    assert (account.status, account.stated_total) == ("proven", D("46530.00"))
    named = [(line.symbol, line.cusip, line.gain) for line in account.positions]
    assert named == [
        ("AAPL", "037833100", D("6000.00")),
        ("IVV", "464287200", D("1000.00")),
        ("HALO", "40637H109", D("-470.00")),
        (None, None, None),
        (None, "91282CHA2", D("100.00")),
    ]


def test_a_figure_behind_the_terms_of_a_bond_is_not_lost_in_silence() -> None:
    """It may be the interest that has accrued, or an original cost."""
    account = _only(PRIVATE.replace("91282C-HA-2", "91282C-HA-2 17.50"))
    assert account.status != "proven"
