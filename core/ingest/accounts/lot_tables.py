"""Tables of lots that stand apart from the holdings, with the security named on each line."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies, tells_lots
from core.ingest.amounts import read_amount
from core.ingest.events import Event, Record, Total, Trouble
from core.ingest.row_keys import keys_of

SHARE = 0.6
IDENTIFIERS = ("symbol", "identifier", "cusip", "isin")


def lots_apart(events: Sequence[Event]) -> list[Event]:
    """The events with rows that have a day and name a position of another table as lots, right behind that position.

    They are lots where they add up to the quantity of one of the positions that they name at least; a position that
    they do not add up to is left to the proof. Where they add up to none, or name nothing that is held, the account
    cannot be proven. Sums within such tables are no sums of holdings.
    """
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    held = {
        key: row for row in reversed(rows) if "acquired" not in row.cells and multiplies(row) for key in keys_of(row)
    }
    tables = _tables_of_lots(rows, held)
    lots: dict[int, list[Record]] = {}
    strangers: list[Event] = []
    for row in (row for row in rows if row.table in tables):
        main = _main(row, held)
        if main is None:
            strangers.append(_strange(row))
        else:
            lots.setdefault(id(main), []).append(row)
    if not lots:
        return list(events)
    if not any(_adds_up(main, lots.get(id(main), ())) for main in held.values()):
        first = next(iter(lots.values()))[0]
        told = "rows with days of purchase add up to no position that they name"
        return [*events, Trouble(told, first.where, unread=True)]
    return _behind_positions(events, lots, tables) + strangers


def _behind_positions(events: Sequence[Event], lots: dict[int, list[Record]], tables: set[int]) -> list[Event]:
    """Each lot behind its position, without the name that it repeats."""
    done: list[Event] = []
    for event in events:
        if isinstance(event, Record | Total) and event.table in tables:
            continue
        done.append(event)
        for row in lots.get(id(event), ()):
            row.kind = "lots"
            row.cells = {role: cell for role, cell in row.cells.items() if role not in (*IDENTIFIERS, "description")}
            done.append(row)
    return done


def _strange(row: Record) -> Trouble:
    name = next(iter(keys_of(row)), "no name")
    return Trouble(f"a lot of {name} belongs to no position that was read", row.where, unread=True)


def _tables_of_lots(rows: Sequence[Record], held: dict[str, Record]) -> set[int]:
    """Tables of lots of which most rows name a position of another table."""
    tables: dict[int, list[Record]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    return {table for table, some in tables.items() if table > 0 and tells_lots(some) and _named(some, held)}


def _named(rows: Sequence[Record], held: dict[str, Record]) -> bool:
    mains = [_main(row, held) for row in rows]
    known = [main for row, main in zip(rows, mains, strict=True) if main is not None and main.table != row.table]
    return len(known) >= SHARE * len(rows)


def _adds_up(main: Record, lots: Sequence[Record]) -> bool:
    return bool(lots) and sum(map(_quantity, lots), Decimal(0)) == _quantity(main)


def _quantity(row: Record) -> Decimal:
    amount = read_amount(row.cells["quantity"].text) if "quantity" in row.cells else None
    return amount.value if amount is not None else Decimal(0)


def _main(row: Record, held: dict[str, Record]) -> Record | None:
    return next((held[key] for key in keys_of(row) if key in held and held[key] is not row), None)
