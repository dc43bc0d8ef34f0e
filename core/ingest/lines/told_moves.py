"""Transactions under a head that does not name what was done, `What`, `Description`: the rows tell which column it is.

The same of the symbols of what was traded, under a head that says `Fund`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.ingest.heads.assign import assign, tokens_of
from core.ingest.heads.columns import find_header
from core.ingest.lexicon.doing import DONE
from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.vocabulary import DATES, NUMBERS
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line

TRADED = re.compile(r"\b(?:bought|buy|purchased?|sold|sell|sale|redeemed|redemption|reinvest\w*)\b", re.I)
TELLING = ("activity", "type")
NAMING = ("symbol", "identifier", "cusip", "isin")
MOST_ROWS, MOST_BETWEEN = 12, 3
MOST, ALL = 0.7, 1.0
Texts = dict[int, str]


def with_doing(header: Header, below: Sequence[Line]) -> Header:
    """The head of transactions with the column of what was done, where most rows below say it in one of no meaning.

    A lone column of names is that of symbols where nothing but tickers stands in it.
    """
    if header.kind != "activity" or any(map(header.has, TELLING)):
        return header
    rows = _rows(header, below)
    doing = _doing(header, rows)
    names = [place for place, one in enumerate(header.columns) if one.role == "description" and place != doing]
    if doing is None or not (names or any(map(header.has, NAMING))):
        return header
    header = _with(header, doing, "activity")
    if len(names) == 1 and not any(map(header.has, NAMING)) and _say(rows, names[0], is_bare_ticker, ALL):
        return _with(header, names[0], "symbol")
    return header


def _doing(header: Header, rows: Sequence[Texts]) -> int | None:
    """The column in which most rows say what was done; of several, as `Sold | Fees`, the one that tells trades."""
    places = [place for place, one in enumerate(header.columns) if one.role in (None, "other", "description")]
    found = [place for place in places if _say(rows, place, lambda text: DONE.match(text) is not None, MOST)]
    if len(found) > 1:
        found = [place for place in found if _say(rows, place, lambda text: TRADED.search(text) is not None, MOST)]
    return found[0] if len(found) == 1 else None


def _rows(header: Header, below: Sequence[Line]) -> list[Texts]:
    """What the rows under a head print in each column; a row has a day and a figure, few lines stand between two.

    They end where the next head begins.
    """
    rows: list[Texts] = []
    between = 0
    for at, line in enumerate(below):
        cells = assign(tokens_of(line.words, header.columns), header.columns).cells
        roles = {header.columns[place].role for place in cells}
        is_row = not roles.isdisjoint(DATES) and not roles.isdisjoint(NUMBERS)
        between = 0 if is_row else between + 1
        if len(rows) == MOST_ROWS or between > MOST_BETWEEN or (between and find_header(below, at) is not None):
            break
        rows += [{place: token.text for place, token in cells.items()}] if is_row else []
    return rows


def _say(rows: Sequence[Texts], place: int, fits: Callable[[str], bool], share: float) -> bool:
    """Whether so many of the rows print in a column what fits."""
    good = sum(place in row and fits(row[place]) for row in rows)
    return good > 0 and good >= share * len(rows)


def _with(header: Header, place: int, role: str) -> Header:
    """The head with a role for one of its columns."""
    columns = list(header.columns)
    columns[place] = replace(columns[place], role=role)
    return replace(header, columns=tuple(columns))
