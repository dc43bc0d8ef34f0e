"""Symbols in a column of their own without a head, under one that says `Fund`, or under words that nobody knows: the
rows below tell of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.heads.columns import find_header
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NUMBERS
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, phrases, text_of

NAMED = ("symbol", "identifier", "cusip", "isin")
ALIGNED = 1.5
LEAST, SHARE, DISTINCT = 2, 0.7, 0.6
MOST_ROWS = 40
FEW = 3


def with_symbols(header: Header, below: Sequence[Line]) -> Header:
    """The header, with a column of symbols where most rows below have a ticker apart at one place without a head.

    A word that stands beside several names, `CASH`, `USD`, is none.
    """
    header = _with_tickers_under_unknown(_with_tickers_first(header, below), below)
    room = _room(header)
    if room is None or header.kind == "other":
        return header
    rows = [line for line in below[:MOST_ROWS] if line.words[-1].x1 > room[1] and read_amount(line.words[-1].text)]
    found = [(word, _name(line, word)) for line in rows if (word := _ticker(line, *room)) is not None]
    named = {name: word for word, name in found if abs(word.x0 - found[0][0].x0) < ALIGNED}
    same = [word for word, _ in found if abs(word.x0 - found[0][0].x0) < ALIGNED]
    told = {word.text for word in named.values()}
    if len(same) < LEAST or len(same) < SHARE * len(rows) or len(told) < DISTINCT * len(named):
        return header
    column = Column("", "symbol", min(word.x0 for word in same), max(word.x1 for word in same))
    columns = sorted((*header.columns, column), key=lambda one: one.x0)
    return replace(header, columns=tuple(columns))


def _with_tickers_first(header: Header, below: Sequence[Line]) -> Header:
    """The header, the first of two columns of names being that of symbols where most rows begin with a ticker there."""
    names = [column for column in header.columns if column.role == "description"]
    if len(names) != 2 or any(header.has(role) for role in NAMED):
        return header
    rows = [
        line for line in _down_to_the_next(header, below) if len(line.words) > 2 and read_amount(line.words[-1].text)
    ]
    rows = [line for line in rows if total_name(text_of(phrases(line.words, 1.0)[0])) is None]
    found = [line for line in rows if abs(line.words[0].x0 - names[0].x0) < ALIGNED and _begins(line, names[1].x0)]
    if len(found) < LEAST or len(found) < SHARE * len(rows):
        return header
    columns = (replace(one, role="symbol") if one is names[0] else one for one in header.columns)
    return replace(header, columns=tuple(columns))


def _down_to_the_next(header: Header, below: Sequence[Line]) -> Sequence[Line]:
    """The lines below a head, down to the next one that is another."""
    for at in range(min(MOST_ROWS, len(below))):
        other = find_header(below, at)
        if other is not None and not other.repeats(header):
            return below[:at]
    return below[:MOST_ROWS]


def _with_tickers_under_unknown(header: Header, below: Sequence[Line]) -> Header:
    """The header, a column whose head says nothing known being that of symbols where most rows have a ticker there."""
    if header.kind == "other" or header.has("symbol") or header.has("identifier"):
        return header
    rows = [line for line in below[:MOST_ROWS] if len(line.words) > FEW and read_amount(line.words[-1].text)]
    for place, column in enumerate(header.columns):
        over = [[word.text for word in line.words if _is_under(word, column)] for line in rows]
        told = [words[0] for words in over if len(words) == 1 and is_bare_ticker(words[0])]
        many = len(told) >= FEW and len(told) >= SHARE * len(rows) and len(set(told)) >= DISTINCT * len(told)
        if column.role is None and column.label and many:
            columns = (replace(one, role="symbol") if at == place else one for at, one in enumerate(header.columns))
            return replace(header, columns=tuple(columns))
    return header


def _is_under(word: Word, column: Column) -> bool:
    """Whether a word begins, ends or has its middle where its head does."""
    middle = (word.x0 + word.x1) / 2
    near = min(abs(word.x0 - column.x0), abs(word.x1 - column.x1), abs(middle - column.middle))
    return near < ALIGNED or column.x0 <= middle <= column.x1


def _begins(line: Line, name: float) -> bool:
    """Whether a line begins with one ticker before the column of names."""
    first, second = line.words[:2]
    return is_bare_ticker(first.text) and second.x0 > name - ALIGNED


def _room(header: Header) -> tuple[float, float] | None:
    """From where to where there is no head between that of the names and that of the first figure behind it."""
    name = next((column for column in header.columns if column.role == "description"), None)
    if name is None or any(header.has(role) for role in NAMED):
        return None
    after = [column for column in header.columns if column.x0 > name.x1]
    if not after or after[0].role not in NUMBERS:
        return None
    return name.x1, after[0].x0


def _name(line: Line, word: Word) -> str:
    """The words right before one that stands apart."""
    runs = [text_of(run) for run in phrases(line.words, 1.0) if run[-1].x1 < word.x0]
    return runs[-1] if runs else ""


def _ticker(line: Line, low: float, high: float) -> Word | None:
    """The ticker that stands apart from the name of a row, before its figures."""
    runs = phrases(line.words, 1.0)
    inside = [run for run in runs[1:] if run[0].x0 > low and run[-1].x1 < high + ALIGNED]
    alone = [run[0] for run in inside if len(run) == 1 and is_bare_ticker(run[0].text)]
    return alone[0] if len(alone) == 1 and read_amount(alone[0].text) is None else None
