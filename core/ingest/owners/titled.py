"""Accounts one after the other, each with its title over its number: `Rollover IRA`, then `Account number: …`.

Read in order, such a title would be said of the account above it.
"""

from collections.abc import Sequence

from core.ingest.nouns.events import Event, Fact, Record

TITLES = frozenset({"owner", "registration"})


def titles_in_place(events: Sequence[Event]) -> list[Event]:
    """The events with each title behind the number under it, where every account of several has its title before."""
    runs = _runs(events)
    if len(runs) < 2 or not all(runs.values()):
        return list(events)
    moved = {place for titles in runs.values() for place in titles}
    ordered: list[Event] = []
    for place, event in enumerate(events):
        if place not in moved:
            ordered.append(event)
        ordered.extend(events[title] for title in runs.get(place, ()))
    return ordered


def _runs(events: Sequence[Event]) -> dict[int, list[int]]:
    """Where a number stands first after the rows of another account: the titles between both."""
    runs: dict[int, list[int]] = {}
    titles: list[int] = []
    fresh = True
    for place, event in enumerate(events):
        if isinstance(event, Record):
            titles, fresh = [], True
        elif isinstance(event, Fact) and fresh and event.kind in TITLES:
            titles.append(place)
        elif isinstance(event, Fact) and fresh and event.kind == "account":
            runs[place] = titles
            titles, fresh = [], False
    return runs
