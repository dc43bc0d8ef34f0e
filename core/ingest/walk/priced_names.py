"""A security whose line prints its price alone: units, cost and value stand with its lots below and on their sum.

`QUILL HARBOR CORP (QZAB)   41.20` over `03/05/2021   100   30.00   3,000.00   4,120.00` and `Total   100 …`. The price
may stand behind the terms of a bond, or on a line of its own under a name that had no room for it.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.furniture import place_key
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, span
from core.ingest.rows.block_lines import is_reinvested
from core.ingest.rows.rows import Row, read_row

MOST_LINES = 3
"""So many lines of text at most stand between the price of a security and its first lot."""


def priced_name(state: Open, lines: Sequence[Line], at: int, row: Row) -> Row:
    """The row as that of a security, where it tells but a name or its end and a price, and lots follow; else as is."""
    named = bool(state.waiting) or any(role in row.cells for role in NAMES)
    figures = set(row.cells) - set(NAMES)
    if row.kind not in ("numbers", "text") or figures != {"price"} or row.spare or not named:
        return row
    if not _stands_under_price(state, row.cells["price"]) or not _lot_follows(state, lines, at):
        return row
    return replace(row, kind="record", cells=_with_whole_name(state, row))


def is_priced_again(state: Open, row: Row) -> bool:
    """Whether a row tells but the price and the name of the security of the page before, whose lots go on below it."""
    if row.kind != "record" or set(row.cells) - set(NAMES) != {"price"} or "description" not in row.cells:
        return False
    again = state.goes_on_as(row.cells["description"].text, row.line.page)
    if again is None or again.where.page == row.line.page:
        return False
    if read(again.cells.get("price")) != read(row.cells["price"]):
        return False
    state.record, state.waiting = again, []
    return True


def _with_whole_name(state: Open, row: Row) -> dict[str, Cell]:
    """The cells with all words before the price as the name, where no other names have columns."""
    assert state.header is not None
    price = row.cells["price"].box
    words = [word for word in row.line.words if price is not None and word.x1 <= price[0]]
    if not words or sum(map(state.header.has, NAMES)) > 1:
        return dict(row.cells)
    return {**row.cells, "description": Cell(" ".join(word.text for word in words), span(words))}


def _stands_under_price(state: Open, cell: Cell) -> bool:
    """Whether a cell is a figure right under the head of prices, and no share; or says that there is none, `N/A`."""
    assert state.header is not None
    amount, box = read_amount(cell.text), cell.box
    if box is None or (amount is None and not is_blank(cell.text)) or (amount is not None and amount.percent):
        return False
    return any(one.role == "price" and box[0] < one.x1 and box[2] > one.x0 for one in state.header.columns)


def _lot_follows(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether the next line with figures is a lot that tells what it is worth or cost; or the page ends here."""
    assert state.header is not None
    for line in lines[at + 1 : at + 2 + MOST_LINES]:
        row = read_row(line, state.header)
        if row.kind == "lot" or is_reinvested(row.label):
            return bool({"value", "cost"} & set(row.cells))
        if row.kind != "text" or place_key(line) in state.furniture:
            return place_key(line) in state.furniture
    return at + 1 == len(lines)
