"""Lots in a table of their own beside the table of positions, on the same sheet or another one of the workbook.

A group of dated rows is the lots of a position where it names it and its units add up to the position's. It goes
behind its position. Where most groups of a table do, the others go behind the position that they name, and the proof
finds what is wrong; where most do not, the table stands as it is. A group that names no account, or another than the
sheet it stands on, goes to the one position of the file that its units add up to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.accounts.draft import same_account
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.identifiers import words_of
from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble

Positions = dict[str, list[tuple[str, Record]]]
"""The rows of positions by their names, each with its account."""
FIGURES = frozenset({"quantity", "price", "value", "cost"})


@dataclass(slots=True)
class Group:
    """Dated rows of one table that name one security; `title` is the row above them that bears the name alone."""

    table: int
    account: str
    names: tuple[str, ...]
    lots: list[Record] = field(default_factory=list)
    title: Record | None = None

    def units(self, comma: bool) -> Decimal:
        """What the rows add up to."""
        return sum((found for lot in self.lots if (found := _units(lot, comma)) is not None), Decimal(0))


def lots_behind(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with the lots of other tables behind their positions."""
    if len({event.table for event in events if isinstance(event, Record)}) < 2:
        return list(events)
    positions, groups = _parted(events)
    found = [(group, _position(group, positions, comma, exactly=True)) for group in groups] if positions else []
    named = [(group, row or _position(group, positions, comma, exactly=False)) for group, row in found]
    tables = {group.table for group in groups}
    exact, all_named = ([group.table for group, row in some if row is not None] for some in (found, named))
    every = [group.table for group in groups]
    sure = {
        table
        for table in tables
        if 2 * exact.count(table) > every.count(table)
        or (exact.count(table) and all_named.count(table) == every.count(table))
    }
    moved = [(group, row) for group, row in named if row is not None and group.table in sure]
    own = [group.table for group in groups if _names_own(group, positions)]
    doubted = {table for table in tables - sure if own.count(table) and 2 * own.count(table) >= every.count(table)}
    return _doubted(_placed(events, moved, sure) if moved else events, doubted)


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


def _parted(events: Sequence[Event]) -> tuple[Positions, list[Group]]:
    """Positions by name, and the groups of dated rows."""
    positions: Positions = {}
    groups: list[Group] = []
    account, title = "", None
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            account = event.text
        if not isinstance(event, Record) or event.kind not in ("holdings", "lots"):
            continue
        if "account" in event.cells and tells_number(event.cells["account"].text):
            account = event.cells["account"].text
        if "acquired" in event.cells:
            _grouped(groups, event, account, title)
        elif FIGURES & set(event.cells):
            title = None
            for name in _names(event):
                positions.setdefault(name, []).append((account, event))
        else:
            title = event
    return positions, groups


def _grouped(groups: list[Group], lot: Record, account: str, title: Record | None) -> None:
    """The row to the group that it is of: that of its own name in its table, else that of the title above."""
    above = title if title is not None and title.table == lot.table else None
    names = _names(lot) or (_names(above) if above is not None else ())
    if not names:
        return
    key = (lot.table, account, names)
    group = next((one for one in reversed(groups) if (one.table, one.account, one.names) == key), None)
    if group is None:
        group = Group(*key, title=above if not _names(lot) else None)
        groups.append(group)
    group.lots.append(lot)


def _names(record: Record) -> tuple[str, ...]:
    return tuple(record.cells[role].text.upper() for role in NAMES if role in record.cells)


def _position(group: Group, positions: Positions, comma: bool, exactly: bool) -> Record | None:
    """The position of another table that the group names; `exactly`: and whose units it adds up to."""
    words = [word for name in group.names for word in words_of(name)] if group.title else []
    for name in (*group.names, *words):
        apart = [(account, row) for account, row in positions.get(name, ()) if row.table != group.table]
        whole = [(account, row) for account, row in apart if _units(row, comma) == group.units(comma)]
        own = [row for account, row in (whole if exactly else apart) if _is_one(account, group.account)]
        only = [row for _, row in (whole if exactly else apart) if name in group.names]
        if own or len(only) == 1:
            return (own or only)[0]
    return None


def _names_own(group: Group, positions: Positions) -> bool:
    """Whether a position of its own account in another table bears a name of the group."""
    found = ((account, row) for name in group.names for account, row in positions.get(name, ()))
    return any(_is_one(account, group.account) and row.table != group.table for account, row in found)


def _is_one(account: str, other: str) -> bool:
    """Whether two accounts are the same by name or by number, `…8820` and `4417-8820`."""
    return account == other or (tells_number(account) and tells_number(other) and same_account(account, other))


def _units(record: Record, comma: bool) -> Decimal | None:
    amount = read_amount(record.cells["quantity"].text, comma) if "quantity" in record.cells else None
    return amount.value if amount is not None else None


def _placed(events: Sequence[Event], moved: Sequence[tuple[Group, Record]], tables: set[int]) -> list[Event]:
    """The events with the groups behind their positions; sums that follow rows of lots are of the lots alone."""
    behind: dict[int, list[Record]] = {}
    gone: set[int] = set()
    for group, row in moved:
        behind.setdefault(id(row), []).extend(group.lots)
        gone |= {id(lot) for lot in group.lots} | ({id(group.title)} if group.title is not None else set())
    done: list[Event] = []
    after_lots = False
    for event in events:
        if isinstance(event, Record | Total) and event.table:
            after_lots = event.table in tables
        if id(event) in gone or (after_lots and isinstance(event, Total)):
            continue
        done.append(event)
        for lot in behind.get(id(event), ()):
            cells = {role: cell for role, cell in lot.cells.items() if role not in NAMES}
            done.append(Record("lots", cells, lot.where, table=lot.table))
    return done
