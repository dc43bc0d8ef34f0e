"""Registers of cash in a table file: each row a day, what came or went, and the balance after it. They hold nothing.

Their rows are transactions. The balance with which the register ends may be the account's cash.
"""

from collections.abc import Sequence

from core.ingest.accounts.draft import amount_in
from core.ingest.nouns.events import Event, Fact, Record, Total

KEPT = frozenset({"date", "amount", "value"})
LEAST = 2


def registers_in_place(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with the rows of registers as transactions, and their closing balance as what may be cash."""
    tables: dict[int, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind == "cash":
            tables.setdefault(event.table, []).append(event)
    closing = {table: last for table, rows in tables.items() if (last := _closing(rows, comma)) is not None}
    if not closing:
        return list(events)
    placed: list[Event] = []
    for event in events:
        if isinstance(event, Total) and event.table in closing:
            continue
        if not isinstance(event, Record) or event.table not in closing:
            placed.append(event)
        elif "amount" in event.cells:
            event.kind = "activity"
            placed.append(event)
        if event is closing.get(getattr(event, "table", -1)):
            placed.append(Fact("weak_cash", "closing balance", event.where, amount_in(event, "value", comma)))
    return placed


def _closing(rows: Sequence[Record], comma: bool) -> Record | None:
    """The row with the last balance of a register, whichever way its days run; None where the rows are none."""
    if len(rows) < LEAST or not all({"date", "value"} <= set(row.cells) for row in rows):
        return None
    if _runs(rows, comma):
        return rows[-1]
    return rows[0] if _runs(rows[::-1], comma) else None


def _runs(rows: Sequence[Record], comma: bool) -> bool:
    """Whether each balance is the one before with what came or went."""
    balances = [amount_in(row, "value", comma) for row in rows]
    moves = [amount_in(row, "amount", comma) for row in rows]
    for before, after, moved in zip(balances, balances[1:], moves[1:], strict=False):
        if before is None or after is None or moved is None or before + moved != after:
            return False
    return True
