"""Names over symbols beside figures, each read as the second line of the row above it: they go to their own rows.

`Quill Corp` over `QZAB  40  10.50` over `Tern Fund` over `TWXK  20  5.25`: the first row has its name and, below that,
its symbol and the name of the next; the last has a symbol and no name at all.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.identifiers import is_bare_ticker
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Event, Record

LEAST = 2


def names_of_next(events: Sequence[Event]) -> None:
    """Give the rows of each table that is set so their names and symbols."""
    rows = (event for event in events if isinstance(event, Record) and event.kind == "holdings")
    tables: dict[int, list[Record]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    for some in tables.values():
        shares = list(itertools.takewhile(_is_named_alone, some))
        if _are_shifted(shares):
            _shift(shares)


def _is_named_alone(row: Record) -> bool:
    """Whether a row with units has a name and no identifier in a column of its own."""
    return set(NAMES) & set(row.cells) == {"description"} and "quantity" in row.cells


def _are_shifted(rows: Sequence[Record]) -> bool:
    """Whether all rows but the first have a symbol for a name, and each but the last the name of the next below it."""
    if len(rows) < LEAST or not rows[0].details or rows[-1].details:
        return False
    first = not is_bare_ticker(rows[0].cells["description"].text) and is_bare_ticker(rows[0].details[0])
    others = all(is_bare_ticker(row.cells["description"].text) for row in rows[1:])
    below = [rows[0].details[1:], *(row.details for row in rows[1:-1])]
    return first and others and all(some and all(map(_is_name, some)) for some in below)


def _is_name(text: str) -> bool:
    return text[:1].isalpha() and ":" not in text and not is_bare_ticker(text)


def _shift(rows: Sequence[Record]) -> None:
    names = [[rows[0].cells["description"].text], rows[0].details[1:], *(row.details for row in rows[1:-1])]
    symbols = [rows[0].details[0], *(row.cells["description"].text for row in rows[1:])]
    for row, name, symbol in zip(rows, names, symbols, strict=True):
        box = row.cells["description"].box
        row.cells["symbol"], row.cells["description"] = Cell(symbol, box), Cell(" ".join(name), box)
    for row in rows:
        row.details, row.places = [], []
