"""The titles that an owner and the number of an account were read in: phrases on their line, and right over and under.

They are kept with the fact, so that what they say and the reader did not understand can be told to a person.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.nouns.events import Event, Fact
from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.owners.owners import ADVISER

OF_OTHERS = frozenset({"listed_owner", "account", "summary"})
"""What a line tells that is of an account of its own."""
NEAR, EDGE = 1.6, 3.0
"""How near two lines of one title stand, in type sizes, and how far apart their left edges, in points.

The first line of a page is that of the house.
"""


def with_titles(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events, each owner and each number of an account with the title that it was read in."""
    by_page = {lines[0].page: lines for lines in pages if lines}
    others: dict[int, list[Fact]] = {}
    for event in events:
        if isinstance(event, Fact) and event.kind in OF_OTHERS:
            others.setdefault(event.where.page or 0, []).append(event)
    return [
        _with_title(event, by_page.get(event.where.page or 0, ()), others.get(event.where.page or 0, []))
        if isinstance(event, Fact) and event.kind in ("owner", "account")
        else event
        for event in events
    ]


def _with_title(fact: Fact, lines: Sequence[Line], others: Sequence[Fact]) -> Fact:
    at = next((place for place, line in enumerate(lines) if _is_on(fact, line)), None)
    if at is None or ADVISER.search(lines[at].text):
        return fact
    beside = [lines[place] for place in (at - 1, at + 1) if 0 < place < len(lines)]
    free = [line for line in beside if not any(_is_on(one, line) for one in others)]
    near = [line for line in free if _is_near(lines[at], line) and not ADVISER.search(line.text)]
    if fact.kind == "account":
        own = tuple(map(text_of, phrases(lines[at].words, 1.0)))
        return replace(fact, title=own, edges=tuple(text_of(run) for line in near for run in phrases(line.words, 1.0)))
    run = _run_of(fact.text, lines[at])
    edges = (_at_edge(run, line) for line in near)
    return replace(fact, title=(text_of(run),), edges=tuple(text for text in edges if text))


def _run_of(name: str, line: Line) -> Sequence[Word]:
    """The phrase of a line that holds the most words of a name."""
    words = set(name.casefold().split())
    return max(phrases(line.words, 1.0), key=lambda run: len(words & set(text_of(run).casefold().split())))


def _at_edge(run: Sequence[Word], line: Line) -> str:
    near = (text_of(one) for one in phrases(line.words, 1.0) if abs(one[0].x0 - run[0].x0) < EDGE)
    return next(near, "")


def _is_near(line: Line, other: Line) -> bool:
    upper, lower = (other, line) if other.top < line.top else (line, other)
    return lower.top - upper.bottom < NEAR * line.size


def _is_on(fact: Fact, line: Line) -> bool:
    """Whether what tells a fact stands on a line."""
    box = fact.where.box
    return box is not None and fact.where.page == line.page and line.top - 1 <= (box[1] + box[3]) / 2 <= line.bottom + 1
