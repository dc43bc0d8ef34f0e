"""One line of a table on the paper: its cells, its sign of currency, rules, bands and dots."""

from tools.accuracy.dice.cells import LEFT, MONEY, Cells
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.heads import edges
from tools.accuracy.dice.marks import across, cut, shaded, upright
from tools.accuracy.dice.sheet import Col, Layout, Line, Sheet

LEADING = Dial("leading", {1.25: 1, 1.4: 1, 1.6: 1, 1.9: 1})
ROWS_LOOK = Dial("rows look", {"plain": 60, "zebra": 15, "ruled": 17, "grid": 8})
SUMS_LOOK = Dial("sums look", {"bold": 40, "ruled": 25, "ruled double": 10, "plain": 15, "shaded": 10})
SUMS = ("sum", "total")


def leading(sheet: Sheet) -> float:
    """From line to line, in sizes of letters."""
    return sheet.dials.turn(LEADING)


def draw_line(sheet: Sheet, layout: Layout, line: Line, place: int) -> None:
    """The line with what lies behind and around it; `place` is the row's number from one."""
    pencil, step = sheet.pencil, sheet.pencil.size * leading(sheet)
    look, sums = sheet.dials.turn(ROWS_LOOK), sheet.dials.turn(SUMS_LOOK)
    top = pencil.y - pencil.size
    if line.kind in SUMS:
        _ground_of_sum(sheet, layout, line, sums)
    elif line.kind == "row" and look == "zebra" and place % 2 == 0:
        shaded(pencil, *edges(sheet, layout), top, top + step * len(line.cells), 240)
    bold = line.bold and (sums not in ("plain", "ruled") or line.kind not in SUMS)
    for number, cells in enumerate(line.cells):
        if number and pencil.y + step > pencil.bottom + 14:
            pencil.page()
        apart = number == 0 and _sign_apart(sheet, line)
        _put(sheet, layout, _dotted(sheet, layout, line, cells), "B" if bold else "", apart)
        pencil.y += step
    _frame(sheet, layout, line, look, step)
    if line.kind == "sum":
        pencil.y += 3
    if line.kind == "total" and sums == "ruled double":
        for column in _summed(layout, line):
            across(pencil, column.left - 4, column.right, pencil.y - step + 3)
            across(pencil, column.left - 4, column.right, pencil.y - step + 5)


def _sign_apart(sheet: Sheet, line: Line) -> bool:
    """Whether signs of currency stand at the left edges of the line's columns."""
    form = sheet.writer.dollar
    return form == "apart all" or (form == "apart first and totals" and line.first)


def _summed(layout: Layout, line: Line) -> list[Col]:
    return [column for column in layout.columns if column.key in MONEY and line.cells[0].get(column.key)]


def _ground_of_sum(sheet: Sheet, layout: Layout, line: Line, look: str) -> None:
    pencil = sheet.pencil
    if look.startswith("ruled"):
        for column in _summed(layout, line):
            across(pencil, column.left - 4, column.right, pencil.y - pencil.size + 0.5)
    if look == "shaded":
        shaded(pencil, *edges(sheet, layout), pencil.y - pencil.size - 1, pencil.y + 3, 232)


def _frame(sheet: Sheet, layout: Layout, line: Line, look: str, step: float) -> None:
    """The rules below a row, and between its columns."""
    pencil, bottom = sheet.pencil, sheet.pencil.y - sheet.pencil.size
    if look == "grid" and line.kind in ("row", "cash", "lot", "lot sum"):
        for column in layout.columns[1:]:
            upright(pencil, column.left - 4, bottom - step * len(line.cells), bottom)
    if look in ("ruled", "grid") and line.kind in ("row", "cash"):
        across(pencil, *edges(sheet, layout), bottom)


def _put(sheet: Sheet, layout: Layout, cells: Cells, style: str, apart: bool) -> None:
    pencil = sheet.pencil
    cells = _short(sheet, layout, cells, style, apart)
    for column in layout.columns:
        text = cells.get(column.key, "")
        if column.key in LEFT:
            pencil.at(column.left, text, style)
            continue
        pencil.at(-column.right, text, style)
        if apart and column.key in MONEY and "$" not in text and any(map(str.isdigit, text)):
            pencil.at(column.left - 3, "$", style)


def _room(sheet: Sheet, layout: Layout, cells: Cells, style: str, apart: bool) -> float:
    """How far the name may go: to the next text on its line."""
    name = layout.of("name")
    following = [column for column in layout.columns if column.left > name.left and cells.get(column.key)]
    if not following:
        return sheet.right - name.left
    column = following[0]
    edge = column.left if column.key in LEFT else column.right - sheet.pencil.wide(cells[column.key], style)
    return edge - (8 if apart else 0) - 2 - name.left


def _short(sheet: Sheet, layout: Layout, cells: Cells, style: str, apart: bool) -> Cells:
    """The cells with a name that ends before the next text; the word of a sum without what it is of."""
    name = cells.get("name", "")
    room = _room(sheet, layout, cells, style, apart)
    if not name or sheet.pencil.wide(name, style) <= room:
        return cells
    lower = name.lower()
    if lower.startswith("sub") or lower.endswith("subtotal"):
        return cells | {"name": "Subtotal"}
    if lower.startswith("total") or lower.endswith("total"):
        return cells | {"name": "Total"}
    return cells | {"name": cut(sheet.pencil, name, room, style)}


def _dotted(sheet: Sheet, layout: Layout, line: Line, cells: Cells) -> Cells:
    """Dots between the word of a sum and its first figure."""
    name = cells.get("name", "")
    if line.kind not in SUMS or not name or not sheet.dials.chance("dots before sums", 0.06):
        return cells
    edge = min(layout.of("name").right - layout.of("name").left, _room(sheet, layout, cells, "B", True))
    dots = int((edge - 6 - sheet.pencil.wide(f"{name} ", "B")) / sheet.pencil.wide(".", "B"))
    return cells | {"name": f"{name} {'.' * dots}"} if dots > 8 else cells
