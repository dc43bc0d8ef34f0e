"""Figures of a table file that lost the noughts at their end, `14` for 14.00, as workbooks and what is made of them do.

What a price may be off by is told by its printed places, and `14` may be anything from 13.5 to 14.5. Where others of
its column print two places or more, it is 14.00.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.ingest.nouns.events import Cell, Event, Record

MONEY = ("price", "value", "cost", "gain")
PLACES = 2


def with_places(events: Sequence[Event], comma: bool) -> None:
    """Give amounts and prices of less than two places those of their column, in place."""
    point = "," if comma else "."
    short: dict[tuple[int, str], list[tuple[dict[str, Cell], Cell]]] = defaultdict(list)
    full: set[tuple[int, str]] = set()
    for record in events:
        if isinstance(record, Record):
            for role, cell in _amounts(record):
                if point in cell.text[:-PLACES]:
                    full.add((record.table, role))
                else:
                    short[record.table, role].append((record.cells, cell))
    for (table, role), cells in short.items():
        for row, cell in cells if (table, role) in full else ():
            row[role] = replace(cell, text=_filled(cell.text, point))


def _amounts(record: Record) -> Iterator[tuple[str, Cell]]:
    return ((role, cell) for role in MONEY if (cell := record.cells.get(role)) is not None)


def _filled(text: str, point: str) -> str:
    """The amount with two places: `14` as `14.00`, `(1,250.5)` as `(1,250.50)`; other texts as they are."""
    others = ",' " if point == "." else ".' "
    found = re.fullmatch(rf"(\D*\d(?:[\d{others}]*\d)?)({re.escape(point)}\d)?([)-]?)", text)
    if found is None:
        return text
    return f"{found[1]}{found[2] or f'{point}0'}0{found[3]}"
