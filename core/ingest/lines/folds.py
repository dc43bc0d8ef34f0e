"""Marks with which a page of a site folds the rows of a group under its head, and opens menus: they are no words.

`▾ Equity (5)   $42,368.84` is the head of five rows, with what they are worth together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.nouns.words import Line, phrases

FOLDS = frozenset("▾▸▼►▽▷▶")
MENUS = frozenset("⋮⋯")
COUNT = re.compile(r"\(\d{1,3}\)")


Place = tuple[int, int]


def place_in(line: Line) -> Place:
    """What tells a line from the others: its page and its height."""
    return line.page, round(line.top)


def without_folds(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], frozenset[Place]]:
    """The pages without such marks, and the places of the lines that begin with one before a word.

    A count of rows behind the name of a group goes with its mark. A mark before a figure says that it fell, and stays.
    """
    folded = frozenset(place_in(line) for lines in pages for line in lines if is_folded(line))
    return [[_plain(line) for line in lines] for lines in pages], folded


def is_folded(line: Line) -> bool:
    """Whether a line begins with a mark of a fold before a word."""
    first, *rest = line.words
    return first.text in FOLDS and bool(rest) and rest[0].text[:1].isalpha()


def _plain(line: Line) -> Line:
    words = tuple(word for word in line.words if word.text not in MENUS)
    if is_folded(line):
        named = phrases(words[1:], 1.0)[0]
        counted = len(named) > 1 and COUNT.fullmatch(named[-1].text) is not None
        words = tuple(word for word in words[1:] if not (counted and word is named[-1]))
    return line if len(words) == len(line.words) or not words else replace(line, words=words)
