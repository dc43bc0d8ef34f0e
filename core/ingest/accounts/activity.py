"""Transactions of an account: what was done, on which day, with how much of what.

A day may be printed once for several rows, or without its year; the year is that of the statement's period.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.domain.statement import StatementActivity
from core.ingest.accounts.draft import Draft, amount_in
from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.dates import in_year_to, read_date, read_day
from core.ingest.lexicon.doing import DONE, UNITS_OF
from core.ingest.lexicon.identifiers import is_bare_ticker, is_identifier, symbol_in
from core.ingest.nouns.events import Cell, Record

DAYS = ("sold", "acquired", "date")
TRADED = re.compile(r"\btrade date\b:?\s*(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})", re.I)
BALANCE = re.compile(
    r"(?:(?:opening|closing|beginning|ending|starting) )?(?:(?:share|unit|fund) )?"
    r"balance(?: (?:on|as of|(?:brought |carried )?forward)\b.*)?",
    re.I,
)
BY_TITLE = (
    ("Purchase", re.compile(r"\b(?:purchases?d?|bought|buys)\b", re.I)),
    ("Sale", re.compile(r"\b(?:sales?|sold|redemptions?)\b", re.I)),
)
PAID = re.compile(r"\b(?:divs?|int|reinv\w*)\b", re.I)
NAMES = ("symbol", "identifier", "cusip", "isin")
WITH_CUSIP = re.compile(r"(?P<symbol>[A-Z][A-Z.]{0,5}) ?\((?=.*\d)[0-9A-Z]{9}\)")
OF_ALL_KINDS = re.compile(r"(?:securit(?:y|ies) ?)?transactions?|other", re.I)
"""Types of transactions that leave to another column what was done."""
WITHHELD = re.compile(
    r"\b(?:(?:nra|non-?resident(?: alien)?|foreign|federal|tax(?:es)?) )*withh(?:old(?:ing)?|eld)\b", re.I
)
PAYMENT = re.compile(r"(?:\w+ )?(?:dividends?|interest)", re.I)
SIDES = {"B": "Buy", "S": "Sell", "BOT": "Bought", "SLD": "Sold", "BTO": "Buy to open", "BTC": "Buy to close",
         "STO": "Sell to open", "STC": "Sell to close"}  # fmt: skip
"""What was done, in one letter or three."""


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a row of a table: whole, or month and day alone."""

    table: int = -1
    whole: date | None = None
    short: tuple[int, int] | None = None


NO_DAY = Day()


def add_activity(draft: Draft, record: Record, comma: bool, before: Day, title: str = "") -> Day:
    """One transaction more; its day, which rows of the same table without one share. A balance is no transaction.

    title : the heading over the row, which tells what was done where the row does not
    """
    day = _day_of(record)
    if day.whole is None and day.short is None and before.table == record.table:
        day = before
    cells = _with_kind_apart(record.cells)
    kinds = _kinds(cells) or _said(cells)
    if BALANCE.fullmatch(" ".join(kinds).strip()):
        return day
    if day.short is not None:
        draft.short_days[len(draft.activity)] = day.short
    told = _text(record)
    kinds = _withheld(kinds, told) or kinds or _by_title(title, told)
    draft.activity.append(
        StatementActivity(
            day.whole,
            " ".join(kinds),
            _symbol(cells, told),
            " ".join(TRADED.sub(" ", told).split()),
            amount_in(record, "quantity", comma) or _units_in(told),
            amount_in(record, "amount", comma),
            amount_in(record, "gain", comma),
        )
    )
    return day


def _kinds(cells: Mapping[str, Cell]) -> list[str]:
    """What the columns of a row say was done; beside the side of a trade a type is one of securities or orders."""
    side = SIDES.get(cells["deal"].text.upper(), cells["deal"].text) if "deal" in cells else ""
    if DONE.search(side) and not re.search(r"\d", side):
        return [side, *(cells[role].text for role in ("activity",) if role in cells)]
    told = [
        text for role in ("type", "activity") if role in cells and (text := _word(cells[role])) and not is_blank(text)
    ]
    return told[1:] if len(told) > 1 and OF_ALL_KINDS.fullmatch(told[0]) else told


def _withheld(kinds: Sequence[str], told: str) -> list[str]:
    """What was withheld of a dividend or of interest, which is neither: `Nra Withhold: Dividend`."""
    found = WITHHELD.search(told)
    return [found[0]] if found is not None and PAYMENT.fullmatch(" ".join(kinds)) else []


def _symbol(cells: Mapping[str, Cell], told: str) -> str | None:
    """What names the security of a transaction, with a CUSIP in brackets left out: `QZAB(009066101)`.

    A word of capitals alone beside units is a symbol.
    """
    named = next((cells[role].text for role in NAMES if role in cells and not is_blank(cells[role].text)), None)
    if named is None:
        alone = told if "quantity" in cells and is_bare_ticker(told) else None
        return symbol_in(told) or alone
    both = WITH_CUSIP.fullmatch(named)
    return both["symbol"] if both is not None else named


def _word(cell: Cell) -> str:
    """What a cell says was done, without a stroke before it that stands for nothing, `-- Dividend Reinvestment`."""
    return cell.text.strip().lstrip("-–— ")


def _by_title(title: str, told: str) -> list[str]:
    """What was done by the heading above, `Settled Securities Purchased`, where no words of the row say it."""
    sides = [word for word, said in BY_TITLE if said.search(title)]
    own = DONE.search(told) or PAID.search(told) or any(said.search(told) for _, said in BY_TITLE)
    return sides if len(sides) == 1 and not own else []


def _with_kind_apart(cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """The cells of a row; what was done, where it ran into the symbol before it, `QZAB Reinvestment`, has its own."""
    role = next((one for one in NAMES if one in cells), None)
    if role is None or {"type", "activity"} & set(cells):
        return cells
    name, _, done = cells[role].text.partition(" ")
    if not is_identifier(name) or DONE.match(done) is None:
        return cells
    box = cells[role].box
    return {**cells, role: Cell(name, box), "type": Cell(done, box)}


def _units_in(told: str) -> Decimal | None:
    """The units of a transaction that is told in a sentence; None where it is not."""
    sentence = UNITS_OF.search(told)
    amount = read_amount(sentence["units"]) if sentence is not None else None
    return amount.value if amount is not None else None


def _text(record: Record) -> str:
    """All that a row says of its transaction in words."""
    first = record.cells["description"].text if "description" in record.cells else ""
    return " ".join([first, *record.details]).strip()


def dated(draft: Draft, end: date | None) -> tuple[StatementActivity, ...]:
    """The transactions, days without a year put into the year that ends with the statement."""
    if end is None or not draft.short_days:
        return tuple(draft.activity)
    return tuple(
        replace(move, date=in_year_to(*draft.short_days[place], end)) if place in draft.short_days else move
        for place, move in enumerate(draft.activity)
    )


def _day_of(record: Record) -> Day:
    """The day of a row: that of the trade where a column or the text of the row tells it, else that of settlement."""
    texts = [record.cells[role].text for role in DAYS if role in record.cells]
    if traded := TRADED.search(_text(record)) if not {"sold", "acquired"} & set(record.cells) else None:
        texts.insert(0, traded["day"])
    texts = texts[:1] if "sold" in record.cells and read_day(texts[0]) else texts
    whole = next((day for text in texts if (day := read_date(text)) is not None), None)
    short = next((part for text in texts if (part := read_day(text)) is not None), None)
    return Day(record.table, whole, short if whole is None else None)


def _said(cells: Mapping[str, Cell]) -> list[str]:
    """What was done, where no column says it: the words with which the description begins, `Buy QZAB QUILL INC`."""
    found = DONE.match(cells["description"].text) if "description" in cells else None
    return [found[0]] if found is not None else []
