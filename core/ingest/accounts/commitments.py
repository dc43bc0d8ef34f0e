"""Commitments in a table of their own, under holdings that print what the same funds are worth: one row a fund."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from core.ingest.accounts.draft import same_account
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import by_keys, known_as, number_in

ZERO = Decimal(0)
PROMISED = ("commitment", "called", "unfunded")
TOLD = (*PROMISED, "nav_date", "lock_until", "quantity", "price", "cost")
NUMBER = re.compile(r"([0-9A-Z-]*\d{3,})\)?$")
"""The number at the end of the words of who holds a fund."""
Keyed = Mapping[str, Sequence[Record]]
Accounts = Mapping[int, str]
"""The account that was spoken of where a row stands, by the row's identity."""


def with_commitments(events: Sequence[Event]) -> Sequence[Event]:
    """The events with what such tables tell on the rows of the funds, and without those tables.

    A fund that stands nowhere else, as one that has called nothing so far, keeps its own row. A table behind the last
    account may tell of all of them; where it goes to another account's fund that is said.
    """
    tables: dict[int, list[Record]] = {}
    accounts: dict[int, str] = {}
    for row, account in _rows(events):
        tables.setdefault(row.table, []).append(row)
        accounts[id(row)] = account
    promises = {table: rows for table, rows in tables.items() if all(map(_promises, rows))}
    if not promises:
        return events
    others = [row for table, rows in tables.items() if table not in promises for row in rows]
    held = by_keys(others)
    found: dict[int, Record] = {}
    before: list[Record] = []
    for rows in promises.values():
        told = by_keys(before)
        mains = [_held(row, held, accounts) or _worth(row, others) or _told(row, told, accounts) for row in rows]
        found |= {id(row): main for row, main in zip(rows, mains, strict=True) if main is not None}
        before += [row for row, main in zip(rows, mains, strict=True) if main is None]
    again = {table: rows for table, rows in promises.items() if any(id(row) in found for row in rows)}
    return list(_joined(events, again, found, accounts)) if again else events


def _rows(events: Sequence[Event]) -> Iterator[tuple[Record, str]]:
    """The rows of holdings with the account of each."""
    account = ""
    known = {event.text: None for event in events if isinstance(event, Fact) and event.kind == "account"}
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            account = event.text
        elif isinstance(event, Record) and event.kind == "holdings" and event.table > 0:
            if (held := _account_in(event, list(known))) is not None:
                event.cells["account"] = Cell(held)
            yield event, event.cells["account"].text if "account" in event.cells else account


def _account_in(row: Record, known: Sequence[str]) -> str | None:
    """The one account of those known whose number ends the words of who holds a fund, `Alder Holdings, LLC (9612)`."""
    found = NUMBER.search(row.cells["held_in"].text) if "held_in" in row.cells else None
    alike = [number for number in known if found is not None and same_account(number, found[1])]
    return alike[0] if alike and all(same_account(alike[0], other) for other in alike) else None


def _joined(
    events: Sequence[Event], again: Mapping[int, Sequence[Record]], found: Mapping[int, Record], accounts: Accounts
) -> Iterator[Event]:
    """The events, each row of a commitment gone to its fund; a sum of such a table is held against its rows."""
    for event in events:
        if isinstance(event, Total) and event.table in again:
            yield from _untied(event, again[event.table])
        elif isinstance(event, Record) and (main := found.get(id(event))) is not None:
            for role in (role for role in TOLD if role in event.cells):
                main.cells.setdefault(role, event.cells[role])
            if not same_account(accounts[id(main)], accounts[id(event)]):
                name = event.cells["description"].text if "description" in event.cells else "a fund"
                yield Trouble(f"the commitment to {name} is read as that of account {accounts[id(main)]}", event.where)
        else:
            yield event


def _untied(total: Total, rows: Sequence[Record]) -> Iterator[Trouble]:
    """What is wrong where a sum of commitments is not that of the rows above it."""
    for role in ("value", *PROMISED):
        printed, held = number_in(total, role), sum((number_in(row, role) or ZERO for row in rows), ZERO)
        if printed is not None and printed != held:
            told = f"the sum of commitments, {printed:,}, is not that of the rows read, {held:,}"
            yield Trouble(told, total.where, unread=True)
            return


def _promises(record: Record) -> bool:
    return any(role in record.cells for role in PROMISED)


def _held(row: Record, held: Keyed, accounts: Accounts) -> Record | None:
    """The one holding of that name and, where the commitment prints it too, of that value; None where several are.

    One of the same account comes first.
    """
    alike = [one for one in known_as(row, held) if "value" in one.cells and not _promises(one)]
    if "value" in row.cells:
        alike = [one for one in alike if number_in(one, "value") == number_in(row, "value")]
    alike = [one for one in alike if same_account(accounts[id(one)], accounts[id(row)])] or alike
    return alike[0] if len(alike) == 1 else None


def _worth(row: Record, others: Sequence[Record]) -> Record | None:
    """The one row without units that is worth as much and whose name begins with the same word; None where several are.

    `Osier Buyout VII` is `Osier Buyout Partners VII, L.P.` elsewhere.
    """
    value = number_in(row, "value")
    alike = [one for one in others if value and number_in(one, "value") == value and "quantity" not in one.cells]
    alike = [one for one in alike if _first_word(one) == _first_word(row) and not _promises(one)]
    return alike[0] if len(alike) == 1 else None


def _first_word(row: Record) -> str:
    """The first word of the name of a row, in capitals."""
    name = row.cells["description"].text.split() if "description" in row.cells else []
    return name[0].upper() if name else ""


def _told(row: Record, before: Keyed, accounts: Accounts) -> Record | None:
    """The one row of an earlier table of commitments of the account, with that name and value; else None."""
    value = number_in(row, "value")
    alike = [one for one in known_as(row, before) if value and accounts[id(one)] == accounts[id(row)]]
    alike = [one for one in alike if number_in(one, "value") == value]
    return alike[0] if len(alike) == 1 else None
