"""Days that stand side by side in a line of heads, `Feb 1, 2026 Feb 28, 2026 Feb 28, 2026`: each ends a head.

Copied text leaves no more than one blank between heads that stand close.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.lexicon.dates import WORD_MONTH, read_date
from core.ingest.nouns.words import Word

BETWEEN = re.compile(r"(?:-|–|—|to|thru|through|and|vs\.?|from|until)", re.I)
"""What stands between the days of one period."""
MONTH = re.compile(rf"{WORD_MONTH}\.?", re.I)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_AT_END = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.?$", re.I)
HALF_A_YEAR = 6
MOST_WORDS = 3
"""So many words at most has a day, `Feb 1, 2026`."""


def at_days(phrase: list[Word]) -> list[list[Word]]:
    """The phrase parted behind each of several days; whole where it holds one, or a period from one to another."""
    if any(BETWEEN.fullmatch(word.text) for word in phrase):
        return [phrase]
    ends = _ends_of_days(phrase)
    if len(ends) < 2:
        return [phrase]
    bounds = [0, *ends, len(phrase)]
    return [phrase[low:high] for low, high in itertools.pairwise(bounds) if low < high]


def _ends_of_days(words: Sequence[Word]) -> list[int]:
    """Behind which words a whole day ends."""
    ends: list[int] = []
    place = 0
    while place < len(words):
        length = _day_at(words, place)
        place += length or 1
        ends += [place] if length else []
    return ends


def _day_at(words: Sequence[Word], place: int) -> int:
    """How many words the whole day takes that begins here; 0 where none does."""
    if any(map(str.isdigit, words[place].text)):
        return int(read_date(words[place].text) is not None)
    spoken = words[place : place + MOST_WORDS]
    whole = len(spoken) == MOST_WORDS and MONTH.fullmatch(spoken[0].text) is not None
    return MOST_WORDS if whole and read_date(" ".join(word.text for word in spoken)) is not None else 0


def later_month(labels: Sequence[str]) -> int | None:
    """Which of two heads that end in a month tells the later one, `Value Sep | Value Oct`: 1; None where they do not.

    The months stand less than half a year apart, also over the turn of the year.
    """
    found = [MONTH_AT_END.search(label) for label in labels]
    first, second = (MONTHS.index(one[1].lower()) if one is not None else None for one in found)
    if first is None or second is None or first == second:
        return None
    return 1 if (second - first) % 12 < HALF_A_YEAR else 0
