"""Tables that list the same securities again, for their cost or their gains: they complete the rows, and add none."""

from collections.abc import Sequence

from core.ingest.accounts.costs_by_side import with_costs_by_side
from core.ingest.accounts.cut_again import without_cuts
from core.ingest.accounts.decoys import multiplies, without
from core.ingest.accounts.draft import same_account
from core.ingest.accounts.lot_tables import lots_apart
from core.ingest.accounts.lots_behind import with_lots_behind
from core.ingest.accounts.repeated import without_repeated
from core.ingest.nouns.events import Event, Fact, Heading, Record, Total
from core.ingest.rows.row_keys import keys_of, number_in, symbol_of

ADDED = ("cost", "gain", "accrued", "cusip", "isin")
SHARE = 0.6


def told_once(events: Sequence[Event]) -> list[Event]:
    """The events with each security once: what a later or earlier table tells of it again goes to its own row."""
    return [event for part in with_lots_behind(_parts(events)) for event in _once(part)]


def _parts(events: Sequence[Event]) -> list[list[Event]]:
    """The events by the accounts that they speak of, one after the other."""
    parts: list[list[Event]] = [[]]
    account = ""
    for event in events:
        if isinstance(event, Fact) and event.kind == "account" and not (account and same_account(event.text, account)):
            account = event.text
            parts.append([])
        parts[-1].append(event)
    return parts


def _once(events: Sequence[Event]) -> Sequence[Event]:
    events = without_cuts(without_repeated(lots_apart(with_costs_by_side(events))))
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    own = {key: row for row in reversed(rows) if multiplies(row) for key in keys_of(row)}
    events = _lots_elsewhere(events, own)
    bare: dict[int, list[Record]] = {}
    for row in (event for event in events if isinstance(event, Record) and event.kind == "holdings"):
        bare.setdefault(row.table, []).append(row)
    again = {table for table, some in bare.items() if _tells_again(some, own)}
    for row in (row for table in again for row in bare[table]):
        main = _own(row, own)
        for role in ADDED if main is not None else ():
            if main is not None and role in row.cells:
                main.cells.setdefault(role, row.cells[role])
    return without(events, frozenset(again)) if again else events


def _tells_again(rows: Sequence[Record], own: dict[str, Record]) -> bool:
    """Whether the rows of a table are those of securities that have rows of their own elsewhere."""
    if any(multiplies(row) or "acquired" in row.cells for row in rows):
        return False
    known = [row for row in rows if (main := _own(row, own)) is not None and _agrees(row, main)]
    return bool(known) and len(known) >= SHARE * len(rows)


def _agrees(row: Record, main: Record) -> bool:
    """Whether what both rows print as value is the same, so that the one is no other holding of the security."""
    return "value" not in row.cells or number_in(row, "value") == number_in(main, "value")


def _own(row: Record, own: dict[str, Record]) -> Record | None:
    return next((own[key] for key in keys_of(row) if key in own), None)


def _lots_elsewhere(events: Sequence[Event], own: dict[str, Record]) -> Sequence[Event]:
    """Lots under a name that stands as a position elsewhere go to that position; the name and its sum are no rows."""
    kept: list[Event] = []
    moved: dict[int, list[Event]] = {}
    main: Record | None = None
    for event in events:
        if isinstance(event, Record) and event.kind == "holdings":
            main = _named(event, own)
        elif isinstance(event, Heading):
            main = None
        if isinstance(event, Record) and main is not None and event.kind == "lots":
            moved.setdefault(id(main), []).append(event)
        elif main is None or not isinstance(event, Record | Total):
            kept.append(event)
    return [one for event in kept for one in (event, *moved.get(id(event), ()))]


def _named(row: Record, own: dict[str, Record]) -> Record | None:
    """The position that a row without figures names, `Apple Inc (AAPL)` over its lots.

    It has the symbol, or stands in another table and alone bears the name.
    """
    if set(row.cells) - {"description", "symbol"} or "description" not in row.cells:
        return None
    main = own.get(symbol_of(row)) or own.get(" ".join(row.cells["description"].text.upper().split()))
    if main is None or main is row:
        return None
    return main if symbol_of(main) or _bears_alone(row, main, own) else None


def _bears_alone(row: Record, main: Record, own: dict[str, Record]) -> bool:
    """Whether no other position than one of another table is called as a row is, all its words taken."""
    text = " ".join(row.cells["description"].text.upper().split())
    others = {id(one) for key, one in own.items() if key.startswith(text)}
    return main.table != row.table and others == {id(main)}
