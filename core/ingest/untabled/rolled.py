"""Balances rolled forward: a table of funds from what each was worth at first over what moved it to what it is worth.

`Fund  Beginning balance  Contributions  Withdrawals  Change in value  Ending balance`, without units and prices. The
lines prove themselves, as what begins and what moves add up to what ends. Asked only for papers that show no holdings
otherwise: many print such a table of their accounts, or beside one of units.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.nouns.events import Cell, Event, Record, Total, Trouble, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.untabled.blocks import Block
from core.ingest.untabled.names_over import is_sum

OF_FUNDS = re.compile(
    r"(?:(?:your|the|name of|variable|fixed) )*(?:funds?|portfolios?|investments?|(?:investment )?options?|"
    r"sub-?accounts?)(?: (?:funds?|options?|names?|choices?|portfolios?))*",
    re.I,
)
BEGINS = re.compile(r"\b(?:beginning|opening|starting|previous|prior)\b", re.I)
LEAST_FIGURES = 3
MOST_HEADS = 4
CLOSE = 0.8
"""The widest gap between the lines of a name, in type sizes."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """A line of such a table: the words of its name and its figures."""

    name: tuple[Word, ...]
    figures: tuple[Cell, ...]

    @property
    def adds_up(self) -> bool:
        """Whether what began and what moved it are what it ends with."""
        *parts, end = (amount.value for cell in self.figures if (amount := read_amount(cell.text)) is not None)
        return sum(parts, Decimal(0)) == end or parts[0] - sum(map(abs, parts[1:]), Decimal(0)) == end


def rolled(lines: Sequence[Line]) -> list[Block]:
    """The tables of a page in which the balances of funds are rolled forward."""
    found: list[Block] = []
    for at, line in enumerate(lines):
        if found and at <= found[-1].last:
            continue
        head, *_ = phrases(line.words, 1.0)
        if OF_FUNDS.fullmatch(text_of(head)) and (block := _table(lines, at)) is not None:
            found.append(block)
    return found


def _table(lines: Sequence[Line], head: int) -> Block | None:
    """The table whose head has its first words on that line; None where it is of another kind, or few lines add up.

    Lines that name accounts, or kinds of contributions, are of no funds.
    """
    first = next((at for at in range(head + 1, min(len(lines), head + MOST_HEADS)) if _row(lines[at])), None)
    if first is None or not any(BEGINS.search(line.text) for line in lines[max(0, head - 1) : first]):
        return None
    rows: list[Rolled] = []
    last = first - 1
    for at in range(first, len(lines)):
        row = _row(lines[at])
        if row is not None and lines[at].page == lines[head].page and not _is_other(row, rows):
            rows.append(row)
        elif rows and not is_sum(text_of(rows[-1].name)) and _goes_on(lines[at], lines[at - 1]):
            rows[-1] = Rolled((*rows[-1].name, *lines[at].words), rows[-1].figures)
        else:
            break
        last = at
        if is_sum(text_of(rows[-1].name)):
            break
    funds = [row for row in rows if not is_sum(text_of(row.name))]
    if any(map(_is_account, funds)):
        return None
    if not funds or 2 * sum(row.adds_up for row in funds) <= len(funds):
        return None
    return Block(head, last, tuple(event for row in rows for event in _events(row, lines[head].page)), ("rolled",))


def _is_account(row: Rolled) -> bool:
    """Whether a line names an account or its kind; many funds of plans are trusts by name."""
    text = text_of(row.name)
    kind = registration_of(text)
    return account_number(text) is not None or (kind is not None and not kind.startswith("trust"))


def _is_other(row: Rolled, rows: Sequence[Rolled]) -> bool:
    """Whether a line has other columns than those above it."""
    return bool(rows) and len(row.figures) != len(rows[0].figures)


def _row(line: Line) -> Rolled | None:
    """A name and three figures or more; None where the line is of another kind."""
    name, *others = phrases(line.words, 1.0)
    figures = tuple(Cell(text_of(run), span(run)) for run in others)
    told = [read_amount(cell.text) for cell in figures]
    if len(figures) < LEAST_FIGURES or not all(one is not None and not one.percent for one in told):
        return None
    return Rolled(tuple(name), figures) if re.search(r"[A-Za-z]{2}", text_of(name)) else None


def _goes_on(line: Line, above: Line) -> bool:
    """Whether a line goes on with the name above it: words alone, close by, at its edge and in its type."""
    close = line.page == above.page and line.top - above.bottom < CLOSE * line.size
    alike = line.bold == above.bold and abs(line.words[0].x0 - above.words[0].x0) < 2
    return close and alike and len(phrases(line.words, 1.0)) == 1 and not re.search(r"\d\.\d\d", line.text)


def _events(row: Rolled, page: int) -> list[Event]:
    """What a line tells: a holding and its worth, or the sum; that it does not add up, where it does not."""
    where = Where(page, None, span(row.name))
    cells = {"value": row.figures[-1]}
    text = text_of(row.name)
    if is_sum(text):
        return [Total("", cells, where, text)]
    held = Record("holdings", {"description": Cell(text, span(row.name)), **cells}, where)
    told = f"what '{text}' began with and what moved it do not add up to what it ends with"
    return [held, *([] if row.adds_up else [Trouble(told, where, unread=True)])]
