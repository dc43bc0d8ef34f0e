"""Lines of figures right under a row of text without columns, which complete it: its cost, or lots under a head.

What a line says is taken where arithmetic holds: the value less the gain is the cost, units at their cost the lot's.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.flowed.rows import Parts, parted
from core.ingest.flowed.table import LABELLED, Table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Cell, Event, Record, Where
from core.ingest.rows.block_lines import ACCRUED

CENT = Decimal("0.01")
CUSIP_IN_PARTS = re.compile(r"\b[0-9A-Z]{6}-[0-9A-Z]{2}-\d\b")
FEW = 3
BOUGHT = ("quantity", "unit_cost", "cost")


def below_row(text: str, table: Table, where: Where) -> list[Event] | None:
    """What a line under the last row of a table adds to it; None where it adds nothing."""
    if table.last is None:
        return None
    if table.below is not None and (lot := _lot(parted(text, True), table, where)) is not None:
        return [lot]
    if (told := ACCRUED.fullmatch(text.strip())) is not None:
        table.last.cells.setdefault("accrued", Cell(told[1]))
        return []
    parts = parted(text)
    label = " ".join(parts.words)
    if CUSIP_IN_PARTS.search(label) is not None and table.accrues and len(parts.figures) < FEW:
        return _identified(label, parts.figures, table)
    if len(parts.figures) != 1 or len(parts.amounts) != 1 or "cost" in table.last.cells:
        return None
    if known_role(label) != "cost" and not _is_cost(table.last, parts.figures[0]):
        return None
    table.last.cells["cost"] = Cell(parts.figures[0])
    _name_on(table, "" if known_role(label) == "cost" else label)
    return []


def _identified(label: str, figures: Sequence[str], table: Table) -> list[Event] | None:
    """The row above takes the CUSIP of its second line, and its last figure as accrued; None where it is none."""
    assert table.last is not None
    if figures and not _is_small(table.last, figures[-1]):
        return None
    _name_on(table, label)
    table.last.cells.update({"accrued": Cell(figures[-1])} if figures else {})
    return []


def _is_small(row: Record, figure: str) -> bool:
    """Whether a figure is a small part of what a row is worth, as what has accrued is and its cost is not."""
    worth, amount = read_amount(row.cells["value"].text) if "value" in row.cells else None, read_amount(figure)
    return worth is not None and amount is not None and abs(amount.value) * 10 < abs(worth.value)


def _is_cost(row: Record, figure: str) -> bool:
    """Whether a figure is what the value of a row is less its gain."""
    read = [read_amount(row.cells[role].text) if role in row.cells else None for role in ("value", "gain")]
    paid = read_amount(figure)
    if paid is None or read[0] is None or read[1] is None:
        return False
    return abs(read[0].value - read[1].value - paid.value) <= CENT


def _lot(parts: Parts, table: Table, where: Where) -> Record | None:
    """The lot that a line is under a head of lots: a day, and units at their cost that make the cost."""
    assert table.below is not None
    columns = [role for role in table.below.figures if role in BOUGHT]
    if len(parts.days) != 1 or tuple(columns) != BOUGHT or len(parts.figures) < len(BOUGHT):
        return None
    read = [amount.value for text in parts.figures[: len(BOUGHT)] if (amount := read_amount(text)) is not None]
    if len(read) != len(BOUGHT) or not ties(read[0], read[1], Decimal(1), read[2]):
        return None
    _name_on(table, " ".join(parts.words))
    cells = {role: Cell(text) for role, text in zip(BOUGHT, parts.figures, strict=False)}
    return Record("lots", {**cells, "acquired": Cell(parts.days[0])}, where)


def _name_on(table: Table, words: str) -> None:
    """Words before the figures go on with the name of the row, or tell its symbol."""
    assert table.last is not None
    if (told := LABELLED.fullmatch(words)) is not None:
        table.last.cells.setdefault("symbol", Cell(told[1]))
    elif words:
        table.words.append(words)
