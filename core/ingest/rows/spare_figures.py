"""Figures of a row that stand in no column known by its head: one that is what the row lacks is put there, and told.

`Price ($)Cost Basis` set without a gap may be read as one head; the prices under it then stand in no column. Where a
row prints units and a value, and one such figure alone makes the value of the units, it is their price.
"""

from collections.abc import Iterator, Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import number, ties_at_any
from core.ingest.nouns.events import Cell, Event, Record, Trouble, Where


def unplaced(text: str) -> str:
    """What is said of a figure that found no column."""
    return f"the number {text} stands in no known column"


def with_figures_placed(events: Sequence[Event], comma: bool) -> Sequence[Event]:
    """The events, each row with the spare figure that it lacks; nothing is said any more of a figure so placed."""
    placed: set[tuple[Where, str]] = set()
    for record in (event for event in events if isinstance(event, Record) and event.spare):
        found = {(role, text) for text in record.spare for role in _fits(record, text, comma)}
        if len(found) == 1:
            ((role, text),) = found
            record.cells[role] = Cell(text, record.where.box)
            record.repaired = f"{unplaced(text)}; read as the {role}, since quantity x price = value"
            placed.add((record.where, unplaced(text)))
    if not placed:
        return events
    return [event for event in events if not isinstance(event, Trouble) or (event.where, event.message) not in placed]


def _fits(record: Record, text: str, comma: bool) -> Iterator[str]:
    """The figures that the row lacks and that this one is by those it has."""
    figure = read_amount(text, comma)
    worth, units, price = (number(record.cells.get(role), comma) for role in ("value", "quantity", "price"))
    if record.kind != "holdings" or figure is None or not figure.value or worth is None:
        return
    if "price" not in record.cells and units and ties_at_any(units, figure.value, worth):
        yield "price"
    if "quantity" not in record.cells and price and ties_at_any(figure.value, price, worth):
        yield "quantity"
