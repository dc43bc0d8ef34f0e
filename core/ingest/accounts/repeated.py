"""Tables that print rows of another table once more: the largest positions, those held longest, those to watch."""

from collections.abc import Sequence

from core.ingest.accounts.decoys import multiplies, without
from core.ingest.nouns.events import Event, Record
from core.ingest.rows.row_keys import keys_of, number_in

LEAST = 2
Print = tuple[str, object, object]


def without_repeated(events: Sequence[Event]) -> list[Event]:
    """The events but for tables all of whose rows stand, with the same units and value, in one larger table.

    Of two tables of one size the one that tells a cost is kept.
    """
    tables: dict[int, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind == "holdings" and event.table > 0 and multiplies(event):
            tables.setdefault(event.table, []).append(event)
    prints = {table: {_print(row) for row in rows} for table, rows in tables.items()}
    gone = {
        table
        for table, rows in tables.items()
        if len(rows) >= LEAST and any(_covers(tables, prints, other, table) for other in tables if other != table)
    }
    return without(events, frozenset(gone)) if gone else list(events)


def _covers(tables: dict[int, list[Record]], prints: dict[int, set[Print]], other: int, table: int) -> bool:
    """Whether a table holds all rows of another, and more of them, or more of each."""
    if not prints[table] <= prints[other]:
        return False
    if len(prints[other]) > len(prints[table]):
        return True
    told = [sum("cost" in row.cells for row in tables[place]) for place in (other, table)]
    return told[0] > told[1] or (told[0] == told[1] and other < table)


def _print(row: Record) -> Print:
    keys = keys_of(row)
    return (keys[0] if keys else "", number_in(row, "quantity"), number_in(row, "value"))
