"""Rows become events: records, lots, totals; second lines and products go to the row above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from core.ingest.amounts import read_amount
from core.ingest.block_lines import is_note, told_in
from core.ingest.events import Cell, Fact, Record, Total, Trouble, Where
from core.ingest.facts import facts_of, total_rank
from core.ingest.identifiers import PAREN, is_bare_ticker, labelled
from core.ingest.open_table import Open
from core.ingest.registrations import titled_number
from core.ingest.row_meaning import as_balance, goes_on
from core.ingest.rows import NAMES, Row, read_row
from core.ingest.sections import section_name, total_name
from core.ingest.security import read, ties
from core.ingest.standing import (
    joins_below,
)
from core.ingest.vocabulary import known_role
from core.ingest.words import Line, phrases, span
from core.ingest.wrapped import beginnings

PRODUCT = re.compile(r"\(?([\d,]*\d(?:\.\d+)?)\s*(?:[x×@*]|units? (?:x|at))\s*(\$?[\d,]*\d\.\d+)\)?", re.I)
ACCOUNT_RANK = 6
ONLY_LABEL = re.compile(r"(?:symbol|sym|ticker|cusip|isin)\s*[:#]?\s*[0-9A-Z./]{1,12}", re.I)


def take(state: Open, row: Row) -> None:
    """A row of a security or a lot, with the text that waited for it; what has no name or column is told."""
    cells = as_balance(row)
    if row.kind == "record" and goes_on(state, row):
        assert state.record is not None
        state.record.details.extend(cells.pop(name).text for name in ("description", "symbol") if name in cells)
        row = replace(row, kind="lot", cells=cells)
    _name(state, row, cells)
    details = _begun_above(state, row, cells)
    if row.kind == "lot" and state.record is not None and labelled(row.label):
        state.record.details.append(row.label)
    state.drop_waiting()
    assert state.header is not None
    kind = "lots" if row.kind == "lot" else state.header.kind
    record = Record(kind, cells, row.where, details, table=state.tables, marked=bool(row.line.marks))
    state.events.append(record)
    if state.header.kind == "holdings":
        state.events.extend(_doubtful(row, cells))
    if state.titled and kind == "holdings":
        state.block, state.titled = record, False
    state.row = row
    state.record = record if row.kind != "lot" else state.record


def _name(state: Open, row: Row, cells: dict[str, Cell]) -> None:
    """The name that waits for a row goes to it, or opens the security of a lot."""
    if row.kind == "record" and state.waiting and "description" in cells:
        told = labelled(cells["description"].text) if ONLY_LABEL.fullmatch(cells["description"].text) else {}
        for role, text in told.items():
            cells.setdefault(role, Cell(text, cells["description"].box))
        if told:
            del cells["description"]
        elif _began_above(state, cells):
            last = cells.pop("description")
            _from_waiting(state, cells)
            cells["description"] = Cell(f"{cells['description'].text} {last.text}", cells["description"].box)
    if row.kind == "record" and "description" not in cells and state.waiting:
        _from_waiting(state, cells)
    elif state.block is not None and state.header is not None and state.header.kind == "activity":
        for role in ("description", "symbol"):
            if role in state.block.cells and not any(name in cells for name in NAMES if name != "description"):
                cells.setdefault(role, state.block.cells[role])
    elif row.kind == "record" and state.issuer and not any(name in cells for name in NAMES):
        cells.update(state.issuer)
        state.issuer = {}
    elif row.kind == "lot" and state.waiting:
        state.name_waiting()


def _begun_above(state: Open, row: Row, cells: dict[str, Cell]) -> list[str]:
    """What goes on with the name of a row whose figures stand on its last line: the first line is its description."""
    if row.kind != "record" or not state.waiting or "description" not in cells:
        return []
    begun = beginnings(state.waiting, row.line, state.names) or int(joins_below(state.waiting[-1], row))
    if not begun:
        return []
    texts = [*(line.text for line in state.waiting[-begun:]), cells["description"].text]
    del state.waiting[-begun:]
    cells["description"] = Cell(texts[0], cells["description"].box)
    return texts[1:]


def _began_above(state: Open, cells: dict[str, Cell]) -> bool:
    """Whether the first line that waits prints an identifier under its head beside a name, which the row does not."""
    assert state.header is not None
    placed = read_row(state.waiting[0], state.header).cells
    own = {role for role in placed if role in NAMES and role != "description"}
    return bool(own) and "description" in placed and not own & set(cells)


def _from_waiting(state: Open, cells: dict[str, Cell]) -> None:
    """The lines that wait are the name; what stands in them under heads of identifiers is that."""
    assert state.header is not None
    texts = []
    for line in state.waiting:
        placed = read_row(line, state.header).cells
        own = {role: cell for role, cell in placed.items() if role in NAMES and role != "description"}
        named = placed["description"].text if own and "description" in placed else line.text
        texts += [named] if not own or "description" in placed else []
        for role, cell in own.items():
            cells.setdefault(role, cell)
    if texts:
        cells["description"] = Cell(" ".join(texts), span(state.waiting[0].words))
    state.waiting = []


def _doubtful(row: Row, cells: Mapping[str, Cell]) -> list[Trouble]:
    """What a person should see of a row of holdings: that it has no name, and figures without a column."""
    found = [Trouble(f"the number {text} stands in no known column", row.where) for text in row.spare]
    if row.kind == "record" and not any(name in cells for name in NAMES):
        found.insert(0, Trouble(f"a row of numbers stands without a name: {row.line.text}", row.where, unread=True))
    return found


def take_total(state: Open, row: Row) -> None:
    """A printed sum: of a table, or of the whole account, which ends the table."""
    state.drop_waiting()
    named = total_name(row.label)
    named = section_name(row.label) if named is None and row.kind == "record" else named or ""
    name = named.replace(" / ", "/")
    rank, stated = total_rank(row.label), read(row.cells.get("value"))
    accounts = rank >= ACCOUNT_RANK and stated is not None
    if state.header is not None and state.header.kind != "activity":
        state.events += [] if accounts and name else [Total(name, row.cells, row.where, row.line.text, state.tables)]
    elif rank >= ACCOUNT_RANK:
        state.events.extend(
            facts_of([" ".join(word.text for word in run) for run in phrases(row.line.words, 1.0)], row.where)
        )
    state.closed = state.record if state.record is not None else state.closed
    state.record, state.row = None, None
    if accounts and stated is not None:
        state.events.append(Fact("total", row.label, row.where, stated.value, rank=rank))
        state.header = None
    words = [word for word in row.label.split() if not word.isdigit()]
    if not name and len(words) > 1 and state.header is not None and state.header.kind == "holdings":
        state.header = None


def total_of_account(state: Open, lines: Sequence[Line], at: int) -> Fact | None:
    """What an account is worth whose title is a row of the open table, which goes on under it; None for other titles.

    `Roth IRA (4268-9841)   1,596,726.79` in an outline of a household, over the rows of that account.
    """
    if state.header is None or state.header.kind != "holdings" or at + 1 >= len(lines):
        return None
    row, below = read_row(lines[at], state.header), read_row(lines[at + 1], state.header)
    stated = read(row.cells.get("value"))
    plain = stated is not None and titled_number(row.label) is not None and not {"quantity", "price"} & set(row.cells)
    if stated is None or not plain or below.kind != "record" or "value" not in below.cells:
        return None
    state.drop_waiting()
    state.record, state.row = None, None
    return Fact("total", row.label, row.where, stated.value, rank=ACCOUNT_RANK)


def take_total_behind(state: Open, row: Row) -> None:
    """The total of an account whose name stands behind its amount, in a table with the names last."""
    stated, label = read(row.cells.get("value")), row.cells.get("description")
    if stated is not None and label is not None and label.box is not None:
        own = row.cells["value"].box
        if own is not None and label.box[0] > own[2] and total_rank(row.label):
            state.events.append(Fact("total", row.label, row.where, stated.value, rank=total_rank(row.label)))


def only_cash_of_value(state: Open, row: Row, first: int) -> None:
    """Of the amounts that a line of cash tells from event `first` on, the one in the column of values is its cash."""
    value = read(row.cells.get("value"))
    told = [one for one in state.events[first:] if isinstance(one, Fact) and one.kind in ("cash", "weak_cash")]
    if value is not None and any(one.amount == value.value for one in told):
        gone = [one for one in told if one.amount != value.value]
        state.events[first:] = [one for one in state.events[first:] if one not in gone]


def take_numbers(state: Open, row: Row) -> None:
    """Figures without a name: a sum where they are that of the rows above, else they are told."""
    assert state.header is not None
    bare = "value" in row.cells and set(row.cells) <= {"value", "cost", "gain", "accrued"}
    if bare and not row.spare and _sums_up(state, row):
        state.events.append(Total("", row.cells, row.where, row.line.text, state.tables))
        return
    unread = state.header.kind in ("holdings", "lots")
    told = f"a row of numbers without a name was not read: {row.line.text}"
    state.events.append(Trouble(told, row.where, "warning", unread=unread))


def _sums_up(state: Open, row: Row) -> bool:
    """Whether a lone value is the sum of the values above it, back to where the table or the account begins."""
    printed, held = read(row.cells["value"]), Decimal(0)
    for event in reversed(state.events):
        if isinstance(event, Fact) and event.kind == "account":
            return False
        amount = read(event.cells.get("value")) if isinstance(event, Record) and event.kind != "lots" else None
        held += amount.value if amount is not None else 0
        if printed is not None and amount is not None and held == printed.value:
            return True
    return False


def take_under(state: Open, row: Row) -> None:
    """A second line of stacked columns: its cells are the row's above, its text goes on with the name."""
    if state.record is None:
        return
    for role, cell in row.under.items():
        if role != "other":
            state.record.cells.setdefault(role, cell)
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
    """A note that stands under a security, with its price; False where the line is none, or nothing stands above."""
    above = state.block or state.record or state.closed
    noted = is_note(line.text) or (state.block is not None and ":" in line.text and bool(told_in(line.text)))
    if above is None or state.waiting or not noted:
        return False
    add_detail(above, f"— {line.text}", line)
    return True


def add_detail(record: Record, text: str, line: Line) -> None:
    """A line under a row, with the price and the accrued interest that it may tell."""
    record.details.append(text)
    record.places.append(span(line.words))
    for role, told in told_in(text).items():
        record.cells.setdefault(role, Cell(told, span(line.words)))


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
