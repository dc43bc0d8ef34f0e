"""Symbols in small letters before the names of securities, as appraisals print them: `vpws Ember Shipping Ltd`."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Event, Record

SYMBOL_FIRST = re.compile(r"(?P<symbol>[a-z]{1,5}(?:[./-][a-z])?)\s+(?P<name>[A-Z][^\s]*(?:\s.*)?)")
LEAST = 2


def leading_symbols(events: Sequence[Event]) -> None:
    """Give rows of holdings their symbol, where several rows print one so and no name begins small otherwise."""
    rows = [
        event
        for event in events
        if isinstance(event, Record) and event.kind == "holdings" and set(NAMES) & set(event.cells) == {"description"}
    ]
    small = [row for row in rows if row.cells["description"].text[:1].islower()]
    found = [match for row in small if (match := SYMBOL_FIRST.fullmatch(row.cells["description"].text))]
    if len(found) < LEAST or len(found) < len(small):
        return
    for row, match in zip(small, found, strict=True):
        box = row.cells["description"].box
        row.cells["symbol"] = Cell(match["symbol"].upper(), box)
        row.cells["description"] = Cell(match["name"], box)
