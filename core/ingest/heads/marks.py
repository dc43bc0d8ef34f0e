"""Marks behind heads that lead to notes under the table, `Gain/Loss (1)`, `Cost2`, `Value ($)1`: no part of a head."""

import re
from dataclasses import replace

from core.ingest.lexicon.vocabulary import is_header_word
from core.ingest.nouns.words import Line, Word

ALONE = re.compile(r"\((?:\d|[a-z])\)")
GLUED = re.compile(r"(?P<head>[A-Za-z/&-]{3,}|\([A-Za-z/$%]+\)|[A-Za-z/]+\([A-Za-z$%]*\))(?:\d|\(\d\))(?P<stroke>/?)")


def without_marks(line: Line) -> Line:
    """The line of heads without such marks; one that has none, or nothing else, as it is."""
    words = tuple(_without(word) for word in line.words if not ALONE.fullmatch(word.text))
    return line if not words or words == tuple(line.words) else replace(line, words=words)


def _without(word: Word) -> Word:
    found = GLUED.fullmatch(word.text)
    if found is None or not is_header_word(found["head"]):
        return word
    return replace(word, text=f"{found['head']}{found['stroke']}")
