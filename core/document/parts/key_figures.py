"""Figures in a row below the opening: what it is, the figure, one plain line below."""

from core.document import ink
from core.document.sheet import BODY_WIDTH, LEFT, Sheet

_HEIGHT = 17.0


def key_figures(sheet: Sheet, cells: tuple[tuple[str, str, str], ...]) -> None:
    """Each of (label, figure, line below) beside a thin rule."""
    width = BODY_WIDTH / len(cells)
    sheet.ensure(_HEIGHT)
    for place, (label, value, below) in enumerate(cells):
        x = LEFT + place * width
        sheet.box(x, sheet.y, 0.6, _HEIGHT - 1.5, ink.LINE)
        with sheet.tag("P"):
            sheet.put(label, x + 3, sheet.y, width - 4, ink.CAPTION)
            sheet.put(value, x + 3, sheet.y + ink.CAPTION.line, width - 4, ink.FIGURE)
            sheet.put(below, x + 3, sheet.y + ink.CAPTION.line + ink.FIGURE.line, width - 4, ink.CAPTION)
    sheet.y += _HEIGHT + 2
