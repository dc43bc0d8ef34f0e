"""Transactions of a table file whose rows name their accounts: each goes to its own, also where nothing is held.

What kind of security a row is of, `Stocks`, says nothing of what was done, and is left out.
"""

from collections.abc import Sequence

from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.sections import kind_of_section
from core.ingest.nouns.events import Event, Fact, Record


def moves_in_place(events: Sequence[Event]) -> list[Event]:
    """The events with the account of a transaction said before it, where every row that is held names its own."""
    rows = [event for event in events if isinstance(event, Record)]
    apart = all(_account(row) for row in rows if row.kind in ("holdings", "lots"))
    placed: list[Event] = []
    account = ""
    for event in events:
        if isinstance(event, Fact) and event.kind == "account":
            account = event.text
        elif isinstance(event, Record):
            number = _account(event)
            if event.kind == "activity":
                _without_class(event)
                placed += [Fact("account", number, event.where)] if apart and number not in ("", account) else []
            account = number or account
        placed.append(event)
    return placed


def _account(record: Record) -> str:
    """The number of the account that a row names; empty where it names none by a number."""
    text = record.cells["account"].text if "account" in record.cells else ""
    return text if tells_number(text) else ""


def _without_class(record: Record) -> None:
    kind = record.cells.get("type")
    if kind is not None and "activity" in record.cells and kind_of_section(kind.text) is not None:
        del record.cells["type"]
