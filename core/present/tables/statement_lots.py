"""The lots that a statement prints for one security, under its row in the review."""

from core.domain.statement import StatementLine
from core.present.html import Column, Safe, table
from core.words.days import day
from core.words.numbers import DASH, dollars, shares

COLUMNS = (Column("Lot acquired"), Column("Quantity", True), Column("Cost basis", True))
MOST = 40


def lots_table(line: StatementLine) -> Safe:
    """One row for each lot: its day, its quantity and what it cost; a dash for what is not printed."""
    rows: list[list[object]] = [
        [
            day(lot.acquired) if lot.acquired else "no day printed",
            DASH if lot.quantity is None else shares(lot.quantity),
            dollars(lot.cost_basis),
        ]
        for lot in line.lots[:MOST]
    ]
    more = len(line.lots) - MOST
    return table(COLUMNS, [*rows, [f"and {more} more", "", ""]] if more > 0 else rows)
