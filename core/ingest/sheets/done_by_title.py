"""What was done in transactions of a table file whose columns do not say it: by title, by name, else by the signs.

`Withholding Tax` over a head of days and amounts, a list of nothing but closed lots; `O;R`, a code of whether a trade
opens a position, is no word for it.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.doing import DONE
from core.ingest.lexicon.sections import kind_of_section
from core.ingest.nouns.events import Cell, Event, Record
from core.ingest.sheets.cells import clean
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
CODE = re.compile(r"[OC]|[A-Z][A-Za-z]{0,3}(?:\s*;\s*[A-Z][A-Za-z]{0,3})+")
"""Whether a trade opens or closes a position, and notes on it, `C;P`."""
CLASS = re.compile(r"STK|OPT|FUT|FOP|WAR|BOND|BILL|FUND|CFD|CRYPTO|forex|(?:equity|stock) and index options", re.I)
ENDED = re.compile(r"\b(?:expired|assigned|exercised|adjustment)\b", re.I)
BOTH_WAYS = re.compile(r"(?P<into>deposits?)(?: ?& ?| and |/)(?P<out_of>withdrawals?)", re.I)
PLAIN = re.compile(r"(?:security ?)?(?:transactions?|trades?|activity)|others?", re.I)
"""Words of what every row is, or of none in particular."""
TAX = re.compile(r"withholding tax(?:es)?", re.I)
MOST_WORDS = 4


def with_what_was_done(events: Sequence[Event], lines: Rows, comma: bool) -> list[Event]:
    """The events, each transaction with what was done where its columns do not say it."""
    rows = {event.where.row: event for event in events if isinstance(event, Record)}
    moves = [row for row in rows.values() if row.kind == "activity"]
    closed = all("sold" in row.cells for row in moves)
    title = above = ""
    for number, line in enumerate(lines, start=1):
        record = rows.get(number)
        if record is None:
            filled = [text for cell in line if (text := clean(cell))]
            title = above if len(filled) > 1 and is_head(filled, comma) else title
            above = filled[0] if len(filled) == 1 else ""
        elif record.kind == "activity":
            _say(record, "Sale" if closed else title, comma)
    return list(events)


def _say(record: Record, title: str, comma: bool) -> None:
    """The kind of one transaction, where no column of it says what was done."""
    told = {role: record.cells[role].text for role in ("type", "activity") if role in record.cells}
    if any(not _says_nothing(text) for text in told.values()):
        return
    if done := (_in_name(record) or _by_signs(record, comma)) if told else _by_title(record, title, comma):
        for role in told:
            del record.cells[role]
        record.cells["activity"] = Cell(done)


def _says_nothing(text: str) -> bool:
    """Whether a cell is a code or a class of securities, and no word for what was done."""
    classed = CLASS.fullmatch(text) is not None or kind_of_section(text) is not None
    return (
        CODE.fullmatch(text) is not None or PLAIN.fullmatch(text) is not None or (classed and DONE.match(text) is None)
    )


def _in_name(record: Record) -> str:
    """What was done where the description is nothing but that, `Option Purchase`; empty elsewhere."""
    text = record.cells["description"].text.strip() if "description" in record.cells else ""
    return text if len(text.split()) <= MOST_WORDS and (DONE.search(text) or ENDED.search(text)) else ""


def _by_signs(record: Record, comma: bool) -> str:
    """Bought or sold, by units in and money out, or the other way; empty where the signs do not tell."""
    units, money = (_sign(record, role, comma) for role in ("quantity", "amount"))
    return ("Buy" if units > 0 else "Sell") if units and units == -money else ""


def _sign(record: Record, role: str, comma: bool) -> int:
    amount = read_amount(record.cells[role].text, comma) if role in record.cells else None
    return 0 if amount is None else (amount.value > 0) - (amount.value < 0)


def _by_title(record: Record, title: str, comma: bool) -> str:
    """What the title of the table says was done, of two ways that of the sign; empty where it says nothing of it."""
    if both := BOTH_WAYS.fullmatch(title):
        sign = _sign(record, "amount", comma)
        return (both["into"] if sign > 0 else both["out_of"]).removesuffix("s") if sign else title
    short = len(title.split()) <= MOST_WORDS and "quantity" not in record.cells
    if "sold" in record.cells and title == "Sale":
        return title
    said = TAX.fullmatch(title) or (DONE.match(title.removesuffix("s")) if short else None)
    return title if said else ""
