"""Dates and moments as text. English month names, whatever the machine's locale; moments are UTC."""

from datetime import UTC, date, datetime, timedelta

from core.words.numbers import DASH, number

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(value: date | None) -> str:
    """`Nov 20, 2026`."""
    return DASH if value is None else f"{_MONTHS[value.month - 1]} {value.day}, {value.year}"


def why_locked(until: date, on: date) -> str:
    """Why a purchase is locked out until a day, seen from the day of a proposal: the loss lies 30 days before."""
    taken = until - timedelta(days=30)
    which = "taken by these trades" if taken == on else f"of {day(taken)}"
    return f"A purchase would disallow the loss {which}."


def short_day(value: date | None) -> str:
    """`Nov 20`, where the year is plain from what stands around."""
    return DASH if value is None else f"{_MONTHS[value.month - 1]} {value.day}"


def long_day(value: date | None) -> str:
    """`Friday, Nov 20, 2026`."""
    return DASH if value is None else f"{_WEEKDAYS[value.weekday()]}, {day(value)}"


def moment(value: datetime | None) -> str:
    """`Nov 20, 2026, 14:41:07 UTC`; a moment without a zone is taken as UTC."""
    if value is None:
        return DASH
    utc = value.astimezone(UTC) if value.tzinfo else value
    return f"{day(utc.date())}, {utc:%H:%M:%S} UTC"


def age(days: int | None) -> str:
    """An age in days for a badge: age(5) -> "5 d"."""
    return DASH if days is None else f"{number(days)} d"
