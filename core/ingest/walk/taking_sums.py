"""Printed sums within a table: of a section, of the account, and sums without a name."""

import re
from decimal import Decimal

from core.ingest.lexicon.figures import read
from core.ingest.lexicon.sections import section_name, total_name
from core.ingest.lexicon.vocabulary import NUMBERS
from core.ingest.lines.facts import facts_of, total_rank
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Fact, Record, Total, Trouble, Where
from core.ingest.nouns.words import Line, phrases, span, text_of
from core.ingest.rows.accrued_rows import ACCRUED
from core.ingest.rows.rows import Row
from core.ingest.walk.held_away import is_sum_of_others
from core.ingest.walk.row_meaning import are_lots_above

ACCOUNT_RANK = 6
CENTS = re.compile(r"[(−–-]*(?:\$[\d,]+|\d{1,3}(?:,\d{3})+)\.\d\d\)?")


def take_total(state: Open, row: Row) -> None:
    """A printed sum: of a table, or of the whole account, which ends the table."""
    state.drop_waiting()
    if is_sum_of_others(row.line.text):
        state.end()
        return
    of_lots = "quantity" in row.cells and are_lots_above(state)
    named = total_name(row.label)
    named = section_name(row.label) if named is None and row.kind == "record" else named or ""
    name = named.replace(" / ", "/")
    rank, stated = total_rank(row.label), read(row.cells.get("value"))
    accounts = rank >= ACCOUNT_RANK and stated is not None
    if state.header is not None and state.header.kind != "activity":
        state.events += [] if accounts and name else [_sum(state, row, name)]
    elif rank >= ACCOUNT_RANK:
        state.events.extend(
            facts_of([" ".join(word.text for word in run) for run in phrases(row.line.words, 1.0)], row.where)
        )
    state.closed = state.record if state.record is not None else state.closed
    state.record, state.row = None, None
    if accounts and stated is not None:
        state.events.append(Fact("total", row.label, row.where, stated.value, rank=rank))
        state.ended, state.header = state.header, None
    words = [word for word in row.label.split() if any(map(str.isalpha, word))]
    if not name and not of_lots and len(words) > 1 and state.header is not None and state.header.kind == "holdings":
        state.ended, state.header = state.header, None


def _sum(state: Open, row: Row, name: str) -> Total:
    kind = state.header.kind if state.header is not None else "holdings"
    return Total(name, row.cells, row.where, row.line.text, state.tables, kind)


def take_total_behind(state: Open, row: Row) -> None:
    """The total of an account whose name stands behind its amount, in a table with the names last."""
    stated, label = read(row.cells.get("value")), row.cells.get("description")
    if stated is not None and label is not None and label.box is not None:
        own = row.cells["value"].box
        if own is not None and label.box[0] > own[2] and total_rank(row.label):
            state.events.append(Fact("total", row.label, row.where, stated.value, rank=total_rank(row.label)))


def only_of_value(state: Open, row: Row, first: int) -> None:
    """Of the amounts that a sum of cash or a row of interest tells from event `first` on, the one of values counts."""
    value = read(row.cells.get("value"))
    cash = ("cash", "weak_cash") if row.kind == "total" else ()
    told = [one for one in state.events[first:] if isinstance(one, Fact) and (one.kind in cash or _has_accrued(one))]
    if value is not None and any(one.amount == value.value for one in told):
        gone = [one for one in told if one.amount != value.value]
        state.events[first:] = [one for one in state.events[first:] if one not in gone]


def take_numbers(state: Open, row: Row) -> None:
    """Figures without a name: a sum where they are that of the rows above, else they are told."""
    assert state.header is not None
    name, state.sum_name = state.sum_name, None
    bare = "value" in row.cells and set(row.cells) <= {"value", "cost", "gain", "accrued"}
    if bare and (name is not None or (not row.spare and sums_up(state, row))):
        state.events.append(Total(name or "", row.cells, row.where, row.line.text, state.tables))
        return
    if bare and state.is_under_cash() and len(state.waiting) == 1:
        _take_cash(state, row)
        return
    if state.is_under_cash() and (balance := _balance(row.line)):
        state.events.append(Record(state.header.kind, balance, row.where, table=state.tables))
        return
    if _are_shares(state, row):
        return
    unread = state.header.kind in ("holdings", "lots")
    told = f"a row of numbers without a name was not read: {row.line.text}"
    state.events.append(Trouble(told, row.where, "warning", unread=unread))


def _are_shares(state: Open, row: Row) -> bool:
    """Whether all figures of a line below a sum are percentages, as of how what is paid in is to be invested."""
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    if not isinstance(last, Total) or last.table != state.tables:
        return False
    figures = [read(cell) for role, cell in row.cells.items() if role in NUMBERS]
    return bool(figures) and not row.spare and all(one is not None and one.percent for one in figures)


def _take_cash(state: Open, row: Row) -> None:
    """A balance whose name is all that stands above it under the heading of cash, `INSURED BANK DEPOSITS`."""
    assert state.header is not None
    (named,) = state.waiting
    cells = {**row.cells, "description": Cell(named.text, span(named.words))}
    state.events.append(Record(state.header.kind, cells, row.where, table=state.tables))
    state.waiting = []


def _balance(line: Line) -> dict[str, Cell]:
    """The name and the value of a line that is a name and one amount, under no head of its own; empty elsewhere."""
    name, *figures = phrases(line.words, 1.0)
    if len(figures) != 1 or not name[0].text[:1].isalpha() or not CENTS.fullmatch(text_of(figures[0])):
        return {}
    return {"description": Cell(text_of(name), span(name)), "value": Cell(text_of(figures[0]), span(figures[0]))}


def are_lost_amounts(state: Open, line: Line) -> bool:
    """Whether a line under a row of holdings is nothing but amounts in dollars and cents, under no head at all."""
    if state.header is None or state.header.kind != "holdings" or state.record is None:
        return False
    aside = [column for column in state.header.columns if column.role == "other"]
    headed = any(word.x1 > column.x0 and word.x0 < column.x1 for word in line.words for column in aside)
    return not headed and all(CENTS.fullmatch(word.text) for word in line.words)


def tell_lost(state: Open, line: Line) -> None:
    """Amounts that stand under no known head are told: they may be the cost of the row above."""
    told = f"a row of numbers without a name was not read: {line.text}"
    state.events.append(Trouble(told, Where(line.page, None, span(line.words)), "warning", unread=True))


def is_sum_of_priced(state: Open, row: Row) -> bool:
    """Whether a sum that is named like cash is that of the securities right above: a money fund with its price."""
    priced = state.record is not None and {"quantity", "price", "value"} <= set(state.record.cells)
    return priced and row.kind == "total" and "value" in row.cells and sums_up(state, row)


def sums_up(state: Open, row: Row) -> bool:
    """Whether a lone value is the sum of the values above it, back to where the table or the account begins.

    With or without the interest that has accrued on them, told in their rows or in one of its own.
    """
    printed, held, accrued = read(row.cells["value"]), Decimal(0), Decimal(0)
    for event in reversed(state.events):
        if isinstance(event, Fact) and event.kind == "account" and event.text != state.account:
            return False
        if isinstance(event, Fact) and _has_accrued(event):
            accrued += event.amount or 0
        if not isinstance(event, Record) or event.kind == "lots":
            continue
        amount, interest = read(event.cells.get("value")), read(event.cells.get("accrued"))
        held += amount.value if amount is not None else 0
        accrued += interest.value if interest is not None else 0
        if printed is not None and amount is not None and printed.value in (held, held + accrued):
            return True
    return False


def _has_accrued(fact: Fact) -> bool:
    """Whether an amount is what has accrued on several securities: `Accrued Interest 35.00` in a row of its own."""
    return fact.kind == "money" and ACCRUED.fullmatch(fact.text.strip(" :")) is not None
