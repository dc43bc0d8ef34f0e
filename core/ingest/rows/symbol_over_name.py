"""A symbol on a line of its own over the name, with the figures beside it: `QZAB  120.00  25.10` over `Quill Corp`.

Where all rows without another identifier are set so, the line beside the figures is the symbol, the one below the name.
"""

from collections.abc import Sequence

from core.ingest.lexicon.asset_kinds import CASH_ALONE, MONEY_NAME
from core.ingest.lexicon.contracts import tells_terms
from core.ingest.lexicon.identifiers import is_bare_ticker, labelled
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.rows.row_keys import symbol_of

LEAST = 2
"""So many rows at least must be set so: one name may be a word that could be a symbol."""


def symbol_over_name(events: Sequence[Event]) -> None:
    """Give rows of holdings whose symbol stands over their name both."""
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings" and _is_bare(event)]
    if len({row.cells["description"].text for row in rows}) < LEAST or not all(map(_has_name_below, rows)):
        return
    for row in rows:
        box = row.cells["description"].box
        row.cells["symbol"], row.cells["description"] = row.cells["description"], Cell(row.details.pop(0), box)


def _is_bare(row: Record) -> bool:
    """Whether a row with units is that of a share without any identifier but what may stand for its name."""
    if set(NAMES) & set(row.cells) != {"description"} or "quantity" not in row.cells or "acquired" in row.cells:
        return False
    text = row.cells["description"].text
    apart = CASH_ALONE.fullmatch(text) or MONEY_NAME.search(text) or tells_terms(" ".join([text, *row.details]))
    return not (apart or symbol_of(row) or labelled(" ".join([text, *row.details])))


def _has_name_below(row: Record) -> bool:
    """Whether a row's only word is a symbol, over a name of several words."""
    below = row.details[0] if row.details else ""
    return is_bare_ticker(row.cells["description"].text) and " " in below and below[:1].isalpha() and ":" not in below
