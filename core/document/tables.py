"""Tables that break well: rules instead of boxes, the head repeated on every page, cells that wrap.

Rows come in blocks that stay together on one page where they can (a trade with its lots and reasons).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from core.document import ink
from core.document.ink import Colour, Style
from core.document.sheet import BODY_END, LEFT, TOP, Align, Sheet

GAP = 1.6
"""Millimetres between the text of two columns."""
TINT_INSET = 1.0
"""Millimetres between the edge of a tinted cell and its text."""
RULE_ROOM = 0.2
"""Millimetres that a tint keeps off the rule above it."""


class Paint(Protocol):
    """Draws into a cell; `alt` says in words what it shows."""

    @property
    def alt(self) -> str:
        """For those who cannot see it."""

    def __call__(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, width in millimetres and alignment."""

    head: str
    width: float
    align: Align = "L"


@dataclass(frozen=True, slots=True)
class Cell:
    """Text (or a drawing) in one or more columns."""

    text: str = ""
    style: Style = ink.TABLE
    fill: Colour | None = None
    paint: Paint | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; `pad` is the space above and below; `rule` draws a line below."""

    cells: tuple[Cell, ...]
    pad: float = 1.05
    rule: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and blocks of rows, placed at `x`; where it goes on over a page, `title` says what goes on."""

    columns: tuple[Column, ...]
    blocks: Sequence[Sequence[Row]] = field(default_factory=tuple)
    x: float = LEFT
    title: str = ""

    @property
    def width(self) -> float:
        """Millimetres of all columns together."""
        return sum(column.width for column in self.columns)


_Placed = tuple[Cell, float, float, list[str]]
"""A cell, its left edge, its width, its lines"""


def rows_of(*texts: Sequence[str], style: Style = ink.TABLE) -> list[list[Row]]:
    """Plain rows of text, each a block of its own with a rule below."""
    return [[Row(tuple(Cell(text, style) for text in line), rule=True)] for line in texts]


def draw(sheet: Sheet, table: Table) -> None:
    """Write the table from `sheet.y` on; the head comes again on every page, the last block never comes alone."""
    sheet.ensure(opening_height(sheet, table))
    with sheet.tag("Table"):
        _head(sheet, table)
        heights = [_height(sheet, table, block) for block in table.blocks]
        for place, block in enumerate(table.blocks):
            together = sum(heights[place : place + 2]) if place and place == len(heights) - 2 else heights[place]
            if sheet.y + together > BODY_END and together < BODY_END - TOP - _head_height(table):
                _go_on(sheet, table)
            for row in block:
                _row(sheet, table, row)
    sheet.y += 2.5


def opening_height(sheet: Sheet, table: Table) -> float:
    """What the head and the first block need together on a page (half a page at most)."""
    first = table.blocks[0] if table.blocks else ()
    return _head_height(table) + min(_height(sheet, table, first), (BODY_END - TOP) / 2)


def _height(sheet: Sheet, table: Table, block: Sequence[Row]) -> float:
    return sum(_row_height(sheet, table, row) for row in block)


def _row_height(sheet: Sheet, table: Table, row: Row) -> float:
    heights = [len(lines) * cell.style.line for cell, _, _, lines in _placed(sheet, table, row)]
    return max([*heights, row.least]) + 2 * row.pad


def _head_height(table: Table) -> float:
    return ink.TABLE_QUIET.line + 2.4 if any(column.head for column in table.columns) else 0.0


def _go_on(sheet: Sheet, table: Table) -> None:
    """The head again on a new page; a screen reader has heard it."""
    sheet.break_page()
    with sheet.artifact():
        if table.title:
            title = sheet.lines(f"{table.title}, continued", ink.TABLE_STRONG, table.width)[0]
            sheet.put(title, table.x, sheet.y, table.width, ink.TABLE_STRONG)
            sheet.y += ink.TABLE_STRONG.line + 0.8
        _heads(sheet, table)


def _head(sheet: Sheet, table: Table) -> None:
    with sheet.tag("TR"):
        _heads(sheet, table)


def _heads(sheet: Sheet, table: Table) -> None:
    if not _head_height(table):
        return
    x = table.x
    for position, column in enumerate(table.columns):
        left, width = _inner(position, x, column.width, len(table.columns))
        with sheet.tag("TH"):
            sheet.put(column.head, left, sheet.y + 0.8, width, ink.TABLE_QUIET, column.align)
        x += column.width
    sheet.y += _head_height(table)
    sheet.rule(table.x, sheet.y, table.width, ink.INK, 0.25)


def _row(sheet: Sheet, table: Table, row: Row) -> None:
    height = _row_height(sheet, table, row)
    if sheet.y + height > BODY_END and sheet.y > TOP:
        _go_on(sheet, table)
    placed = _placed(sheet, table, row)
    if height > BODY_END - TOP - _head_height(table):
        with sheet.tag("TR"), sheet.tag("TD"):
            _tall_row(sheet, table, row, placed)
        return
    with sheet.tag("TR"):
        for position, one in enumerate(placed):
            with sheet.tag("TD", span=one[0].span):
                _cell(sheet, row, one, height, _align(table, row, position))
    sheet.y += height
    if row.rule:
        sheet.rule(table.x, sheet.y, table.width, ink.TABLE_LINE)


def _cell(sheet: Sheet, row: Row, placed: _Placed, height: float, align: Align) -> None:
    cell, left, width, lines = placed
    if cell.fill is not None:
        sheet.box(left, sheet.y + RULE_ROOM, width, height - RULE_ROOM, cell.fill)
        left += TINT_INSET
    if cell.paint is not None:
        with sheet.figure(cell.paint.alt):
            cell.paint(sheet, left, sheet.y, width, height)
    for number, line in enumerate(lines):
        sheet.put(line, left, sheet.y + row.pad + number * cell.style.line, width, cell.style, align)


def _tall_row(sheet: Sheet, table: Table, row: Row, placed: list[_Placed]) -> None:
    """A row taller than a page: line by line, over as many pages as it takes."""
    step = max(cell.style.line for cell, *_ in placed)
    for number in range(max(len(lines) for *_, lines in placed)):
        if sheet.y + step > BODY_END:
            _go_on(sheet, table)
        for position, (cell, left, width, lines) in enumerate(placed):
            if number < len(lines):
                sheet.put(lines[number], left, sheet.y, width, cell.style, _align(table, row, position))
        sheet.y += step


def _placed(sheet: Sheet, table: Table, row: Row) -> list[_Placed]:
    placed: list[_Placed] = []
    column, x = 0, table.x
    for cell in row.cells:
        width = sum(one.width for one in table.columns[column : column + cell.span])
        left, inner = _inner(column, x, width, len(table.columns), cell.span)
        lines = sheet.lines(cell.text, cell.style, inner) if cell.text else []
        placed.append((cell, left, inner, lines))
        column, x = column + cell.span, x + width
    return placed


def _inner(column: int, x: float, width: float, columns: int, span: int = 1) -> tuple[float, float]:
    """A cell without the gaps to its neighbours; the outer edges of the table have none."""
    left = GAP / 2 if column else 0.0
    right = GAP / 2 if column + span < columns else 0.0
    return x + left, width - left - right


def _align(table: Table, row: Row, position: int) -> Align:
    if row.cells[position].span > 1:
        return "L"
    return table.columns[sum(cell.span for cell in row.cells[:position])].align
