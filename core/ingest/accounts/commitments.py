"""Commitments in a table of their own, under holdings that print what the same funds are worth: one row a fund."""

from collections.abc import Sequence

from core.ingest.events import Event, Record, Total
from core.ingest.row_keys import keys_of, number_in

PROMISED = ("commitment", "called", "unfunded")
TOLD = (*PROMISED, "nav_date", "lock_until", "quantity", "price", "cost")


def with_commitments(events: Sequence[Event]) -> Sequence[Event]:
    """The events with what such tables tell on the rows of the funds, and without those tables.

    A fund that stands nowhere else, as one that has called nothing so far, keeps its own row.
    """
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings" and event.table > 0]
    promises: dict[int, list[Record]] = {}
    for row in rows:
        promises.setdefault(row.table, []).append(row)
    promises = {table: own for table, own in promises.items() if all(map(_promises, own))}
    held = [row for row in rows if row.table not in promises]
    found: dict[int, Record] = {}
    before: list[Record] = []
    for own in promises.values():
        same = {id(row): main for row in own if (main := _held(row, held) or _told(row, before)) is not None}
        before += [row for row in own if id(row) not in same]
        found |= same
    again = {table for table, own in promises.items() if any(id(row) in found for row in own)}
    if not again:
        return events
    for row in (row for table in again for row in promises[table] if id(row) in found):
        for role in (role for role in TOLD if role in row.cells):
            found[id(row)].cells.setdefault(role, row.cells[role])
    return [
        event
        for event in events
        if not (isinstance(event, Total) and event.table in again)
        and not (isinstance(event, Record) and id(event) in found)
    ]


def _promises(row: Record) -> bool:
    return any(role in row.cells for role in PROMISED)


def _held(row: Record, held: Sequence[Record]) -> Record | None:
    """The one holding of that name and, where the commitment prints it too, of that value; None where several are."""
    names = set(keys_of(row))
    alike = [one for one in held if names & set(keys_of(one)) and "value" in one.cells and not _promises(one)]
    if "value" in row.cells:
        alike = [one for one in alike if number_in(one, "value") == number_in(row, "value")]
    return alike[0] if len(alike) == 1 else None


def _told(row: Record, before: Sequence[Record]) -> Record | None:
    """The one row of an earlier table of commitments with that name and that value; None where none or several are."""
    names, value = set(keys_of(row)), number_in(row, "value")
    alike = [one for one in before if value and names & set(keys_of(one)) and number_in(one, "value") == value]
    return alike[0] if len(alike) == 1 else None
