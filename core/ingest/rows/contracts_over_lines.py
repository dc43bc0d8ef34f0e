"""The symbol of an option that its narrow column breaks: `QZAB 12/18/2026` over `600.00 P`, beside the name."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.identifiers import is_bare_ticker, option_symbol
from core.ingest.nouns.events import Cell, Event, Record

DAY_FIRST = re.compile(r"(?P<day>\d{1,2}/\d{1,2}/\d{2,4})(?: (?P<name>\D.*))?")
"""The day of a contract and the name behind it, where the root alone stands in the column of symbols."""
TERMS_FIRST = re.compile(r"(?P<terms>\$?[\d,]+(?:\.\d+)? ?[CP])(?: (?P<more>.+))?")


def contracts_over_lines(events: Sequence[Event]) -> None:
    """Give rows of options the symbol whose parts stand before the name and before the line below it."""
    for row in events:
        if isinstance(row, Record) and row.kind == "holdings" and "symbol" in row.cells and row.details:
            _put_together(row)


def _put_together(row: Record) -> None:
    first = DAY_FIRST.fullmatch(row.cells["description"].text) if "description" in row.cells else None
    below = TERMS_FIRST.fullmatch(row.details[0].strip())
    if first is None or below is None or not first["name"] or not is_bare_ticker(row.cells["symbol"].text):
        return
    whole = f"{row.cells['symbol'].text} {first['day']} {below['terms']}"
    if option_symbol(whole) is None:
        return
    row.cells["symbol"] = Cell(whole, row.cells["symbol"].box)
    row.cells["description"] = Cell(first["name"], row.cells["description"].box)
    row.details[:1] = [below["more"]] if below["more"] else []
    row.places[:1] = row.places[:1] if below["more"] else []
