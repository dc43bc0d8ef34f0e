"""To whom a paper is sent: names over a street and a town at one edge, whatever stands beside them or between.

A box of text at the right has lines of its own, which lie between those of the address. The names count only where
nothing else on the page names an owner.
"""

import re
from collections.abc import Iterator, Sequence

from core.ingest.lexicon.people import is_couple, is_trust, may_be_person
from core.ingest.lexicon.words_of_kinds import are_words_of_kinds
from core.ingest.nouns.events import Event, Fact, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.owners.owners import ADVISER, ADVISER_LABEL, WEAK

TOWN = re.compile(r"[A-Z][A-Za-z.' -]+,? [A-Z]{2},? {1,2}\d{5}(?:-\d{4})?", re.I)
STREET = re.compile(r"\d{1,6}(?:-\d+)? \S.*|P\.? ?O\.? box \d.*|(?:apt|unit|suite|ste|floor|fl)\b.*|#\d.*|c/o .*", re.I)
KEPT = re.compile(
    r".*\b(?:ttees?|trustees?|co-ttees?|cust|custodian)\.?(?: for| fbo)?|"
    r"\S.* (?:c/f|cust(?:odian)?(?: for)?) (?:(?:roth|traditional|rollover|sep|simple|inherited|bene) )*ira",
    re.I,
)
"""Who holds for others: their trustees, the custodian of a retirement account."""
EDGE, APART, ABOVE = 3.0, 2.6, 3.5
"""How far lines of a block stand from one edge in points, and from one another and the label over them in sizes."""
MOST_LINES, MOST_NAMES = 7, 2

Run = Sequence[Word]


def with_addressees(events: Sequence[Event], pages: Sequence[Sequence[Line]]) -> list[Event]:
    """The events, with the names of the address on each page that tells no owner, behind the number told over it."""
    found = list(events)
    named = {event.where.page for event in events if isinstance(event, Fact) and event.kind == "owner"}
    for lines in pages:
        told = next(addressees(lines), None) if lines and lines[0].page not in named else None
        if told is not None:
            found.insert(_place(found, told), told)
    return found


def _place(events: Sequence[Event], told: Fact) -> int:
    """Where a fact goes: behind the last number over it on its page, else before the first event of the page."""
    here = [place for place, event in enumerate(events) if event.where.page == told.where.page]
    over = [place for place in here if _tells_number_over(events[place], told)]
    return over[-1] + 1 if over else here[0] if here else len(events)


def _tells_number_over(event: Event, told: Fact) -> bool:
    """Whether an event is the number of an account over a fact."""
    upper, lower = event.where.box, told.where.box
    numbered = isinstance(event, Fact) and event.kind == "account"
    return numbered and upper is not None and lower is not None and upper[1] <= lower[1]


def addressees(lines: Sequence[Line]) -> Iterator[Fact]:
    """The names of each address on a page, the first first."""
    runs = [run for line in lines for run in phrases(line.words, 1.0)]
    for place, run in enumerate(runs):
        if TOWN.fullmatch(text_of(run)) is None:
            continue
        block, over = _block(runs[: place + 1])
        names = _names([text_of(one) for one in block[:-1]])
        if names and not _is_of_adviser(over):
            where = Where(lines[0].page, None, span([word for one in block[: len(names)] for word in one]))
            yield Fact("owner", " & ".join(names), where, rank=WEAK - 1)


def block_over(lines: Sequence[Line], town: Run) -> list[Run]:
    """The lines of the address that ends in a town, the highest first; none where an adviser has it."""
    runs = [run for line in lines for run in phrases(line.words, 1.0) if run[0].top <= town[0].top]
    place = next(place for place, run in enumerate(runs) if run[0] is town[0])
    block, over = _block(runs[: place + 1])
    return [] if any(map(_is_of_adviser, (over, *block))) else block


def _is_of_adviser(over: Run | None) -> bool:
    return over is not None and ADVISER_LABEL.fullmatch(text_of(over)) is not None


def _block(runs: Sequence[Run]) -> tuple[list[Run], Run | None]:
    """The lines at the edge of the last one up to a gap, the highest first; and the one over the gap, if it is near."""
    block = [runs[-1]]
    for run in reversed(runs[:-1]):
        if abs(run[0].x0 - block[0][0].x0) > EDGE or run[0].top >= block[0][0].top:
            continue
        gap = (block[0][0].top - run[0].bottom) / block[0][0].size
        if gap > APART - 1 or len(block) > MOST_LINES:
            return block, run if gap < ABOVE else None
        block.insert(0, run)
    return block, None


def _names(texts: Sequence[str]) -> list[str]:
    """The names that a block begins with, where all of it is names, words of kinds and streets; none elsewhere."""
    names: list[str] = []
    rest = list(texts)
    while rest and len(names) < MOST_NAMES and _is_owner(rest[0]):
        name = rest.pop(0)
        names += [name] if name.casefold() not in {one.casefold() for one in names} else []
        if is_trust(name) or is_couple(name):
            break
    told = all(STREET.fullmatch(one) or KEPT.fullmatch(one) or are_words_of_kinds(one) for one in rest)
    sent = any(STREET.fullmatch(one) for one in rest)
    return names if told and sent and not any(ADVISER.search(one) for one in texts) else []


def _is_owner(text: str) -> bool:
    return may_be_person(text) or is_couple(text) or is_trust(text)
