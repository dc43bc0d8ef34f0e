"""An address whose lines lie between those of a box beside it is read before that box, as a column of its own.

The name of the second owner then stands under that of the first, and not under a line of the box.
"""

from collections.abc import Iterable, Sequence

from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.owners.address_blocks import TOWN, block_over

LEAST_LINES = 3
"""Of an address: a name, a street and a town."""


def addresses_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of each address that lines beside it lie between in front of these."""
    found = list(lines)
    for town in [run for line in lines for run in phrases(line.words, 1.0) if TOWN.fullmatch(text_of(run))]:
        block = block_over(found, town)
        words = {id(word) for run in block for word in run}
        if len(block) >= LEAST_LINES:
            found = _apart(found, words)
    return found


def _apart(lines: Sequence[Line], address: set[int]) -> list[Line]:
    """The lines with the parts of an address first of all from its first line on, where others lie between these."""
    places = [place for place, line in enumerate(lines) if any(id(word) in address for word in line.words)]
    first, last = places[0], places[-1] + 1
    if len(places) == last - first:
        return list(lines)
    own = _with(lines[first:last], address, inside=True)
    return [*lines[:first], *own, *_with(lines[first:last], address, inside=False), *lines[last:]]


def _with(lines: Iterable[Line], address: set[int], inside: bool) -> list[Line]:
    """The parts of lines that are of an address, or the others; a mark goes with the words over whose width it is."""
    parts = []
    for line in lines:
        words = tuple(word for word in line.words if (id(word) in address) is inside)
        if words:
            marks = tuple(mark for mark in line.marks if _is_of(mark, words, line.words))
            parts.append(Line(line.page, words, marks))
    return parts


def _is_of(mark: Word, words: Sequence[Word], all_words: Sequence[Word]) -> bool:
    return min(all_words, key=lambda word: abs(word.x1 - mark.x0)) in words
