"""The name of a holding over the lines that tell its figures, and what stands between: its CUSIP, its rating.

The name is the nearest bold text over them, or the nearest text that is no label; it goes on upward in its own type.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_period, lone_date, read_as_of
from core.ingest.lexicon.identifiers import is_identifier
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.nouns.words import Line, Word, phrases, text_of

MOST_LINES = 7
APART = 1.0
"""The widest gap between a name and its figures, in type sizes."""

CLOSE = 0.55
"""The widest gap within a name, in type sizes."""

EDGE = 2.0
SET_IN = 18.0
"""How far figures may be set in under their name, in points."""

NOTE = re.compile(r"\W*(?:accrued|rating|moody|callable|int(?:erest)? paid)\b", re.I)
NAMING = re.compile(r"[A-Za-z]{2}|[A-Z]\b")
IDENTIFIES = re.compile(r"\W*(?:cusip|isin|sedol|symbol|ticker)\b", re.I)
OF_ALL = re.compile(r"total (?:\S+ ){1,3}?(?:index|fund|portfolio|trust|etf)\b", re.I)
"""A fund of a whole market, `Total Stock Index Portfolio`, whose name begins as a sum does."""
LABEL = re.compile(r"[A-Z][\w .&'/-]{1,24}:\s+\S")


@dataclass(frozen=True, slots=True)
class Named:
    """The name over figures: its words, the figure right of it, the first line of it, and the lines between."""

    words: tuple[Word, ...]
    amount: tuple[Word, ...]
    first: int
    details: tuple[Line, ...]


def named_over(
    lines: Sequence[Line], at: int, floor: int, valued: bool = False, left: float | None = None
) -> Named | None:
    """The name over the line `at`, in the lines behind `floor`; `valued`: its value stands right of it.

    `left` is the left edge of what it stands over, if that is not the edge of the line.
    """
    own = lines[at]
    run = _run(lines, at, floor, valued, own.words[0].x0 if left is None else left)
    if not run:
        return None
    lowest = _lowest(lines, run, own, valued)
    if lowest is None:
        return None
    first = lowest
    while first - 1 in run and _goes_on(lines[first - 1], lines[first], lines[lowest]):
        first -= 1
    named = lines[first : lowest + 1]
    words = tuple(word for line in named for word in _parts(line)[0])
    amounts = [amount for line in named if (amount := _parts(line)[1])]
    if len(amounts) > 1 or not words or _is_none(text_of(words)):
        return None
    return Named(words, amounts[0] if amounts else (), first, tuple(lines[lowest + 1 : at]))


def _run(lines: Sequence[Line], at: int, floor: int, valued: bool, left: float) -> range:
    """The lines right above, without wide gaps, that may name the holding."""
    top = at
    while top - 1 > floor and at - top < MOST_LINES:
        upper, lower = lines[top - 1], lines[top]
        gap = lower.top - upper.bottom
        inset = left - upper.words[0].x0
        amounts = bool(_parts(upper)[1])
        if (
            is_period(upper.text)
            or upper.page != lower.page
            or not -2 <= gap <= APART * max(upper.size, lower.size) + 1
        ):
            break
        if not -4 <= inset <= SET_IN or (amounts and not valued) or not _may_name(upper.text):
            break
        top -= 1
    return range(top, at)


def _may_name(text: str) -> bool:
    """Whether a text has a word, or is the day at which a bond named above it is due."""
    return NAMING.search(text) is not None or lone_date(text) is not None


def _lowest(lines: Sequence[Line], run: range, own: Line, valued: bool) -> int | None:
    """The last line of the name."""
    bold = [at for at in run if lines[at].bold]
    if bold and not own.bold:
        return bold[-1]
    worth = [at for at in run if _parts(lines[at])[1]]
    if valued and worth:
        last = worth[-1]
        while (
            last + 1 in run and _goes_on(lines[last], lines[last + 1], lines[last]) and not _is_detail(lines[last + 1])
        ):
            last += 1
        return last
    return next((at for at in reversed(run) if not _is_detail(lines[at])), None)


def _is_detail(line: Line) -> bool:
    """Whether a line tells something of a security and is no name: its CUSIP, a note."""
    return _is_labelled(line.text) or is_identifier(line.text)


def _is_labelled(text: str) -> bool:
    told = (pattern.match(text) is not None for pattern in (IDENTIFIES, LABEL, NOTE))
    return text[:1].islower() or any(told)


def _goes_on(upper: Line, lower: Line, last: Line) -> bool:
    """Whether a name that ends below begins further up: the same type, close by, at the same edge."""
    alike = upper.bold == last.bold and abs(upper.size - last.size) < 0.3
    close = lower.top - upper.bottom <= CLOSE * lower.size
    alike &= abs(upper.words[0].x0 - last.words[0].x0) < EDGE
    return alike and close and not any(_is_labelled(line.text) for line in (upper, lower))


def _parts(line: Line) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of a line before its last phrase where that is an amount, and that phrase."""
    runs = phrases(line.words, 1.0)
    amount = read_amount(text_of(runs[-1])) if len(runs) > 1 else None
    if amount is None or amount.percent:
        return line.words, ()
    return tuple(word for run in runs[:-1] for word in run), tuple(runs[-1])


def _is_none(text: str) -> bool:
    """Whether a text names no holding: a heading, a sum, a day, or nothing with letters."""
    if not re.search(r"[A-Za-z]{2}", text) or is_sum(text) or read_as_of(text):
        return True
    return is_section_heading(text) and len(text.split()) < 3


def is_sum(text: str) -> bool:
    """Whether a text names a sum, and no fund of a whole market."""
    return total_name(text) is not None and OF_ALL.match(text) is None
