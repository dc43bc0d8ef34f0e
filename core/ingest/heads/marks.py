"""Marks behind heads that lead to notes under the table, `Gain/Loss (1)`, `Cost2`, `Value ($)1`: no part of a head."""

import re
from dataclasses import replace

from core.ingest.lexicon.vocabulary import is_header_word
from core.ingest.nouns.words import Line, Word

ALONE = re.compile(r"\(\d\)")
GLUED = re.compile(r"(?P<head>[A-Za-z/&-]{3,}|\([A-Za-z/$%]+\)|[A-Za-z/]+\([A-Za-z$%]*\))(?:\d|\(\d\))")


def without_marks(line: Line) -> Line:
    """The line of heads without such marks; one that has none, or nothing else, as it is."""
    words = tuple(_without(word) for word in line.words if not ALONE.fullmatch(word.text))
    return line if not words or words == tuple(line.words) else replace(line, words=words)


def _without(word: Word) -> Word:
    found = GLUED.fullmatch(word.text)
    return replace(word, text=found["head"]) if found is not None and is_header_word(found["head"]) else word
