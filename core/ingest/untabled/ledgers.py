"""The ledger of each fund: its name over what was done in it, from the opening balance to the closing one.

`Willow Balanced Fund` over `Date  Transaction  Amount  Share price  Shares  Total shares  Value`: the closing balance
tells the units, the price and the value of what is held, the lines before it are transactions in the fund.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lines.page_heads import header_at
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, span, text_of
from core.ingest.rows.rows import read_row
from core.ingest.untabled.blocks import Block, is_proven
from core.ingest.untabled.names_over import named_over

WORTH = r"(?: (?:share|unit|fund|market|account))? (?:balance|value)\b"
OPENING = re.compile(rf"\b(?:beginning|opening|starting|previous|prior){WORTH}|\bbalance (?:brought )?forward\b", re.I)
CLOSING = re.compile(rf"\b(?:ending|closing|final|current){WORTH}", re.I)
MOST_LINES, MOST_HEADS = 60, 3
FACTORS = ("price", "quantity", "value")


def ledgers(lines: Sequence[Line]) -> list[Block]:
    """The ledgers of a page that are whole, from the name to the closing balance."""
    found: list[Block] = []
    floor = -1
    for at, line in enumerate(lines):
        if at <= floor or OPENING.search(line.text) is None or len(_figures(line)) < len(FACTORS):
            continue
        block = _ledger(lines, at, floor)
        if block is not None:
            found.append(block)
            floor = block.last
    return found


def _ledger(lines: Sequence[Line], opening: int, floor: int) -> Block | None:
    """The ledger whose opening balance is that line."""
    header = _header(lines, opening)
    ends = range(opening + 1, min(len(lines), opening + MOST_LINES))
    closing = next((at for at in ends if CLOSING.search(lines[at].text)), None)
    if header is None or closing is None or any(OPENING.search(lines[at].text) for at in ends if at < closing):
        return None
    left = min(line.words[0].x0 for line in lines[header.first : opening])
    named = named_over(lines, header.first, floor, left=left)
    figures = _figures(lines[closing])
    if named is None or named.details or len(figures) != len(FACTORS):
        return None
    name = {"description": Cell(text_of(named.words), span(named.words))}
    cells = {role: Cell(word.text, word.box) for role, word in zip(FACTORS, figures, strict=True)}
    held = Record("holdings", {**name, **cells}, _where(lines[closing]))
    moves = [_move(line, header, name) for line in lines[opening + 1 : closing]]
    if None in moves:
        return None
    told = (held, *(move for move in moves if move is not None))
    shape = ("ledger", *(column.label.casefold() for column in header.columns))
    return Block(named.first, closing, told, shape, is_proven(cells))


def _header(lines: Sequence[Line], opening: int) -> Header | None:
    """The heads right over an opening balance, if they are of transactions with prices and values."""
    for first in range(max(0, opening - MOST_HEADS), opening):
        header = header_at(lines, first)
        if header is None or any(re.search(r"\d", line.text) for line in lines[first:opening]):
            continue
        if header.has("date") and header.has("price") and header.has("value"):
            return header
    return None


def _figures(line: Line) -> list[Word]:
    """The amounts of a line with a point or a dollar sign, in their order."""
    figured = [word for word in line.words if re.search(r"\d\.\d", word.text) and not is_date(word.text)]
    return [word for word in figured if (amount := read_amount(word.text)) is not None and not amount.percent]


def _move(line: Line, header: Header, name: dict[str, Cell]) -> Record | None:
    """What was done in the fund on a day; None where the line is of another kind."""
    cells = {role: cell for role, cell in read_row(line, header).cells.items() if role != "value"}
    if "date" not in cells or "amount" not in cells:
        return None
    if "description" in cells:
        cells["activity"] = cells.pop("description")
    return Record("activity", {**cells, **name}, _where(line))


def _where(line: Line) -> Where:
    return Where(line.page, None, span(line.words))
