"""Text that tells of an account without a holding that could be read: cash alone, classes, or no more than a total."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

CASH_ALONE = """CLIENT STATEMENT For the Period April 1 - June 30, 2026
STATEMENT FOR: Beginning Total Value $1,500.00
Account Summary 571-220934-105 SUBJECT TO PLAN RULES Heron at Work Self-Directed Account
ASSET ALLOCATION
Cash $1,500.00 100.00%
TOTAL VALUE $1,500.00 100.00%
Account Detail 571-220934-105 SUBJECT TO PLAN RULES
CASH, BANK DEPOSIT PROGRAM AND MONEY MARKET FUNDS
HERON BANK N.A. $1,500.00 0.010
TOTAL VALUE 100.00% - $1,500.00 N/A
"""
TOTAL_ALONE = """Heron Savings Plan
Account number: XXXX-4471
Statement period: 04/01/2026 - 06/30/2026
Beginning balance $40,000.00
Ending balance $42,310.55
"""
NO_HEAD = """Statement date: May 31, 2026
Account Number 5712-20934

Investment Holdings
Willow 500 Index Fund Select Shares QWIFX 100.000 40.00 4000.00
Willow Total Bond Index Fund QWBFX 500.000 10.00 5000.00
Total Value: $9,000.00
"""


def one(text: str) -> StatementAccount:
    (account,) = read_here("told.txt", text.encode()).accounts
    return account


def test_an_account_of_cash_alone_is_an_account() -> None:
    account = one(CASH_ALONE)
    assert (account.number, account.cash, account.stated_total) == ("…4105", D("1500.00"), D("1500.00"))
    assert (account.status, account.owner) == ("proven", "")


def test_cash_alone_proves_nothing_beside_classes_of_securities() -> None:
    account = one(CASH_ALONE.replace("Cash $1,500.00 100.00%", "Cash $1,500.00 60.00%\nStocks $1,000.00 40.00%"))
    assert account.status == "unproven"
    assert any("Stocks of 1,000.00" in check.where for check in account.checks if not check.ok)


def test_cash_alone_proves_nothing_beside_a_greater_sum() -> None:
    account = one(CASH_ALONE.replace("ASSET ALLOCATION", "ASSET ALLOCATION\nTotal $2,500.00 $2,400.00"))
    assert account.status == "unproven"
    assert any("2,500.00" in check.where for check in account.checks if not check.ok)


def test_an_account_of_which_only_the_total_is_told_is_not_proven() -> None:
    account = one(TOTAL_ALONE)
    assert (account.number, account.stated_total, account.status) == ("…4471", D("42310.55"), "unproven")
    assert account.positions == ()


def test_symbols_may_end_the_names_of_rows_without_a_head() -> None:
    account = one(NO_HEAD)
    found = [(line.symbol, line.description) for line in account.positions]
    assert found == [
        ("QWIFX", "Willow 500 Index Fund Select Shares"),
        ("QWBFX", "Willow Total Bond Index Fund"),
    ]
