"""A table to take along: as CSV, and as a picture drawn here, since nothing may be asked of another machine."""

import csv
import io
import re
from typing import Any

from core.present.tables.sheet import Head, Sheet
from core.words.spreadsheets import safe_cell

ROW, TOP, LEFT = 0.24, 0.95, 1.75
"""Inches: a row, what stands above the table, the first column."""
CELL = 0.92
FILL = re.compile(r"rgba\((\d+),(\d+),(\d+),([0-9.]+)\)")


def sheet_csv(shown: Sheet, note: str = "") -> bytes:
    """The table's values under its heads, numbers as numbers; `note` says in the last line what must be known."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([head.title for head in shown.heads])
    for row in shown.values:
        writer.writerow([safe_cell(value) for value in row])
    if note:
        writer.writerow([safe_cell(note)])
    return out.getvalue().encode()


def sheet_png(shown: Sheet, title: str, note: str = "") -> bytes:
    """The table as a picture: title, cells with their fills, and the note below; 160 dots an inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    heads, rows = shown.heads, shown.values
    width, height = LEFT + CELL * (len(heads) - 1) + 0.3, TOP + ROW * (len(rows) + 1) + 0.35
    figure = Figure(figsize=(width, height), dpi=160, facecolor="white")
    FigureCanvasAgg(figure)
    page = figure.add_axes((0.0, 0.0, 1.0, 1.0), xlim=(0, width), ylim=(height, 0))
    page.axis("off")
    page.text(0.15, 0.35, title, fontsize=13, weight="bold", va="center", color="#17222B")
    for column, head in enumerate(heads):
        _text(page, column, TOP - 0.12, head.title, column > 0, "#4E5A63")
        for place, row in enumerate(rows):
            _cell(page, shown, place, column, row[column], head)
    page.text(0.15, height - 0.18, note, fontsize=7.5, va="center", color="#4E5A63")
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _cell(page: Any, shown: Sheet, place: int, column: int, value: Any, head: Head) -> None:
    from matplotlib.patches import Rectangle

    top, css = TOP + ROW * place, shown.css.get((place, head.title), "")
    left, wide = (0.1, LEFT - 0.1) if column == 0 else (LEFT + CELL * (column - 1), CELL)
    fill = FILL.search(css)
    if fill:
        red, green, blue, alpha = fill.groups()
        colour = (int(red) / 255, int(green) / 255, int(blue) / 255)
        page.add_patch(Rectangle((left, top), wide, ROW, facecolor=colour, alpha=float(alpha), edgecolor="white"))
    _text(page, column, top + ROW / 2, _shown(value, head), column > 0, "#17222B", "font-weight" in css)


def _text(page: Any, column: int, y: float, text: str, right: bool, colour: str, strong: bool = False) -> None:
    x = LEFT + CELL * column - 0.06 if right else 0.15
    weight, side = ("bold" if strong else "normal"), ("right" if right else "left")
    page.text(x, y, text, fontsize=8, va="center", ha=side, color=colour, weight=weight)


def _shown(value: Any, head: Head) -> str:
    if value is None or value != value:
        return "–"
    return head.show(value) if head.show else str(value)
