"""What has run into the name of a row where one blank alone parts the columns: the symbol before it, figures behind it.

`META QUILL PLATFORMS CLASS A 579.0000  445.62000  258,013.98`: the symbol begins where its column begins, and units and
price are told by their product.
"""

import re

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import ACCOUNT_SIDE
from core.ingest.lexicon.figures import read, ties
from core.ingest.lexicon.identifiers import OPTION, is_bare_ticker, option_symbol
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, span

CONTRACT = re.compile(rf"(?:{OPTION.pattern})(?!\S)")
DECIMAL = re.compile(r"\$?\d[\d,]*\.\d{2,}")
OVER = re.compile(r"\$?\d[\d,]*\.\d{2,}[\d,]*\d\.\d{2,}")
"""Two figures without a blank between them."""
UNITS = ("quantity", "price")
EDGE = 3.0
AT_FACE = 100
LEAST_NAME = 2


def apart(cells: dict[str, Cell], header: Header, line: Line) -> dict[str, Cell]:
    """The cells of a row with what has run into its name in columns of its own; as they are where nothing has.

    A line without a value is a heading or the second line of a name, `SHORT POSITIONS`.
    """
    if header.kind != "holdings" or not {"description", "value"} <= set(cells):
        return cells
    parted = _printed_over(_symbol_before(_without_side(cells, header), header, line.words[0]), header)
    return _units_behind(parted, header)


def _without_side(cells: dict[str, Cell], header: Header) -> dict[str, Cell]:
    """The cells where the side of the account, `Cash` or `Margin`, has run into the symbol before it: in its own."""
    first, rest = _first_of(cells["symbol"].text) if "symbol" in cells else ("", "")
    if "account_name" in cells or not header.has("account_name") or not ACCOUNT_SIDE.fullmatch(rest):
        return cells
    box = cells["symbol"].box
    return {**cells, "symbol": Cell(first, box), "account_name": Cell(rest, box)} if _is_symbol(first) else cells


def _symbol_before(cells: dict[str, Cell], header: Header, begin: Word) -> dict[str, Cell]:
    """The cells with the symbol apart that begins the name and stands where the column of symbols begins."""
    if (long := _of_symbol(cells)) is not None:
        return long
    columns = {column.role: column for column in header.columns if column.role in ("symbol", "description")}
    name = cells["description"]
    first, rest = _first_of(name.text)
    if "symbol" in cells or len(columns) < 2 or not rest or begin.text != first.split()[0] or not _is_symbol(first):
        return cells
    own, named = columns["symbol"].x0, columns["description"].x0
    if own > named or abs(begin.x0 - own) > EDGE or begin.x0 > named - EDGE:
        return cells
    return {**cells, "symbol": Cell(first, span([begin])), "description": Cell(rest, name.box)}


def _of_symbol(cells: dict[str, Cell]) -> dict[str, Cell] | None:
    """The cells where the name has run into the symbol's, and only what stands behind it into its own; or None."""
    first, rest = _first_of(cells["symbol"].text) if "symbol" in cells else ("", "")
    if len(rest.split()) < LEAST_NAME or not _is_symbol(first):
        return None
    text = f"{rest} {cells['description'].text}"
    return {**cells, "symbol": Cell(first, cells["symbol"].box), "description": Cell(text, cells["description"].box)}


def _first_of(text: str) -> tuple[str, str]:
    """The first word of a text, or the symbol of an option of several words, and the rest."""
    first, _, rest = text.partition(" ")
    begun = CONTRACT.match(text)
    return (begun[0], text[begun.end() :].strip()) if begun else (first, rest)


def _is_symbol(text: str) -> bool:
    return is_bare_ticker(text) or option_symbol(text) is not None


def _printed_over(cells: dict[str, Cell], header: Header) -> dict[str, Cell]:
    """The cells where price and units are printed into one another at the end of the name: parted by their product.

    `1.00027,465.64` beside `27,465.64`. Where no cut gives the value they are left in the cell of the units, as no
    number.
    """
    name, _, last = cells["description"].text.rpartition(" ")
    value = read(cells.get("value"))
    roles = [one.role for one in sorted(header.columns, key=lambda column: column.x0) if one.role in UNITS]
    if not name or value is None or len(roles) != len(UNITS) or set(UNITS) & set(cells) or not OVER.fullmatch(last):
        return cells
    box = cells["description"].box
    bare = {**cells, "description": Cell(name, box)}
    for at in range(1, len(last)):
        left, right = read_amount(last[:at]), read_amount(last[at:])
        if left is None or right is None or last[:at].count(".") != 1:
            continue
        if ties(left.value, right.value, type(value.value)(1), value.value):
            return {**bare, roles[0]: Cell(last[:at], box), roles[1]: Cell(last[at:], box)}
    return {**bare, "quantity": Cell(last, box)}


def _units_behind(cells: dict[str, Cell], header: Header) -> dict[str, Cell]:
    """The cells with units and price that end the name, or the units alone, where their product is the value."""
    value = read(cells.get("value"))
    figures = {role for role in ("quantity", "price") if role in cells}
    if value is None or len(figures) > 1 or not (header.has("quantity") and header.has("price")):
        return cells
    name = cells["description"]
    words = name.text.split()
    count = 2 - len(figures)
    behind = words[-count:]
    printed = [*behind, *(cells[role].text for role in figures)]
    if len(words) <= count or not all(map(DECIMAL.fullmatch, behind)):
        return cells
    units, price = (read_amount(text) for text in printed)
    if units is None or price is None:
        return cells
    whole = type(value.value)(1)
    if not any(ties(units.value, price.value, unit, value.value) for unit in (whole, whole / AT_FACE)):
        return cells
    box = cells[next(iter(figures))].box if figures else name.box
    told = {"quantity": Cell(printed[0], name.box), "price": Cell(printed[1], box)}
    return {**cells, **told, "description": Cell(" ".join(words[:-count]), name.box)}
