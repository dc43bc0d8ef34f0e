"""A row of a table file that says that no cash is held: all that an account prints which holds nothing."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.ingest.lexicon.registrations import registration_of, tells_number
from core.ingest.nouns.events import Cell, Event, Fact, Where
from core.ingest.owners.kinds_told import IN_PASSING

CASH = re.compile(r"\b(?:cash|sweep|core|money market|settlement fund)\b", re.I)


def no_cash(cells: Mapping[str, Cell], filled: Sequence[str], where: Where) -> list[Event]:
    """What a row of cash worth nothing tells: the account that it names, if it does, and that its cash is none."""
    number = cells["account"].text if "account" in cells else ""
    if not any(CASH.search(text) for text in filled):
        return []
    told: list[Event] = []
    if tells_number(number):
        names = [cells[role].text for role in ("registration", "account_name", "account") if role in cells]
        told.append(Fact("account", number, where))
        told += [Fact("registration", name, where, rank=IN_PASSING) for name in names if registration_of(name)][:1]
    return [*told, Fact("cash", filled[0], where, Decimal(0))]
