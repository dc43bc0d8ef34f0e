"""Table files with the same holdings on several days, a day in every row: only those of the newest day are read.

Purchases of one security look alike, so the account is never proven; what is bought on a day and tells its cost is a
lot, and stays. So do rows of other units at the price of the newest that with it make a printed sum.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble
from core.ingest.rows.row_keys import number_in

OF_ACCOUNT = ("account", "account_name", "owner", "holder", "institution")
OF_DAY = ("nav_date", "date")
PAID = ("acquired", "cost", "unit_cost")


def newest_in_place(events: Sequence[Event]) -> list[Event]:
    """The events without the rows of earlier days of an account, and behind the first of the newest what is said."""
    days: dict[tuple[str, ...], dict[date, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for title, row in _titled(events):
        if (day := _day(row)) is not None:
            days[title, *_texts(row, OF_ACCOUNT)][day].append(row)
    sums = {number_in(event, "value") for event in events if isinstance(event, Total)} - {None}
    old: set[int] = set()
    said: dict[int, Trouble] = {}
    for by_day in days.values():
        if _are_repeated(by_day) and not (_are_purchases(by_day) and _worth(by_day.values()) in sums):
            newest = max(by_day)
            first = by_day[newest][0]
            old |= {id(row) for day, rows in by_day.items() if day != newest for row in rows}
            count = len(by_day) - 1
            earlier = f"{count} earlier days" if count > 1 else "an earlier day"
            told = f"the rows of {earlier} are not read; those of {newest.isoformat()} are the newest"
            said[id(first)] = Trouble(told, first.where, unread=True)
    done: list[Event] = []
    for event in events:
        done += [] if id(event) in old else [event]
        done += [said[id(event)]] if id(event) in said else []
    return done


def _are_repeated(by_day: dict[date, list[Record]]) -> bool:
    """Whether most of what stands under the newest of several days stands under an earlier one too."""
    newest = {_texts(row, NAMES) for row in by_day[max(by_day)]}
    before = {_texts(row, NAMES) for day, rows in by_day.items() if day != max(by_day) for row in rows}
    return len(by_day) > 1 and 2 * len(newest & before) > len(newest)


def _titled(events: Sequence[Event]) -> Iterator[tuple[str, Record]]:
    """The holdings, each with the number or the name of the account that stands last over it."""
    title = ""
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            title = event.text
        elif isinstance(event, Record) and event.kind == "holdings":
            yield title, event


def _are_purchases(by_day: dict[date, list[Record]]) -> bool:
    """Whether what stands under several days has one price on all of them, and other units on each."""
    told: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for row in (row for rows in by_day.values() for row in rows):
        told[_texts(row, NAMES)].append(row)
    return all(
        None not in (prices := {number_in(row, "price") for row in rows})
        and len(prices) == 1
        and len({number_in(row, "quantity") for row in rows}) == len(rows)
        for rows in told.values()
    )


def _worth(days: Iterable[Sequence[Record]]) -> Decimal:
    return sum((number_in(row, "value") or Decimal(0) for rows in days for row in rows), Decimal(0))


def _day(row: Record) -> date | None:
    """The day of a row, where it is none of a purchase."""
    if any(role in row.cells for role in PAID):
        return None
    role = next((role for role in OF_DAY if role in row.cells), None)
    return read_date(row.cells[role].text) if role is not None else None


def _texts(row: Record, roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.cells[role].text for role in roles if role in row.cells)
