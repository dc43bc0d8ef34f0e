"""Lots in a table of their own beside the table of positions, on the same sheet or another one of the workbook.

A group of dated rows is the lots of a position where it names it and its units add up to the position's. It goes
behind its position. Where most groups of a table do, the others go behind the position that they name, and the proof
finds what is wrong; where most do not, the table stands as it is. A table that does not tell the accounts of its lots
gives them to the positions of any whose units they make up; what may be of several is told, and given to none. Lots
that stand in the table of their own position stay there.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.identifiers import masked, words_of
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Record, Total, Trouble
from core.ingest.sheets.lot_accounts import WHOSE, Accounts, Told, plain, with_accounts

FIGURES = frozenset({"quantity", "price", "value", "cost"})
Part = tuple[Record, list[Record]]
"""A position and what of the lots of a group is its own."""
MOST_PARTED = 12
"""So many lots are tried for whose they are."""


@dataclass(slots=True)
class Group:
    """Dated rows of one table that name one security; `title` is the row above them that bears the name alone."""

    table: int
    told: str
    named: bool
    names: tuple[str, ...]
    lots: list[Record] = field(default_factory=list)
    title: Record | None = None

    def units(self, comma: bool) -> Decimal:
        """What the rows add up to."""
        return _sum(self.lots, comma)


@dataclass(slots=True)
class Book:
    """The positions of a file by name, each with its account."""

    comma: bool
    accounts: Accounts = field(default_factory=Accounts)
    positions: dict[str, list[tuple[str, Record]]] = field(default_factory=dict)

    def add(self, row: Record, told: Told, names: Sequence[str]) -> None:
        """One position more."""
        key = self.accounts.add(told, names)
        for name in _names(row):
            self.positions.setdefault(name, []).append((key, row))

    def of(self, group: Group) -> list[Record]:
        """The positions that a group may be of: those of the account it tells, else those of all."""
        words = [word for name in group.names for word in words_of(name)] if group.title else []
        own = self.accounts.find(group.told)
        for name in (*group.names, *words):
            held = [(key, row) for key, row in self.positions.get(name, ()) if row.table != group.table]
            same = [row for key, row in held if key == own]
            if same or (held and own is not None and group.named):
                return same
            if held:
                return [row for _, row in held]
        return []

    def has_in_place(self, group: Group) -> bool:
        """Whether a position of its own table bears a name of a group and has its units: the lots stand under it."""
        own = (row for name in group.names for _, row in self.positions.get(name, ()) if row.table == group.table)
        return any(_units(row, self.comma) == group.units(self.comma) for row in own)

    def names_own(self, group: Group) -> bool:
        """Whether a position of its own account in another table bears a name of the group."""
        own = self.accounts.find(group.told)
        held = (one for name in group.names for one in self.positions.get(name, ()))
        return any(key == own and row.table != group.table for key, row in held)

    def elsewhere(self, group: Group) -> list[Record]:
        """The positions of all accounts that a group names, where only a title over another table told its own."""
        return [] if group.named else [
            row for name in group.names for _, row in self.positions.get(name, ()) if row.table != group.table
        ]  # fmt: skip


def lots_behind(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with the lots of other tables behind their positions."""
    if len({event.table for event in events if isinstance(event, Record)}) < 2:
        return list(events)
    book, groups = _parted(events, comma)
    if not book.positions:
        return list(events)
    groups = [group for group in groups if not book.has_in_place(group)]
    found = [(group, _exactly(group, book)) for group in groups]
    sure = _sure(found, book)
    moved: dict[int, list[Record]] = {}
    told: dict[int, Event | None] = {}
    for group, parts in found:
        if group.table in sure:
            _give(group, parts or _named(group, book), book, moved, told)
    every = [group.table for group in groups]
    own = [group.table for group in groups if book.names_own(group)]
    doubted = {table for table in {*every} - sure if own.count(table) and 2 * own.count(table) >= every.count(table)}
    placed = _placed(events, moved, told, sure) if told else list(events)
    return _doubted([*placed, *_of_all_together(groups, book)], doubted)


def _of_all_together(groups: Sequence[Group], book: Book) -> list[Trouble]:
    """What is said of positions that tell no account where their lots tell several."""
    numbers = {plain(group.told): group for group in groups if group.named}
    if book.accounts.keys != {""} or len(numbers) < 2:
        return []
    told = ", ".join(masked(group.told) for group in numbers.values())
    first = groups[0].lots[0]
    message = f"the lots are of several accounts, {told}, and the holdings are those of all of them together"
    return [Trouble(message, first.where, unread=True)]


def _sure(found: Sequence[tuple[Group, list[Part]]], book: Book) -> set[int]:
    """The tables of lots: most groups make up a position, or some do and all the others name one."""
    every = [group.table for group, _ in found]
    exact = [group.table for group, parts in found if parts]
    named = [group.table for group, parts in found if parts or _named(group, book)]
    return {
        table
        for table in exact
        if 2 * exact.count(table) > every.count(table) or named.count(table) == every.count(table)
    }


def _doubted(events: Sequence[Event], tables: set[int]) -> list[Event]:
    """The events, dated rows that name holdings of another table and do not add up to them doubted at the first."""
    done: list[Event] = []
    left = set(tables)
    for event in events:
        done.append(event)
        if isinstance(event, Record) and event.table in left:
            left.remove(event.table)
            told = "rows with days of purchase name holdings of another table and do not add up to them"
            done.append(Trouble(told, event.where, unread=True))
    return done


def _parted(events: Sequence[Event], comma: bool) -> tuple[Book, list[Group]]:
    """Positions by account and name, and the groups of dated rows."""
    book, groups = Book(comma), list[Group]()
    title: Record | None = None
    for event, told, names in with_accounts(events):
        if not isinstance(event, Record) or event.kind not in ("holdings", "lots"):
            continue
        if "acquired" in event.cells:
            _grouped(groups, event, told, title)
        elif FIGURES & set(event.cells):
            title = None
            book.add(event, told, names)
        else:
            title = event
    return book, groups


def _grouped(groups: list[Group], lot: Record, told: Told, title: Record | None) -> None:
    """The row to the group that it is of: that of its own name in its table, else that of the title above."""
    above = title if title is not None and title.table == lot.table else None
    names = _names(lot) or (_names(above) if above is not None else ())
    if not names:
        return
    key = (lot.table, told.text, bool(told.own), names)
    group = next((one for one in reversed(groups) if (one.table, one.told, one.named, one.names) == key), None)
    if group is None:
        group = Group(*key, title=above if not _names(lot) else None)
        groups.append(group)
    group.lots.append(lot)


def _names(record: Record) -> tuple[str, ...]:
    return tuple(record.cells[role].text.upper() for role in NAMES if role in record.cells)


def _exactly(group: Group, book: Book) -> list[Part]:
    """The position whose units a group adds up to, or those of several accounts that it does in one way alone."""
    for rows in (book.of(group), book.elsewhere(group)):
        same = [row for row in rows if _units(row, book.comma) == group.units(book.comma)]
        if same:
            return [(same[0], group.lots)]
        if len(rows) > 1 and _sum(rows, book.comma) == group.units(book.comma):
            ways = list(itertools.islice(_ways(group.lots, rows, book.comma), 2))
            return ways[0] if len(ways) == 1 else [(row, []) for row in rows]
    return []


def _ways(lots: list[Record], rows: Sequence[Record], comma: bool) -> Iterator[list[Part]]:
    """Every way to part lots among positions so that each has its units."""
    if len(rows) == 1:
        if _sum(lots, comma) == _units(rows[0], comma):
            yield [(rows[0], lots)]
        return
    for count in range(1, len(lots) if len(lots) <= MOST_PARTED else 1):
        for own in itertools.combinations(lots, count):
            if _sum(own, comma) == _units(rows[0], comma):
                rest = [lot for lot in lots if not any(lot is one for one in own)]
                yield from ([(rows[0], [*own]), *way] for way in _ways(rest, rows[1:], comma))


def _named(group: Group, book: Book) -> list[Part]:
    """The position that a group names, whatever its units; none where several may be meant."""
    rows = book.of(group)
    return [(rows[0], group.lots)] if len(rows) == 1 or (rows and book.accounts.find(group.told) is not None) else []


def _give(
    group: Group, parts: list[Part], book: Book,
    moved: dict[int, list[Record]], told: dict[int, Event | None],
) -> None:  # fmt: skip
    """Note what stands in the place of each row of a group: nothing, or what is said of it.

    A group whose account is known and holds no such position stays as it is.
    """
    for row, lots in parts:
        moved.setdefault(id(row), []).extend(lots)
    gone = [*group.lots, *([group.title] if group.title is not None else [])]
    if not parts and group.named and book.accounts.find(group.told) is not None:
        return
    told.update({id(one): None for one in gone})
    if not any(lots for _, lots in parts):
        message = f"nothing tells of which account the lots of {group.names[0]} are: they are given to none"
        told[id(group.lots[0])] = Trouble(message, group.lots[0].where, unread=not parts)


def _units(record: Record, comma: bool) -> Decimal | None:
    amount = read_amount(record.cells["quantity"].text, comma) if "quantity" in record.cells else None
    return amount.value if amount is not None else None


def _sum(records: Sequence[Record], comma: bool) -> Decimal:
    return sum((found for one in records if (found := _units(one, comma)) is not None), Decimal(0))


def _placed(
    events: Sequence[Event], behind: dict[int, list[Record]], told: dict[int, Event | None], tables: set[int]
) -> list[Event]:
    """The events with the groups behind their positions; sums that follow rows of lots are of the lots alone."""
    done: list[Event] = []
    after_lots = False
    for event in events:
        if isinstance(event, Record | Total) and event.table:
            after_lots = event.table in tables
        if after_lots and isinstance(event, Total):
            continue
        said = told.get(id(event), event)
        done += [said] if said is not None else []
        for lot in behind.get(id(event), ()):
            cells = {role: cell for role, cell in lot.cells.items() if role not in (*NAMES, *WHOSE)}
            done.append(Record("lots", cells, lot.where, table=lot.table))
    return done
