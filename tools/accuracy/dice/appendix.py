"""Lots in a table of their own behind the holdings, by name or by symbol."""

from collections.abc import Sequence

from tools.accuracy.dice.cells import lot_day, term
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import IDENTIFIER, lot_form, named
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.keys import SYMBOL_IN_NAME
from tools.accuracy.dice.lines import leading
from tools.accuracy.dice.marks import cut
from tools.accuracy.dice.names import option_name
from tools.accuracy.dice.securities import BONDS, Security, lot_values
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.dice.tables import AGAIN
from tools.accuracy.truth import D, Lot

FORM = Dial("appendix form", {"name on rows": 65, "title line": 35})
TITLES = ("Tax Lot Detail", "Cost Basis Detail by Lot", "Unrealized Gain/Loss by Tax Lot", "Open Tax Lots",
          "Schedule of Tax Lots", "Lot Information")  # fmt: skip
BY_NAME = {"name": 0, "date": 190, "quantity": -300, "unit": -360, "cost": -430, "value": -505, "term": 512}
BY_SYMBOL = {"name": 0, "date": 80, "quantity": -232, "unit": -300, "cost": -380, "value": -460, "term": 480}
WIDE_NAME = 182


def draw_appendix(sheet: Sheet, account: Holdings) -> None:
    """The lots of all securities that have any."""
    pencil = sheet.pencil
    pencil.room(80)
    pencil.row([(sheet.left, sheet.dials.word("title of the appendix", TITLES))], "B", 15, pencil.size + 2)
    _head(sheet)
    for row in account.rows:
        if row.lots:
            _security(sheet, row)
    pencil.y += 12


def _by_symbol(sheet: Sheet) -> bool:
    """Whether the securities are told by their symbols, which the holdings show."""
    form = sheet.dials.turn(IDENTIFIER)
    columns = form.startswith("symbol") and "brackets" not in form
    return lot_form(sheet.dials) == "appendix by symbol" and (columns or form in SYMBOL_IN_NAME)


def _cells(sheet: Sheet, texts: dict[str, str]) -> list[tuple[float, str]]:
    places = BY_SYMBOL if _by_symbol(sheet) else BY_NAME
    return [(x + sheet.left if x >= 0 else x - sheet.left, texts[key]) for key, x in places.items() if key in texts]


def _head(sheet: Sheet) -> None:
    word = sheet.dials.word
    texts = {
        "name": "Symbol" if _by_symbol(sheet) else word("appendix names", ("Security", "Description")),
        "date": word("appendix days", ("Acquired", "Date Acquired", "Purchase Date")),
        "quantity": word("appendix quantities", ("Quantity", "Shares", "Units")),
        "unit": "Unit Cost",
        "cost": word("appendix costs", ("Cost Basis", "Total Cost", "Cost")),
        "value": word("appendix values", ("Market Value", "Value")),
    }
    sheet.pencil.row(_cells(sheet, texts), "B", sheet.pencil.size * leading(sheet) + 2)


def _again(sheet: Sheet) -> None:
    if sheet.dials.turn(AGAIN).endswith("heads"):
        _head(sheet)


def _security(sheet: Sheet, row: Security) -> None:
    """The lots of one security, under its name or with it, and at times their sum."""
    step, dials = sheet.pencil.size * leading(sheet), sheet.dials
    name = _name(sheet, row)
    if dials.turn(FORM) == "title line":
        sheet.pencil.room(step * 2, lambda: _again(sheet))
        bold = "B" if dials.chance("appendix titles bold", 0.6) else ""
        sheet.pencil.row([(sheet.left, _long_name(sheet, row))], bold, step)
    names = _names(sheet, row, name)
    for named_so, (lot, value) in zip(names, lot_values(row), strict=True):
        _line(sheet, _lot(sheet, row, lot, value) | {"name": named_so})
    if len(row.lots) > 1 and dials.chance("sums in the appendix", 0.5):
        write = sheet.writer
        _line(sheet, {"name": dials.word("appendix sums", ("Total", "Total {}")).format(name[:30]),
                      "quantity": write.count(row.quantity), "cost": write.money(row.cost),
                      "value": write.money(row.value)})  # fmt: skip


def _names(sheet: Sheet, row: Security, name: str) -> Sequence[str]:
    """What stands before each of the lots: the name on all of them, on the first, or on none."""
    if sheet.dials.turn(FORM) == "title line":
        return [""] * len(row.lots)
    once = sheet.dials.chance("appendix names once", 0.5)
    return [name, *([""] if once else [name]) * (len(row.lots) - 1)]


def _line(sheet: Sheet, texts: dict[str, str]) -> None:
    step = sheet.pencil.size * leading(sheet)
    sheet.pencil.room(step, lambda: _again(sheet))
    sheet.pencil.row(_cells(sheet, texts), "", step)


def _lot(sheet: Sheet, row: Security, lot: Lot, value: D) -> dict[str, str]:
    write = sheet.writer
    texts = {"date": lot_day(sheet, lot), "quantity": write.count(lot.quantity),
             "unit": write.unit_cost(lot.cost, lot.quantity, row.unit), "cost": write.money(lot.cost),
             "value": write.money(value)}  # fmt: skip
    return texts | ({"term": term(sheet, lot)} if sheet.dials.chance("term column", 0.35) else {})


def _name(sheet: Sheet, row: Security) -> str:
    """The symbol, or as much of the name as tells the security from all others."""
    if _by_symbol(sheet):
        return row.symbol or row.cusip or option_name(sheet, row)[:16]
    if row.kind == "option":
        return cut(sheet.pencil, option_name(sheet, row), WIDE_NAME)
    tail = f" {row.coupon_and_day}" if row.kind in BONDS else ""
    return cut(sheet.pencil, named(sheet.dials, row.name), WIDE_NAME - sheet.pencil.wide(tail)) + tail


def _long_name(sheet: Sheet, row: Security) -> str:
    if row.kind == "option":
        return option_name(sheet, row)
    name = named(sheet.dials, row.name)
    key = (row.symbol or row.cusip) if _by_symbol(sheet) else None
    if key:
        return sheet.dials.word("appendix keys", ("{0} ({1})", "{1}  {0}")).format(name, key)
    return f"{name} {row.coupon_and_day}" if row.kind in BONDS else name
