"""Heads of text whose columns are lost: one line of labels, or two or three over each other, and what they hold.

Of columns for two days the later is meant. A line belongs to a head only if that is none without it.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.ingest.flowed.labels import DAY, JOINED, is_known, label_role, labels_of, pieces_of
from core.ingest.heads.column_roles import kind_of_table, settled
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import DATE_WORDS, DATES, NUMBERS, known_role
from core.ingest.nouns.head import Column, TableKind

PERIODS = frozenset({"beginning", "starting", "opening", "prior", "change", "ending", "closing", "current"})
HELD = frozenset({"quantity", "price", "value"})
OVER = frozenset({"gain", "accrued"})
"""Columns that only the line above their last word tells: `Accrued` over `Interest`."""
MOVED = frozenset({"date", "activity", "amount", "cost", "acquired"})
NAMED = frozenset({"description", "symbol", "identifier", "cusip", "isin"})
BOTH_TERMS = re.compile(r"\b(?:short|st)\b.*\b(?:long|lt)\b", re.I)
NUMBERED = re.compile(r"(?=(?:\w*\d){4})[A-Z0-9]{9}|(?=(?:\w*\d){4})[A-Z]{2}[A-Z0-9]{9}\d")
"""The number of a security, as no head holds one."""
SYMBOLS = ("symbol", "ticker")
SHARE = re.compile(
    r"(?:%|pct\.?|percent(?:age)?) ?(?:of )?(?:total |your |the )?(?:portfolio|port|account|acct|assets?|holdings?|"
    r"investments?|total|market|mkt|value)\.?(?: value| assets)?",
    re.I,
)
"""The label of a column of shares of the whole, which a row may print without the sign: a figure of none of ours."""
HALF_A_YEAR = 186
UNITS = re.compile(r"quantity|qty|shares?|units?|amount", re.I)
WORTH = re.compile(r"val(?:ue)?\b|balance|amount|worth", re.I)
SHORT = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})$")
A_YEAR = re.compile(r"(?:19|20)\d\d")
SHORTENED = re.compile(r"\b(?:inc|div|est|val|qty|amt|acct|pct|accr|mkt|ann|int)\.$", re.I)
"""The last word of a head may be a short one: `Est. Annual Inc.`"""
IDENTIFYING = frozenset({"symbol", "identifier", "cusip", "isin"})
MOST_PIECES, MOST_LINES = 20, 3
FEW = 4


@dataclass(frozen=True, slots=True)
class FlowedHead:
    """The columns of a table in text, from left to right: their roles (`other`: not read) and what they hold.

    `exact`: every column is known to be there; `past`: some of them are of an earlier day.
    """

    kind: TableKind | None
    roles: tuple[str, ...]
    exact: bool = False
    past: bool = False

    @property
    def figures(self) -> list[str]:
        """The roles of the columns of numbers, and of those that are not read, in order."""
        return [role for role in self.roles if role in NUMBERS or role == "other"]

    @property
    def texts(self) -> list[str]:
        """The roles of the columns of text before the first number."""
        return list(itertools.takewhile(lambda role: role not in NUMBERS, self.roles))

    @property
    def is_nameless(self) -> bool:
        """Whether a day begins the rows and no column holds names: these stand in lines over the rows."""
        return self.kind == "holdings" and self.roles[0] in DATES and not NAMED & set(self.roles)

    @property
    def units_first(self) -> bool:
        """Whether units begin the rows, before the name."""
        return self.roles[0] == "quantity" and self.roles[1] in NAMED

    @property
    def has_days(self) -> bool:
        """Whether a column holds days."""
        return not DATES.isdisjoint(self.roles)


def stacked_head(lines: Sequence[str], at: int) -> tuple[FlowedHead, int] | None:
    """The head of holdings or transactions that begins with this line and takes several, or tells two days in one.

    With it how many lines it takes; None where lines that begin further down, or fewer, are a head understood as well.
    """
    for count in range(MOST_LINES, 0, -1):
        band = _band(lines, at, count)
        if band is None or (head := _head_of(band)) is None or (count == 1 and not head.past):
            continue
        others = [(at + start, size) for start in range(count) for size in range(1, MOST_LINES + 1)]
        others = [(start, size) for start, size in others if (start, size) != (at, count)]
        if not any(_is_better(lines, start, size, band, start == at) for start, size in others):
            return head, count
    return None


def _band(lines: Sequence[str], at: int, count: int) -> tuple[str, ...] | None:
    """So many lines from one on, if all of them may be parts of a head."""
    band = tuple(line.strip() for line in lines[at : at + count])
    return band if len(band) == count and all(_may_be_head(line) for line in band) else None


def _is_better(lines: Sequence[str], at: int, count: int, band: tuple[str, ...], first: bool) -> bool:
    """Whether other lines are a head of which no more is guessed; `first`: they begin as the band does.

    A line of days below belongs to the head, and so a head without it is none.
    """
    other = _band(lines, at, count)
    head, own = _head_of(other) if other is not None else None, _head_of(band)
    if other is None or head is None:
        return False
    if own is not None and not first and (lost := {*own.roles} - {*head.roles}) and (lost <= OVER or "price" in lost):
        return False
    if first and (count > len(band) or any(map(DAY.fullmatch, pieces_of(band[count])))):
        return False
    return _guesses(other) <= _guesses(band)


def _guesses(band: tuple[str, ...]) -> int:
    """How many labels of a head are not known as they stand, or stand twice."""
    if _in_periods([pieces_of(line) for line in band]) is not None:
        return 0
    labels = _labels_in(band) or []
    return sum(not label_role(label)[1] for label in labels) + len(labels) - len(set(labels))


def flat_head(text: str) -> FlowedHead | None:
    """The head that one line of header words is; None where it is none.

    Labels that stand again and again in it are of several days, and nothing tells of which.
    """
    words = [part for word in text.split() for part in JOINED.split(word)]
    sentence = text.endswith((".", ":")) and not SHORTENED.search(text)
    if any(read_amount(word) for word in words) or len(words) < 3 or sentence or ": " in text:
        return None
    if (len(words) <= FEW and registration_of(text) is not None) or any(map(NUMBERED.fullmatch, words)):
        return None
    roles: list[str] = []
    labels: list[str] = []
    place = unknown = 0
    while place < len(words):
        end, role = _longest(words, place)
        if role is None:
            unknown += 1
        elif role == "description" and words[place].lower() == "equity" and {"description", "quantity"} <= set(roles):
            roles.append("value")
        elif role not in roles or role == "other":
            roles.append(role)
        elif role == "gain" and BOTH_TERMS.search(text):
            roles.append("gain_more")
        labels += [" ".join(words[place:end]).lower()] if role in HELD else []
        place = end
    if len(roles) < 2 or len(set(roles)) < 2 or unknown > len(roles):
        return None
    if not (HELD | MOVED) & set(roles) and is_section_heading(text):
        return None
    if set(roles) >= HELD and {"cost", "unit_cost"} <= set(roles) and not {"activity", "amount"} & set(roles):
        roles = ["acquired" if role == "date" else role for role in roles]
    kind = "activity" if roles[0] == "date" and "cost" not in roles else _kind_of(roles)
    return FlowedHead(kind, tuple(roles), past=len(labels) > len(set(labels)))


def _kind_of(roles: Sequence[str]) -> TableKind | None:
    """What a table with these columns holds; rows with a day, units, price and value are holdings without a name."""
    kind = kind_of_table(roles)
    return "holdings" if kind == "lots" and set(roles) >= HELD else kind


def _longest(words: Sequence[str], place: int) -> tuple[int, str | None]:
    """The end and the role of the longest label that begins here; one word without a role where none does."""
    for end in range(min(len(words), place + 4), place, -1):
        label = " ".join(words[place:end])
        if _is_day_beside(words[place:end]) or _is_name_beside(words, place, end):
            continue
        role = known_role(label) or ("price" if label.lower() == "market" else None)
        role = "other" if SHARE.fullmatch(label) else role
        role = "value" if role == "nav_date" and DATE_WORDS.search(label.lower()) else role
        if role and not (role == "description" and "symbol" in label.lower().split() and " " in label):
            return end, role
    return place + 1, None


def _is_day_beside(words: Sequence[str]) -> bool:
    """Whether a label is those of two columns, a day and units: `Trade Date` `Quantity`."""
    return known_role(words[-1]) == "quantity" and known_role(" ".join(words[:-1])) in DATES


def _is_name_beside(words: Sequence[str], place: int, end: int) -> bool:
    """Whether a label is those of two columns, a name and its symbol, `Security` `Symbol`: no other names follow."""
    if end - place != 2 or words[place + 1].lower() not in SYMBOLS or known_role(words[place]) != "description":
        return False
    others = (known_role(" ".join(words[at : at + size])) for at in range(end, len(words)) for size in (1, 2))
    return "description" not in {known_role(word) for word in words[:place]} | set(others)


def _may_be_head(line: str) -> bool:
    """Whether a line holds words of heads, days and no amounts."""
    pieces = pieces_of(line)
    sentence = line.endswith((".", ":")) and not SHORTENED.search(line)
    if not 1 < len(pieces) <= MOST_PIECES or sentence or is_section_heading(line):
        return False
    strange = [piece for piece in pieces if not is_known(piece)]
    return len(strange) <= 1 and not any(read_amount(piece) and not A_YEAR.fullmatch(piece) for piece in pieces)


@lru_cache(maxsize=500)
def _head_of(band: tuple[str, ...]) -> FlowedHead | None:
    """The head that these lines make together, where nearly all their words are understood."""
    text = " ".join(band)
    labels = _labels_in(band) if UNITS.search(text) and WORTH.search(text) else None
    if labels is None:
        return None
    columns = tuple(Column(label, label_role(label)[0], at, at) for at, label in enumerate(labels))
    roles = tuple(column.role or "other" for column in settled(columns))
    past = any(role == "other" and _is_earlier(one) for one, role in zip(columns, roles, strict=True))
    kind = "activity" if roles[0] == "date" else _kind_of(roles)
    whole = {"quantity", "value"} <= set(roles) if kind == "holdings" else "amount" in roles
    return FlowedHead(kind, roles, True, past) if kind in ("holdings", "activity") and whole else None


def _is_earlier(column: Column) -> bool:
    """Whether a column that is not read holds units or prices of an earlier day: with them both days tie."""
    core = label_role(re.sub(r"\bbeginning\b", " ", column.label, flags=re.I).strip())[0]
    return core in ("quantity", "price")


@lru_cache(maxsize=2000)
def _labels_in(band: tuple[str, ...]) -> list[str] | None:
    """The labels that lines make, for periods or over each other."""
    rows = tuple(pieces_of(line) for line in band)
    labels = _in_periods(rows) or labels_of(rows)
    return None if labels is None else _with_years([part for label in labels for part in _apart(label)])


def _apart(label: str) -> list[str]:
    """The labels that one is: a day or an identifier and a figure, `Trade Date Quantity`, are two columns."""
    words = label.split()
    for cut in range(1, len(words)):
        halves = [" ".join(words[:cut]), " ".join(words[cut:])]
        first, last = map(known_role, halves)
        if known_role(label) is None and first in {*DATES, *IDENTIFYING} and last in NUMBERS:
            return halves
    return [label]


def _with_years(labels: Sequence[str]) -> list[str]:
    """Labels whose days lack a year with one; where they lie half a year apart, a year ends between them."""
    days = [day for _, day in _short_days(labels)]
    first = min(days, default=0) if max(days, default=0) - min(days, default=0) > HALF_A_YEAR else None
    years = {
        label: 2001 if first is not None and day - first < HALF_A_YEAR else 2000 for label, day in _short_days(labels)
    }
    return [f"{label}/{years[label]}" if label in years else label for label in labels]


def _short_days(labels: Sequence[str]) -> list[tuple[str, int]]:
    """The labels with a day that has no year, and about the how manieth of the year it is."""
    found = [(label, SHORT.search(label)) for label in labels]
    return [(label, int(day[1]) * 31 + int(day[2])) for label, day in found if day is not None]


def _in_periods(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The labels of columns that stand again for each period of a line over them: `Starting`, `Change`, `Ending`."""
    if len(rows) != 2 or not all(piece.lower() in PERIODS for piece in rows[0]):
        return None
    (periods, words), count = rows, len(rows[0])
    for width in range(len(words) // count, 0, -1):
        again = words[len(words) - count * width :]
        if all(again[at] == again[at % width] for at in range(len(again))):
            first = labels_of((tuple(words[: len(words) - count * width]),)) if len(words) > count * width else []
            told = [f"{periods[at // width]} {word}" for at, word in enumerate(again)]
            return None if first is None else [*first, *told]
    return None
