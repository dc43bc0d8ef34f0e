"""Tables that look like holdings and are none: performance, gains, beneficiaries, payments received.

Nothing in such a table multiplies out, and the account ties to the cent without it. Or it names, without values of
its own, what stands with values elsewhere. Tables whose rows prove themselves, or tell lots, are never left out, nor
is one right under the heading of a class of securities, of names that stand nowhere else.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties, unit_of
from core.ingest.lexicon.sections import is_section_heading, kind_of_section
from core.ingest.nouns.events import Event, Heading, Record, Total
from core.ingest.rows.row_keys import by_keys, known_as, number_in

MOST = 6
ZERO = Decimal(0)


def without(events: Sequence[Event], tables: frozenset[int]) -> list[Event]:
    """The events but for the rows and sums of some tables."""
    return [
        event
        for event in events
        if not (isinstance(event, Record | Total) and event.table in tables and event.table > 0)
        or (isinstance(event, Record) and event.kind == "activity")
    ]


def choices(events: Sequence[Event]) -> Iterator[frozenset[int]]:
    """What might be left out: all doubtful tables, then fewer of them."""
    closed, titled = _summed(events), _of_classes(events)
    doubtful = [
        table
        for table, rows in _tables(events).items()
        if table not in closed | titled and not any(map(_proves_itself, rows)) and not tells_lots(rows)
    ][:MOST]
    for count in range(1, len(doubtful) + 1):
        yield from (frozenset(some) for some in itertools.combinations(doubtful, count))


def _summed(events: Sequence[Event]) -> set[int]:
    """Tables that hold together: a named sum is printed under them which is that of their rows."""
    held = {table: [number_in(row, "value") or ZERO for row in rows] for table, rows in _tables(events).items()}
    sums = [event for event in events if isinstance(event, Total) and event.name]
    return {total.table for total in sums if sum(held.get(total.table, ()), ZERO) == number_in(total, "value") != ZERO}


def _of_classes(events: Sequence[Event]) -> set[int]:
    """Tables whose first row stands right behind the heading of a class of securities, and whose names are new."""
    found: set[int] = set()
    heading, tables = "", _tables(events)
    for event in events:
        if isinstance(event, Heading):
            heading = event.text
        elif isinstance(event, Record | Total):
            rows = tables.get(event.table, [])
            if rows and event is rows[0] and _is_class(heading) and _are_new(rows, tables):
                found.add(event.table)
            heading = ""
    return found


def _is_class(heading: str) -> bool:
    return is_section_heading(heading) and kind_of_section(heading) not in (None, "cash", "money_market")


def _are_new(rows: Sequence[Record], tables: Mapping[int, Sequence[Record]]) -> bool:
    """Whether the rows of a table print values, and no other table has a row of one of their names."""
    others = by_keys([row for held in tables.values() for row in held if row.table != rows[0].table])
    return all(number_in(row, "value") is not None and not known_as(row, others) for row in rows)


def _tables(events: Sequence[Event]) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind in ("holdings", "lots"):
            found.setdefault(event.table, []).append(event)
    return found


def tells_lots(rows: Sequence[Record]) -> bool:
    """Whether all rows of a table are of units bought on a day, and none tells of their sale."""
    return all({"acquired", "quantity"} <= set(row.cells) and "sold" not in row.cells for row in rows)


def _proves_itself(row: Record) -> bool:
    return row.kind == "lots" or multiplies(row) or "commitment" in row.cells


def multiplies(row: Record) -> bool:
    """Whether quantity x price is the value of the row."""
    cells = [row.cells.get(role) for role in ("quantity", "price", "value")]
    amounts = [read_amount(cell.text) if cell is not None else None for cell in cells]
    numbers = [amount.value for amount in amounts if amount is not None]
    if len(numbers) < 3 or not all(numbers):
        return False
    quantity, price, value = numbers
    return ties(quantity, price, unit_of("other", quantity, price, value, ""), value)
