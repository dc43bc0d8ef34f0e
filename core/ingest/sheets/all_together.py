"""Tables of a table file that list what all its accounts hold together, security by security, before or behind them.

Such a view of a household adds nothing to the accounts. It is known by telling no account, and by the units of each of
its rows, which those of the same name in all accounts add up to. Its sum is that of all accounts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import account_in, keys_of

LEAST_ACCOUNTS, LEAST_ROWS = 2, 2
SURE = 6
Held = Mapping[str, Decimal]


@dataclass(slots=True)
class Table:
    """The rows of holdings of one table, and the accounts that they or a title over them tell."""

    rows: list[Record] = field(default_factory=list)
    accounts: set[str] = field(default_factory=set)


def without_all_together(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without such tables, each with a note in its place, and their sums as those of all accounts."""
    tables = _tables(events)
    told = [table for table in tables.values() if table.accounts]
    accounts = set[str]().union(*(table.accounts for table in told))
    if len(accounts) < LEAST_ACCOUNTS or len(told) == len(tables):
        return list(events)
    whole = _held([row for table in told for row in table.rows], comma)
    gone = {
        place
        for place, table in tables.items()
        if not table.accounts and len(table.rows) >= LEAST_ROWS and _held(table.rows, comma) == whole
    }
    return _told(events, gone, comma) if gone else list(events)


def _tables(events: Sequence[Event]) -> dict[int, Table]:
    """The tables with rows of holdings; a title tells the account of the first table below it alone."""
    tables: dict[int, Table] = {}
    title, titled = "", 0
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            title, titled = event.text, 0
        elif isinstance(event, Record) and event.kind == "holdings" and "acquired" not in event.cells:
            titled = titled or event.table
            table = tables.setdefault(event.table, Table())
            table.rows.append(event)
            own = account_in(event)
            if own or (title and titled == event.table):
                table.accounts.add(own or title)
    return tables


def _held(rows: Sequence[Record], comma: bool) -> Held:
    """The units that rows hold of each security, or what it is worth where they print none."""
    held: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        amount = number(row.cells.get("quantity"), comma)
        worth = number(row.cells.get("value"), comma) if amount is None else amount
        held[next(iter(keys_of(row)), "")] += worth or 0
    return held


def _told(events: Sequence[Event], gone: set[int], comma: bool) -> list[Event]:
    done: list[Event] = []
    said: set[int] = set()
    for event in events:
        inside = isinstance(event, Record | Total) and event.table in gone
        if not inside:
            done.append(event)
        elif isinstance(event, Total) and not event.name and (sum_ := number(event.cells.get("value"), comma)):
            done.append(Fact("grand", event.text, event.where, sum_, rank=SURE))
        elif isinstance(event, Record) and event.table not in said:
            said.add(event.table)
            message = "this table lists what all accounts hold together, and counts no more"
            done.append(Trouble(message, event.where, "note"))
    return done
