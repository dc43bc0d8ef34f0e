"""Cash told apart from the securities, and the sum of both under a word of its own."""

import re
from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

PAPER = """FERNHILL SECURITIES                                      INES CALLOWAY
                                                         Account Number: 5513-7720
                                                         May 1 - May 31, 2026

NET CASH EQUIVALENTS                                         Current value     Cost Basis     Estimated Annualized Income   Yield %
FERNHILL INSURED BANK DEPOSIT PROGRAM                             1,004.00       1,004.00                            2.01      0.20
Total Net Cash Equivalents                                       $1,004.00      $1,004.00                           $2.01     0.20%

PORTFOLIO ASSETS - HELD HERE
                        Symbol/                        Current       Current       Average        Cost        Unrealized
Equities                Type         Quantity            Price         Value     Unit Cost       Basis     Gain/(-)Loss
GARNET LAKE MINING      QGLM              50           82.0000      4,100.00       60.0000     3,000.00        1,100.00
                        Cash
WILLOW ONYX             QWOB              20           40.0000        800.00       35.0000       700.00          100.00
BANCORP                 Cash
Total Equities                                                     $4,900.00                  $3,700.00       $1,200.00
Total Portfolio Assets - Held Here                                 $4,900.00                  $3,700.00       $1,200.00
Total Net Portfolio Value                                          $5,904.00                  $4,704.00       $1,200.00
"""  # noqa: E501
LOST = "\n".join(re.sub(r" +", " ", line).strip() for line in PAPER.splitlines() if line.strip()) + "\n"
BRACKETS = """Fernhill Securities                                                      May 31 - Portfolio
Account Number: 5513-7720
                                                 Quantity     Price        Value   Total Cost
Description                  (Symbol or CUSIP)                                          Basis
GARNET LAKE MINING INC       (QGLM)                50.000    $82.00    $4,100.00    $3,000.00
TERN HARBOR INC CLASS B      (QTH/B)               20.000    $40.00      $800.00      $700.00
Portfolio Total                                                        $4,900.00    $3,700.00
"""


def _only(text: str) -> StatementAccount:
    statement = read_here("statement.txt", text.encode())
    assert not statement.refused
    (account,) = statement.accounts
    return account


@pytest.mark.parametrize("text", [PAPER, LOST], ids=["columns", "single blanks"])
def test_the_sum_of_securities_is_not_the_total_beside_cash(text: str) -> None:
    """`Total Net Portfolio Value` is that of the account, and the sum of the securities alone is none."""
    account = _only(text)
    assert (account.status, account.stated_total, account.cash) == ("proven", D("5904.00"), D("1004.00"))
    assert len([line for line in account.positions if line.asset_type != "cash"]) == 2


def test_a_total_under_any_word_ties_with_cash_under_any_word() -> None:
    """Neither the sum of the cash nor that of everything is known by its label: both tie together."""
    text = PAPER.replace("Total Net Cash Equivalents  ", "Total Overnight Balances    ")
    account = _only(text.replace("Total Net Portfolio Value", "Total Wealth Held Here   "))
    assert (account.status, account.stated_total, account.cash) == ("proven", D("5904.00"), D("1004.00"))


def test_cash_that_no_total_counts_is_not_lost_in_silence() -> None:
    """Without a total of the account an amount in a program of deposits may be its cash."""
    text = PAPER.replace("Total Net Cash Equivalents  ", "Total Overnight Balances    ")
    account = _only("\n".join(line for line in text.splitlines() if "Net Portfolio" not in line))
    assert account.status != "proven"


def test_symbols_stand_in_brackets_in_a_column_of_their_own() -> None:
    """`(QGLM)` is the symbol QGLM."""
    account = _only(BRACKETS)
    assert [(line.symbol, line.quantity) for line in account.positions] == [("QGLM", D(50)), ("QTH/B", D(20))]
    assert account.status == "proven"


def test_of_an_opening_and_a_closing_balance_the_closing_one_is_the_cash() -> None:
    """A letter for the side of the account behind the name is no part of it."""
    account = _only(
        "Quill Securities LLC\n"
        "05/01/2026 - 05/31/2026\n"
        "Name: INES CALLOWAY Account Number: 5MV07719\n"
        "ACCOUNT SUMMARY\n"
        "OPENING BALANCE CLOSING BALANCE\n"
        "Net Cash Balance $90.00 $104.00\n"
        "Securities Market Value $4,700.00 $4,900.00\n"
        "Total Account Value $4,790.00 $5,004.00\n"
        "OPEN POSITIONS (Equities)\n"
        "Symbol Description Type Quantity Close Price Market Value % of Total\n"
        "QGLM GARNET LAKE MINING M 50 82.0000 4,100.00 81.93%\n"
        "QWOB WILLOW ONYX BANCORP C 20 40.0000 800.00 15.99%\n"
        "Total 4,900.00\n"
    )
    assert (account.status, account.stated_total, account.cash) == ("proven", D("5004.00"), D("104.00"))
    assert [line.description for line in account.positions] == ["GARNET LAKE MINING", "WILLOW ONYX BANCORP"]
