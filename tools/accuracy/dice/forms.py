"""Dials that several rooms ask for: where identifiers, lots, cash and sums stand, and which of them exclude others."""

from tools.accuracy.dice.dials import Dial, Dials

STRUCTURE = Dial("structure", {"table per class": 45, "one table, class lines": 35, "flat table": 20})
IDENTIFIER = Dial("identifier", {
    "symbol first": 14, "symbol after name": 10, "symbol in brackets": 10, "symbol before name": 7,
    "symbol labelled below": 9, "symbol bare below": 5, "symbol last": 3, "cusip column": 6,
    "symbol and cusip columns": 9, "symbol column, cusip below": 8, "symbol or cusip in one column": 9,
    "symbol in brackets, cusip below": 6, "cusip below": 4, "cusip in brackets": 3, "symbol above name": 4,
})  # fmt: skip
ORDER = Dial("column order", {
    "quantity price value cost gain": 16, "quantity unitcost cost price value gain": 10,
    "quantity price cost value gain": 9, "quantity cost unitcost price value gain": 5,
    "price quantity value cost gain": 6, "cost quantity price value gain": 4, "quantity price value": 12,
    "value quantity price cost gain": 4, "prior quantity price value cost gain": 6,
    "quantity price prior value cost gain": 4, "quantity price value unitcost cost gain": 6,
    "cost value gain quantity price": 3, "quantity price cost gain value": 3, "quantity value price cost gain": 2,
    "unitcost cost quantity price value gain": 3, "quantity value cost gain price": 2,
})  # fmt: skip
EXTRAS = {"gainpct": 0.2, "income": 0.35, "yield": 0.3, "pct": 0.3, "accrued": 0.15}
STACK = Dial("stacked columns", {
    "none": 80, "value/cost": 4, "price/unitcost": 4, "income/yield": 5, "gain/gainpct": 2, "value/accrued": 2,
    "cost/unitcost": 3,
})  # fmt: skip
GAIN_CELL = Dial("gain cell", {"money alone": 70, "per cent in it": 15, "per cent below": 15})
LOTS = Dial("lots", {
    "none": 36, "below": 13, "below, sum last": 9, "first, sum last": 8, "appendix by name": 8,
    "appendix by symbol": 8, "one a row": 10, "below, single on the row": 8, "a row each": 7,
})  # fmt: skip
BELOW = ("below", "below, sum last", "first, sum last", "below, single on the row")
LOT_DAY_IN = Dial("lot day stands in", {"date column": 55, "name column": 45})
CASH = Dial("cash", {
    "row in table": 20, "own section": 20, "summary box only": 12, "sweep as position": 14, "sweep and cash rows": 12,
    "deposit with rate": 10, "class of its own": 12,
})  # fmt: skip
CASH_PLACE = Dial("cash place", {"first": 50, "last": 50})
SUBTOTAL = Dial("class sum", {"after": 62, "none": 14, "before": 10, "on class line": 14})
TOTAL = Dial("total stands", {
    "last line of table": 35, "line under table": 22, "summary box only": 8, "line and summary box": 20,
    "line of words and amount": 15,
})  # fmt: skip
OVERVIEW = Dial("overview", {"none": 40, "box of each account": 30, "accounts in front": 30})
WHERE = Dial("account told", {
    "title line": 22, "two title lines": 14, "page head": 16, "box right": 14, "address block": 12, "label lines": 14,
    "table of facts": 8,
})  # fmt: skip
HEAD_CASE = Dial("head case", {"as is": 70, "upper": 25, "lower": 5})
NAME_CASE = Dial("name case", {"as is": 45, "upper": 55})


def columns_of(dials: Dials) -> list[str]:
    """The figures of a row in their order, before anything that its class adds."""
    return dials.turn(ORDER).split()


def extras(dials: Dials) -> list[str]:
    """What stands behind or among them."""
    return [name for name, share in EXTRAS.items() if dials.chance(f"column {name}", share)]


def stacked(dials: Dials) -> tuple[str, str]:
    """The two columns of which one stands below the other in one; empty where none do."""
    upper, _, lower = dials.turn(STACK).partition("/")
    return (upper, lower) if lower and upper in columns_of(dials) + extras(dials) else ("", "")


def gain_cell(dials: Dials) -> str:
    """Whether the gain stands alone in its cell."""
    return "money alone" if stacked(dials)[1] == "gainpct" else dials.turn(GAIN_CELL)


def lot_form(dials: Dials) -> str:
    """How lots are printed: never without a column of costs, nor below rows whose columns are stacked."""
    form = dials.turn(LOTS)
    if "cost" not in columns_of(dials) or (stacked(dials)[0] and form in BELOW):
        return "none"
    return form


def single_below(dials: Dials) -> bool:
    """Whether a single lot, too, stands below its row."""
    return lot_form(dials) in ("below", "below, sum last") and dials.chance("single lots below", 0.6)


def margin_told(dials: Dials) -> bool:
    """Whether accounts may have borrowed."""
    forms = ("row in table", "own section", "sweep as position", "class of its own")
    return dials.turn(CASH) in forms and dials.chance("margin", 0.08)


def boxed(dials: Dials) -> bool:
    """Whether a box sums up each account."""
    box = ("summary box only", "line and summary box")
    return dials.turn(OVERVIEW) == "box of each account" or dials.turn(TOTAL) in box or dials.turn(CASH) == box[0]


def has_classes(dials: Dials) -> bool:
    """Whether each class has a table of its own."""
    return dials.turn(STRUCTURE) == "table per class"


def titled(dials: Dials, text: str) -> str:
    """A title of a class or table, in the case of the paper's titles."""
    return text.upper() if dials.chance("titles in capitals", 0.35) else text


def named(dials: Dials, text: str) -> str:
    """A name of a security, in the case of the paper's names."""
    return text.upper() if dials.turn(NAME_CASE) == "upper" else text
