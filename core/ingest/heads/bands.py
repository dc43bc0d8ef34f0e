"""Lines of head words that may be the head of a table: one to four under one another, and nothing else among them."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.sections import is_section_heading, kind_of_section
from core.ingest.lexicon.vocabulary import is_header_word, known_role
from core.ingest.nouns.words import Line, phrases

SPOKEN_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? (?:19|20)\d\d\b|,|\b)", re.I
)
PAR = ("$100", "$1,000", "/100", "$100)", "($100")
HALF_WAY = 0.2
"""How deep a line stands in the height of its neighbours, in type sizes, where it is half way between them."""
LEAST_NAMED = 2
"""More words than these has a symbol with the name of its security."""


def depth_of(band: Sequence[Line]) -> int:
    """How many lines lie under one another; heads of two and of three lines beside them lie half way between."""
    count, bottom = 0, -1e9
    for line in band:
        if line.top > bottom - HALF_WAY * line.size:
            count, bottom = count + 1, line.bottom
    return count


def is_section_under(line: Line) -> bool:
    """Whether a line under a head is the first section of its table: one phrase of several words that names a kind."""
    alone = len(phrases(line.words)) == 1 and len(line.words) > 1
    return alone and kind_of_section(line.text) is not None and known_role(line.text) is None


def is_band(band: Sequence[Line]) -> bool:
    sizes = [line.size for line in band]
    if max(sizes) > 1.23 * min(sizes):
        return False
    for place, line in enumerate(band):
        words = _without_dates(_without_section(line))
        strange = sum(not is_header_word(word) and not is_date(word) and word not in PAR for word in words)
        numbers = sum(read_amount(word) is not None and not word.isdigit() and word not in PAR for word in words)
        if any(word.endswith(":") for word in words[:-1]):
            return False
        if numbers or strange > len(words) / 3 or (strange and len(words) < 3 and len(words) == len(line.words)):
            return False
        if place and (line.top - band[place - 1].bottom > 0.9 * line.size or _is_security(line)):
            return False
    return True


def _is_security(line: Line) -> bool:
    """Whether a line under heads begins with a name and its symbol, `QZAB Quill Total Market Fund`.

    The symbol may stand behind it, `Quill Total Market Fund (QZAB)`.
    """
    first = [word.text for word in phrases(line.words, 1.0)[0]]
    small = any(mark.islower() for word in first for mark in word)
    symbols = [first[0], *([first[-1].strip("()")] if first[-1].startswith("(") else [])]
    told = any(is_bare_ticker(word) and not is_header_word(word) for word in symbols)
    return len(first) > LEAST_NAMED and small and told


def stacks(band: Sequence[Line]) -> bool:
    """Whether some line has several labels, and no line is one phrase at the left edge (that is a heading).

    A head at half height between two lines of others is none: its cell stands in the middle of the row of heads.
    """
    counts = [len(phrases(line.words)) for line in band]
    left = min(line.words[0].x0 for line in band)
    lone = [len(phrases(line.words, 0.8)) == 1 and line.words[0].x0 < left + 3 for line in band]
    between = [_half_way(lines) for lines in zip([None, *band[:-1]], band, [*band[1:], None], strict=True)]
    headings = [one and not half for one, half in zip(lone, between, strict=True)]
    return max(counts) >= 2 and not (len(band) > 1 and any(headings))


def _half_way(lines: tuple[Line | None, Line, Line | None]) -> bool:
    """Whether the middle of three lines stands in the height of the other two."""
    above, line, below = lines
    deep = HALF_WAY * line.size
    return above is not None and below is not None and above.bottom - line.top > deep < line.bottom - below.top


def _without_section(line: Line) -> list[str]:
    """The words of a line without the section that stands in its corner, `Mutual Funds | Price | Quantity`."""
    first, *rest = phrases(line.words)
    corner = " ".join(word.text for word in first)
    apart = bool(rest) and known_role(corner) is None and is_section_heading(corner)
    return [word.text for word in (line.words[len(first) :] if apart else line.words)]


def _without_dates(words: Sequence[str]) -> list[str]:
    """The words of a line without its dates, with or without a year."""
    text = SPOKEN_DATE.sub(" ", " ".join(words))
    return [word for word in text.split() if not is_date(word) and not re.fullmatch(r"(?:19|20)\d\d", word)]
