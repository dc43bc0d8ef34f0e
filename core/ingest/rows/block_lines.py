"""Lines inside the block of a security that are no rows: parts of it, asides about it, and notes with its price.

`Purchases` sums up the lots above it, `Long Term Reinvestments` is a lot of many days, `Net Value Increase` says what
the others already do; `Share Price: $58.62; Next Dividend Payable 07/2026` is a note.
"""

import re

from core.ingest.lexicon.amounts import read_amount
from core.ingest.nouns.events import Cell, Record
from core.ingest.nouns.words import Line, span

VARIOUS = re.compile(r"(?:various|multiple)(?: (?:dates?|days?|lots?|purchases))?", re.I)
UNKNOWN = re.compile(
    r"(?:acquired|(?:date )?(?:acquired|purchased|bought):?"
    r" (?:on )?(?:unknown|n/?a|not (?:available|known)|various|multiple dates?))"
    r"(?: (?:[LS]T?|(?:long|short)[- ]term))?(?-i: [a-z]{1,2}){0,2}",
    re.I,
)
"""What stands where others tell the day on which a lot was bought: `Acquired UNKNOWN`, `Acquired N/A L nc`."""
REINVESTED = re.compile(
    r"(?:total )?(?:(?:long|short)[- ]term )?"
    r"(?:(?:dividend )?reinvestments?|reinvested(?: (?:dividends?|shares|units|distributions))?)"
    r"(?: to date)?(?: (?:[LS]T?|(?:long|short)[- ]term))?(?-i: [a-z]{1,2}){0,2}",
    re.I,
)
SIDE = re.compile(r"(?:total )?(?:non-?\s?)?covered(?: (?:shares|units|lots))?", re.I)
SIDE_BEHIND = re.compile(rf"(?P<name>\S.*?)(?: [-–—:])? (?:{SIDE.pattern})", re.I)
ASIDE = re.compile(
    r"(?:market value of )?(?:securities|positions|holdings|investments)|"
    r"(?:total )?(?:initial )?(?:purchases|investments?)(?: vs\.? (?:current |market )?value)?|"
    r"net value increase ?/?\(?(?:decrease\)?)?|cumulative (?:cash )?distributions|"
    r"(?:total )?(?:gain ?/ ?\(?loss\)? on )?(?:client|your) investment(?: \((?:ex|in)cluding reinvestments?\))?|"
    r"(?:long|short)[- ]term subtotal|total (?:long|short)[- ]term",
    re.I,
)
PRICE = re.compile(
    r"\b(?:share|unit|market|closing|current|last) (?:price|value|nav)\s*[:@]\s*(\$?[\d,]*\d(?:\.\d+)?)", re.I
)
ACCRUED = re.compile(
    r"\b(?:(?:accrued|accr\.?|acc\.?) (?:interest|income|int\b\.?)(?: (?:of|is))?\s*[:=]?|(?-i:A\.?I\.?)\s*:)"
    r"\s*(\$?[\d,]*\d\.\d\d)(?![\d%])",
    re.I,
)
"""What has accrued, in full, cut short or by its first letters, `AI: $18.75`."""
SUM_WITH = re.compile(r"\btotals?\b.*\b(?:with|incl\w*\.?|plus|and) (?:all )?accrued\b", re.I)
COST = re.compile(r"\b(?:total )?cost basis(?: \([a-z ]+\))?\s*[:=]\s*(\$?[\d,]*\d\.\d\d)(?!\d)", re.I)
TOLD = {"cost": COST, "price": PRICE, "accrued": ACCRUED}
SUM = re.compile(r"(?:sub-?)?totals?\b.*\d\.\d\d(?![\d%])", re.I)
CODE = re.compile(r"(?:[A-Z][a-z]+ ){1,3}Code:? [A-Z\d]{1,6}")
"""How a bank sorts what it keeps, `Asset Minor Code 43`."""
MOST_LABELLED = 3
PART = re.compile(r"[A-Z][\w./()' -]{2,40}:\s*\S.{0,40}|[A-Z][A-Za-z ]{2,30} \d\S{0,12}")


def is_reinvested(label: str) -> bool:
    """Whether a label is that of units bought by reinvesting, on various or unknown days: a lot without a day."""
    plain = label.strip(" :*")
    return is_summed_up(label) or any(told.fullmatch(plain) is not None for told in (VARIOUS, UNKNOWN))


def is_summed_up(label: str) -> bool:
    """Whether a label is that of all units bought by reinvesting: no row of a security says so in place of a day."""
    return REINVESTED.fullmatch(label.strip(" :*")) is not None


def is_side(label: str) -> bool:
    """Whether a label is that of all covered, or all other, lots: a lot without a day where no lots stand above it."""
    return SIDE.fullmatch(label.strip(" :*")) is not None


def side_behind(label: str) -> str:
    """The name before the side of a row, `Quill Balanced Fund Covered`; empty where it ends in none."""
    found = SIDE_BEHIND.fullmatch(" ".join(label.split()))
    return found["name"] if found is not None else ""


def is_aside(label: str) -> bool:
    """Whether a label only sums up, or restates, what the lots of a security say."""
    return ASIDE.fullmatch(label.strip(" :*")) is not None


def is_code(text: str) -> bool:
    """Whether a line tells a code by which a house sorts its assets, and no more of a name."""
    return CODE.fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Whether a line is a list of labels with what they say, `Share Price: $58.62; Asset Class: Equities`."""
    parts = [part.strip() for part in text.split(";")]
    told = PRICE.match(text) or COST.search(text)
    labelled = sum(PART.fullmatch(part) is not None for part in parts)
    if PRICE.match(text) and labelled >= MOST_LABELLED:
        return True
    return labelled == len(parts) and (len(parts) > 1 or told is not None)


def told_in(text: str) -> dict[str, str]:
    """The figures that a note tells under a label, as printed, by role."""
    summed = SUM_WITH.search(text) is not None
    found = {role: pattern.search(text) for role, pattern in TOLD.items() if not (summed and role == "accrued")}
    return {role: match[1] for role, match in found.items() if match is not None and read_amount(match[1]) is not None}


def add_detail(record: Record, text: str, line: Line) -> None:
    """A line under a row, with the price and the accrued interest that it may tell; sums are none of its words."""
    if SUM.match(text):
        return
    record.details.append(text)
    record.places.append(span(line.words))
    for role, told in told_in(text).items():
        record.cells.setdefault(role, Cell(told, span(line.words)))
