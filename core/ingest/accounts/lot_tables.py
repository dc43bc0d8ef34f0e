"""Tables of lots that stand apart from the holdings, with the security named on each line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.ingest.accounts.decoys import multiplies, tells_lots
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.identifiers import CUSIP, is_bare_ticker
from core.ingest.nouns.events import Event, Record, Total, Trouble
from core.ingest.rows.row_keys import keys_of, number_in, symbol_of

SHARE = 0.6
FEW = 0.2
"""So many rows of a table of lots may have lost their day, as under a name that is printed over it."""
ZERO = Decimal(0)
TERM = "LT"
"""What may stand beside a lot for its term is no name."""
RATE = re.compile(r"(?<![\d.])\d{1,2}\.\d{2,5} ?%")
IDENTIFIERS = ("symbol", "identifier", "cusip", "isin")


def lots_apart(events: Sequence[Event]) -> list[Event]:
    """The events with rows that have a day and name a position of another table as lots, right behind that position.

    They are lots where they add up to the quantity of one of the positions that they name at least; a position that
    they do not add up to is left to the proof. Where they add up to none, or name nothing that is held, the account
    cannot be proven. Sums within such tables are no sums of holdings. A security may be named on its first lot only.
    A few rows of such a table whose day could not be read are no lots, and told.
    """
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    held = {
        key: row for row in reversed(rows) if "acquired" not in row.cells and multiplies(row) for key in keys_of(row)
    }
    held = {**_by_figures(_blocks(events, held), held), **held}
    blocks = _blocks(events, held)
    tables = _tables_of_lots(blocks, held)
    lots: dict[int, list[Record]] = {}
    strangers: list[Event] = []
    for block in (block for block in blocks if block.named.table in tables):
        main = _main(block, held)
        if not _tells_lots(block):
            strangers.append(_dayless(block.named))
        elif main is None:
            strangers.append(_strange(block.named))
        else:
            lots.setdefault(id(main), []).extend(block.lots)
    if not lots:
        return list(events)
    if not any(_adds_up(main, lots.get(id(main), ())) for main in held.values()):
        first = next(iter(lots.values()))[0]
        told = "rows with days of purchase add up to no position that they name"
        return [*events, Trouble(told, first.where, unread=True)]
    moved = {id(row) for block in blocks if block.named.table in tables for row in block.rows}
    return _behind_positions(events, lots, tables, moved) + strangers


@dataclass(frozen=True, slots=True)
class Block:
    """A row that names a security and the lots under it, itself first where it tells the day of one.

    `over`: the first line of its name, where that goes on in the row.
    """

    named: Record
    under: list[Record]
    over: Record | None = None

    @property
    def rows(self) -> list[Record]:
        """Everything that was read of the block."""
        return [*([self.over] if self.over is not None else []), self.named, *self.under]

    @property
    def keys(self) -> list[str]:
        """What its security may be known by."""
        return [
            *keys_of(self.named),
            *([] if self.over is None else [*_joined(self.over, self.named), *keys_of(self.over)]),
        ]

    @property
    def lots(self) -> list[Record]:
        """All lots of the security: the row itself, if it tells a day, and those under it."""
        return [*([self.named] if not self.under or self.is_lot else []), *self.under]

    @property
    def is_lot(self) -> bool:
        """Whether the row that names the security tells the day of a lot, and not `Various` over several."""
        return "acquired" in self.named.cells and read_date(self.named.cells["acquired"].text) is not None


def _blocks(events: Sequence[Event], held: Mapping[str, Record]) -> list[Block]:
    """The rows of holdings with the lots that follow each, over the turn of a page too.

    A lot that names a security, with or without a first line of its name over it, begins one more.
    """
    found: list[Block] = []
    for row in (event for event in events if isinstance(event, Record)):
        if row.kind == "holdings":
            found.append(Block(row, []))
        elif row.kind == "lots":
            over = found.pop().named if found and _is_name_over(found[-1], row) else None
            if over is not None or _names(row, held):
                found.append(Block(row, [], over))
            elif found:
                found[-1].under.append(row)
    return found


def _by_figures(blocks: Sequence[Block], held: Mapping[str, Record]) -> dict[str, Record]:
    """Positions by the names that tables of lots have for them, which are cut or set otherwise than their own.

    The lots of such a name are all units of one position of another table, and cost what that cost.
    """
    by_cost: dict[Decimal, list[Record]] = {}
    for row in {id(row): row for row in held.values()}.values():
        if (cost := number_in(row, "cost")) is not None:
            by_cost.setdefault(cost, []).append(row)
    found: dict[str, Record] = {}
    for (table, key), lots in _by_name(blocks).items():
        paid = None if key in held or not tells_lots(lots) else _paid(lots)
        same = [] if paid is None else by_cost.get(paid, [])
        alike = [row for row in same if row.table != table and _adds_up(row, lots) and _may_be_called(row, key)]
        if len(alike) == 1:
            found[key] = alike[0]
    return found


def _may_be_called(row: Record, key: str) -> bool:
    """Whether a name begins as that of a position does, or is a symbol and the position prints none."""
    if not symbol_of(row) and is_bare_ticker(key):
        return True
    return any(one.split()[0] == key.split()[0] for one in keys_of(row))


def _by_name(blocks: Sequence[Block]) -> dict[tuple[int, str], list[Record]]:
    """All lots under each name of a table: their own, else that of the lot or the row above, over a page's turn too."""
    found: dict[tuple[int, str], list[Record]] = {}
    for block in blocks:
        place = block.named.table, next(iter(block.keys), "")
        for lot in block.lots:
            if lot is not block.named and (own := keys_of(lot)) and len(own[0]) > len(TERM):
                place = lot.table, own[0]
            found.setdefault(place, []).append(lot)
    return found


def _paid(lots: Sequence[Record]) -> Decimal | None:
    """What lots have cost together; None where one of them does not tell it."""
    costs = [number_in(lot, "cost") for lot in lots]
    return None if None in costs else sum(filter(None, costs), ZERO)


def _is_name_over(block: Block, row: Record) -> bool:
    """Whether a name alone goes on in the row of the lot right under it."""
    alone = set(block.named.cells) == {"description"} and not block.under
    return alone and block.named.table == row.table and "description" in row.cells


def _names(row: Record, held: Mapping[str, Record]) -> bool:
    """Whether a lot names its security: a position of another table, or any by a symbol."""
    known = any(held[key].table != row.table for key in keys_of(row) if key in held)
    return known or ("acquired" in row.cells and bool(symbol_of(row)))


def _joined(over: Record, row: Record) -> list[str]:
    texts = [one.cells["description"].text for one in (over, row) if "description" in one.cells]
    return [" ".join(" ".join(texts).upper().split())]


def _behind_positions(
    events: Sequence[Event], lots: dict[int, list[Record]], tables: set[int], moved: set[int]
) -> list[Event]:
    """Each lot behind its position, without the name that it repeats."""
    done: list[Event] = []
    for event in events:
        if id(event) in moved or (isinstance(event, Record | Total) and event.table in tables):
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


def _dayless(row: Record) -> Trouble:
    name = next(iter(keys_of(row)), "no name")
    return Trouble(f"a row of {name} in a table of lots tells no day that could be read", row.where, unread=True)


def _tables_of_lots(blocks: Sequence[Block], held: dict[str, Record]) -> set[int]:
    """Tables of lots of which most rows name a position of another table."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        tables.setdefault(block.named.table, []).append(block)
    return {table for table, some in tables.items() if table > 0 and _are_lots(some) and _named(some, held)}


def _are_lots(blocks: Sequence[Block]) -> bool:
    """Whether rows are lots, all of them or all but a few."""
    few = sum(not _tells_lots(block) for block in blocks)
    return few <= FEW * len(blocks)


def _tells_lots(block: Block) -> bool:
    """Whether a row is a lot with its day, or has as many units as the lots under it, or none."""
    bare = "quantity" not in block.named.cells and "value" not in block.named.cells
    return tells_lots(block.lots) and (not block.under or block.is_lot or bare or _adds_up(block.named, block.under))


def _named(blocks: Sequence[Block], held: dict[str, Record]) -> bool:
    mains = [(block, _main(block, held)) for block in blocks]
    known = [main for block, main in mains if main is not None and main.table != block.named.table]
    return len(known) >= SHARE * len(blocks)


def _adds_up(main: Record, lots: Sequence[Record]) -> bool:
    return bool(lots) and sum(map(_quantity, lots), ZERO) == _quantity(main)


def _quantity(row: Record) -> Decimal:
    amount = read_amount(row.cells["quantity"].text) if "quantity" in row.cells else None
    return amount.value if amount is not None else ZERO


def _main(block: Block, held: Mapping[str, Record]) -> Record | None:
    known = (held[key] for key in block.keys if key in held and held[key] is not block.named)
    return next((row for row in known if not _is_another(row, block.named)), None)


def _is_another(one: Record, other: Record) -> bool:
    """Whether two rows print different numbers in the same column or under their names, or bear different rates.

    Bonds of one house bear one name.
    """
    both = [role for role in IDENTIFIERS if role in one.cells and role in other.cells]
    if any(one.cells[role].text != other.cells[role].text for role in both):
        return True
    return any(_tell_others(pattern, one, other) for pattern in (CUSIP, RATE))


def _tell_others(pattern: re.Pattern[str], one: Record, other: Record) -> bool:
    """Whether both rows tell what the pattern finds, and none of it is the same."""
    first, second = (set(pattern.findall(_told(row))) for row in (one, other))
    return bool(first) and bool(second) and not first & second


def _told(row: Record) -> str:
    """The name of a row and what stands under it."""
    return " ".join([row.cells["description"].text if "description" in row.cells else "", *row.details])
