"""Lots in text whose columns are lost: a row with a day is a lot of the security above it, or that security's first.

A table with a day for each row needs no name in the rows below the first; what they add up to stands for them in the
sums of the section.
"""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.flowed.heads import FlowedHead
from core.ingest.flowed.rows import Parts, cells_of
from core.ingest.flowed.table import Table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.events import Cell, Record, Where

SUMMED = ("quantity", "value", "cost", "gain", "accrued")


def lot_of(parts: Parts, table: Table, where: Where) -> Record | None:
    """The lot that a line without words is, under a row with a day; None for any other line."""
    head = table.head
    if parts.words or not parts.days or not table.lots or head is None or not has_days_of_lots(head):
        return None
    if table.words and (head.is_nameless or table.over):
        return None
    cells = cells_of(head, parts)
    if not {"acquired", "quantity"} <= set(cells) or not {"value", "cost"} & set(cells):
        return None
    return Record("lots", cells, where)


def has_days_of_lots(head: FlowedHead) -> bool:
    """Whether the rows of a table are lots, each with its day."""
    return head.kind == "holdings" and "acquired" in head.roles


def together(lots: Sequence[Record]) -> Record:
    """What lots add up to, as one row of their security."""
    first = lots[0]
    sums = {role: total for role in SUMMED if (total := sum_of_role(lots, role)) is not None}
    cells = {role: Cell(f"{amount}") for role, amount in sums.items()}
    return Record(first.kind, {**first.cells, **cells}, first.where)


def sum_of_lots(lots: Sequence[Record], parts: Parts) -> dict[str, Cell]:
    """The figures of the printed sum of these lots, with their units; empty where the line prints other units."""
    amounts = [(text, amount.value) for text in parts.amounts if (amount := read_amount(text)) is not None]
    found: dict[str, Cell] = {}
    for role in SUMMED if lots else ():
        total = sum_of_role(lots, role)
        own = next((text for text, value in amounts if total is not None and value == total), None)
        found.update({role: Cell(own)} if own is not None else {})
    return found if {"quantity", "value"} <= set(found) else {}


def sum_of_role(rows: Sequence[Record], role: str) -> Decimal | None:
    """What the figures of one column add up to; None where a row has none."""
    read = [read_amount(row.cells[role].text) if role in row.cells else None for row in rows]
    found = [amount.value for amount in read if amount is not None]
    return sum(found, Decimal(0)) if found and len(found) == len(rows) else None
