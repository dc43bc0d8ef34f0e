"""Classes outside their band, close to its edge, or of which nobody can say."""

from collections.abc import Iterator

from core.domain.breach import Reading
from core.monitor.breaches import breach_words, distance
from core.monitor.look import WATCHES, Finding, Look
from core.monitor.names import label
from core.words import day, percent


@WATCHES.add()
def breach(look: Look) -> Iterator[Finding]:
    """A class stands outside its band."""
    for reading in _standing(look, "outside"):
        since = look.since.get(reading.subject)
        age = f", outside since {day(since)}" if since else ""
        yield Finding(reading.subject, "error", f"{breach_words(reading)}{age}.", since)


@WATCHES.add()
def near_breach(look: Look) -> Iterator[Finding]:
    """A class is inside its band, by less than 15 % of the half-width."""
    for reading in _standing(look, "near"):
        edge = reading.high if reading.value > reading.target else reading.low
        if reading.limit:
            where = f"{label(reading.subject)} at {percent(reading.value)}"
            yield Finding(reading.subject, "warning", f"{where}, close to the limit of {percent(edge)}.")
            continue
        sentence = (
            f"{label(reading.subject)} at {percent(reading.value)}, {distance(reading)} the target and close to "
            f"the band's edge at {percent(edge)}."
        )
        yield Finding(reading.subject, "warning", sentence)


@WATCHES.add()
def unknown_standing(look: Look) -> Iterator[Finding]:
    """Too little of a class has a price of the day to say where it stands."""
    for reading in _standing(look, "unknown"):
        sentence = (
            f"{label(reading.subject)}: only {percent(reading.coverage, 0)} of it has a price of the day, too little "
            "to hold it against its band."
        )
        yield Finding(reading.subject, "error", sentence)


def _standing(look: Look, standing: str) -> Iterator[Reading]:
    return (reading for reading in look.readings if reading.standing == standing)
