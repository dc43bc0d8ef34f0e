"""Symbols at the edge over the names they belong to: `QZAB` alone over `Quill Corp  40  10.50`, or beside figures.

A symbol may as well stand under its name. What a table begins with tells which: over the names, where symbols stand
right under its head and its headings, and none right over a sum or at the end. They go behind their names then, in
parentheses, as other papers print them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.ingest.heads.columns import find_header
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.identifiers import is_bare_ticker, labelled
from core.ingest.lexicon.sections import WORDS, is_section_heading, total_name
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.rows.block_lines import is_reinvested
from core.ingest.rows.lot_rows import begins_with_day

EDGE, NEAR, ROOM = 1.5, 1.2, 1.0
"""How far edges differ in points; how near symbol and name stand, and what is free before figures, in type sizes."""
FORWARD = re.compile(r"(?:(?:total|balance|sub-?total) )?(?:carried|brought) (?:forward|over)\b", re.I)
ENDS = re.compile(r"(?:fund|etf|trust|bond|stock|note|index|shares|class)(?: (?:fund|etf|trust|shares))?", re.I)
"""Ends of names, that are none of a table's parts."""
BLANK = 0.25
LEAST = 2
"""So many symbols over names at least has a paper that prints them so."""


@dataclass(frozen=True, slots=True)
class Edged:
    """A line at the edge of the names: its first phrase, and whether that is a symbol or parts the table."""

    place: int
    first: Sequence[Word]
    symbol: bool
    parts: bool


def has_symbols_over(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether a paper prints some symbols alone at an edge right over or under a name."""
    found = {text for lines in pages for one, line in pairwise(lines) if (text := _alone(one)) and _is_name(one, line)}
    return len(found) >= LEAST


def with_symbols_behind(lines: Sequence[Line], header: Header) -> list[Line]:
    """The lines under a head, each symbol that stands over a name behind it; as they are where none does so."""
    name = next((one for one in header.columns if one.role == "description"), None)
    asked = header.has("symbol") or any(one.under in NAMES for one in header.columns)
    first = next((line for line in lines if _alone(line)), None)
    if name is None or asked or header.kind not in ("holdings", "lots") or first is None:
        return list(lines)
    end = next((at for at in range(len(lines)) if find_header(lines, at) is not None), len(lines))
    edged = _told(_at_edge(lines[:end], first.words[0].x0))
    over = bool(edged) and _stand_over(edged, lines)
    return [*_moved(lines[:end], edged), *lines[end:]] if over else list(lines)


def _alone(line: Line) -> str:
    """The symbol that is the first phrase of a line; empty where none is."""
    first = phrases(line.words, ROOM)[0]
    text = first[0].text
    alone = len(first) == 1 and is_bare_ticker(text) and text.isupper() and text.lower() not in WORDS
    return text if alone and not is_section_heading(text) else ""


def _is_name(symbol: Line, line: Line) -> bool:
    """Whether a line right under a symbol, at its edge, begins with words that may be a name."""
    first = phrases(line.words, ROOM)[0]
    near = -0.1 * line.size < line.top - symbol.bottom < NEAR * line.size and symbol.page == line.page
    aligned = abs(first[0].x0 - symbol.words[0].x0) < EDGE
    words = len(first) > 1 and first[0].text[:1].isalnum() and not _alone(line)
    return near and aligned and words and not labelled(text_of(first)) and not _parts(first) and not _is_lot(first)


def _is_lot(first: Sequence[Word]) -> bool:
    """Whether a phrase stands for the name of a lot: its day, `Acquired 10/24/17 L`, or that it was reinvested."""
    text = text_of(first)
    return begins_with_day(text) or is_reinvested(text)


def _parts(first: Sequence[Word]) -> bool:
    """Whether a phrase is a heading, a sum or a balance of cash."""
    text = text_of(first)
    if FORWARD.match(text):
        return True
    return total_name(text) is not None or is_section_heading(text) or CASH_ALONE.fullmatch(text) is not None


def _at_edge(lines: Sequence[Line], edge: float) -> Iterator[Edged]:
    for place, line in enumerate(lines):
        if abs(line.words[0].x0 - edge) < EDGE:
            first = phrases(line.words, ROOM)[0]
            yield Edged(place, first, bool(_alone(line)), _parts(first))


def _told(edged: Iterator[Edged]) -> list[Edged]:
    """The lines at the edge; a symbol right over another is the end of a name."""
    found = list(edged)
    ends = {id(one) for one, below in pairwise(found) if below.symbol}
    return [replace(one, symbol=one.symbol and id(one) not in ends) for one in found]


def _stand_over(edged: Sequence[Edged], lines: Sequence[Line]) -> bool:
    """Whether the symbols stand over names: they begin the table and its parts, and each has a name under it.

    Where names begin more of them the symbols stand under those.
    """
    behind = [*edged[1:], None]
    parted = [True, *(one.parts and ENDS.fullmatch(text_of(one.first)) is None for one in edged)]
    begun = [(one, below) for part, one, below in zip(parted, edged, behind, strict=False) if part and not one.parts]
    over = sum(one.symbol for one, _ in begun)
    under = sum(not one.symbol and below is not None and below.symbol for one, below in begun)
    pairs = [(one, below) for one, below in zip(edged, behind, strict=True) if one.symbol]
    named = all(below is not None and _is_name(lines[one.place], lines[below.place]) for one, below in pairs)
    return over > under and named


def _moved(lines: Sequence[Line], edged: Sequence[Edged]) -> list[Line]:
    """The lines with the name and the symbol in the place of the symbol where figures stand beside it, else below."""
    found: list[Line | None] = list(lines)
    for one, below in pairwise(edged):
        if not one.symbol:
            continue
        upper, lower = lines[one.place], lines[below.place]
        beside, rest = upper.words[1:], lower.words[len(below.first) :]
        named = _behind(below.first, upper.words[0], beside or rest)
        found[one.place] = replace(upper, words=(*named, *beside)) if beside else None
        found[below.place] = _line(lower, rest if beside else (*named, *rest))
    return [line for line in found if line is not None]


def _line(line: Line, words: Sequence[Word]) -> Line | None:
    return replace(line, words=tuple(words)) if words else None


def _behind(name: Sequence[Word], symbol: Word, beside: Sequence[Word]) -> list[Word]:
    """The words of a name and its symbol in parentheses, closer together where figures leave them no room."""
    last, size = name[-1], name[-1].size
    begin = last.x1 + BLANK * size
    told = replace(last, text=f"({symbol.text})", x0=begin, x1=begin + symbol.x1 - symbol.x0 + BLANK * size)
    left, top = name[0].x0, symbol.top if beside and beside[0].top < last.top - 1 else last.top
    room = beside[0].x0 - ROOM * size - left if beside else told.x1 - left
    scale = min(1.0, room / (told.x1 - left))
    return [
        replace(word, x0=left + (word.x0 - left) * scale, x1=left + (word.x1 - left) * scale,
                top=top, bottom=top + word.bottom - word.top)
        for word in (*name, told)
    ]  # fmt: skip
