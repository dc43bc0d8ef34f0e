"""Transactions of a table file whose rows name their accounts: each goes to its own, also where nothing is held.

What kind of security a row is of, `Stocks`, says nothing of what was done, and is left out.
"""

from collections.abc import Sequence

from core.ingest.lexicon.sections import kind_of_section
from core.ingest.nouns.events import Event, Fact, Record
from core.ingest.rows.row_keys import account_in


def moves_in_place(events: Sequence[Event]) -> list[Event]:
    """The events with the account of a transaction said before it, where every row that is held names its own."""
    rows = [event for event in events if isinstance(event, Record)]
    apart = all(account_in(row) for row in rows if row.kind in ("holdings", "lots"))
    placed: list[Event] = []
    account = ""
    for event in events:
        if isinstance(event, Fact) and event.kind == "account":
            account = event.text
        elif isinstance(event, Record):
            number = account_in(event)
            if event.kind == "activity":
                _without_class(event)
                placed += [Fact("account", number, event.where)] if apart and number not in ("", account) else []
            account = number or account
        placed.append(event)
    return placed


def _without_class(record: Record) -> None:
    kind = record.cells.get("type")
    if kind is not None and "activity" in record.cells and kind_of_section(kind.text) is not None:
        del record.cells["type"]
