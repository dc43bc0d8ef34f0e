"""Who else may own an account of a paper: the names in a list of owners, and companies and trusts on their own lines.

A paper is made for one, and may tell of the accounts of several: whose an account is that names nobody is unsure then.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from core.ingest.lexicon.people import is_couple, is_trust, may_be_person
from core.ingest.nouns.events import Fact, Where
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.owners.parts import AMOUNT, KIND, MAY_OWN

EDGE = 3.0
LEAST = 2
MOST_NAMED = 3
LETTERS = re.compile(r"[^\W\d_]{4,}")
OF_KINDS = frozenset({
    "family", "living", "trust", "revocable", "irrevocable", "holdings", "foundation", "partners", "partnership",
    "estate", "dynasty", "exempt", "limited", "household",
})  # fmt: skip
"""Words of many names, which make no two of them kin."""


def parties_on(pages: Sequence[Sequence[Line]]) -> list[Fact]:
    """The names in each list of owners together, and each company or trust that stands on a line of its own."""
    return [fact for lines in pages for fact in (*_lists(lines), *_alone(lines))]


def others_than(owner: str, parties: Iterable[Sequence[str]]) -> str:
    """Who may own an account as well that is given to the owner of the paper: of one list with that, or of one name."""
    found: dict[str, str] = {}
    for names in parties:
        listed = any(_plain(name) == _plain(owner) for name in names)
        kin = [name for name in names if listed or (len(names) == 1 and _words(name) & _words(owner))]
        found |= {_plain(name): name for name in kin if not _is_one(name, owner)}
    return " or ".join(list(found.values())[:MOST_NAMED])


def _is_one(name: str, owner: str) -> bool:
    """Whether one name is the other or a part of it."""
    return _plain(name) in _plain(owner) or _plain(owner) in _plain(name)


def _lists(lines: Sequence[Line]) -> Iterator[Fact]:
    """Runs of lines that are names with amounts behind, at one edge, and their kinds; one is a person or trust."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and _is_row(line) and (not run or abs(run[0].words[0].x0 - line.words[0].x0) < EDGE):
            run.append(line)
            continue
        rows = [[text_of(part) for part in phrases(one.words, 1.0)] for one in run]
        names = tuple(row[0] for row in rows)
        kinds = tuple(row[1] if KIND.fullmatch(row[1]) else "" for row in rows)
        if len(names) >= LEAST and any(map(_is_owners, names)):
            yield Fact("parties", names[0], Where(run[0].page, None, span(run[0].words)), title=names, edges=kinds)
        run = [line] if line is not None and _is_row(line) else []


def _is_row(line: Line) -> bool:
    first, *others = (text_of(run) for run in phrases(line.words, 1.0))
    return (_is_owners(first) or MAY_OWN.fullmatch(first) is not None) and any(map(AMOUNT.search, others))


def _is_owners(name: str) -> bool:
    return may_be_person(name) or is_couple(name) or is_trust(name)


def _alone(lines: Sequence[Line]) -> Iterator[Fact]:
    """Lines that are nothing but the name of a company, a foundation or a trust."""
    for line in lines:
        if len(phrases(line.words, 1.0)) == 1 and MAY_OWN.fullmatch(line.text):
            yield Fact("parties", line.text, Where(line.page, None, span(line.words)), title=(line.text,))


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _words(name: str) -> set[str]:
    return {word.casefold() for word in LETTERS.findall(name)} - OF_KINDS
