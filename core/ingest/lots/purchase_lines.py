"""A line of a purchase: its day, or what stands for days that are not told, and its figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.heads.assign import Token, tokens_of
from core.ingest.lexicon.dates import read_date
from core.ingest.nouns.words import Line

LEAST_FIGURES = 2
ON_DAY = re.compile(r"\b(?:as of|as at|on)$", re.I)
"""How a label of a balance ends before its day: `Ending value as of 06/30/2026`."""
MANY_DAYS = re.compile(r"(?:various|multiple)(?: (?:dates?|days|lots?|purchases))?\W*", re.I)


@dataclass(frozen=True, slots=True)
class Purchase:
    """One dated line: its day and its figures, by column once they are known."""

    line: Line
    day: Token
    figures: tuple[Token, ...]

    @property
    def of_many(self) -> bool:
        """Whether it is what was bought on many days, of which none is told."""
        return read_date(self.day.text) is None


def purchase_on(line: Line, is_under_name: bool) -> tuple[Purchase | None, str]:
    """The line as a purchase, or None, and the text that stands before its figures.

    Under the name of a position it may print no day, or a dash for it.
    """
    tokens = tokens_of(line.words, ())
    days = [token for token in tokens if token.kind == "date" and read_date(token.text) is not None]
    days = days or [token for token in tokens if token.kind == "text" and MANY_DAYS.fullmatch(token.text)]
    figures = tuple(token for token in tokens if token.kind == "number")
    if is_under_name and figures and not days:
        days = _no_day(tokens, figures[0])
    if len(days) != 1 or len(figures) < LEAST_FIGURES:
        return None, ""
    first = min(days[0].box[0], figures[0].box[0])
    named = " ".join(token.text for token in tokens if token.kind in ("text", "name") and token.box[0] < first)
    if ON_DAY.search(named):
        return None, ""
    return Purchase(line, days[0], figures), named


def _no_day(tokens: Sequence[Token], first: Token) -> list[Token]:
    """What stands for a day that is not told, in front of the first figure: a dash, or nothing at all."""
    before = [token for token in tokens if token.box[0] < first.box[0]]
    if not before:
        return [Token("", "blank", first.box)]
    return before if all(token.kind == "blank" for token in before) else []
