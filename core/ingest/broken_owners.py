"""A name broken within a word at the end of a line: `Account owner: Ines Calloway & Odile Fenwick-` over `Hale`."""

from dataclasses import replace

from core.ingest.events import Event, Fact
from core.ingest.words import Line, phrases, text_of

NEAR = 0.6
LAST = 8
"""Among so many of the last events stands what the line above told."""


def go_on_with_owner(events: list[Event], line: Line) -> None:
    """An owner of the line above that ends in a hyphen has the first words of this line as well."""
    for place in range(len(events) - 1, max(-1, len(events) - 1 - LAST), -1):
        event = events[place]
        if isinstance(event, Fact) and event.kind == "owner" and event.text.endswith("-") and _is_under(event, line):
            events[place] = replace(event, text=f"{event.text}{text_of(phrases(line.words, 1.0)[0])}")


def _is_under(owner: Fact, line: Line) -> bool:
    box = owner.where.box
    return box is not None and owner.where.page == line.page and 0 <= line.top - box[3] < NEAR * line.size
