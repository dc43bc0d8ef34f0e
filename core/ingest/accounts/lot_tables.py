"""Tables of lots that stand apart from the holdings, with the security named on each line."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies
from core.ingest.amounts import read_amount
from core.ingest.events import Cell, Event, Record, Total, Trouble
from core.ingest.identifiers import labelled, symbol_in

IDENTIFIERS = ("identifier", "cusip", "isin")


def keys_of(row: Record) -> list[str]:
    """What a row may be known by, the surest first."""
    cells = [row.cells[role].text for role in ("symbol", "identifier", "cusip", "description") if role in row.cells]
    told = labelled(" ".join(row.details)).values()
    return [key for key in (symbol_of(row), *(" ".join(text.upper().split()) for text in cells), *told) if key]


def symbol_of(row: Record) -> str:
    """The symbol of a row, from its column, its name or a label under it; empty where it prints none."""
    if "symbol" in row.cells:
        return row.cells["symbol"].text.upper()
    named = symbol_in(row.cells["description"].text) if "description" in row.cells else None
    return named or labelled(" ".join(row.details)).get("symbol", "")


def lots_apart(events: Sequence[Event]) -> list[Event]:
    """The events with rows that have a day and name a position of another table as its lots.

    They are lots where they add up to the quantity of one of the positions that they name at least; a position that
    they do not add up to is left to the proof. Where they add up to none, the account cannot be proven. Sums within
    such tables are no sums of holdings.
    """
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    held = {
        key: row for row in reversed(rows) if "acquired" not in row.cells and multiplies(row) for key in keys_of(row)
    }
    tables = _tables_of_lots(rows, held)
    lots = [row for row in rows if row.table in tables]
    if not lots:
        return list(events)
    if not _add_up(lots, held):
        return [
            *events,
            Trouble("rows with days of purchase add up to no position that they name", lots[0].where, unread=True),
        ]
    for row in lots:
        main = _main(row, held)
        assert main is not None
        row.kind = "lots"
        row.cells.update(_identified(main))
    return [event for event in events if not (isinstance(event, Total) and event.table in tables)]


def _tables_of_lots(rows: Sequence[Record], held: dict[str, Record]) -> set[int]:
    """Tables of which each row has a day and a quantity, and names a position that can be told by an identifier."""
    found: dict[int, bool] = {}
    for row in rows:
        main = _main(row, held)
        named = main is not None and main.table != row.table and _identified(main)
        lot = named and {"acquired", "quantity"} <= set(row.cells) and "sold" not in row.cells
        found[row.table] = found.get(row.table, True) and bool(lot)
    return {table for table, good in found.items() if good and table > 0}


def _identified(main: Record) -> dict[str, Cell]:
    """What a lot needs to find its position again."""
    told = {name: Cell(value) for name, value in labelled(" ".join(main.details)).items() if name in IDENTIFIERS}
    told |= {"symbol": Cell(symbol_of(main))} if symbol_of(main) else {}
    return told | {role: Cell(main.cells[role].text) for role in IDENTIFIERS if role in main.cells}


def _add_up(lots: Sequence[Record], held: dict[str, Record]) -> bool:
    sums: dict[int, Decimal] = {}
    printed: dict[int, Decimal] = {}
    for row in lots:
        main = _main(row, held)
        assert main is not None
        sums[id(main)] = sums.get(id(main), Decimal(0)) + _quantity(row)
        printed[id(main)] = _quantity(main)
    return any(sums[place] == printed[place] for place in sums)


def _quantity(row: Record) -> Decimal:
    amount = read_amount(row.cells["quantity"].text) if "quantity" in row.cells else None
    return amount.value if amount is not None else Decimal(0)


def _main(row: Record, held: dict[str, Record]) -> Record | None:
    return next((held[key] for key in keys_of(row) if key in held and held[key] is not row), None)
