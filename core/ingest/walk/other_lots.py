"""Lots under a line of text right below a row that is bought on one day: they are those of the security it names.

`QUILL CORP  03/01/21  40  10.50  420.00` over `EMBER CORP` over two lots and their sum: the first row is whole, and the
lots are priced otherwise, or their sum is not that of its units.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import number
from core.ingest.lexicon.identifiers import PAREN, is_identifier, labelled
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import reads_as_note
from core.ingest.nouns.words import Line
from core.ingest.rows.rows import Row, read_row

WHOLE = frozenset({"quantity", "value", "acquired"})


def names_other_lots(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line of text stands between a row of one whole purchase and lots that are none of its security."""
    record, header = state.record, state.header
    if record is None or header is None or state.row is None or state.row.kind != "record":
        return False
    if (
        not set(record.cells) >= WHOLE
        or read_date(record.cells["acquired"].text) is None
        or _tells_more(lines[at].text)
    ):
        return False
    rows = [read_row(line, header) for line in lines[at + 1 :]]
    lots = list(itertools.takewhile(lambda row: row.kind == "lot", rows))
    if not lots:
        return False
    prices, own = set(_prices(lots)) - {None}, number(record.cells.get("price"))
    priced = own is not None and len(prices) == 1 and own not in prices
    return priced or _adds_up(lots, rows[len(lots)] if len(lots) < len(rows) else None)


def _tells_more(text: str) -> bool:
    """Whether a line is a note or an identifier of the row above, and no name."""
    told = is_identifier(text) or PAREN.fullmatch(text) is not None or bool(labelled(text))
    return told or ":" in text or reads_as_note(text)


def _prices(lots: Sequence[Row]) -> Iterator[Decimal | None]:
    return (number(row.cells.get("price")) for row in lots)


def _adds_up(lots: Sequence[Row], end: Row | None) -> bool:
    """Whether the row under lots is the sum of their units alone."""
    units = [number(row.cells.get("quantity")) for row in lots]
    held = sum((one for one in units if one is not None), Decimal(0))
    summed = number(end.cells.get("quantity")) if end is not None else None
    return summed is not None and held == summed
