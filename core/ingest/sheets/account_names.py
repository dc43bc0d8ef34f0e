"""Columns that tell accounts apart by names: of the accounts, of their holders, of the houses that keep them.

A column of numbers tells them better; where it holds names among its numbers, each name is an account too.
"""

import re
from collections.abc import Mapping, Sequence

from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.sections import total_name
from core.ingest.nouns.events import Event, Fact, Record, Total
from core.ingest.sheets.titles import LABELLED

NAMING = ("account", "account_name", "holder", "owner", "institution")
"""The columns that may tell accounts apart by names, the surest first."""
BESIDE = ("owner", "holder", "institution")
NAME = re.compile(r"[A-Za-z]{3}")
KINDS = ("holdings", "lots", "cash")


def named_in_column(events: Sequence[Event]) -> list[Event]:
    """The events with a name before each row, where a column tells accounts apart by names and none by numbers.

    Where it holds numbers and names, each name is an account too: a private fund is kept under its own.
    """
    rows = [event for event in events if isinstance(event, Record) and event.kind in KINDS]
    role = next((role for role in NAMING if any(role in row.cells for row in rows)), "")
    told = _with_people([*rows, *_sums_of_named(events, rows, role)], role)
    names = {*told.values()}
    with_numbers = {name for name in names if tells_number(name)}
    numbered = any(isinstance(event, Fact) and event.kind == "account" for event in events)
    mixed = role == "account" and bool(with_numbers) and any(map(_is_name, names))
    if len(names) == 1 and not numbered and not with_numbers and role in ("account", "account_name"):
        return _named_once(events, told)
    if len(names) < 2 or (not mixed and (numbered or with_numbers)):
        return list(events)
    done: list[Event] = []
    for event in events:
        name = told.get(id(event), "")
        if name and (not mixed or _is_name(name)):
            done.append(Fact("named", name, event.where, rank=LABELLED))
        done.append(event)
    return done


def _named_once(events: Sequence[Event], told: Mapping[int, str]) -> list[Event]:
    """The events with the one name that all rows bear before the first of them: it says what kind of account it is."""
    at = next(place for place, event in enumerate(events) if id(event) in told)
    first = events[at]
    return [*events[:at], Fact("named", told[id(first)], first.where, rank=LABELLED), *events[at:]]


def _sums_of_named(events: Sequence[Event], rows: Sequence[Record], role: str) -> list[Total]:
    """The sums in rows that name an account which has rows of its own."""
    names = {row.cells[role].text for row in rows if role in row.cells}
    sums = [event for event in events if isinstance(event, Total) and event.kind == "holdings"]
    return [one for one in sums if role in one.cells and one.cells[role].text in names]


def _with_people(rows: Sequence[Record | Total], role: str) -> Mapping[int, str]:
    """The name of the account of each row; where it is that of several people's or houses', with these behind it.

    Two people take part in `Northmere 401(k) Plan`, and each of two has a `Roth IRA`.
    """
    told = {id(row): row.cells[role].text for row in rows if role in row.cells}
    for other in BESIDE if role in ("account", "account_name") else ():
        beside = {id(row): row.cells[other].text for row in rows if other in row.cells}
        pairs = {(told[row], beside[row]) for row in told if row in beside}
        if len({name for name, _ in pairs}) < len(pairs):
            told = {row: f"{name} {beside[row]}" if row in beside else name for row, name in told.items()}
    return told


def _is_name(text: str) -> bool:
    """Whether a cell in a column of accounts names one without a number."""
    return not tells_number(text) and NAME.search(text) is not None and total_name(text) is None
