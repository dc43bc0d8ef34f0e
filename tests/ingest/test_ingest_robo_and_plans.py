"""Last month beside this month, symbol and name in one cell, accounts parted by strokes, totals of plans."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementLine
from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table

TITLE = "Account Number: 4417-2093     Statement date June 30, 2026"


def statement(columns: list[Column], rows: list[tuple[str, ...]], total: tuple[str, ...]) -> Statement:
    """One account on one page: a head, rows and the line of its total."""
    pencil = Pencil()
    pencil.page()
    pencil.say(f"{TITLE}\nOwner: Odile Farrow     Individual account", step=16)
    table = Table(pencil, columns)
    table.head()
    for cells in rows:
        table.line(cells)
    table.line(total, "B")
    return read_here("farrow.pdf", pencil.drawn().data)


def priced(statement: Statement) -> list[StatementLine]:
    (account,) = statement.accounts
    assert account.status == "proven"
    return list(account.positions)


@pytest.mark.parametrize("under", ["Month", "Quarter", "Statement"])
def test_last_over_a_period_is_no_column_of_prices(under: str) -> None:
    heads = (("Description", 40), ("Shares", -262), ("Price", -316), (f"Value Last|{under}", -382))
    columns = [Column(head, x) for head, x in (*heads, (f"Value This|{under}", -448), ("Cost", -510))]
    rows = [
        ("Quill Holdings Inc (QZAB)", "100", "41.00", "3,950.00", "4,100.00", "3,000.00"),
        ("Slate Total Market ETF (SLTM)", "50", "80.00", "4,120.00", "4,000.00", "3,500.00"),
    ]
    found = priced(statement(columns, rows, ("Total Account", "", "", "8,070.00", "8,100.00", "6,500.00")))
    assert [(line.price, line.market_value) for line in found] == [
        (D("41.00"), D("4100.00")),
        (D("80.00"), D("4000.00")),
    ]
