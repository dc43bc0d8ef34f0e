"""Symbol and name in one cell, `QZAB  Quill Holdings Inc`: parted where each row of a table prints both so.

Under a head that says symbol a cell of words is at least a name: whoever reads it sees that the symbol is not known.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.data import load
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.identifiers import CLASS, NOT_TICKERS, is_bare_ticker, option_symbol
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.rows.row_keys import symbol_of

FIRST = re.compile(
    rf"(?P<symbol>[A-Z]{{1,5}}{CLASS}?)(?:\s*[-–—|:/·]\s+|\s+)"
    r"(?P<name>[A-Za-z](?:(?!(?i:security id|cusip|isin|symbol|ticker)).)*[a-z]{2}.*)"
)
"""A symbol and a name in small letters, before whatever label of an identifier."""
OPTION = re.compile(r"\b(?:call|put)s?\b.*\d|\d.*\b(?:call|put)s?\b", re.I)
HOUSES = frozenset(load("marks")["houses_of_funds"])
LEAST = 3
"""So many rows must print a symbol first where no head says so: a name may begin with capitals too."""


def symbol_and_name(events: Sequence[Event]) -> None:
    """Give rows of holdings whose names stand in one cell their symbol and their name apart."""
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    _part([row for row in rows if _names(row) == {"symbol"}], "symbol", 1)
    for row in rows:
        if _names(row) == {"symbol"} and _is_name(row.cells["symbol"].text):
            row.cells["description"] = row.cells.pop("symbol")
    if all(_names(row) == {"description"} and not symbol_of(row) for row in rows):
        _part(rows, "description", LEAST)


def _part(rows: Sequence[Record], role: str, least: int) -> None:
    """Part the cells where all of them, but for options and cash, begin with a symbol of their own."""
    shares = [row for row in rows if not _is_apart(row.cells[role].text) and " " in row.cells[role].text]
    found = [match for row in shares if (match := FIRST.fullmatch(row.cells[role].text)) and _is_symbol(match, role)]
    names = {match["symbol"]: match["name"] for match in found}
    told_alike = all(names[match["symbol"]] == match["name"] for match in found)
    if len(names) < least or len(found) < len(shares) or not told_alike:
        return
    for row, match in zip(shares, found, strict=True):
        box = row.cells[role].box
        row.cells["symbol"], row.cells["description"] = Cell(match["symbol"], box), Cell(match["name"], box)


def _is_symbol(match: re.Match[str], role: str) -> bool:
    """Whether the first word is a symbol: under a head of names no word with which names begin."""
    symbol = match["symbol"]
    return symbol not in NOT_TICKERS | HOUSES or (role == "symbol" and len(symbol) == 1)


def _names(row: Record) -> set[str]:
    return set(NAMES) & set(row.cells)


def _is_apart(text: str) -> bool:
    """Whether a cell names an option or cash."""
    return bool(OPTION.search(text)) or option_symbol(text) is not None or CASH_ALONE.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    """Whether a cell under a head of symbols is a name of several words, and none ends in a symbol."""
    words = text.split()
    small = any(word[1:].islower() for word in itertools.islice(words, 1, None))
    return (small and not is_bare_ticker(words[-1])) or (len(words) > 1 and OPTION.search(text) is not None)
