"""Lots whose table is not known by its head: dated lines that add up to the positions, by name or to the cent.

Columns are known by what they add up to: the units of a group are the quantity of a position, and what was paid is its
cost. A block of such lines counts where most of its groups find their position; a group of it that finds none is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.ingest.lexicon.identifiers import words_of
from core.ingest.lots.lot_costs import cost_column
from core.ingest.lots.names_of_positions import SHORTEST, NamesOfPositions
from core.ingest.lots.purchase_lines import Purchase
from core.ingest.lots.purchases import Block, Group, Place, at_place, blocks_of, place_of
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Trouble, Where
from core.ingest.nouns.words import Line, span
from core.ingest.rows.row_keys import keys_of, number_in

SHARE = 0.6
FIGURES = frozenset({"quantity", "price", "value", "cost"})


@dataclass(frozen=True, slots=True)
class Match:
    """A group of purchases that is a position, with the column of its units and that of its cost."""

    group: Group
    position: Record
    surely: bool


def lots_elsewhere(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events with such lots behind their positions; rows of lots that were read of the same lines go."""
    rows = _without_lots(events)
    bare = [row for row in rows if not _costs_another(row, rows)]
    if not bare:
        return list(events)
    done = list(events)
    names = NamesOfPositions(bare)
    last = max((event.day for event in events if isinstance(event, Fact) and event.day is not None), default=date.max)
    for block in blocks_of(pages, _taken(events), names.tells_one):
        if block.says_income or block.newest > last:
            continue
        block, matches, units = _best(block, bare)
        if _counts(block, matches, bare):
            done = _placed(done, block, matches, units)
            found = {id(match.position) for match in matches}
            bare = [row for row in bare if id(row) not in found]
        elif block.says_lots and (odd := _named(block, bare) or _right_below(block, done, bare)):
            done = _told(done, [_strange(group) for group in odd])
    return done


def _without_lots(events: Sequence[Event]) -> list[Record]:
    """Positions that have units, and no lots so far."""
    rows = [event for event in events if isinstance(event, Record)]
    behind: list[Record | None] = [*rows[1:], None]
    return [
        row
        for row, after in zip(rows, behind, strict=False)
        if row.kind == "holdings"
        and "acquired" not in row.cells
        and number_in(row, "quantity")
        and (after is None or after.kind != "lots" or after.table != row.table)
    ]


def _taken(events: Sequence[Event]) -> frozenset[Place]:
    """The places of rows, but for names alone, for lots that stand under nothing else, and for days without units."""
    places: list[Place | None] = []
    own = _without_lots(events)
    held = {key for row in own for key in keys_of(row)}
    bare = True
    for row in (event for event in events if isinstance(event, Record)):
        if row.kind == "activity":
            places.append(_place(row.where))
            bare = True
        elif row.kind != "lots":
            bare = not FIGURES & set(row.cells) or _is_open(row) or _costs_another(row, own)
        elif "description" in row.cells:
            bare = bare and held.isdisjoint(keys_of(row))
        if not bare:
            places.append(_place(row.where))
    return frozenset(place for place in places if place is not None)


def _costs_another(row: Record, positions: Sequence[Record]) -> bool:
    """Whether a row without a price tells what was paid for all units of a position of another table, by its name."""
    if "price" in row.cells or "cost" not in row.cells or "description" not in row.cells:
        return False
    name, units = row.cells["description"].text, number_in(row, "quantity")
    others = (one for one in positions if one.table != row.table and "cost" not in one.cells)
    return any(number_in(one, "quantity") == units and _is_named(one, name) for one in others)


def _is_open(row: Record) -> bool:
    """Whether a row prints a day and no units that are known as such."""
    return "acquired" in row.cells and "quantity" not in row.cells


def _best(block: Block, positions: Sequence[Record]) -> tuple[Block, list[Match], int]:
    """The column of units that finds most positions, and what it finds, in the way of columns that finds most.

    Of two ways that find as much that counts in which more lines print one figure in each column.
    """
    ways = ((way, column) for way in block.ways() for column in range(len(way.columns)))
    found = [(way, _matches(way, column, positions), column) for way, column in ways]
    return max(found, key=lambda one: (len(one[1]), one[0].filled), default=(block, [], 0))


def _matches(block: Block, units: int, positions: Sequence[Record]) -> list[Match]:
    by_units: dict[Decimal | None, list[Record]] = {}
    for row in positions:
        by_units.setdefault(number_in(row, "quantity"), []).append(row)
    found = []
    for group in block.groups:
        total = block.total(group, units)
        alike = by_units.get(total, []) if total is not None else []
        named = [row for row in alike if _is_named(row, group.name)]
        paid = [row for row in alike if _is_paid(block, group, units, row)]
        rows = [row for row in named if row in paid] or named or paid
        if rows and (named or len(rows) == 1):
            surely = bool(paid) and (bool(named) or block.says_lots)
            found.append(Match(group, _nearest(rows, group), surely))
    return found


def _nearest(rows: Sequence[Record], group: Group) -> Record:
    """The last of the rows above the group, as its own account's; where all stand below it, the first."""
    here = place_of(group.purchases[0].line)
    above = [row for row in rows if (place := _place(row.where)) is not None and place < here]
    return above[-1] if above else rows[0]


def _is_named(row: Record, name: str) -> bool:
    """Whether a text names the position: its symbol or identifier as a word of it, or its name and nothing else."""
    text = " ".join(name.upper().split())
    words = set(words_of(text))
    keys = [key for key in keys_of(row) if len(key) >= SHORTEST or key in words]
    return any(key in words or text.startswith(key) or (len(text) > SHORTEST and key.startswith(text)) for key in keys)


def _is_paid(block: Block, group: Group, units: int, row: Record) -> bool:
    cost = number_in(row, "cost")
    return cost is not None and any(
        block.total(group, column) == cost for column in range(len(block.columns)) if column != units
    )


def _counts(block: Block, matches: Sequence[Match], positions: Sequence[Record]) -> bool:
    """Whether enough groups are positions, or name them; a single line must say so by its name and its cost."""
    least = SHARE * len(block.groups)
    enough = len(matches) >= least or len(_named(block, positions)) >= least
    lines = sum(len(group.purchases) for group in block.groups)
    return enough and bool(matches) and (lines > 1 or matches[0].surely)


def _named(block: Block, positions: Sequence[Record]) -> list[Group]:
    """The groups that bear the name of a position."""
    return [group for group in block.groups if any(_is_named(row, group.name) for row in positions)]


def _right_below(block: Block, events: Sequence[Event], bare: Sequence[Record]) -> list[Group]:
    """The first group of a block that stands right below a position without lots, as its own do."""
    here = place_of(block.groups[0].purchases[0].line)
    above = [event for event in events if isinstance(event, Record) and (_place(event.where) or here) < here]
    return list(block.groups[:1]) if above and any(above[-1] is row for row in bare) else []


def _placed(events: Sequence[Event], block: Block, matches: Sequence[Match], units: int) -> list[Event]:
    """The events with the lots of a block behind their positions, without what else was read of its lines."""
    places = {place_of(line) for line in block.lines}
    read = [event for event in events if isinstance(event, Record) and _place(event.where) in places]
    cost = cost_column(block, [(match.group, match.position) for match in matches], units, read)
    lots = {id(match.position): [_lot(block, one, units, cost) for one in match.group.purchases] for match in matches}
    whole = {id(match.position) for match in matches if [one.of_many for one in match.group.purchases] == [True]}
    known = {id(match.group) for match in matches}
    lost = [group for group in block.groups if id(group) not in known]
    done: list[Event] = []
    for event in events:
        if isinstance(event, Record | Total | Trouble) and _place(event.where) in places:
            continue
        done.append(event)
        if isinstance(event, Record) and id(event) in whole:
            _take_cost(event, lots.pop(id(event))[0])
        for lot in lots.get(id(event), ()):
            lot.table = event.table if isinstance(event, Record) else 0
            done.append(lot)
    return _told(done, [_strange(group) for group in lost])


def _take_cost(row: Record, bought: Record) -> None:
    """What was paid on many days for all of a position is its cost, and no lot of it."""
    if "cost" in bought.cells:
        row.cells.setdefault("cost", bought.cells["cost"])


def _told(events: Sequence[Event], troubles: Sequence[Trouble]) -> list[Event]:
    """The events with troubles behind the rows, sums and numbers of accounts that stand before them.

    So the account is told that prints them; other facts need not stand in the order of the page.
    """
    done = list(events)
    for trouble in troubles:
        here = _place(trouble.where)
        before = (at for at, event in enumerate(done) if _is_landmark(event) and _is_before(event.where, here))
        done.insert(max(before, default=-1) + 1, trouble)
    return done


def _is_landmark(event: Event) -> bool:
    return isinstance(event, Record | Total) or (isinstance(event, Fact) and event.kind == "account")


def _is_before(where: Where, here: Place | None) -> bool:
    place = _place(where)
    return place is not None and here is not None and place < here


def _place(where: Where) -> Place | None:
    return at_place(where.page, where.box) if where.box is not None else None


def _lot(block: Block, purchase: Purchase, units: int, cost: int | None) -> Record:
    columns = {"quantity": units} if cost is None else {"quantity": units, "cost": cost}
    printed = {role: block.token(purchase, column) for role, column in columns.items()}
    cells = {role: Cell(token.text, token.box) for role, token in printed.items() if token is not None}
    day = Cell(purchase.day.text, purchase.day.box)
    return Record("lots", {**cells, "acquired": day}, Where(purchase.line.page, None, span(purchase.line.words)))


def _strange(group: Group) -> Trouble:
    first = group.purchases[0].line
    told = f"lots under '{group.name}' add up to no position that was read"
    return Trouble(told, Where(first.page, None, span(first.words)), unread=True)
