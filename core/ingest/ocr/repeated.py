"""Numbers of accounts and long words that a statement prints again and again: read twice alike, they are known.

Where the voices differ on one of them, the reading that stands elsewhere on the pages, agreed on by both, is right if
the other reading stands nowhere. Amounts, days and symbols are left in doubt: another row may have the other one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.nouns.words import Line, Word
from core.ingest.ocr.doubts import Doubt, Doubts

NUMBER = re.compile(r"(?=(?:.*\d){5})(?:(?=.*[A-Za-z-])|(?=\d{7}))[A-Za-z0-9-]+")
LONG = re.compile(r"[A-Za-z]{6,}")
EDGES = "().,:;'\""


def with_repeated(pages: Sequence[Sequence[Line]], doubts: Sequence[Doubt]) -> tuple[list[list[Line]], list[Doubt]]:
    """The lines with such words as they stand elsewhere, and the doubts that are left."""
    told = Doubts(doubts)
    words = [(line.page, word) for lines in pages for line in lines for word in line.words]
    sure = {_plain(word.text) for page, word in words if told.at(page, word.box) is None}
    answers = {place: text for place, text in ((_place(one), _known(one, sure)) for one in doubts) if text is not None}
    if not answers:
        return [list(lines) for lines in pages], list(doubts)
    changed = [[_line(line, answers) for line in lines] for lines in pages]
    return changed, [one for one in doubts if _place(one) not in answers]


def _known(doubt: Doubt, sure: set[str]) -> str | None:
    """The reading that stands elsewhere, where the other does not and both are such words."""
    kept, other = _plain(doubt.text), _plain(doubt.other)
    if not any(shape.fullmatch(kept) or shape.fullmatch(other) for shape in (NUMBER, LONG)):
        return None
    if not other or (kept in sure) == (other in sure) or abs(len(kept) - len(other)) > 1:
        return None
    return doubt.text if kept in sure else doubt.other


def _line(line: Line, answers: dict[tuple[object, ...], str]) -> Line:
    words = tuple(_word(line.page, word, answers) for word in line.words)
    return line if words == line.words else replace(line, words=words)


def _word(page: int, word: Word, answers: dict[tuple[object, ...], str]) -> Word:
    text = answers.get((page, word.box, word.text), word.text)
    return word if text == word.text else replace(word, text=text)


def _place(doubt: Doubt) -> tuple[object, ...]:
    return doubt.page, doubt.box, doubt.text


def _plain(text: str) -> str:
    return text.strip(EDGES)
