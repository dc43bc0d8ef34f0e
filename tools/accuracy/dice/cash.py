"""Cash: as rows of a table, as a class in it, or in a section of its own."""

from tools.accuracy.content import cents
from tools.accuracy.dice import words
from tools.accuracy.dice.cells import Cells
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import CASH, IDENTIFIER, STRUCTURE, SUBTOTAL, has_classes, named, titled
from tools.accuracy.dice.holdings import CashLine, Holdings
from tools.accuracy.dice.marks import cut, wrapped
from tools.accuracy.dice.sheet import Layout, Line, Sheet
from tools.accuracy.dice.sums import cost_of_sweeps
from tools.accuracy.truth import D

SECTION = Dial("cash section", {"value only": 40, "rate and value": 20, "both ends": 20, "words and amount": 20})
ONE = ("1.00", "1.000", "1.0000", "$1.00", "1.00")
ROWS = ("row in table", "sweep as position", "sweep and cash rows", "deposit with rate")


def in_table(sheet: Sheet) -> bool:
    """Whether cash stands in the table of securities."""
    form, structure = sheet.dials.turn(CASH), sheet.dials.turn(STRUCTURE)
    classed = form == "class of its own" and structure == "one table, class lines"
    return not has_classes(sheet.dials) and (form in ROWS or classed)


def has_section(sheet: Sheet) -> bool:
    """Whether cash has a section of its own."""
    return not in_table(sheet) and sheet.dials.turn(CASH) != "summary box only"


def cash_lines(sheet: Sheet, account: Holdings, layout: Layout, first: bool) -> list[Line]:
    """Cash in the table, as rows or as a class of its own."""
    rows = _rows(sheet, account, layout, first)
    if sheet.dials.turn(CASH) != "class of its own":
        return rows
    title = titled(sheet.dials, sheet.dials.word("class of cash", words.CASH_CLASSES))
    lines = [Line("class", [{"name": title}], bold=True, keep=2), *rows]
    if sheet.dials.turn(SUBTOTAL) in ("after", "before"):
        wear = sheet.writer.dollar in ("all", "first row and totals", "totals only")
        word = sheet.dials.word("word of class sums", words.SUBTOTALS).format(title)
        cells = {"name": word, "value": sheet.writer.money(account.cash, wear)}
        lines.append(Line("sum", [cells], bold=True, first=True))
    return lines


def _rows(sheet: Sheet, account: Holdings, layout: Layout, first: bool) -> list[Line]:
    name, made = layout.of("name"), []
    for place, line in enumerate(account.cash_lines):
        leads = first and place == 0
        cells = _cells(sheet, account, line, leads)
        texts = wrapped(
            sheet.pencil, cut(sheet.pencil, cells["name"], 2 * (name.right - name.left)), name.right - name.left
        )
        shown = {key: text for key, text in cells.items() if key in layout.keys} | {"name": texts[0]}
        made.append(Line("cash", [shown, *({"name": text} for text in texts[1:])], money=line.value, first=leads))
    return made


def _cells(sheet: Sheet, account: Holdings, line: CashLine, first: bool) -> Cells:
    """The figures of a line of cash, of which the table shows those that it has columns for."""
    write, dials = sheet.writer, sheet.dials
    wear = write.dollar == "all" or (first and write.dollar == "first row and totals")
    cells = {"name": named(dials, line.word), "value": write.money(line.value, wear),
             "pct": write.share(line.value, account.total)}  # fmt: skip
    units = {"quantity": f"{line.value:,.2f}", "price": dials.word("price of one", ONE)}
    if line.kind == "sweep":
        cells |= units | {"prior": write.money(line.value), "cusip": line.cusip} | _symbol(sheet, line, cells["name"])
        cells |= {"cost": write.money(line.value)} if cost_of_sweeps(sheet) else {}
    elif line.kind == "deposit":
        cells |= {"yield": "0.35%"} | (units if dials.chance("deposits in units", 0.3) else {})
    elif line.value > 0 and dials.chance("cash in units", 0.2):
        cells |= units
    return cells


def _symbol(sheet: Sheet, line: CashLine, name: str) -> Cells:
    form = sheet.dials.turn(IDENTIFIER)
    if form.startswith("symbol in brackets"):
        return {"name": f"{name} ({line.symbol})"}
    return {"symbol": line.symbol}


def cash_section(sheet: Sheet, account: Holdings, title_size: float) -> None:
    """Cash in a section of its own."""
    pencil, dials = sheet.pencil, sheet.dials
    pencil.room(70)
    title = titled(dials, dials.word("class of cash", words.CASH_CLASSES))
    pencil.row([(sheet.left, title)], "B", pencil.size + 8, title_size)
    form, step = dials.turn(SECTION), pencil.size * 1.6
    if form != "words and amount":
        _section_head(sheet, form)
    for place, line in enumerate(account.cash_lines):
        _section_row(sheet, line, form, place == 0)
    if dials.turn(SUBTOTAL) == "after" or len(account.cash_lines) > 1:
        word = dials.word("word of class sums", words.SUBTOTALS).format(title)
        amount = sheet.writer.money(account.cash, sheet.writer.dollar != "none")
        pencil.row([(sheet.left, word), (-sheet.left - 400, amount)], "B", step)
    pencil.y += 10


def _section_head(sheet: Sheet, form: str) -> None:
    dials, left = sheet.dials, sheet.left
    both = form == "both ends"
    values = ("Ending Balance", "Closing Balance") if both else ("Market Value", "Value", "Balance", "Amount")
    cells = [(left, dials.word("head of cash", ("Description", "Description", "Account"))),
             (-left - 400, dials.word("head of cash values", values))]  # fmt: skip
    if form == "rate and value":
        cells.append((-left - 300, dials.word("head of rates", ("Rate", "Yield", "7-Day Yield"))))
    if both:
        cells.append((-left - 300, dials.word("head of openings", ("Beginning Balance", "Opening Balance"))))
    sheet.pencil.row(cells, "B", sheet.pencil.size * 1.7)


def _section_row(sheet: Sheet, line: CashLine, form: str, first: bool) -> None:
    write, left = sheet.writer, sheet.left
    name = named(sheet.dials, line.word) + (f" ({line.symbol})" if line.symbol else "")
    amount = write.money(line.value, first and write.dollar in ("all", "first row and totals"))
    room = 250 if form in ("rate and value", "both ends") else 320
    cells = [(left, cut(sheet.pencil, name, room)), (-left - 400, amount)]
    if form == "rate and value":
        cells.append((-left - 300, f"{sheet.dials.word('rate of cash', range(1, 460)) / 100:.2f}%"))
    if form == "both ends":
        cells.append((-left - 300, write.money(cents(line.value * D("0.83")))))
    sheet.pencil.row(cells, "", sheet.pencil.size * 1.6)
