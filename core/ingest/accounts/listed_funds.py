"""Lists of funds by registration, each fund with the number of its account, as the papers of fund companies print them.

What stands right over such a list, its owner and its kind, is said of every account in it, and the sum under it is
theirs together and no single account's.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.nouns.events import Event, Fact, FactKind, Record, Total, Where
from core.ingest.rows.row_keys import account_in, number_in

TITLES: dict[FactKind, FactKind] = {"owner": "listed_owner", "registration": "listed_kind"}
SEVERAL = 2
NEAR = 6.0
"""How far over its first row what is said of a list stands at most, in heights of the row."""


def with_listed_funds(events: Sequence[Event]) -> list[Event]:
    """The events of a paper, what such lists tell said of each account in them, without the sums of several."""
    numbers = {_number(event) for event in events} - {""}
    if len(numbers) < SEVERAL:
        return list(events)
    return list(_told_of_each(_without_sums(events)))


def _without_sums(events: Sequence[Event]) -> list[Event]:
    """The events without sums of the rows above them that are of several accounts."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Total) and _sums_accounts(event, kept):
            continue
        kept.append(event)
    return kept


def _sums_accounts(total: Total, above: Sequence[Event]) -> bool:
    """Whether a sum is that of the last rows which each tell the number of their account, of two accounts or more."""
    amount, worth, seen = number_in(total, "value"), Decimal(0), set[str]()
    for event in reversed(above):
        if not isinstance(event, Record) or not _number(event):
            if isinstance(event, Record):
                return False
            continue
        worth += number_in(event, "value") or 0
        seen.add(_number(event))
        if len(seen) >= SEVERAL and worth == amount:
            return True
    return False


def _told_of_each(events: Sequence[Event]) -> Iterator[Event]:
    """The events, with the titles over a list behind each account's first row in it and not before them all."""
    titles = {at: _over(events, at) for at in _first_rows(events)}
    moved = {place for places in titles.values() for place in places}
    said: list[Event] = []
    seen: set[str] = set()
    for at, event in enumerate(events):
        if at in titles:
            said, seen = [events[place] for place in titles[at]], set()
        if at not in moved:
            yield event
        if (number := _number(event)) and number not in seen:
            seen.add(number)
            yield Fact("listed_row", number, event.where)
            yield from (replace(fact, kind=TITLES[fact.kind]) for fact in said if isinstance(fact, Fact))


def _first_rows(events: Sequence[Event]) -> list[int]:
    """The places of the rows that begin a table of rows which tell the number of their account."""
    places = [at for at, event in enumerate(events) if _number(event)]
    return places[:1] + [at for before, at in itertools.pairwise(places) if _parts(events, before, at)]


def _parts(events: Sequence[Event], row: int, other: int) -> bool:
    """Whether two rows are of tables apart."""
    return getattr(events[row], "table", 0) != getattr(events[other], "table", 0)


def _over(events: Sequence[Event], row: int) -> list[int]:
    """The places of the owners and kinds that stand right over a row, behind all rows and numbers before it."""
    places: list[int] = []
    for at in range(row - 1, -1, -1):
        event = events[at]
        if isinstance(event, Record | Total) or (isinstance(event, Fact) and event.kind == "account"):
            break
        if isinstance(event, Fact) and event.kind in TITLES and _is_near(event.where, events[row].where):
            places.insert(0, at)
    return places


def _is_near(title: Where, row: Where) -> bool:
    if title.page != row.page or title.box is None or row.box is None:
        return False
    return 0 <= row.box[1] - title.box[3] < NEAR * (row.box[3] - row.box[1])


def _number(event: Event) -> str:
    """The number of the account that a row of holdings tells; empty for anything else."""
    return account_in(event) if isinstance(event, Record) and event.kind == "holdings" else ""
