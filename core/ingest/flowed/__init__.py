"""Text whose columns are lost: words parted by single blanks, as programs that copy a PDF leave them.

The words of the head say which figures a row prints, and in which order; empty cells leave no trace. So each figure is
given to the column where the row's own arithmetic holds: quantity x price = value, value - cost = gain.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.flowed.cells import rows_of_cells
from core.ingest.flowed.facts import Said, facts_in
from core.ingest.flowed.heads import flat_head, stacked_head
from core.ingest.flowed.holdings import row_of, unglued
from core.ingest.flowed.moves import move_of
from core.ingest.flowed.rows import parted, settle_symbols, without_marks
from core.ingest.flowed.table import FEW, LONG, Table, goes_on
from core.ingest.lexicon.amounts import CURRENCIES, read_amount
from core.ingest.lexicon.asset_kinds import BOND_TERMS
from core.ingest.lexicon.sections import is_section_heading, section_key, section_name, total_name
from core.ingest.lines.facts import CASH, WEAK_CASH, facts_of, total_rank
from core.ingest.nouns.events import Event, Fact, Heading, Record, Total, Trouble, Where
from core.ingest.rows.named_alike import name_alike

__all__ = ["flowed_events"]

SIGN = re.compile(r"(\$)\s+(?=[\d(])")
GLUED = re.compile(rf"(?<=\d)(?:{'|'.join(sorted(CURRENCIES))})\b")
TO_CLOSING = re.compile(r"\b(?:starting|beginning|opening)\b[\w ]*\b(?:ending|closing)\b(?!.*\d)", re.I)
"""The head of balances on two days, of which the later is meant."""
RUNNING = re.compile(r"\b(?:closing|ending) (?:cash )?balance\b", re.I)


def flowed_events(lines: Sequence[str], places: Sequence[Where] = ()) -> list[Event]:
    """Rows, sums and facts of text without columns, line by line; `places` are those of the lines on pages."""
    events: list[Event] = []
    table, said = Table(), Said()
    plain = rows_of_cells(without_marks([SIGN.sub(r"\1", GLUED.sub("", line)).strip() for line in lines]))
    places = places or [Where(None, at) for at in range(1, len(plain) + 1)]
    below = 0
    for at, text in enumerate(plain):
        if at < below or not text:
            continue
        if (stacked := stacked_head(plain, at)) is not None:
            table.open(stacked[0])
            below = at + stacked[1]
            continue
        before = table.unnamed
        found = [_numbered(event, table) for event in _of_line(text, table, places[at])]
        if before and before is table.unnamed:
            events.append(Total("", before, places[at - 1], plain[at - 1]))
            table.unnamed = {}
        events.extend(facts_in(found, plain, at, said, places[at]))
        if any(isinstance(one, Fact) and one.kind == "account" for one in found):
            table.held, table.money, table.headings = [], [], set()
    if table.unnamed:
        events.append(Total("", table.unnamed, places[-1], plain[-1]))
    table.end()
    settle_symbols(table.read)
    name_alike(events)
    return events


def _numbered(event: Event, table: Table) -> Event:
    """A row or a sum with the number of its table."""
    if isinstance(event, Record):
        event.table = table.number
    return replace(event, table=table.number) if isinstance(event, Total) else event


def _of_line(text: str, table: Table, where: Where) -> list[Event]:
    """What a line says; the table learns from it what the next lines are."""
    closing = TO_CLOSING.search(text) is not None
    table.closing = table.closing or closing
    if (head := flat_head(text)) is not None:
        table.open(head)
        table.closing = closing
        return []
    if (moved := move_of(text, table.head if table.moves else None, table.title, where)) is not None:
        return [moved]
    if table.head is not None and not table.moves and (row := row_of(text, table, where)) is not None:
        return row
    table.title = text if len(text.split()) <= FEW else table.title
    if is_section_heading(text) and not table.is_name(text):
        table.go_on(table.words)
        table.heading, table.mixed = text, table.mixed or not text.isupper()
        table.headings.add(section_key(text))
        return [Heading(section_name(text), where, 1.0), *_outside(text, table, where)]
    if table.head is not None and not table.moves and goes_on(text, table):
        return [fact for fact in facts_of([text], where) if isinstance(fact, Fact) and fact.kind == "account"]
    stray = _stray(text, table, where)
    if len(text.split()) > LONG or text.lower().startswith("page "):
        table.end()
    return [*stray, *_outside(text, table, where)]


def _stray(text: str, table: Table, where: Where) -> list[Event]:
    """A figure at the end of the terms of a bond, which may be what has accrued on it: nothing tells which it is."""
    if table.last is None or table.head is None or "accrued" not in table.head.roles or "accrued" in table.last.cells:
        return []
    if BOND_TERMS.search(text) is None or ":" in text or not (amounts := parted(text).amounts):
        return []
    return [
        Trouble(f"the figure {amounts[-1]} behind the terms of a bond stands in no known column", where, unread=True)
    ]


def _outside(text: str, table: Table, where: Where) -> list[Event]:
    """The facts of a line that is no row; of what is cash for sure the first figure counts, others are of the year."""
    parts = parted(text)
    label, figures = unglued(" ".join(parts.words)), parts.figures
    if table.moves and total_name(label) == "":
        return []
    if table.moves and table.head is not None and "value" in table.head.roles and total_rank(label):
        amount = read_amount(figures[-1]) if figures and RUNNING.search(label) else None
        return [Fact("cash", label, where, amount.value)] if amount else []
    table.outside.add(text)
    if len(figures) < 2 or not label:
        return facts_of([text], where)
    own = figures[1:2] if table.closing else figures[:1]
    found = facts_of(
        [label, *(own if CASH.match(label) or (table.closing and WEAK_CASH.match(label)) else figures)], where
    )
    table.money += [fact.amount for fact in found if isinstance(fact, Fact) and fact.kind == "cash" and fact.amount]
    return found
