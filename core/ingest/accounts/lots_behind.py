"""The lots of several accounts behind all their holdings: each account is spoken of twice, and its lots are its own."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.accounts.draft import same_account
from core.ingest.nouns.events import Event, Fact, Record, Total
from core.ingest.rows.row_keys import keys_of, number_in

SHARE = 0.6


def with_lots_behind(parts: Sequence[Sequence[Event]]) -> list[list[Event]]:
    """The parts of a file, each with the lots that a later part of its account tells behind its own rows."""
    done: list[list[Event]] = []
    for part in map(list, parts):
        first = next((one for one in done if _is_of_same(one, part) and _rows(one)), None)
        rows = _rows(part)
        if first is not None and rows and (_tells_lots(rows) or _sums_up_lots(rows, _rows(first))):
            last = max(place for place, event in enumerate(first) if isinstance(event, Record | Total))
            first[last + 1 : last + 1] = [event for event in part if isinstance(event, Record | Total)]
            part = [event for event in part if not isinstance(event, Record | Total)]
        done.append(part)
    return done


def _is_of_same(one: Sequence[Event], other: Sequence[Event]) -> bool:
    """Whether two parts begin with the number of one account."""
    begins = [part[0] for part in (one, other) if part]
    numbers = [event.text for event in begins if isinstance(event, Fact) and event.kind == "account"]
    return len(numbers) == 2 and same_account(*numbers)


def _rows(part: Sequence[Event]) -> list[Record]:
    return [event for event in part if isinstance(event, Record) and event.kind in ("holdings", "lots")]


def _figured(rows: Sequence[Record]) -> list[Record]:
    """The rows but for names alone."""
    return [row for row in rows if set(row.cells) - {"description", "symbol"}]


def _tells_lots(rows: Sequence[Record]) -> bool:
    """Whether the rows are lots, but for names alone: most tell the day of a purchase, and none a value by itself."""
    figured = _figured(rows)
    return bool(figured) and all("acquired" in row.cells for row in figured)


def _sums_up_lots(rows: Sequence[Record], held: Sequence[Record]) -> bool:
    """Whether the rows are lots, each security with the sum of its own over them, and most are among those held."""
    figured = _figured(rows)
    heads = [row for row in figured if "acquired" not in row.cells]
    keys = {key for row in held if "acquired" not in row.cells for key in keys_of(row)}
    known = [row for row in heads if not keys.isdisjoint(keys_of(row))]
    return bool(heads) and len(known) >= SHARE * len(heads) and _each_is_sum(figured)


def _each_is_sum(rows: Sequence[Record]) -> bool:
    """Whether the rows without a day each have the units of the dated rows that follow, and every dated row is one."""
    open_units = Decimal(0)
    for row in rows:
        units = number_in(row, "quantity")
        if units is None or ("acquired" in row.cells) != bool(open_units):
            return False
        open_units = open_units - units if "acquired" in row.cells else units
    return not open_units
