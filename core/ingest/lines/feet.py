"""Accounts whose number stands at the foot of their pages alone: each such page is its account's from the top on."""

from collections.abc import Mapping, Sequence

from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.nouns.words import Line, phrases, text_of

NOWHERE = Where()
AT_FOOT = 4
"""So many lines at most stand at the foot of a page."""


def numbers_at_foot(pages: Sequence[Sequence[Line]]) -> Mapping[int, str]:
    """The account numbers that pages tell at their foot and not above it, by page; none where all are one account's."""
    feet = {lines[0].page: told for lines in pages if lines and len(told := _told(lines[-AT_FOOT:])) == 1}
    if len({number for told in feet.values() for number in told}) < 2:
        return {}
    bodies = {lines[0].page: lines[:-AT_FOOT] for lines in pages if lines}
    return {page: told.pop() for page, told in feet.items() if not _told(bodies[page])}


def _told(lines: Sequence[Line]) -> set[str]:
    """The account numbers that lines tell behind a label."""
    found = (fact for line in lines for fact in facts_of([text_of(run) for run in phrases(line.words, 1.0)], NOWHERE))
    return {fact.text for fact in found if isinstance(fact, Fact) and fact.kind == "account"}
