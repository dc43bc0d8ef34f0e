"""Flex queries as text: their sections, however they are marked, are read as those of the XML form."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

SECTIONS = (
    ("EQUT", "ClientAccountID,ReportDate,Total,DividendAccruals,InterestAccruals", ["U7700123,20260630,{total},0,0"]),
    (
        "CRTT",
        "ClientAccountID,CurrencyPrimary,LevelOfDetail,ToDate,EndingCash",
        ["U7700123,USD,BaseCurrency,20260630,69.50", "U7700123,USD,Currency,20260630,69.50"],
    ),
    (
        "POST",
        "ClientAccountID,CurrencyPrimary,AssetClass,Symbol,Description,Conid,Multiplier,ReportDate,Quantity,MarkPrice,"
        "PositionValue,CostBasisMoney,FifoPnlUnrealized,LevelOfDetail",
        [
            'U7700123,USD,STK,QLT,"QUILL, INC",7,1,20260630,10,20,200,150,50,SUMMARY',
            'U7700123,USD,STK,QLT,"QUILL, INC",7,1,20260630,6,20,120,84,36,LOT',
            'U7700123,USD,STK,QLT,"QUILL, INC",7,1,20260630,4,20,80,66,14,LOT',
        ],
    ),
    (
        "TRNT",
        "ClientAccountID,CurrencyPrimary,Symbol,TradeDate,Quantity,TradePrice,NetCash,TransactionType",
        ["U7700123,USD,QLT,20260602,4,16.50,-66.00,ExchTrade", "U7700123,USD,QGLM,20260603,-5,8.00,40.00,ExchTrade"],
    ),
    ("CTRN", "ClientAccountID,CurrencyPrimary,Description,Amount,Type", ["U7700123,USD,QLT DIVIDEND,9.60,Dividends"]),
)


def marked(code: str, head: str, rows: list[str]) -> list[str]:
    return [f"HEADER,{code},{head}", *(f"DATA,{code},{row}" for row in rows)]


def bounded(code: str, head: str, rows: list[str]) -> list[str]:
    return [f'BOS,{code},"Section"', head, *rows, f"EOS,{code},{len(rows)},0"]


def bare(code: str, head: str, rows: list[str]) -> list[str]:
    return [head, *rows]


def query(form: object, total: str = "269.50") -> Statement:
    assert callable(form)
    lines = [line for code, head, rows in SECTIONS for line in form(code, head, rows)]
    return read_here("query.csv", "\n".join(lines).format(total=total).encode())


@pytest.mark.parametrize("form", [marked, bounded, bare])
def test_worth_cash_positions_lots_and_moves_of_a_query(form: object) -> None:
    (account,) = query(form).accounts
    assert (account.number, account.stated_total, account.cash) == ("…0123", D("269.50"), D("69.50"))
    assert (str(account.as_of), account.currency, account.status) == ("2026-06-30", "USD", "proven")
    (line,) = account.positions
    assert [lot.quantity for lot in line.lots] == [D(6), D(4)]
    assert [(move.kind, move.amount) for move in account.activity] == [
        ("buy", D("-66.00")), ("sell", D("40.00")), ("dividends", D("9.60")),
    ]  # fmt: skip


def test_a_worth_that_the_positions_do_not_make_up_is_never_proven() -> None:
    (account,) = query(marked, total="300.00").accounts
    assert account.status != "proven"


def test_a_list_of_trades_holds_nothing() -> None:
    """Bought and sold units are no holdings, whatever columns they stand in."""
    text = (
        "Buy/Sell,TradeDate,ISIN,Quantity,TradePrice,TradeMoney,CurrencyPrimary\n"
        "BUY,20260522,US0378331005,7,20.00,140.00,USD\nSELL,20260601,US0378331005,-3,25.00,-75.00,USD\n"
    )
    statement = read_here("trades.csv", text.encode())
    (account,) = statement.accounts
    assert not account.positions
    assert [(move.kind, move.symbol, move.quantity, move.amount) for move in account.activity] == [
        ("buy", "US0378331005", D(7), D("-140.00")), ("sell", "US0378331005", D(-3), D("75.00")),
    ]  # fmt: skip
