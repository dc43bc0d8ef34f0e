"""Readings outside their band, since when, and in one sentence."""

from collections.abc import Iterable, Mapping
from datetime import date

from core.domain.breach import Breach, Reading
from core.monitor.names import label
from core.words import day, percent, points, whole_dollars


def breaches(
    found: Iterable[Reading], since: Mapping[str, date], as_of: date, earlier: Iterable[Breach] = ()
) -> tuple[Breach, ...]:
    """The readings that stand outside, farthest first.

    since : subject -> first day of the unbroken run outside, where known
    earlier : breaches seen before; one that still stands keeps its date, one that is back inside is gone
    """
    seen = {(breach.household, breach.subject): breach.since for breach in earlier}
    outside = [reading for reading in found if reading.standing == "outside"]
    made = [_breach(reading, _first_day(reading, since, seen, as_of)) for reading in outside]
    return tuple(sorted(made, key=lambda breach: (-abs(breach.reading.in_bands or 0.0), breach.subject)))


def breach_words(reading: Reading) -> str:
    """`US equity at 46.2%, 6.2 pts over the target of 40.0% (band 35.0% to 45.0%); $12,345 to the target`."""
    name = label(reading.subject)
    if reading.limit:
        over = reading.value > reading.high
        edge, gap = (reading.high, reading.value - reading.high) if over else (reading.low, reading.low - reading.value)
        which = "over the limit" if over else "under the least"
        return f"{name} at {percent(reading.value)}, {points(gap).lstrip('+')} {which} of {percent(edge)}"
    where = f"{name} at {percent(reading.value)}, {distance(reading)} the target of {percent(reading.target)}"
    band = f"band {percent(reading.low)} to {percent(reading.high)}"
    return f"{where} ({band}); {whole_dollars(abs(reading.dollars))} to the target"


def distance(reading: Reading) -> str:
    """`6.2 pts over`, `0.3 pts under`."""
    gap = reading.value - reading.target
    return f"{points(abs(gap)).lstrip('+')} {'over' if gap >= 0 else 'under'}"


def _breach(reading: Reading, since: date) -> Breach:
    sentence = f"{breach_words(reading)}, outside since {day(since)}."
    return Breach(reading.household, reading.subject, reading, since, sentence)


def _first_day(reading: Reading, since: Mapping[str, date], seen: Mapping[tuple[str, str], date], as_of: date) -> date:
    known = [day_ for day_ in (since.get(reading.subject), seen.get((reading.household, reading.subject))) if day_]
    return min([*known, as_of])
