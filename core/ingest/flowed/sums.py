"""Sums that text without columns prints: which of their figures is the value, found by what the rows add up to."""

from collections.abc import Sequence
from decimal import Decimal

from core.ingest.flowed.rows import Parts
from core.ingest.heads.placing import summed
from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.events import Cell, Record

MOST_ROWS = 120


def sum_of(rows: Sequence[Record], parts: Parts) -> dict[str, Cell]:
    """The figures of a sum that are what these rows add up to; empty where none is their value."""
    return {role: Cell(text) for role, text in summed(rows, parts.amounts).items()} if rows else {}


def own_total(rows: Sequence[Record], money: Sequence[Decimal], parts: Parts) -> str | None:
    """The figure that the rows of the account are worth together with one amount of cash; None where there is none."""
    worth = sum((amount.value for row in rows if (amount := read_amount(row.cells["value"].text))), Decimal(0))
    held = {worth, *(worth + cash for cash in money)}
    return next((text for text in parts.amounts if (amount := read_amount(text)) and amount.value in held), None)


def of_the_last(rows: Sequence[Record], parts: Parts) -> dict[str, Cell]:
    """The figures of a sum that are what the last rows of the account add up to, however many; empty where none are."""
    for start in range(len(rows) - 1, max(len(rows) - MOST_ROWS, 0) - 1, -1):
        if found := sum_of(rows[start:], parts):
            return found
    return {}
