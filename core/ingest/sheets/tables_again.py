"""Tables of a table file that list holdings of their account once more: the largest, a copy, a sheet of another order.

A table all of whose rows stand in a larger one with the same units and value adds nothing, and that is said. Where
only half of them do, nothing tells what is held: the account is not proven.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import account_in, keys_of

Print = tuple[str, Decimal, Decimal]
Key = tuple[str, int]
LEAST = 2


@dataclass(slots=True)
class Listed:
    """The rows of one table that are of one account, and what is printed of each that has units and a value."""

    rows: list[Record] = field(default_factory=list)
    prints: set[Print] = field(default_factory=set)


def without_tables_again(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without tables that only repeat, each with a note in its place; those that do so in part, doubted."""
    if len({event.table for event in events if isinstance(event, Record) and event.kind == "holdings"}) < LEAST:
        return list(events)
    tables = _tables(events, comma)
    gone: dict[int, str] = {}
    doubted: dict[int, str] = {}
    for key, listed in tables.items():
        others = [one for other, one in tables.items() if other[0] == key[0] and other[1] != key[1]]
        if not listed.prints or not others:
            continue
        if len(listed.prints) == len(listed.rows) >= LEAST and any(_covers(one, listed) for one in others):
            told = f"{len(listed.rows)} rows are listed once more and count once"
            gone |= {id(row): told for row in listed.rows}
        elif LEAST * len(set.union(*(one.prints for one in others)) & listed.prints) >= len(listed.rows):
            doubted[id(listed.rows[0])] = "holdings of this table stand in another one too; which are held is not told"
    return _told(events, gone, doubted) if gone or doubted else list(events)


def _tables(events: Sequence[Event], comma: bool) -> Mapping[Key, Listed]:
    """The rows of holdings by account and table."""
    tables: dict[Key, Listed] = {}
    account = ""
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            account = event.text
        if not isinstance(event, Record) or event.kind != "holdings":
            continue
        account = account_in(event) or account
        listed = tables.setdefault((account, event.table), Listed())
        listed.rows.append(event)
        told = (number(event.cells.get("quantity"), comma), number(event.cells.get("value"), comma))
        keys = keys_of(event)
        if told[0] is not None and told[1] is not None and keys:
            listed.prints.add((keys[0], told[0], told[1]))
    return tables


def _covers(other: Listed, listed: Listed) -> bool:
    """Whether another table holds all rows of this one, and more of them, or more of each, or comes first."""
    if not listed.prints <= other.prints:
        return False
    if len(other.rows) != len(listed.rows):
        return len(other.rows) > len(listed.rows)
    costs = [sum("cost" in row.cells for row in one.rows) for one in (other, listed)]
    return costs[0] > costs[1] or (costs[0] == costs[1] and other.rows[0].table < listed.rows[0].table)


def _told(events: Sequence[Event], gone: Mapping[int, str], doubted: Mapping[int, str]) -> list[Event]:
    """The events without rows that are gone and the sums of their tables, with what is to be told of them."""
    tables = {event.table for event in events if isinstance(event, Record) and id(event) in gone}
    kept = {event.table for event in events if isinstance(event, Record) and id(event) not in gone}
    done: list[Event] = []
    said: set[int] = set()
    for event in events:
        if isinstance(event, Record) and id(event) in gone:
            if event.table not in said:
                done.append(Trouble(gone[id(event)], event.where))
            said.add(event.table)
        elif not (isinstance(event, Total) and event.table in tables - kept):
            done.append(event)
        if id(event) in doubted:
            done.append(Trouble(doubted[id(event)], event.where, unread=True))
    return done
