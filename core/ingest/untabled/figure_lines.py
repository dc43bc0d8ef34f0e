"""What one line tells of a holding in labels or words: `Units: 120.5`, labels over figures, `120.5 shares @ $9.25`.

A line counts only where all that it prints is understood: each figure has a label that is known, or a place in the
sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.vocabulary import known_role, role_of
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.untabled.capital_account import capital_role

LEADERS = re.compile(r"(?:\s*[.·…_]){3,}\s*$")
PRODUCT = re.compile(
    r"(?<![\d.,$])(?P<quantity>\d[\d,]*(?:\.\d+)?)\s*(?:shares?|units?|shs?\.?)?\s*(?:@|at|x|×|\*)\s*"
    r"\$?\s?(?P<price>\d[\d,]*(?:\.\d+)?)(?:\s*(?:per|an?|each|/)\s*(?:share|unit)?)?(?![\d.,]*\d)",
    re.I,
)
BEFORE = re.compile(r"\W*(?:cusip|isin|sedol|symbol|ticker)\b|\(?[A-Z]{1,5}\)?\W*$|[A-Za-z ]{3,20}:$", re.I)
"""What may stand before units and their price: an identifier or a label; what was done on a day is none."""

SHARE = re.compile(r"\(?[\d.]+ ?%(?: of (?:the |your |total )?[a-z]+(?: [a-z]+)?)?\)?", re.I)
TOLD = re.compile(r"(?P<label>[A-Za-z][A-Za-z /.&()-]{1,30}?)\s*:?\s+(?P<figure>\(?-?\$?\(?-?\d[\d,]*(?:\.\d+)?\)?)$")
ROLES = frozenset(
    {"quantity", "price", "value", "cost", "unit_cost", "gain", "accrued", "commitment", "called", "unfunded",
     "nav_date", "contributed"}
)  # fmt: skip
CONTRIBUTED = re.compile(r"(?:capital |total )*(?:contributed|contributions?)(?: capital)?", re.I)
"""What was called of a commitment, or else what was paid for units."""

SMALL = 100
"""Under an unknown label, figures smaller than that are rates, yields or ratings, and no money."""

UNREAD = frozenset({"other", "amount", "date"})
NEAR = 6.0
REACH = 1.5


@dataclass(slots=True)
class Told:
    """What the lines tell by role, of which day; `labels` as printed, `lines` how many they are, `spare` the rest.

    `before` stands before the figures of a sentence: the symbol, words that go on with the name; `sure`: all labels
    are known as they stand, and none tells a value.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    lines: int = 1
    days: dict[str, date] = field(default_factory=dict)
    sentence: bool = False
    spare: tuple[str, ...] = ()
    before: str = ""
    sure: bool = True

    def takes(self, other: "Told") -> bool:
        """Go on with what a further line tells; False where it tells one thing again and not of another day."""
        for role in other.cells:
            if role in self.cells and not (role in self.days and role in other.days):
                return False
        for role, cell in other.cells.items():
            if role not in self.cells or other.days[role] > self.days[role]:
                self.cells[role] = cell
        self.days = {**other.days, **self.days} | {
            role: max(day, self.days.get(role, day)) for role, day in other.days.items()
        }
        self.labels += other.labels
        self.lines += other.lines
        self.sentence |= other.sentence
        self.spare += other.spare
        return True


def told_at(lines: Sequence[Line], at: int) -> Told | None:
    """What the line tells, alone or with the figures on the next one; None where it is of another kind."""
    line = lines[at]
    if not any(map(str.isalpha, line.text)):
        return None
    if PRODUCT.search(line.text):
        return _sentence(line)
    below = lines[at + 1] if at + 1 < len(lines) else None
    beside = _beside(line)
    if beside is None and below is not None and below.page == line.page and not any(map(str.isdigit, line.text)):
        return _over(line, below)
    return beside


def _beside(line: Line) -> Told | None:
    """Labels with what stands right of each."""
    told = Told()
    for label, value in _pairs(line) or ():
        if not _tell(told, LEADERS.sub("", label), value):
            return None
    return told if told.labels else None


def _pairs(line: Line) -> list[tuple[str, Cell]] | None:
    """The labels of a line with one value each; None where a value has no label, or a label no value."""
    if any(word.text.endswith(":") for word in line.words):
        return _behind_colons(line.words)
    pairs: list[tuple[str, Cell]] = []
    label = ""
    for run in phrases(line.words, 1.0):
        text = text_of(run)
        if not label and (whole := _within(run)) is not None:
            pairs.append(whole)
        elif not label:
            label = text
        else:
            pairs.append((label, Cell(text, span(run))))
            label = ""
    return None if label else pairs


def _behind_colons(words: Sequence[Word]) -> list[tuple[str, Cell]] | None:
    """Labels with colons and what stands behind each: one amount, however close the next label, or one phrase."""
    pairs: list[tuple[str, Cell]] = []
    at = 0
    while at < len(words):
        colon = next((place for place in range(at, len(words)) if words[place].text.endswith(":")), None)
        if colon is None or colon + 1 == len(words):
            return None
        behind = words[colon + 1 :]
        alone = read_amount(behind[0].text) is not None
        value = behind[:1] if alone else phrases(behind, 1.0)[0]
        pairs.append((text_of(words[at : colon + 1]), Cell(text_of(value), span(value))))
        at = colon + 1 + len(value)
    return pairs


def _within(run: Sequence[Word]) -> tuple[str, Cell] | None:
    """A label and its value in one phrase, `Original Cost $1,250.00`."""
    *label, value = run
    if not label or "$" not in value.text or known_role(text_of(label)) not in ROLES:
        return None
    return text_of(label), Cell(value.text, span([value]))


def _over(line: Line, below: Line) -> Told | None:
    """Labels over their figures, each flush with its label on one side."""
    if below.top - line.bottom > REACH * below.size:
        return None
    labels, figures = phrases(line.words, 1.0), phrases(below.words, 1.0)
    if len(labels) != len(figures):
        return None
    told = Told(lines=2)
    known = any(role_of(text_of(label)) in ROLES | UNREAD for label in labels)
    for label, figure in zip(labels, figures, strict=True):
        if not _flush(label, figure) or not _tell(told, text_of(label), Cell(text_of(figure), span(figure)), known):
            return None
    return told


def _flush(label: Sequence[Word], figure: Sequence[Word]) -> bool:
    left, right = figure[0].x0 - label[0].x0, figure[-1].x1 - label[-1].x1
    return min(abs(left), abs(right), abs(left + right) / 2) < NEAR


def _tell(told: Told, label: str, value: Cell, beside: bool = False) -> bool:
    """One thing more that a line tells; False where the label is unknown, or the value none of its kind.

    Unknown labels tell something else where they have a colon, or stand `beside` one that is known.
    """
    role = "contributed" if CONTRIBUTED.fullmatch(label.strip(" :")) else capital_role(label) or role_of(label)
    amount = read_amount(value.text)
    if role is None and (label.endswith(":") or beside) and amount is not None:
        small = amount.percent or (abs(amount.value) < SMALL and "$" not in value.text)
        told.spare += () if small else (value.text,)
        role = "other"
    if role == "nav_date":
        if read_date(value.text) is None:
            return False
    elif role not in ROLES | UNREAD or (amount is None and not is_blank(value.text)):
        return False
    told.labels += (_plain(label),)
    told.sure &= role != "value" and (known_role(label) or capital_role(label)) is not None
    if role in ROLES and not is_blank(value.text):
        day = read_date(label)
        one = Told({role: value}, days={} if day is None else {role: day}, lines=0)
        return told.takes(one)
    return True


def _plain(label: str) -> str:
    """The label as what is alike on all cards: without the day that it tells."""
    return re.sub(r"\d+", "0", label.casefold().strip(" :"))


def _sentence(line: Line) -> Told | None:
    """Units at their price, with what else the line tells: the cost, the share of the account, identifiers before."""
    match = PRODUCT.search(line.text)
    if match is None:
        return None
    told = Told(labels=("product",), sentence=True)
    for role in ("quantity", "price"):
        told.cells[role] = _cell(line, match[role])
    told.before = line.text[: match.start()].strip()
    if told.before and not BEFORE.match(told.before):
        return None
    last = max(at for at, word in enumerate(line.words) if match["price"] in word.text)
    for run in phrases(line.words[last + 1 :], 1.0):
        _tell_more(told, run)
    return told


def _tell_more(told: Told, run: Sequence[Word]) -> None:
    """What stands behind the product: a share of the account is nothing new, a figure with no known label is spare."""
    text = re.sub(r"^(?:(?:per|a|an|each|/)\s?)?(?:share|unit)s?\b[,.;]?\s*", "", text_of(run))
    text = SHARE.sub("", text).strip(" ,;=")
    match = TOLD.search(text)
    role = role_of(match["label"]) if match is not None else "value" if read_amount(text) else None
    figure = match["figure"] if match is not None else text
    if role in ROLES and role not in told.cells and read_amount(figure) is not None:
        told.cells[role] = Cell(figure, span(run))
    elif re.search(r"\d[.,]\d", text):
        told.spare += (text,)


def _cell(line: Line, figure: str) -> Cell:
    """A figure of a line, with the place of its word."""
    word = next((word for word in line.words if figure in word.text), None)
    return Cell(figure, span(line.words if word is None else [word]))
