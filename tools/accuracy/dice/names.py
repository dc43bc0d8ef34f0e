"""The name of a security in its cell: with the identifiers that stand there, cut or wrapped, and what stands below."""

from collections.abc import Sequence

from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import IDENTIFIER, named
from tools.accuracy.dice.keys import BOND_DETAIL, printed_ids
from tools.accuracy.dice.marks import cut, wrapped
from tools.accuracy.dice.securities import BONDS, Security
from tools.accuracy.dice.sheet import Sheet

TOO_LONG = Dial("name too long", {"cut": 45, "wrapped": 38, "wrapped, indented": 17})
OPTION = Dial("option name", {
    "{word} {symbol} {due:%m/%d/%y} {strike}": 1, "{symbol} {due:%b %d %Y} {strike}.00 {word}": 1,
    "{symbol} {due:%m/%d/%Y} {strike}.00 {side}": 1, "{word} ({symbol}) {name} {due:%b %d %y} ${strike} (100 Shs)": 1,
    "{symbol} {word} ${strike} Exp {due:%m/%d/%Y}": 1, "{word} {name} {due:%m/%d/%y} @ {strike}.00": 1,
})  # fmt: skip
SYMBOL_LABELS = ("Symbol: {}", "Ticker: {}", "Symbol {}", "SYM: {}", "({})")
CUSIP_LABELS = ("CUSIP: {}", "Cusip {}", "CUSIP {}", "CUSIP No: {}", "CUSIP #{}")
INDENT = 8


def name_lines(sheet: Sheet, row: Security, keys: Sequence[str], width: float) -> list[str]:
    """The lines of the name cell in a table of these columns."""
    name, below = _with_ids(sheet, row, keys, _full_name(sheet, row, keys))
    noted = sheet.dials.chance("foot marks on names", 0.1) and sheet.dials.die(f"note {row.name}").random() < 0.1
    lines = _fitted(sheet, row, name, " *" if noted else "", width)
    above = [row.symbol] if row.symbol and sheet.dials.turn(IDENTIFIER) == "symbol above name" else []
    told = [*_bond_lines(sheet, row, keys), *below]
    return [*above, *lines, *(line for text in told for line in wrapped(sheet.pencil, text, width))]


def _full_name(sheet: Sheet, row: Security, keys: Sequence[str]) -> str:
    """The name with what tells bonds and options of one issuer apart."""
    if row.kind == "option":
        return option_name(sheet, row)
    name = row.name
    if row.kind in BONDS and "coupon" not in keys and sheet.dials.turn(BOND_DETAIL) in ("in name", "columns"):
        form = sheet.dials.word("coupon and day", ("{:.3f}% {:%m/%d/%Y}", "{:.3f}% Due {:%m/%d/%Y}"))
        name = f"{name} {form.format(row.coupon, row.due)}"
    return named(sheet.dials, name)


def option_name(sheet: Sheet, row: Security) -> str:
    """A contract as the paper names it."""
    symbol, side, strike = row.terms.split()
    form = sheet.dials.turn(OPTION)
    made = form.format(word="Put" if side == "P" else "Call", symbol=symbol, side=side, strike=strike, due=row.due,
                       name=row.name)  # fmt: skip
    return made.upper() if form.endswith("Shs)") else named(sheet.dials, made)


def _bond_lines(sheet: Sheet, row: Security, keys: Sequence[str]) -> list[str]:
    """What stands below the name of a bond."""
    form, dials = sheet.dials.turn(BOND_DETAIL), sheet.dials
    if row.kind not in BONDS or "coupon" in keys or not form.startswith("second line"):
        return []
    rated = row.rating and dials.chance("ratings below", 0.55)
    if form == "second line":
        return [named(dials, row.coupon_and_day + (f" {row.rating}" if rated else ""))]
    coupon, day = row.coupon_and_day.split()
    lines = [dials.word("coupon in words", ("Coupon {} Matures {}", "Rate: {} Maturity: {}")).format(coupon, day)]
    lines += [dials.word("rating in words", ("Rating: {}", "Moody's/S&P: {}")).format(row.rating)] if rated else []
    lines += [f"Callable {row.terms}"] if row.terms and dials.chance("calls below", 0.5) else []
    return [named(dials, line) for line in lines]


def _with_ids(sheet: Sheet, row: Security, keys: Sequence[str], name: str) -> tuple[str, list[str]]:
    """The name with the identifiers that stand in its line, and those that stand below."""
    dials, form = sheet.dials, sheet.dials.turn(IDENTIFIER)
    symbol, cusip = printed_ids(dials, row, keys)
    below = []
    if symbol and "symbol" not in keys:
        if form.startswith("symbol in brackets"):
            name = f"{name} ({symbol})"
        elif form == "symbol before name":
            name = dials.word("symbol before", ("{} - {}", "{}  {}")).format(symbol, name)
        elif form.endswith("below"):
            below.append(symbol if "bare" in form else dials.word("label of symbols", SYMBOL_LABELS).format(symbol))
    if cusip and "cusip" not in keys and (row.symbol or "symbol" not in keys):
        if form == "cusip in brackets":
            name = f"{name} ({cusip})"
        else:
            below.append(dials.word("label of CUSIPs", CUSIP_LABELS).format(cusip))
    return name, below


def _fitted(sheet: Sheet, row: Security, name: str, mark: str, width: float) -> list[str]:
    """The name cut to the width, though never its identifier, coupon or day, or wrapped."""
    pencil, form = sheet.pencil, sheet.dials.turn(TOO_LONG)
    if form == "cut" and row.kind != "option":
        kept, tail = _tail(row, name)
        room = width - pencil.wide(tail)
        if room > width / 4:
            return [cut(pencil, kept, room) + tail + mark]
    lines = wrapped(pencil, name + mark, width)
    if form == "wrapped, indented" and len(lines) > 1:
        return [lines[0], *(f"  {line}" for line in wrapped(pencil, " ".join(lines[1:]), width - INDENT))]
    return lines


def _tail(row: Security, name: str) -> tuple[str, str]:
    """The name up to what must stand whole at its end."""
    if row.kind in BONDS and "%" in name:
        place = name.rfind(" ", 0, name.index("%"))
    else:
        place = name.rfind(" ") if name.endswith(")") else len(name)
    return name[:place], name[place:]
