"""Exports that print holdings as of trade and as of settlement: what is traded counts, once."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

ROWS = (
    ("{trade}", "QZAB,HARBOR QUILL HOLDINGS,100,20.00,2000.00"),
    ("{settle}", "QZAB,HARBOR QUILL HOLDINGS,80,20.00,1600.00"),
    ("{trade}", "FNCH,FINCH PAPER CO,50,10.00,500.00"),
    ("{settle}", "FNCH,FINCH PAPER CO,50,10.00,500.00"),
    ("{trade}", ",CASH,,,300.00"),
    ("{settle}", ",CASH,,,700.00"),
    ("{settle}", "ALDR,ALDER FOODS PLC,10,10.00,100.00"),
)


def read(text: str) -> Statement:
    return read_here("days.csv", text.encode())


@pytest.mark.parametrize(
    ("head", "trade", "settle"),
    [("Trade/Settle", "Trade", "Settle"), ("TD/SD", "TD", "SD"), ("Basis", "Trade Date", "Settlement Date")],
)
def test_rows_as_of_settlement_are_left_out_and_that_is_said(head: str, trade: str, settle: str) -> None:
    rows = [f"4417-8820,{side.format(trade=trade, settle=settle)},{cells}" for side, cells in ROWS]
    statement = read("\n".join([f"Account Number,{head},Symbol,Description,Quantity,Price,Market Value", *rows]))
    (account,) = statement.accounts
    assert [line.quantity for line in account.positions if line.symbol] == [D(100), D(50)]
    assert account.cash == D("300.00")
    (told,) = [issue.message for issue in statement.issues if "as of settlement" in issue.message]
    assert told.endswith("4 rows as of settlement are left out, 1 of what is held no more as of trade")


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Trade Date Quantity,Settle Date Quantity,Price,Market Value", "100,80,20.00,2000.00"),
        ("Settled Quantity,Trade Date Quantity,Price,Settled Market Value,Trade Date Market Value",
         "80,100,20.00,1600.00,2000.00"),
    ],
)  # fmt: skip
def test_columns_as_of_settlement_are_left_out(head: str, cells: str) -> None:
    statement = read(f"Account Number,Symbol,Description,{head}\n4417-8820,QZAB,HARBOR QUILL HOLDINGS,{cells}\n")
    (line,) = statement.accounts[0].positions
    assert (line.quantity, line.market_value) == (D(100), D("2000.00"))
    assert any("1 row prints other figures as of settlement" in issue.message for issue in statement.issues)


def test_days_of_trades_in_a_history_are_days() -> None:
    statement = read(
        "Account Number,Trade Date,Settlement Date,Action,Symbol,Description,Quantity,Price,Amount\n"
        "4417-8820,06/01/2026,06/02/2026,Buy,QZAB,HARBOR QUILL HOLDINGS,10,20.00,-200.00\n"
    )
    assert [str(move.date) for move in statement.accounts[0].activity] == ["2026-06-01"]
