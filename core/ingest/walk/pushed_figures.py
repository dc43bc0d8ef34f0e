"""Figures that stand beside their heads, as programs that copy a page as text push the cells of a line together.

A row with a figure for each head is read in their order where that multiplies out, a sum where the rows above make it,
and only where that is not so of the figures as they stand.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.heads.assign import Token, tokens_of
from core.ingest.lexicon.figures import read, ties_at_any
from core.ingest.lexicon.vocabulary import DATES, NUMBERS, TEXTS
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Column, Header
from core.ingest.rows.rows import Row
from core.ingest.walk.taking_sums import sums_up

FIGURES = ("number", "percent", "blank")
OF_A_UNIT = frozenset({"quantity", "price", "unit_cost"})
"""What no sum prints."""


def put_right(state: Open, row: Row) -> Row:
    """The row with its figures in the order of the heads, where that is proven; as it is read everywhere else."""
    if state.header is None or state.header.kind != "holdings":
        return row
    columns = _of_figures(state.header.columns)
    if row.kind == "total":
        columns = [one for one in columns if one.role not in OF_A_UNIT]
    elif row.kind != "record" or not row.spare:
        return row
    moved = _in_order(row, _figures(row, state.header), columns)
    if moved is None or moved.cells == row.cells:
        return row
    if row.kind == "total":
        return moved if _is_sum(state, moved) and not _is_sum(state, row) else row
    return moved if _multiplies(moved) and not _multiplies(row) else row


def _is_sum(state: Open, row: Row) -> bool:
    """Whether the value of a row is what the rows above add up to."""
    return "value" in row.cells and sums_up(state, row)


def _figures(row: Row, header: Header) -> list[Token]:
    """The figures of a row, from the left; those in its name are none."""
    return [one for one in tokens_of(row.line.words, header.columns) if one.kind in FIGURES]


def _of_figures(columns: Sequence[Column]) -> list[Column]:
    """The columns right of the names that hold figures, those that are not read among them."""
    begin = next((one.x0 for one in columns if one.role == "description"), -1e9)
    return [one for one in columns if one.x0 > begin and (one.role is None or one.role not in DATES | TEXTS)]


def _in_order(row: Row, figures: Sequence[Token], columns: Sequence[Column]) -> Row | None:
    """The row with one figure in each column, from the left; None where there are more or fewer."""
    if len(figures) != len(columns):
        return None
    kept = {role: cell for role, cell in row.cells.items() if role not in NUMBERS}
    read_in = {
        column.role: Cell(token.text, token.box)
        for column, token in zip(columns, figures, strict=True)
        if column.role is not None and column.role in NUMBERS
    }
    return replace(row, cells={**kept, **read_in}, spare=())


def _multiplies(row: Row) -> bool:
    """Whether units at their price are the value."""
    amounts = [read(row.cells.get(role)) for role in ("quantity", "price", "value")]
    quantity, price, value = (amount.value if amount is not None else None for amount in amounts)
    if not quantity or not price or not value:
        return False
    return ties_at_any(quantity, price, value)
