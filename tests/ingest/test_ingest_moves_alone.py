"""A file that lists transactions and no holdings: an account with activity only, never an empty one."""

from datetime import date
from decimal import Decimal as D

import pytest

from core.domain.account import Taxpayer
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.statement import StatementAccount
from core.ingest import reconcile, reconcile_moves
from core.ingest.reading import read_here

COINS = b"""Timestamp,Transaction Type,Asset,Quantity Transacted,Price at Transaction,Subtotal,Total (inclusive of fees)
2026-01-04 10:11:12 UTC,Buy,QZT,0.5,2000.00,1000.00,1010.00
2026-02-04 09:08:07 UTC,Sell,QZT,0.2,2500.00,500.00,495.00
"""
BROKER = b"""Transactions for account ...7712 as of 04/01/2026
Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
03/02/2026,Buy,WLLW,WILLOW INDEX ETF,10,$100.00,,-$1000.00
03/12/2026,Sell,ONYX,ONYX INDEX ETF,5,$50.00,$0.01,$249.99
03/31/2026,Cash Dividend,TRNF,TERN FUND,,,,$12.34
Transactions Total,,,,,,,-$737.67
"""
HELD = b"""Account 5501-7712 as of 03/31/2026
Symbol,Description,Quantity,Price,Market Value
WLLW,WILLOW INDEX ETF,10,100.00,1000.00
Cash,,,,250.00
Total,,,,1250.00
"""
BEFORE = Household("h1", "Hale", "growth", (Taxpayer("T1"),), ())


def read(data: bytes) -> StatementAccount:
    (account,) = read_here("file.csv", data).accounts
    return account


@pytest.mark.parametrize("data", [COINS, BROKER])
def test_it_is_never_proven_and_says_in_plain_words_what_it_is(data: bytes) -> None:
    statement = read_here("moves.csv", data)
    (account,) = statement.accounts
    assert account.lists_moves_only and account.status == "unproven" and account.cash is None
    assert any("lists transactions, no holdings" in issue.message for issue in statement.issues)


def test_moves_of_coins_have_their_day_and_amount() -> None:
    moves = [(move.date, move.kind, move.quantity, move.amount) for move in read(COINS).activity]
    assert moves == [
        (date(2026, 1, 4), "Buy", D("0.5"), D("1010.00")),
        (date(2026, 2, 4), "Sell", D("0.2"), D("495.00")),
    ]


def test_the_sum_of_the_transactions_is_none_of_them() -> None:
    assert [move.kind for move in read(BROKER).activity] == ["Buy", "Sell", "Cash Dividend"]


def test_they_feed_the_history_and_leave_what_is_held_alone() -> None:
    home, _ = reconcile(read(HELD), BEFORE)
    after, told = reconcile_moves(read(BROKER), home)
    assert after.accounts == home.accounts and after.cards == home.cards and after.as_of == home.as_of
    assert [(move.symbol, move.side, move.quantity) for move in after.history] == [
        ("WLLW", "buy", D(10)),
        ("ONYX", "sell", D(5)),
    ]
    assert "holdings and cash stay as they are" in told[0].message
    assert reconcile_moves(read(BROKER), after)[0].history == after.history


def test_an_account_that_the_household_has_not_cannot_begin_with_transactions() -> None:
    with pytest.raises(BadInput, match="lists transactions, no holdings"):
        reconcile_moves(read(BROKER), BEFORE)
