"""Trading days of the New York Stock Exchange.

The closures of 2016-2028 are data (`data/reference/nyse_closures.csv`), so an ordinary start needs no calendar
library; outside those years `exchange_calendars` is asked, with its range named.
"""

import csv
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from core.domain.errors import BadInput
from core.settings import REFERENCE

FIRST, LAST = date(2016, 1, 1), date(2028, 12, 31)
"""The days that the closures file covers."""
NEW_YORK = ZoneInfo("America/New_York")
CLOSE = time(16)
"""The regular close there; on the few half days the day counts as open until then."""


def sessions(start: date, end: date) -> tuple[date, ...]:
    """Every trading day from `start` to `end`, both included."""
    if start > end:
        raise BadInput("start", f"{start} is after {end}")
    if start >= FIRST and end <= LAST:
        closed = closures()
        days = (start + timedelta(days=offset) for offset in range((end - start).days + 1))
        return tuple(day for day in days if day.weekday() < 5 and day not in closed)
    return _library_sessions(start, end)


def is_session(day: date) -> bool:
    """Whether the exchange trades on that day."""
    return bool(sessions(day, day))


def previous_session(day: date) -> date:
    """The last trading day on or before `day`."""
    return sessions(day - timedelta(days=14), day)[-1]


def last_close(moment: datetime) -> date:
    """The last trading day that has closed in New York at a moment (with its time zone)."""
    there = moment.astimezone(NEW_YORK)
    return previous_session(there.date() if there.time() >= CLOSE else there.date() - timedelta(days=1))


def next_session(day: date) -> date:
    """The first trading day after `day`."""
    return sessions(day + timedelta(days=1), day + timedelta(days=14))[0]


def sessions_between(day: date, later: date) -> int:
    """Trading days after `day` up to and including `later`; 0 where `later` is not later."""
    return 0 if later <= day else len(sessions(day + timedelta(days=1), later))


@cache
def closures() -> frozenset[date]:
    """Weekdays on which the exchange is closed, 2016-2028."""
    with (REFERENCE / "nyse_closures.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(date.fromisoformat(row["closed"]) for row in csv.DictReader(file))


def _library_sessions(start: date, end: date) -> tuple[date, ...]:
    import exchange_calendars

    margin = timedelta(days=31)
    calendar = exchange_calendars.get_calendar("XNYS", start=start - margin, end=end + margin)
    return tuple(session.date() for session in calendar.sessions_in_range(start.isoformat(), end.isoformat()))
