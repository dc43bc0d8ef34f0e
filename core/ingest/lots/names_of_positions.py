"""The names of all positions of a paper, so that a line is held against them at once and not against each of them."""

from bisect import bisect_left
from collections.abc import Iterable

from core.ingest.lexicon.identifiers import words_of
from core.ingest.nouns.events import Record
from core.ingest.rows.row_keys import keys_of

SHORTEST = 3
"""A shorter key is a name only as a word of its own."""


class NamesOfPositions:
    """What positions may be known by, in the order of the alphabet."""

    def __init__(self, rows: Iterable[Record]) -> None:
        self._all = frozenset(key for row in rows for key in keys_of(row))
        self._long = sorted(key for key in self._all if len(key) >= SHORTEST)
        self._longest = max(map(len, self._all), default=0)

    def tells_one(self, name: str) -> bool:
        """Whether a text names a position: a symbol or identifier as a word of it, or a name and nothing else."""
        text = " ".join(name.upper().split())
        if not self._all.isdisjoint(words_of(text)):
            return True
        ends = range(SHORTEST, min(len(text), self._longest) + 1)
        return any(text[:end] in self._all for end in ends) or (len(text) > SHORTEST and self._begins_one(text))

    def _begins_one(self, text: str) -> bool:
        """Whether a name of a position begins with a text."""
        at = bisect_left(self._long, text)
        return at < len(self._long) and self._long[at].startswith(text)
