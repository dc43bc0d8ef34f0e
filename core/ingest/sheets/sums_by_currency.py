"""Sums of a table whose rows are in several currencies: each sum that names one is that of the rows in it.

`Total,Stocks,CAD` under the Canadian shares, `Total,Stocks,USD` under the American ones.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.lexicon.amounts import CURRENCIES
from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Record, Total


def with_sums_by_currency(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events with the currency in the name of each sum of the rows in one of several."""
    rows: dict[int, list[Record]] = {}
    for event in events:
        if isinstance(event, Record) and event.kind == "holdings":
            rows.setdefault(event.table, []).append(event)
    several = {table: own for table, own in rows.items() if len({*map(_currency, own)} - {""}) > 1}
    return [
        _of_currency(event, several[event.table], comma)
        if isinstance(event, Total) and event.table in several
        else event
        for event in events
    ]


def _of_currency(total: Total, rows: Sequence[Record], comma: bool) -> Total:
    """The sum under its own name and currency; one without a name only where the rows in its currency make it up."""
    told = _currency(total)
    if not told or (not total.name and _worth(rows, told, comma) != number(total.cells.get("value"), comma)):
        return total
    return replace(total, name=f"{total.name or 'holdings'} {told}")


def _worth(rows: Sequence[Record], currency: str, comma: bool) -> Decimal | None:
    """What the rows in a currency are worth together; None where one does not say."""
    worths = [number(row.cells.get("value"), comma) for row in rows if _currency(row) == currency]
    return None if None in worths else sum((worth for worth in worths if worth is not None), Decimal(0))


def _currency(event: Record | Total) -> str:
    """The currency that a row or a sum names in a column of its own."""
    told = event.cells["currency"].text.strip() if "currency" in event.cells else ""
    return told if told in CURRENCIES else ""
