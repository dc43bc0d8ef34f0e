"""Rows that print what may be bought with: cash only where a printed sum counts it, for it may be lent as well.

Where no sum tells, the row is no cash; it is told, and the account is not proven.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import account_in

POWER = re.compile(
    r"(?:[\w-]+ ){0,3}(?:buying|purchasing) power|(?:[\w-]+ ){0,2}available (?:to (?:trade|invest)|for trading)", re.I
)
HELD = ("holdings", "cash")


def without_buying_power(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without such rows, but for those that a printed sum of the account counts."""
    found = [event for event in events if isinstance(event, Record) and _is_power(event)]
    sums = set(_sums(events, comma)) if found else set()
    told: dict[int, Trouble] = {}
    for row in found:
        worth, own = _worth(row, events, comma), number(row.cells.get("value"), comma) or Decimal(0)
        if worth not in sums:
            told[id(row)] = _told(row, unread=worth - own not in sums)
    return [told.get(id(event), event) for event in events]


def _is_power(row: Record) -> bool:
    named = row.cells.get("description")
    return row.kind in HELD and named is not None and POWER.fullmatch(named.text) is not None


def _worth(row: Record, events: Sequence[Event], comma: bool) -> Decimal:
    """What all rows of the account of a row are worth together."""
    own = [one for one in events if isinstance(one, Record) and one.kind in HELD and account_in(one) == account_in(row)]
    return sum((number(one.cells.get("value"), comma) or Decimal(0) for one in own), Decimal(0))


def _sums(events: Sequence[Event], comma: bool) -> Iterator[Decimal | None]:
    """All sums that the file prints."""
    for event in events:
        if isinstance(event, Total):
            yield number(event.cells.get("value"), comma)
        elif isinstance(event, Fact) and event.kind in ("total", "grand", "money"):
            yield event.amount


def _told(row: Record, unread: bool) -> Trouble:
    amount = row.cells["value"].text if "value" in row.cells else ""
    told = f"{row.cells['description'].text} {amount}: may be borrowed in part, and no printed total counts it as cash"
    return Trouble(told, row.where, unread=unread)
