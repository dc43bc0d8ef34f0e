"""Transactions of table files: what was done, when and for how much, whatever columns tell it."""

from decimal import Decimal as D

from core.domain.statement import StatementActivity
from core.ingest.reading import read_here


def moves(*lines: str) -> tuple[StatementActivity, ...]:
    (found,) = read_here("export.csv", "\n".join(lines).encode()).accounts
    assert not found.positions
    return found.activity


def test_dashes_in_a_column_of_kinds_say_nothing_of_what_was_done() -> None:
    (move,) = moves(
        "Transaction Date,Activity Type,Description,Symbol,Quantity,Price,Amount,Category",
        "05/01/26,Dividend Reinvestment,QUILL MUNI FUND,QZMXX,281.21,1.00,-281.21,--",
    )
    assert (move.kind, move.symbol) == ("Dividend Reinvestment", "QZMXX")


def test_the_first_of_two_numbered_descriptions_is_what_was_done() -> None:
    first, second = moves(
        "Trade Date,Type,Description 1 ,Description 2,Symbol,Quantity,Price ($),Amount ($)",
        "2/9/2026,SecurityTransactions,Sale ,QUILL HOLDINGS INC,QZAB,-25,20.00,500.00",
        "2/10/2026,Other,Withdrawal,FED TAX,--,--,--,(43.00)",
    )
    assert (first.kind, first.description, first.quantity) == ("Sale", "QUILL HOLDINGS INC", D(-25))
    assert (second.kind, second.symbol, second.amount) == ("Withdrawal", None, D("-43.00"))


def test_the_number_of_a_transaction_names_no_security() -> None:
    (move,) = moves(
        "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price at Transaction,Total (inclusive of fees)",
        "678a8bdefcb176,2026-01-17 16:57:02 UTC,Buy,QZC,0.5,100.00,50.00",
    )
    assert (move.kind, move.symbol, move.quantity, move.amount) == ("Buy", "QZC", D("0.5"), D("50.00"))


def test_the_time_and_the_total_of_a_transaction_are_its_day_and_its_amount() -> None:
    (move,) = moves(
        "Action,Time,Ticker,Name,No. of shares,Price / share,Total,Notes,ID",
        "Market buy,2026-01-15 09:30:00,QZAB,Quill Inc,10,20.00,200.00,,T1",
    )
    assert (str(move.date), move.kind, move.symbol, move.amount) == ("2026-01-15", "Market buy", "QZAB", D("200.00"))


def test_a_symbol_with_its_cusip_in_brackets_is_the_symbol() -> None:
    (move,) = moves(
        "Symbol(CUSIP),Security Description,Quantity,Date Acquired,Date Sold,Proceeds,Cost Basis",
        "QZAB(009066101),QUILL INC,30,08/04/2025,08/17/2025,$621.38,$562.51",
    )
    assert (move.symbol, str(move.date)) == ("QZAB", "2025-08-17")


def test_what_was_withheld_of_a_dividend_is_no_dividend() -> None:
    (move,) = moves(
        "Date,Action,Description,Quantity,Amount",
        "06/15/2026,Dividend,NRA Withhold: QUILL INC,,-1.55",
    )
    assert move.kind == "NRA Withhold"
