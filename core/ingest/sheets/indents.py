"""Rows of Excel cells as their values, names that the format indents with blanks before them as in a text."""

from collections.abc import Iterable, Iterator
from typing import Any

BLANKS = "    "
DEEPEST = 15


def indented(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The values of each row; the first is set in by the indent of its cell, as outlines of accounts are."""
    for cells in rows:
        values = tuple(cell.value for cell in cells)
        if values and isinstance(values[0], str) and cells[0].has_style:
            values = (BLANKS * _indent(cells[0]) + values[0], *values[1:])
        yield values


def _indent(cell: Any) -> int:
    """How many steps the format of a cell sets its text in."""
    return min(int(cell.alignment.indent or 0), DEEPEST)
