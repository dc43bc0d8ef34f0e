"""What only a table file as a whole tells: the day it speaks of, and sums that are those of all its accounts.

The day is said in a line, or stands in a column, the same in every row; else it is the day on which the file was
written. A sum without a number in a file whose rows name several accounts is that of all of them.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.registrations import tells_number
from core.ingest.nouns.events import Event, Fact, Record, Total, Where

WRITTEN = re.compile(
    r"\b(?:exported|downloaded|generated|printed|produced|created|extracted|report run|run date)\b\W*(?P<day>.{6,40})",
    re.I,
)
EFFECTIVE = re.compile(r"effective(?: date| as of| on)?\s*:?\s+(?P<day>\S.{5,18})", re.I)


def day_written(text: str) -> date | None:
    """The day on which a file says that it was written, `Exported on: 06/30/2026 04:59 PM ET`, or is effective."""
    found = WRITTEN.search(text) or EFFECTIVE.fullmatch(text)
    return read_date(found["day"]) if found is not None else None


def with_day(events: Sequence[Event], written: date | None) -> list[Event]:
    """The events with their day in front, for all accounts: the only one said, else that of a column or of writing."""
    rows = [event for event in events if isinstance(event, Record) and event.kind in ("holdings", "lots")]
    said = {event.day for event in events if isinstance(event, Fact) and event.kind == "as_of"}
    day = (said.pop() if len(said) == 1 else None) if said else _day_of_rows(rows) or written
    _purchases(rows)
    if not said and _day_of_rows(rows) is None:
        events = _with_own_days(events, rows)
    return [Fact("as_of", day.isoformat(), Where(), day=day, rank=1), *events] if day is not None else list(events)


def _day_of_rows(rows: Sequence[Record]) -> date | None:
    """The one day that all rows print in a column of days of valuation."""
    for role in ("nav_date", "date"):
        texts = {row.cells[role].text for row in rows if role in row.cells}
        days = {read_date(text) for text in texts}
        if len(days) == 1 and (day := days.pop()) is not None:
            return day
    return None


def _with_own_days(events: Sequence[Event], rows: Sequence[Record]) -> list[Event]:
    """The events with the day of each account behind its first row, where all its rows print the same one."""
    own: dict[str, list[Record]] = {}
    for row in rows:
        own.setdefault(row.cells["account"].text if "account" in row.cells else "", []).append(row)
    days = {id(held[0]): day for number, held in own.items() if number and (day := _day_of_rows(held)) is not None}
    told: list[Event] = []
    for event in events:
        told.append(event)
        if (day := days.get(id(event))) is not None:
            told.append(Fact("as_of", day.isoformat(), Where(), day=day, rank=1))
    return told


def _purchases(rows: Sequence[Record]) -> None:
    """A bare `Date` that differs from row to row, beside what was paid, is the day of purchase."""
    dated = [row for row in rows if "date" in row.cells and "acquired" not in row.cells]
    paid = all("cost" in row.cells or "unit_cost" in row.cells for row in dated)
    if paid and len({row.cells["date"].text for row in dated}) > 1:
        for row in dated:
            row.cells["acquired"] = row.cells.pop("date")


def with_grand_sum(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with the one sum under the rows of several accounts as that of all of them.

    Where no column but titles tell the accounts apart, only a sum that all rows add up to is meant.
    """
    numbers = {row.cells["account"].text for row in events if isinstance(row, Record) and "account" in row.cells}
    titles = {event.text for event in events if isinstance(event, Fact) and event.kind in ("account", "named")}
    totals = [event for event in events if isinstance(event, Total) and not _is_of_one(event, numbers)]
    sums = [event for event in totals if not event.name and "value" in event.cells]
    if max(len(numbers), len(titles)) < 2 or len(sums) != 1:
        return list(events)
    amount = read_amount(sums[0].cells["value"].text, comma)
    if amount is None or (len(numbers) < 2 and amount.value != _worth(events, comma)):
        return list(events)
    grand = Fact("grand", sums[0].text, sums[0].where, amount.value, rank=6)
    return [grand if event is sums[0] else event for event in events]


def _worth(events: Sequence[Event], comma: bool) -> Decimal:
    """What all rows of holdings and cash add up to."""
    rows = [event for event in events if isinstance(event, Record) and event.kind in ("holdings", "cash")]
    values = [read_amount(row.cells["value"].text, comma) for row in rows if "value" in row.cells]
    return sum((value.value for value in values if value is not None), Decimal(0))


def _is_of_one(total: Total, accounts: set[str]) -> bool:
    """Whether a sum stands beside a number, or beside what tells the account of other rows: it is that account's."""
    told = total.cells["account"].text if "account" in total.cells else ""
    return tells_number(told) or told in accounts
