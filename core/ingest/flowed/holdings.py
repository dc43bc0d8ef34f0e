"""Rows and sums in a table of holdings in text without columns: what a line with figures is.

A sum is one that the rows above make, not one that only has the words of a sum or a share of the whole.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.ingest.flowed.below import below_row
from core.ingest.flowed.labels import JOINED
from core.ingest.flowed.lots import lot_of, sum_of_lots, together
from core.ingest.flowed.rows import Parts, begins_with_day, cells_of, name_cells, of_head, parted
from core.ingest.flowed.sums import of_the_last, own_total, sum_of
from core.ingest.flowed.table import FEW, Table
from core.ingest.flowed.termed import termed_row
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties
from core.ingest.lexicon.sections import is_section_heading, kind_of_section, section_key, section_name, total_name
from core.ingest.lines.facts import CASH, facts_of, total_rank
from core.ingest.nouns.events import Cell, Event, Fact, Record, Total, Trouble, Where

PAGE = re.compile(r"\bpage \d+(?: of \d+)?$", re.I)
GLUED_SUM = re.compile(r"Total[A-Z][A-Za-z]+$")
OPEN_BRACKET = re.compile(r"\([^)]*$")
SIDES = ("covered", "noncovered", "non covered")
CORE = re.compile(r"(?:cash|core|sweep)\b(?: \w+){0,3}", re.I)


def row_of(text: str, table: Table, where: Where) -> list[Event] | None:
    """What a line of the open table is: a row, a sum, cash; None where it is none of these."""
    assert table.head is not None
    if PAGE.search(text):
        return None
    if begins_with_day(text):
        table.of_lots()
    parts = of_head(parted(text, table.head.has_days), table.head)
    label = unglued(OPEN_BRACKET.sub("", " ".join(parts.words)).strip())
    if table.cash:
        return _balance(label, parts.amounts, table, where)
    if (below := _below(text, label, parts, table, where)) is not None:
        return below
    if not parts.words and parts.amounts and (summed := sum_of(table.rows, parts)):
        table.close_rows()
        table.unnamed = summed
        return []
    if (name := _name_of_sum(label, parts, table)) is not None:
        return _sum(name, label, text, table, where)
    if len(parts.figures) < FEW and not (len(parts.figures) == len(table.head.figures) and parts.amounts):
        return _core(label, parts, table, where)
    cells = cells_of(table.head, parts)
    if CASH.fullmatch(label) and not _ties(cells):
        return _cash(label, parts.amounts, where)
    if _repeats_heading(label, cells, table):
        return _sum_again(label, cells, parts, table, where)
    if "value" not in cells:
        return _without_value(text, label, parts, table, where)
    named, more = _over(parts, table) if table.head.is_nameless else (_named(parts, table), [])
    if not named:
        return [Trouble(f"a row of numbers without a name was not read: {text}", where, "warning", unread=True)]
    table.take(Record("holdings", {**named, **cells}, where, list(more)))
    return [table.held[-1]]


def _without_value(text: str, label: str, parts: Parts, table: Table, where: Where) -> list[Event]:
    """A row whose figures make no value: balances of cash, or what could not be read."""
    if kind_of_section(table.heading) == "cash" and _closing_of(parts.amounts):
        return _cash(label, parts.amounts, where)
    unread = table.head is not None and table.head.past and not table.summed
    return [Trouble(f"a row that could not be read: {text}", where, "warning" if unread else "note", unread)]


def _below(text: str, label: str, parts: Parts, table: Table, where: Where) -> list[Event] | None:
    """A lot with its name, or what completes the security above: its cost, a lot more, the printed sum of its lots.

    None for other lines.
    """
    if (termed := termed_row(text, where)) is not None:
        table.take(termed)
        return [termed]
    if (told := below_row(text, table, where)) is not None:
        return told
    if (lot := lot_of(parts, table, where)) is not None:
        table.lots.append(lot)
        table.rows[-1] = table.held[-1] = together(table.lots)
        return [lot]
    name = total_name(label)
    if name is not None and section_key(name) in ("", *SIDES) and (summed := sum_of_lots(table.lots, parts)):
        return [Total(name, summed, where, label)]
    return None


def unglued(label: str) -> str:
    """The words of a sum that are run together, `TotalOtherAssets`."""
    return JOINED.sub(" ", label) if GLUED_SUM.match(label) else label


def _name_of_sum(label: str, parts: Parts, table: Table) -> str | None:
    """The name of the sum that a line is; None where it is none.

    A class with its share of the whole, `STOCKS 90.91% $1,000.00`, is one where the rows above make it.
    """
    if not label or not (parts.figures or table.unnamed):
        return None
    share = bool(parts.amounts) and parts.figures[0].endswith("%")
    told = share and (is_section_heading(label) or _is_over_sums(table))
    if told and total_name(label) is None and (sum_of(table.rows, parts) or of_the_last(table.held, parts)):
        return section_name(label)
    return total_name(label)


def _sum_again(label: str, cells: Mapping[str, Cell], parts: Parts, table: Table, where: Where) -> list[Event]:
    """The sum of a section that repeats its heading; one that no rows make is told, as rows may not have been read."""
    summed = sum_of(table.rows, parts) or of_the_last(table.held, parts)
    if summed:
        return [Total(section_name(label), summed, where, label)]
    told = f"the printed sum of {section_name(label)}, {cells['value'].text}, is that of no holdings read"
    return [Trouble(told, where, unread=True)]


def _repeats_heading(label: str, cells: Mapping[str, Cell], table: Table) -> bool:
    """Whether a line of figures names a section of the account and no units: it is its sum, whatever it adds up."""
    bare = "value" in cells and not {"quantity", "price"} & set(cells)
    return bare and section_key(label) in table.headings and kind_of_section(label) not in ("cash", "money_market")


def _is_over_sums(table: Table) -> bool:
    """Whether the open head stands over sums: it names neither units nor prices, as the heads of the rows before do."""
    return table.head is not None and not {"quantity", "price"} & set(table.head.roles)


def _named(parts: Parts, table: Table) -> dict[str, Cell]:
    """The name and the symbol of a row, the name from the line above where the row has none or but the end of it.

    Other lines of words that wait belong to the row above.
    """
    assert table.head is not None
    named = name_cells(table.head, parts.words)
    own = named["description"].text if "description" in named else ""
    nameless = not own and not (named and "description" not in table.head.roles)
    table.over = table.over or (nameless and bool(table.words))
    waits = table.words[-1:] if nameless or own[:1].isdigit() else []
    table.go_on(table.words[:-1] if waits else table.words)
    if waits and not own:
        return {**name_cells(table.head, waits[0].split()), **named}
    return {**named, "description": Cell(" ".join([*waits, own]).strip())} if waits else named


def _over(parts: Parts, table: Table) -> tuple[dict[str, Cell], list[str]]:
    """The name of a row that begins with a day, and more of it: the lines of words above a row that has none itself."""
    words, table.words = table.words, []
    return ({"description": Cell(words[0])}, words[1:]) if words and not parts.words else ({}, [])


def _sum(name: str, label: str, text: str, table: Table, where: Where) -> list[Event]:
    """A printed sum of the rows above, or of all rows of the account; with its cash it is the account's total."""
    assert table.head is not None
    parts = parted(text)
    before, table.unnamed = table.unnamed, {}
    summed = (sum_of(table.rows, parts) or of_the_last(table.held, parts)) if parts.figures else before
    table.close_rows()
    if summed:
        return [Total(name, summed, where, text)]
    if total_rank(label):
        total = own_total(table.held, table.money, parts)
        table.end()
        return facts_of([label, *([total] if total else parts.amounts)], where)
    sums = [role for role in table.head.figures if role not in ("quantity", "price", "unit_cost")]
    cells = dict(zip(sums, parts.figures, strict=False)) if len(parts.figures) > 1 else {}
    if "value" not in cells and parts.amounts:
        cells = {"value": parts.amounts[-1]}
    return [Total(name, {role: Cell(figure) for role, figure in cells.items() if role != "other"}, where, text)]


def _core(label: str, parts: Parts, table: Table, where: Where) -> list[Event] | None:
    """The account's core of cash right under its rows, `Cash Core $100.00`; None for any other line."""
    if table.last is None or not parts.amounts or not CORE.fullmatch(label) or parts.amounts != parts.figures[:1]:
        return None
    amount = read_amount(parts.figures[0])
    table.money.extend([amount.value] if amount else [])
    return [Fact("cash", label, where, amount.value)] if amount else None


def _ties(cells: dict[str, Cell]) -> bool:
    """Whether quantity and price of a row make its value."""
    read = [read_amount(cells[role].text) if role in cells else None for role in ("quantity", "price", "value")]
    figures = [one.value for one in read if one is not None]
    return len(figures) == len(read) and ties(figures[0], figures[1], Decimal(1), figures[2])


def _cash(label: str, amounts: Sequence[str], where: Where) -> list[Event]:
    """Cash that a table of holdings tells in balances: opening + change = closing, else any of them."""
    read = [one.value for text in amounts if (one := read_amount(text)) is not None]
    closing = _closing_of(amounts) or list(reversed(read))
    return [Fact("cash", label, where, one) for one in closing]


def _closing_of(amounts: Sequence[str]) -> list[Decimal]:
    """The closing balance of a row of balances, where opening + change = closing; empty where they do not."""
    read = [one.value for text in amounts if (one := read_amount(text)) is not None]
    return read[1:2] if len(read) >= FEW and read[0] + read[2] == read[1] else []


def _balance(label: str, amounts: Sequence[str], table: Table, where: Where) -> list[Event] | None:
    """A balance of cash in a table of these; None where the line has none."""
    if not label or not amounts or total_name(label) is not None or is_section_heading(label):
        return None
    amount = read_amount(amounts[0])
    table.money.extend([amount.value] if amount else [])
    return [Record("cash", {"description": Cell(label), "value": Cell(amounts[0])}, where)]
