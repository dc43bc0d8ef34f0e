"""Which lines are lots: a day that stands for the name, or on the second line under heads of what was paid."""

import re
from collections.abc import Mapping

from core.ingest.heads.assign import Assigned, Token
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.identifiers import bare_cusip, bare_isin, labelled
from core.ingest.lexicon.vocabulary import DATES, NAMES
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, phrases, span

LOT_WORDS = re.compile(r"^(?:(?:tax )?lots?|acquired|purchased|bought|reinvest\w*)?\s*#?\d{0,3}?\s*[:.]?\s*", re.I)
LOT_NUMBER = re.compile(r"(?:tax )?lot\s*#?\s*\d{0,4}", re.I)
LOT_DAY = re.compile(
    r"(?:(?:tax )?lots?(?:\s*#?\s*\d{1,4}(?![\d/.-]))?|[ls]t\b|(?:long|short)(?:[- ]term)?\b|"
    r"acquired|purchased?|bought|buy|opened|trade date|date acquired|on|"
    r":|-|\s+)*+"
    r"(?<!\d)(?P<day>\d{1,4}[-/.][\dA-Za-z]{1,9}[-/.]\d{2,4}|"
    r"[A-Za-z]{3,9}\.? \d{1,2}(?:,? \d{4}|, \d{2}(?!\d))|\d{1,2} [A-Za-z]{3,9}\.? \d{4})"
    r"\s*(?:\(?(?:lot\s*#?\d{0,4}|(?:long|short)(?:[- ]term)?|(?:non-?)?covered|[a-z]{1,2}|"
    r"(?:reinvest|purchase|bought|gift|inherit|transfer|split|spin|exercise|vest|award|drip)[a-z-]*)\)?\s*){0,3}",
    re.I,
)
"""The day of a lot, beside it what lots are called, how they came, and their term: `Lot 2  01/04/2019  LT`."""
AT_PRICE = re.compile(r"(?<![\d/.,])(\d[\d,]*(?:\.\d+)?)\s+@\s*(\$?\d[\d,]*(?:\.\d+)?)")
SHARES_OF = re.compile(r"([\d,]*\d(?:\.\d+)?)\s+(?:shares?|units?|shs?)\b", re.I)
RATE = re.compile(r"\d%")
DATE_FIRST = re.compile(
    r"(?:\d{1,2}[/.-]\d|(?:19|20)\d\d-|\d\d[a-z]{3}\d\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
    re.I,
)


def dated(cells: dict[str, Cell], found: Assigned, header: Header) -> dict[str, Cell]:
    """The cells where a day stands for the name of a row with units, under whatever head: they are those of a lot.

    The units may stand before the names.
    """
    if header.kind != "holdings" or set(DATES) & set(cells) or "quantity" not in cells:
        return cells
    units = _units_before_names(found, header)
    tokens = [token for token in (*found.cells.values(), *found.left_over) if token is not units]
    first = min((token.box[0] for token in tokens if token.kind == "number"), default=0.0)
    before = sorted((token for token in tokens if token.box[0] < first), key=lambda token: token.box[0])
    text = " ".join(token.text for token in before)
    day = LOT_DAY.fullmatch(text.strip())
    if day is None or read_date(day["day"]) is None:
        return cells
    kept = {role: cell for role, cell in cells.items() if role not in NAMES}
    return {**kept, "acquired": Cell(day["day"], before[0].box)}


def _units_before_names(found: Assigned, header: Header) -> Token | None:
    """The units of a row where their column is the first of all, before that of the names."""
    first = min(range(len(header.columns)), key=lambda place: header.columns[place].x0)
    return found.cells.get(first) if header.columns[first].role == "quantity" else None


def bought_at(cells: dict[str, Cell], line: Line) -> dict[str, Cell]:
    """The cells of a lot with its units and what was paid for one, where it tells them as `5,000 @ 105.932`."""
    told = AT_PRICE.search(line.text)
    if told is None or "quantity" in cells:
        return cells
    rest = {role: cell for role, cell in cells.items() if role != "price" or told[2] not in cell.text}
    return {**rest, "quantity": Cell(told[1], span(line.words)), "unit_cost": Cell(told[2], span(line.words))}


def with_day(cells: dict[str, Cell], found: Assigned) -> dict[str, Cell]:
    """The cells of a lot with the day that stands for its name and found no column beside what follows it there.

    `Oct 17, 2024 (short-term)`: the term has taken the place of the name.
    """
    days = [token for token in found.left_over if token.kind == "date" and read_date(token.text) is not None]
    first = min((token.box[0] for token in found.cells.values()), default=0.0)
    if "acquired" in cells or len(days) != 1 or days[0].box[0] > first:
        return cells
    return {**cells, "acquired": Cell(days[0].text, days[0].box)}


def lot_under(found: Assigned, header: Header, line: Line) -> dict[str, Cell]:
    """The cells of a lot, where the second line of the heads is that of lots: a day under a head of days there."""
    cells: dict[str, Cell] = {}
    if not any(_tells_lots(column) for column in header.columns) or _is_dated_row(found, header):
        return {}
    for place, token in sorted(found.cells.items()):
        column = header.columns[place]
        role = column.under or column.role
        if role not in (None, "other", *NAMES) and role is not None:
            cells[role] = Cell(token.text, token.box)
        if role == "acquired" and (read_date(token.text) is None or _ends_in_day(token.text)):
            return {}
    if "quantity" not in cells and (told := SHARES_OF.match(line.text)):
        cells["quantity"] = Cell(told[1])
    return cells if "acquired" in cells and {"quantity", "cost"} & set(cells) else {}


def _is_dated_row(found: Assigned, header: Header) -> bool:
    """Whether a line has a name beside a day and units whose head is one line alone: it is a row and no second one."""
    roles = {header.columns[place].role for place, token in found.cells.items() if token.kind in ("text", "name")}
    units = [column for column in header.columns if column.role == "quantity"]
    alone = bool(units) and all(column.under is None for column in units)
    return header.has("acquired") and alone and bool(roles & set(NAMES))


def _ends_in_day(text: str) -> bool:
    """Whether a day stands behind a name, as that on which a bond is due: `Quill Bancorp Note 6.000% 08/15/2037`."""
    return DATE_FIRST.match(LOT_WORDS.sub("", text, count=1)) is None and RATE.search(text) is not None


def begins_with_day(text: str) -> bool:
    """Whether a text is a day, or begins with one, and does not merely tell one: `Quill Note 6.000% DUE 08/15/2037`."""
    return read_date(text) is not None and DATE_FIRST.match(LOT_WORDS.sub("", text, count=1)) is not None


def only_in_words(line: Line) -> bool:
    """Whether all numbers of a line stand within its words, as those of a name do: `S&P 500 ETF UNIT SER 1`."""
    runs = [run for run in phrases(line.words, 1.0) if any(read_amount(word.text) for word in run)]
    return all(run[0].text[:1].isalpha() for run in runs)


def _tells_lots(column: Column) -> bool:
    """Whether the second line of a head speaks of lots: what was paid, or the day of purchase under the name."""
    paid = column.under in ("cost", "unit_cost") and column.role != column.under
    return paid or (column.role == "description" and column.under == "acquired")


def is_lot(cells: Mapping[str, Cell], label: str, header: Header) -> bool:
    """Whether cells with figures are those of a lot: with a day in a table of lots, or a day or `Lot 2` for a name."""
    if header.kind == "lots":
        return "acquired" in cells
    named = any(role in cells for role in NAMES)
    if not named:
        return "acquired" in cells
    if "maturity" in cells and read_date(cells["maturity"].text) == read_date(label):
        return False
    if "acquired" not in cells and "description" in cells and _is_identified(cells["description"].text):
        return False
    if "acquired" in cells and LOT_NUMBER.fullmatch(label.strip()):
        return True
    rest = LOT_WORDS.sub("", label, count=1)
    return bool(DATE_FIRST.match(rest) and read_date(rest) and len(re.sub(r"[\d/.,\s-]", "", rest)) <= 10)


def _is_identified(text: str) -> bool:
    """Whether a text tells an identifier, as the second line of a bond does behind its maturity."""
    return bool(labelled(text)) or bare_cusip(text) is not None or bare_isin(text) is not None
