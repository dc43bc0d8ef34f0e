"""The figures of a row: what each column shows of a security or of one of its lots."""

from datetime import date

from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import gain_cell, lot_form, single_below
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.keys import in_symbol_column
from tools.accuracy.dice.securities import Security
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import D, Lot

MONEY = ("value", "cost", "gain", "income", "accrued", "prior", "commitment", "called", "unfunded", "distributed")
LEFT = ("usd", "name", "symbol", "cusip", "date", "term", "type", "navday")
MARKED = Dial("mark on figures", {("", ""): 90, ("cost", "*"): 4, ("cost", " e"): 2, ("price", " a"): 2,
                                  ("value", "*"): 2})  # fmt: skip
LOT_DAY = Dial("lot day form", {"%m/%d/%Y": 39, "%m/%d/%y": 25, "%b %d, %Y": 10, "%d-%b-%Y": 8, "%Y-%m-%d": 7,
                                "%m-%d-%y": 7, "%b %d %Y": 4})  # fmt: skip
LOT_FIGURES = Dial("lot figures", {
    "quantity price cost value gain unitcost gainpct term": 55, "quantity cost value term": 20,
    "quantity cost term": 15, "quantity unitcost cost term": 10,
})  # fmt: skip
TERMS = (("Short", "Long"), ("S", "L"), ("ST", "LT"), ("short-term", "long-term"))
SEVERAL = ("", "", "Various", "Multiple", "VARIOUS")
GAIN_WITH_RATE = ("{} ({})", "{} / {}", "{}  {}")
Cells = dict[str, str]


def figures(sheet: Sheet, row: Security, account: Holdings, first: bool = False) -> Cells:
    """Every figure of the security by its column; `first` rows may wear a sign of currency."""
    write, dials = sheet.writer, sheet.dials
    inside = write.dollar == "all" or (write.dollar == "first row and totals" and first)
    cells = {key: write.money(_amount(row, key), inside) for key in MONEY}
    cells |= {
        "quantity": write.count(row.quantity),
        "priorq": write.count(_quantity_before(sheet, row)),
        "price": _price(sheet, row, inside),
        "unitcost": write.unit_cost(row.cost, row.quantity, row.unit),
        "yield": write.rate(row.income, row.value),
        "pct": write.share(row.value, account.total),
        "gainpct": write.gain_rate(row.gain, row.cost),
        "usd": "USD",
        "symbol": in_symbol_column(dials, row),
        "cusip": row.cusip or "",
        "type": dials.word("word of cash accounts", ("C", "Cash")),
        "coupon": f"{row.coupon:.3f}" if row.coupon is not None else "",
        "maturity": f"{row.due:%m/%d/%Y}" if row.due else "",
        "navday": f"{date.fromisoformat(row.nav_date):%m/%d/%Y}" if row.nav_date else "",
    }
    return _marked(sheet, row, cells | _days(sheet, row)) | _gain(sheet, row, cells)


def _amount(row: Security, key: str) -> D | None:
    made: D | None = getattr(row, key)
    return made


def _price(sheet: Sheet, row: Security, inside: bool) -> str:
    sign = "$" if inside and row.price is not None and sheet.dials.chance("prices wear the sign", 0.7) else ""
    return sign + sheet.writer.price(row)


def _quantity_before(sheet: Sheet, row: Security) -> D | None:
    if row.quantity is None or sheet.dials.die(f"held before {row.name}").random() < 0.6:
        return row.quantity
    return row.quantity * 2 if row.unit != 1 else row.quantity + 10


def _gain(sheet: Sheet, row: Security, cells: Cells) -> Cells:
    if gain_cell(sheet.dials) != "per cent in it" or row.gain is None:
        return {}
    return {"gain": gain_with_rate(sheet, cells["gain"], row.gain, row.cost)}


def gain_with_rate(sheet: Sheet, gain: str, value: D, cost: D | None) -> str:
    """`-120.00 (-3.10%)` or the like."""
    rate = sheet.writer.gain_rate(value, cost).strip("()")
    return sheet.dials.word("gain with rate", GAIN_WITH_RATE).format(gain, rate)


def _marked(sheet: Sheet, row: Security, cells: Cells) -> Cells:
    """The figures, some of one column with a mark of a note."""
    key, mark = sheet.dials.turn(MARKED)
    known = key and cells[key] not in ("", sheet.writer.nothing)
    if known and sheet.dials.die(f"mark {row.name}").random() < 0.4:
        return cells | {key: cells[key] + mark}
    return cells


def _days(sheet: Sheet, row: Security) -> Cells:
    """The day and term of a single lot on its row, or that there are several."""
    form = lot_form(sheet.dials)
    if not row.lots or form.startswith("appendix") or (len(row.lots) == 1 and single_below(sheet.dials)):
        return {"date": "", "term": ""}
    if len(row.lots) > 1:
        return {"date": sheet.dials.word("word of several days", SEVERAL), "term": ""}
    return {"date": lot_day(sheet, row.lots[0]), "term": term(sheet, row.lots[0])}


def lot_day(sheet: Sheet, lot: Lot) -> str:
    """The day of the lot as the paper writes it."""
    return date.fromisoformat(lot.day).strftime(sheet.dials.turn(LOT_DAY))


def term(sheet: Sheet, lot: Lot) -> str:
    """Short or long."""
    held = (sheet.period.end - date.fromisoformat(lot.day)).days
    return sheet.dials.word("words of terms", TERMS)[held > 365]


def lot_figures(sheet: Sheet, row: Security, lot: Lot, value: D) -> Cells:
    """The figures of a lot below its row."""
    write, inside = sheet.writer, sheet.writer.dollar == "all"
    cells = {
        "quantity": write.count(lot.quantity),
        "price": _price(sheet, row, inside) if sheet.dials.chance("prices of lots", 0.4) else "",
        "cost": write.money(lot.cost, inside),
        "value": write.money(value, inside),
        "gain": write.money(value - lot.cost, inside),
        "unitcost": write.unit_cost(lot.cost, lot.quantity, row.unit),
        "gainpct": write.gain_rate(value - lot.cost, lot.cost),
        "term": term(sheet, lot),
    }
    return {key: cells[key] for key in sheet.dials.turn(LOT_FIGURES).split()}
