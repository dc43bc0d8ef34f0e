"""A table of securities: its lines gathered, and drawn down the pages."""

from tools.accuracy.dice import words
from tools.accuracy.dice.cash import cash_lines
from tools.accuracy.dice.cells import Cells
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import CASH_PLACE, STRUCTURE, SUBTOTAL, has_classes, stacked, titled
from tools.accuracy.dice.heads import HEAD_LINE, draw_head
from tools.accuracy.dice.holdings import Group, Holdings
from tools.accuracy.dice.lines import draw_line, leading
from tools.accuracy.dice.marks import cut
from tools.accuracy.dice.rows import row_lines
from tools.accuracy.dice.sheet import Layout, Line, Planned, Sheet
from tools.accuracy.dice.sums import account_sums, class_sums
from tools.accuracy.truth import ZERO, D

AGAIN = Dial("on the next page", {"nothing": 18, "heads": 27, "title and heads": 45, "title": 10})
SHARE = Dial("class title with share", {"{0}": 82, "{0} - {1:.1f}% of Portfolio": 9, "{0} ({1:.0f}%)": 9})


def draw_table(sheet: Sheet, account: Holdings, table: Planned, cash: bool, total: bool) -> None:
    """The table, with the account's cash and its total in it if they stand there."""
    layout = sheet.layouts[account.place, table.kind]
    lines = _lines(sheet, account, table, layout, cash, total)
    for line in lines:
        _put_below(sheet, line, layout, table.kind)
    title = _title(sheet, account, table)
    step = sheet.pencil.size * leading(sheet)
    deep = max(len(column.head) for column in layout.columns)
    sheet.pencil.room((18 if title else 0) + deep * sheet.pencil.size * HEAD_LINE + 10 + step * 3)
    if title:
        _draw_title(sheet, title, layout, _title_sum(sheet, account, table))
    draw_head(sheet, layout, table.kind)
    _draw_lines(sheet, lines, layout, table.kind, title)
    sheet.pencil.y += 10


def _lines(sheet: Sheet, account: Holdings, table: Planned, layout: Layout, cash: bool, total: bool) -> list[Line]:
    lines, place = [], sheet.dials.turn(CASH_PLACE)
    if cash and place == "first":
        lines += cash_lines(sheet, account, layout, True)
    first = not lines
    for group in table.groups:
        lines += _group_lines(sheet, account, layout, group, first)
        first = False
    if cash and place == "last":
        lines += cash_lines(sheet, account, layout, False)
    if total:
        cells = {"name": sheet.dials.word("word of totals", words.TOTALS)}
        cells |= account_sums(sheet, account, not has_classes(sheet.dials))
        lines.append(Line("total", [cells], bold=True, first=True))
    return lines


def _group_lines(sheet: Sheet, account: Holdings, layout: Layout, group: Group, first: bool) -> list[Line]:
    """A class: its line or sum before, its rows with lines that part them, its sum after."""
    dials, where = sheet.dials, sheet.dials.turn(SUBTOTAL)
    title, sums = titled(dials, group.title), class_sums(sheet, account, group.sound)
    alone, lines = has_classes(dials), []
    if dials.turn(STRUCTURE) == "one table, class lines":
        on_it = where == "on class line"
        lines.append(Line("class", [{"name": title} | (sums if on_it else {})], bold=True, keep=3, first=on_it))
    elif alone and where == "before" and not _sum_in_title(sheet):
        lines.append(Line("sum", [{"name": f"Total {title}"} | sums], bold=True, first=True))
    parts = _parts(sheet, group)
    for place, row in enumerate(group.rows):
        if place in parts:
            bold = dials.chance("classes within bold", 0.5)
            lines.append(Line("class", [{"name": titled(dials, parts[place])}], bold=bold, keep=2))
        lines += row_lines(sheet, account, layout, row, first or (alone and place == 0))
        first = False
    if group.kind != "all" and (where == "after" or (where == "before" and not alone)):
        word = dials.word("word of class sums", words.SUBTOTALS).format(title)
        lines.append(Line("sum", [{"name": word} | sums], bold=True, first=True))
    return lines


def _parts(sheet: Sheet, group: Group) -> dict[int, str]:
    """Where a line names a class within the class, without any sum: never between the lots of one security."""
    names = words.WITHIN.get(group.kind, ())
    if len(group.rows) < 4 or not names or not sheet.dials.chance("classes within classes", 0.1):
        return {}
    count = min(len(names), len(group.rows) // 2)
    places = [place * len(group.rows) // count for place in range(count)]
    fresh = [place for place in places if place == 0 or group.rows[place].name != group.rows[place - 1].name]
    return dict(zip(fresh, names, strict=False))


def _put_below(sheet: Sheet, line: Line, layout: Layout, kind: str) -> None:
    """Moves figures below those on which they are stacked."""
    upper, lower = stacked(sheet.dials)
    if not lower or kind == "private" or all(column.key != upper for column in layout.columns):
        return
    for place, cells in list(enumerate(line.cells)):
        if lower in cells and lower in layout.keys:
            if place + 1 == len(line.cells):
                line.cells.append({})
            line.cells[place + 1][upper] = cells.pop(lower)


def _title(sheet: Sheet, account: Holdings, table: Planned) -> str:
    dials, title = sheet.dials, table.title
    if table.kind == "one":
        if not dials.chance("title over all", 0.8):
            return ""
        day = dials.chance("day in title of all", 0.1)
        return titled(dials, f"{title} as of {sheet.writer.day(sheet.period.end)}" if day else title)
    value = sum((row.value for row in table.groups[0].sound), ZERO)
    return titled(dials, dials.turn(SHARE).format(title, value / account.total * 100))


def title_size(sheet: Sheet) -> float:
    """How large titles of tables are."""
    return sheet.pencil.size + sheet.dials.word("titles larger by", (0, 1, 2, 3))


def _sum_in_title(sheet: Sheet) -> bool:
    return sheet.dials.chance("class sum in its title", 0.6)


def _title_sum(sheet: Sheet, account: Holdings, table: Planned) -> str:
    """The sum of a class where it stands beside its title."""
    before = has_classes(sheet.dials) and sheet.dials.turn(SUBTOTAL) == "before"
    return class_sums(sheet, account, table.groups[0].sound)["value"] if before and _sum_in_title(sheet) else ""


def _draw_title(sheet: Sheet, title: str, layout: Layout, total: str) -> None:
    sheet.pencil.at(-layout.of("value").right, total, "B")
    sheet.pencil.row([(sheet.left, title)], "B", sheet.pencil.size + 8, title_size(sheet))


def _draw_lines(sheet: Sheet, lines: list[Line], layout: Layout, kind: str, title: str) -> None:
    pencil, step = sheet.pencil, sheet.pencil.size * leading(sheet)
    carries = sheet.dials.chance("carried forward", 0.06)
    carried, rows = ZERO, 0
    for line in lines:
        height = step * max(len(line.cells), line.keep)
        if pencil.y + min(height, 200) + (step * 1.5 if carries else 0) > pencil.bottom:
            _next_page(sheet, layout, kind, title, carried if carries else ZERO)
            if line.kind == "lot" and sheet.dials.chance("names of lots again", 0.4):
                name = cut(pencil, line.name, layout.of("name").right - sheet.left - 50)
                draw_line(sheet, layout, Line("class", [{"name": f"{name} (continued)"}]), 0)
        rows += line.kind == "row"
        draw_line(sheet, layout, line, rows)
        carried += line.money or ZERO


def _next_page(sheet: Sheet, layout: Layout, kind: str, title: str, carried: D) -> None:
    """The next page with what stands again on it, and what is carried forward."""
    form, pencil = sheet.dials.turn(AGAIN), sheet.pencil
    value: Cells = {"value": sheet.writer.money(carried)}
    if carried:
        draw_line(sheet, layout, Line("class", [{"name": "Carried forward"} | value]), 0)
    pencil.page()
    if title and form.startswith("title"):
        again = sheet.dials.word("continued", words.CONTINUED).format(title)
        pencil.row([(sheet.left, again)], "B", pencil.size + 8, title_size(sheet))
    if form.endswith("heads"):
        draw_head(sheet, layout, kind)
    if carried:
        draw_line(sheet, layout, Line("class", [{"name": "Brought forward"} | value]), 0)
