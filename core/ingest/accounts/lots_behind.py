"""The lots of several accounts behind all their holdings: each account is spoken of twice, and its lots are its own."""

from collections.abc import Sequence

from core.ingest.accounts.draft import same_account
from core.ingest.events import Event, Fact, Record, Total


def with_lots_behind(parts: Sequence[Sequence[Event]]) -> list[list[Event]]:
    """The parts of a file, each with the lots that a later part of its account tells behind its own rows."""
    done: list[list[Event]] = []
    for part in map(list, parts):
        first = next((one for one in done if _is_of_same(one, part) and _rows(one)), None)
        rows = _rows(part)
        if first is not None and rows and _tells_lots(rows):
            last = max(place for place, event in enumerate(first) if isinstance(event, Record | Total))
            first[last + 1 : last + 1] = [event for event in part if isinstance(event, Record | Total)]
            part = [event for event in part if not isinstance(event, Record | Total)]
        done.append(part)
    return done


def _is_of_same(one: Sequence[Event], other: Sequence[Event]) -> bool:
    """Whether two parts begin with the number of one account."""
    first, second = one[0] if one else None, other[0] if other else None
    numbered = isinstance(first, Fact) and isinstance(second, Fact) and first.kind == second.kind == "account"
    return numbered and isinstance(first, Fact) and isinstance(second, Fact) and same_account(first.text, second.text)


def _rows(part: Sequence[Event]) -> list[Record]:
    return [event for event in part if isinstance(event, Record) and event.kind in ("holdings", "lots")]


def _tells_lots(rows: Sequence[Record]) -> bool:
    """Whether the rows are lots, but for names alone: most tell the day of a purchase, and none a value by itself."""
    figured = [row for row in rows if set(row.cells) - {"description", "symbol"}]
    return bool(figured) and all("acquired" in row.cells for row in figured)
