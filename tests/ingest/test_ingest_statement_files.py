"""A whole account statement in one table file: a register of cash, positions, and their gains told once more."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

STATEMENT = """Account Statement for K-71402296 (margin) since 6/1/26 through 6/30/26

Cash Balance
DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
6/1/26,00:00:00,BAL,,Cash balance at the start of business day 01.06 CST,,,,"2,000.00"
6/9/26,10:02:11,TRD,="551180442",BOT +20 QTHF @24.00,,,-480.00,"1,520.00"
6/22/26,11:40:37,TRD,="551190718",SOLD -1 QTHF 100 17 JUL 26 30 CALL @1.30,,-0.65,130.00,"1,650.00"
,,,,TOTAL,0.00,-0.65,-350.00,"1,650.00"

Equities
Symbol,Description,Qty,Trade Price,Mark,Mark Value
QTHF,TERN HARBOR FOODS CORP,+120,22.00,25.00,"$3,000.00"
QWWE,WILLOW WORLD EQUITY ETF,+10,98.00,100.25,"$1,002.50"
,OVERALL TOTALS,,,,"$4,002.50"

Options
Symbol,Option Code,Exp,Strike,Type,Qty,Trade Price,Mark,Mark Value
QTHF,QTHF260717C30,17 JUL 26,30,CALL,-1,1.30,0.95,($95.00)
,OVERALL TOTALS,,,,,,,($95.00)

Profits and Losses
Symbol,Description,P/L Open,P/L %,P/L Day,P/L YTD,P/L Diff,Margin Req,Mark Value
QTHF,TERN HARBOR FOODS CORP,$395.00,+14.96%,$5.00,$395.00,$0.00,$871.50,"$2,905.00"
QWWE,WILLOW WORLD EQUITY ETF,$22.50,+2.30%,$0.00,$22.50,$0.00,$300.75,"$1,002.50"
,OVERALL TOTALS,$417.50,,,,,,"$3,907.50"

Account Summary
Net Liquidating Value,"$5,557.50"
Stock Buying Power,"$4,000.00"
"""


def only(text: str) -> StatementAccount:
    (account,) = read_here("statement.csv", text.encode()).accounts
    return account


def test_gains_told_apart_double_no_position() -> None:
    account = only(STATEMENT)
    assert [(line.symbol, line.quantity, line.market_value) for line in account.positions] == [
        ("QTHF", D(120), D("3000.00")),
        ("QWWE", D(10), D("1002.50")),
        ("QTHF260717C30", D(-1), D("-95.00")),
    ]
    assert [line.gain for line in account.positions] == [None, D("22.50"), None]
    assert (account.stated_total, account.status) == (D("5557.50"), "proven")


def test_the_balance_at_the_end_of_a_register_is_the_cash_and_its_rows_are_moves() -> None:
    account = only(STATEMENT)
    assert account.cash == D("1650.00")
    assert [move.amount for move in account.activity] == [D("-480.00"), D("130.00")]


def test_a_register_that_begins_with_the_newest_day_ends_above() -> None:
    lines = STATEMENT.splitlines()
    lines[4:7] = lines[4:7][::-1]
    account = only("\n".join(lines))
    assert (account.cash, account.status) == (D("1650.00"), "proven")


def test_a_position_that_is_missing_is_not_made_good_by_its_gain() -> None:
    row = next(line for line in STATEMENT.splitlines() if line.startswith("QWWE,WILLOW WORLD EQUITY ETF,+10"))
    assert only(STATEMENT.replace(row + "\n", "")).status != "proven"


def test_a_column_of_contracts_leaves_shares_their_symbol() -> None:
    rows = """Symbol,Option Symbol,Description,Quantity,Price,Market Value
QTHF,,TERN HARBOR FOODS CORP,120,25.00,3000.00
QTHF,QTHF260717C30,TERN HARBOR FOODS JUL 17 2026 30 CALL,-1,0.95,-95.00
"""
    assert [line.symbol for line in only(rows).positions] == ["QTHF", "QTHF260717C30"]
