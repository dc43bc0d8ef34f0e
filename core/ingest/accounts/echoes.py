"""Tables of a table file that tell once more what the securities above are worth, as for their gains or margin."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies, without
from core.ingest.nouns.events import Event, Fact, Record
from core.ingest.rows.row_keys import by_keys, known_as, number_in

ZERO = Decimal(0)
UNITS = frozenset({"quantity", "price", "acquired", "account"})


def without_echoes(events: Sequence[Event]) -> list[Event]:
    """The events but for tables without units of which each row is worth what rows of that name are worth elsewhere.

    A gain that only such a table prints goes to the row, where that is one alone.
    """
    tables: dict[int, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind in ("holdings", "cash"):
            tables.setdefault(event.table, []).append(event)
    if any(isinstance(event, Fact) and event.kind in ("account", "named") for event in _between(events)):
        return list(events)
    bare = {table: rows for table, rows in tables.items() if all(UNITS.isdisjoint(row.cells) for row in rows)}
    if not bare:
        return list(events)
    held = by_keys([row for rows in tables.values() for row in rows if multiplies(row)])
    again = {table for table, rows in bare.items() if all(_told(row, held) for row in rows)}
    for row in (row for table in again for row in tables[table]):
        own = known_as(row, held)
        if len(own) == 1 and "gain" in row.cells:
            own[0].cells.setdefault("gain", row.cells["gain"])
    return without(events, frozenset(again)) if again else list(events)


def _between(events: Sequence[Event]) -> Sequence[Event]:
    """What stands between the first row that is held and the last."""
    places = [place for place, event in enumerate(events) if isinstance(event, Record) and event.kind == "holdings"]
    return events[places[0] : places[-1]] if places else ()


def _told(row: Record, held: Mapping[str, Sequence[Record]]) -> bool:
    own = known_as(row, held)
    return bool(own) and number_in(row, "value") == sum((number_in(one, "value") or ZERO for one in own), ZERO)
