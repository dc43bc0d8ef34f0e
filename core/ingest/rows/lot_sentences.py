"""Lots told in a sentence under their position: `Tax lots: 467 sh 05/24/2019 $125,763.85 | 1,869 sh 01/23/2021 $7.48`.

Also a line to each, `120.000 acquired 05/04/2021 at a cost of $9,310.20`. Each piece has one day, one cost, and the
units unless all of them were bought at once. Nothing else may stand there.
"""

import re

from core.ingest.lexicon.dates import read_date
from core.ingest.nouns.events import Cell

AMOUNT = r"\$?[\d,]*\d\.\d\d"
BOUGHT = r"(?:bought|acquired|purchased|opened)"
DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|"
    r"\d{1,2} [A-Za-z]{3,9}\.? \d{4})"
)
HEAD = re.compile(r"^(?:tax )?lots?(?: details?)?\s*:\s*", re.I)
UNITS = r"[\d,]*\d(?:\.\d+)?"
SHARES = r"(?:sh|shs|shares?|units?|contracts?|par|face)\b\.?"
COSTS = rf"(?:(?:for|at|a|cost|costing|basis|of|total|cost basis)\W+)*(?P<cost>{AMOUNT})\.?"
LOT = re.compile(
    rf"(?:lot\s*#?\d*\s*:?\s*)?(?:{BOUGHT}\s+)?"
    rf"(?:(?P<units>{UNITS})(?:\s*\.?\s*{SHARES}|(?=\s+{BOUGHT}\b))\s+)?"
    rf"(?:{BOUGHT}\s+|on\s+|of\s+)*(?P<day>{DAY})\W*{COSTS}",
    re.I,
)
DAY_FIRST = re.compile(
    rf"(?:lot\s*#?\d*\s*:?\s*)?(?:{BOUGHT}\s+)?(?:on\s+)?(?P<day>{DAY})\W+(?P<units>{UNITS})\s+{SHARES}\W+"
    rf"(?=for|at|cost|total){COSTS}",
    re.I,
)
"""A lot that begins with its day: `Bought May 04, 2021: 120.000 shares, cost $9,310.20`, `05/04/21 120 shares at …`."""
OF_LOT = re.compile(rf"(?:{UNITS}\s+(?:{SHARES}\s+)?)?{BOUGHT}\b", re.I)
BETWEEN = re.compile(r"[\s|;•·!\]\[]*")


def told_lots(text: str) -> list[dict[str, Cell]]:
    """The lots that a line tells, by role; empty where it is anything else."""
    text = text.strip()
    if not HEAD.match(text) and not re.search(BOUGHT, text, re.I) and not DAY_FIRST.match(text):
        return []
    pieces = _pieces(HEAD.sub("", text))
    found = [LOT.fullmatch(piece) or DAY_FIRST.fullmatch(piece) for piece in pieces]
    lots = [match.groupdict() for match in found if match is not None and read_date(match["day"])]
    if not lots or len(lots) != len(pieces):
        return []
    if len(lots) > 1 and any(lot["units"] is None for lot in lots):
        return []
    names = {"units": "quantity", "day": "acquired", "cost": "cost"}
    return [{names[name]: Cell(value) for name, value in lot.items() if value is not None} for lot in lots]


def are_untold_lots(text: str, in_words: bool = False) -> bool:
    """Whether a line begins as one of lots and has a day and a cost, so that something is lost if it is not told.

    `in_words`: it is a sentence, without gaps as between columns; such a one begins by itself: `Bought 05/04/2021 ...`.
    """
    begins = HEAD.match(text) or (in_words and OF_LOT.match(text))
    return bool(begins) and read_date(text) is not None and re.search(AMOUNT, text) is not None


def _pieces(text: str) -> list[str]:
    """The lots of a sentence apart: between strokes, or, where strokes were lost, where one ends and another begins."""
    cut = [piece.strip() for piece in re.split(r"\s*[|;•·]\s*", text) if piece.strip()]
    found = list(LOT.finditer(text))
    whole = BETWEEN.fullmatch(LOT.sub("", text)) is not None
    return [match[0].strip() for match in found] if whole and len(found) > len(cut) else cut
