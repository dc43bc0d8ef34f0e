"""Rows become events: records and lots; second lines, notes and products go to the row above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import read, ties
from core.ingest.lexicon.identifiers import PAREN, is_bare_ticker, labelled
from core.ingest.lexicon.plans import GIVEN
from core.ingest.lexicon.vocabulary import NAMES, known_role
from core.ingest.lines.open_table import Open
from core.ingest.lots.two_costs import settle_cost
from core.ingest.nouns.events import Cell, Record, Trouble, Where
from core.ingest.nouns.head import TableKind
from core.ingest.nouns.words import Line, span
from core.ingest.rows.accrued_rows import accrued_row
from core.ingest.rows.block_lines import add_detail, is_note, told_in
from core.ingest.rows.rows import Row, under_heads
from core.ingest.rows.spare_figures import unplaced
from core.ingest.walk.row_meaning import as_balance, goes_on
from core.ingest.walk.row_names import begun_above, give_name
from core.ingest.walk.second_lines import take_accrued
from core.ingest.walk.sums_below import is_of_section

PRODUCT = re.compile(r"\(?([\d,]*\d(?:\.\d+)?)\s*(?:[x×@*]|units? (?:x|at))\s*(\$?[\d,]*\d\.\d+)\)?", re.I)


def take(state: Open, row: Row) -> None:
    """A row of a security or a lot, with the text that waited for it; what has no name or column is told."""
    cells = as_balance(row)
    assert state.header is not None
    told = accrued_row(cells, False, row.where) if row.kind == "record" and state.header.kind == "holdings" else None
    if told is not None:
        state.drop_waiting()
        state.events.append(told)
        return
    if row.kind == "record" and goes_on(state, row):
        assert state.record is not None
        state.record.details.extend(cells.pop(name).text for name in ("description", "symbol") if name in cells)
        row = replace(row, kind="lot", cells=cells)
    if row.kind == "record":
        state.heads_waiting(named="description" in cells)
    details = [*give_name(state, row, cells), *begun_above(state, row, cells)]
    if row.kind == "lot" and state.record is not None and labelled(row.label):
        state.record.details.append(row.label)
    state.drop_waiting()
    kind = "lots" if row.kind == "lot" else _kind(state, row, cells)
    if kind == "activity" and state.swept:
        cells["type"] = Cell(f"Sweep {cells['type'].text}" if "type" in cells else "Sweep", row.where.box)
    if row.line in state.held_in:
        cells["held_in"] = Cell(state.held_in[row.line], row.where.box)
    record = Record(kind, cells, row.where, details, table=state.tables, marked=bool(row.line.marks), spare=row.spare)
    state.events.append(record)
    if state.header.kind == "holdings":
        state.events.extend(_doubtful(row, cells))
    if state.titled and kind == "holdings":
        state.block, state.titled = record, False
    state.row = row
    state.record = record if row.kind != "lot" else state.record


def _kind(state: Open, row: Row, cells: Mapping[str, Cell]) -> TableKind:
    """What a row is: as its table says, but a name over units and a value without a day is no lot of the one above."""
    assert state.header is not None
    whole = {"description", "quantity", "value"} <= set(cells) and not {"description", "acquired"} & set(row.cells)
    return "holdings" if state.header.kind == "lots" and whole else state.header.kind


def _doubtful(row: Row, cells: Mapping[str, Cell]) -> list[Trouble]:
    """What a person should see of a row of holdings: that it has no name, and figures without a column."""
    found = [Trouble(unplaced(text), row.where) for text in row.spare]
    if row.kind == "record" and not any(name in cells for name in NAMES):
        found.insert(0, Trouble(f"a row of numbers stands without a name: {row.line.text}", row.where, unread=True))
    if "quantity" in row.cells and GIVEN.fullmatch(row.label):
        found.insert(0, Trouble(f"a row names a plan and no security: {row.line.text}", row.where, unread=True))
    return found


def take_under(state: Open, row: Row) -> None:
    """A second line of stacked columns: its cells are the row's above, its text goes on with the name."""
    settle_cost(state, row.under)
    take_accrued(state, row)
    if state.record is None:
        return
    last = state.events[-1] if state.events else None
    lot = state.row is not None and state.row.kind == "lot" and isinstance(last, Record) and last.kind == "lots"
    figured = last if lot and isinstance(last, Record) else state.record
    for role, cell in row.under.items():
        if role != "other":
            figured.cells.setdefault(role, cell)
    for name, cell in row.cells.items():
        if name == "description" and known_role(cell.text) in row.under:
            continue
        if name == "description" and not PAREN.search(cell.text) and is_bare_ticker(cell.text):
            state.record.cells.setdefault("symbol", cell)
        elif name == "description":
            state.record.details.append(cell.text)
            state.record.places.append(span(row.line.words))
        else:
            state.record.cells.setdefault(name, cell)


def take_note(state: Open, line: Line) -> bool:
    """A note that stands under a security, with its price; False where the line is none, or nothing stands above.

    Figures beside it under the lower of two heads, its interest, are the security's.
    """
    above = state.block or state.record or state.closed
    beside = under_heads(line, state.header) if above is not None and state.header is not None else {}
    text = _left_of(beside, line)
    noted = is_note(text) or (state.block is not None and ":" in text and bool(told_in(text)))
    if above is None or state.waiting or not noted or is_of_section(state, text):
        return False
    add_detail(above, f"— {text}", line)
    for role, cell in beside.items():
        above.cells.setdefault(role, cell)
    return True


def _left_of(cells: Mapping[str, Cell], line: Line) -> str:
    """The text of a line before its first figure."""
    first = min((cell.box[0] for cell in cells.values() if cell.box is not None), default=None)
    return line.text if first is None else " ".join(word.text for word in line.words if word.x1 <= first)


def take_told(state: Open, lots: Sequence[dict[str, Cell]], line: Line) -> None:
    """Lots told in a sentence; where it names no units, they are all of the security above."""
    assert state.record is not None
    for lot in lots:
        units = {"quantity": state.record.cells["quantity"]} if "quantity" in state.record.cells else {}
        where = Where(line.page, None, span(line.words))
        state.events.append(Record("lots", {**units, **lot}, where, table=state.tables))


def take_product(state: Open, line: Line) -> bool:
    """Units and price of the value above, where a line is only that product, `68.9215 x 34.936`; False where not."""
    factors = PRODUCT.fullmatch(line.text)
    if factors is None or state.record is None or {"quantity", "price"} & set(state.record.cells):
        return False
    quantity, price = (read_amount(text) for text in factors.groups())
    value = read(state.record.cells.get("value"))
    if quantity is None or price is None or value is None:
        return False
    if not ties(quantity.value, price.value, type(value.value)(1), value.value):
        return False
    box = span(line.words)
    state.record.cells.update(quantity=Cell(factors[1], box), price=Cell(factors[2], box))
    for event in state.events:
        if isinstance(event, Record) and event.kind == "cash" and event.table == state.record.table:
            event.kind = "holdings"
    return True
