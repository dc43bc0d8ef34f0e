"""Which columns a table has, by their keys, and which identifiers of a security are printed there."""

from collections.abc import Collection, Sequence

from tools.accuracy.dice.dials import Dial, Dials
from tools.accuracy.dice.forms import (
    BELOW,
    IDENTIFIER,
    LOT_DAY_IN,
    columns_of,
    extras,
    gain_cell,
    lot_form,
    stacked,
)
from tools.accuracy.dice.securities import BONDS, Security

BOND_TABLES = (*BONDS, "bonds")
BOND_DETAIL = Dial("bond details", {"in name": 40, "second line": 22, "second line with words": 23, "columns": 15})
COLUMNS_OF_IDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "symbol first": (("symbol", "name"),),
    "symbol or cusip in one column": (("symbol", "name"),),
    "symbol after name": (("name", "symbol"),),
    "symbol column, cusip below": (("symbol", "name"), ("name", "symbol")),
    "cusip column": (("cusip", "name"), ("name", "cusip")),
    "symbol and cusip columns": (("symbol", "cusip", "name"), ("name", "symbol", "cusip"), ("name", "cusip", "symbol"),
                                 ("cusip", "name", "symbol"), ("symbol", "name", "cusip")),
}  # fmt: skip
SYMBOL_IN_NAME = ("symbol above name", "symbol in brackets", "symbol before name", "symbol labelled below",
                  "symbol bare below", "symbol in brackets, cusip below")  # fmt: skip
CUSIP_IN_NAME = ("symbol column, cusip below", "symbol in brackets, cusip below", "cusip below", "cusip in brackets")


def keys_of(dials: Dials, kind: str, dropped: Collection[str] = ()) -> list[str]:
    """The columns of a table of that class, from the left; `one` is a table of all classes."""
    return [key for key in (_private(dials) if kind == "private" else _all(dials, kind)) if key not in dropped]


def _private(dials: Dials) -> list[str]:
    paid = ["distributed"] if dials.chance("column distributed", 0.4) else []
    day = ["navday"] if dials.chance("column navday", 0.6) else []
    return ["name", "commitment", "called", *paid, "unfunded", *day, "value"]


def _all(dials: Dials, kind: str) -> list[str]:
    left, figures = _ids(dials, kind), _figures(dials, kind)
    left += ["usd"] if dials.chance("currency column", 0.03) else []
    left += ["type"] if dials.chance("cash or margin column", 0.07) else []
    if _prior_quantity(dials, kind):
        figures.insert(figures.index("quantity"), "priorq")
    if figures[0] == "quantity" and dials.chance("quantity before name", 0.18):
        figures.remove("quantity")
        left.insert(0, "quantity")
    if dials.turn(IDENTIFIER) == "symbol last" and kind != "option":
        figures.append("cusip" if kind in BOND_TABLES else "symbol")
    return left + figures


def _prior_quantity(dials: Dials, kind: str) -> bool:
    split = lot_form(dials) in (*BELOW, "a row each")
    return kind != "option" and not split and dials.chance("prior quantity column", 0.05)


def _ids(dials: Dials, kind: str) -> list[str]:
    """The name and the columns of identifiers. Bonds have no symbol, so that their column says CUSIP; options none."""
    form = dials.turn(IDENTIFIER)
    left = list(dials.word("order of identifiers", COLUMNS_OF_IDS.get(form, (("name",),))))
    if kind == "option":
        return ["name"]
    if kind in BOND_TABLES and "symbol" in left:
        if "cusip" in left:
            left.remove("symbol")
        elif form != "symbol or cusip in one column":
            left[left.index("symbol")] = "cusip"
    return left


def _figures(dials: Dials, kind: str) -> list[str]:
    columns = columns_of(dials)
    if "gain" in columns and dials.chance("no gain", 0.15):
        columns.remove("gain")
    more = extras(dials)
    lower = stacked(dials)[1]
    if lower and lower not in columns + more:
        (more if lower in ("yield", "gainpct", "accrued") else columns).append(lower)
    _put_day(dials, columns)
    if "pct" in more and dials.chance("share before figures", 0.15):
        more.remove("pct")
        columns.insert(0, "pct")
    _put_beside(columns, more, "gainpct", "gain", gain_cell(dials) == "money alone")
    _put_beside(columns, more, "accrued", "value", kind in (*BOND_TABLES, "one"))
    term = lot_form(dials) != "none" and not lot_form(dials).startswith("appendix")
    columns += more + (["term"] if term and dials.chance("term column", 0.35) else [])
    detailed = kind in BOND_TABLES and dials.turn(BOND_DETAIL) == "columns"
    return ["coupon", "maturity", *columns] if detailed else columns


def _put_day(dials: Dials, columns: list[str]) -> None:
    """The column of days, before all figures or behind the quantity."""
    form = lot_form(dials)
    below = form in BELOW and dials.turn(LOT_DAY_IN) == "date column"
    if below or form in ("one a row", "a row each"):
        columns.insert(0 if dials.chance("days first", 0.55) else columns.index("quantity") + 1, "date")


def _put_beside(columns: list[str], more: list[str], key: str, beside: str, fits: bool) -> None:
    """Moves the key from those at the end to behind its neighbour, or leaves it out."""
    if key in more:
        more.remove(key)
        if fits and beside in columns:
            columns.insert(columns.index(beside) + 1, key)


def printed_ids(dials: Dials, row: Security, keys: Sequence[str]) -> tuple[str | None, str | None]:
    """Symbol and CUSIP of the security as far as they are printed in a table of these columns."""
    if row.kind in ("option", "private"):
        return None, None
    form = dials.turn(IDENTIFIER)
    symbol = row.symbol if "symbol" in keys or form in SYMBOL_IN_NAME else None
    cusip = row.cusip if "cusip" in keys or form in CUSIP_IN_NAME or not row.symbol else None
    return symbol, cusip


def in_symbol_column(dials: Dials, row: Security) -> str:
    """What stands in a column of symbols: the CUSIP of what has none."""
    if row.kind in ("option", "private"):
        return ""
    return row.symbol or row.cusip or ""
