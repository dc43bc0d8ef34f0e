"""Holdings without a column header: `AAPL Apple Inc 100 150.00 15000.00`, taken only where the product proves the row.

Asked after the general reader, and only for files in which that found no position.
"""

import re
from collections.abc import Sequence

from core.ingest.amounts import read_amount
from core.ingest.events import Cell, Event, Record, Trouble, Where
from core.ingest.facts import facts_of
from core.ingest.security import ties
from core.ingest.words import Line, phrases, span

ROW = re.compile(r"^([A-Z]{1,5}(?:\.[A-Z])?)\s+([A-Za-z].*?)\s+(\S+)\s+(\S+)\s+(\S+)$")


def headless_events(pages: Sequence[Sequence[Line]]) -> list[Event]:
    """Facts and rows of pages without headers; empty where no row proves itself."""
    events: list[Event] = []
    rows = 0
    for line in (line for lines in pages for line in lines):
        where = Where(line.page, None, span(line.words))
        record = _row(line, where)
        if record is None:
            events.extend(facts_of([" ".join(word.text for word in run) for run in phrases(line.words, 1.0)], where))
        else:
            rows += 1
            events.append(record)
    if not rows:
        return []
    note = f"{rows} rows stand under no column header; each is taken as quantity, price, value as the product proves it"
    return [*events, Trouble(note, Where(), "warning")]


def _row(line: Line, where: Where) -> Record | None:
    match = ROW.match(line.text)
    numbers = [read_amount(text) for text in match.groups()[2:]] if match else []
    if match is None or len(numbers) != 3 or any(number is None or number.percent for number in numbers):
        return None
    quantity, price, value = (number.value for number in numbers if number is not None)
    if quantity <= 0 or price <= 0 or value <= 0 or not ties(quantity, price, type(value)(1), value):
        return None
    symbol, name, *printed = match.groups()
    cells = dict(zip(("quantity", "price", "value"), (Cell(text) for text in printed), strict=True))
    return Record("holdings", {"symbol": Cell(symbol), "description": Cell(name), **cells}, where)
