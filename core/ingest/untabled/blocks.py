"""Holdings that lines of their own tell, outside any table: what each is, and which lines of a page tell it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.figures import number, ties_at_any
from core.ingest.nouns.events import Cell, Event, Record

DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}", re.I)
"""A day in a line, as a lot has one."""

PRIVATE = frozenset({"commitment", "called", "unfunded"})


@dataclass(frozen=True, slots=True)
class Block:
    """The lines `first` to `last` of a page and what they tell, in order; `shape` is alike for blocks printed alike."""

    first: int
    last: int
    events: tuple[Event, ...]
    shape: tuple[str, ...] = ()
    proven: bool = True


def is_proven(cells: dict[str, Cell]) -> bool:
    """Whether units times price are the value of a holding, or a private fund tells what of it was called or is not."""
    units, price, value = (number(cells.get(role)) for role in ("quantity", "price", "value"))
    if units is None or price is None or value is None:
        return value is not None and "commitment" in cells and len(PRIVATE & set(cells)) > 1
    return bool(value) and ties_at_any(units, price, value)


def sure(found: Sequence[Block]) -> list[Block]:
    """The blocks that prove themselves, and those printed as they are."""
    shapes = {block.shape for block in found if block.proven}
    return [block for block in found if block.shape in shapes]


def records_in(blocks: Sequence[Block]) -> list[Record]:
    """The holdings, and what was done in them."""
    return [event for block in blocks for event in block.events if isinstance(event, Record)]
