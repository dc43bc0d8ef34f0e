"""The labels of columns that the words of one to three lines make together, one part of a label over the other.

Every line is parted into runs, runs of different lines are put together, and that way is taken which reads the words
as the fewest labels that are known.
"""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from core.ingest.lexicon.dates import WORD_MONTH
from core.ingest.lexicon.vocabulary import DATE_WORDS, KNOWN, QUALIFIERS, RULES, is_header_word, plain_label

JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
PIECE = re.compile(
    rf"(?:as of )?{WORD_MONTH}\.? \d{{1,2}},? \d{{4}}|as of \d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?!\S)|\S+", re.I
)
DAY = re.compile(rf"(?:as of )?(?:{WORD_MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)", re.I)
SMALL = frozenset({"as", "of", "on", "in", "&", "/", "-", "fees"})
LOOSE = re.compile(r"^(?:on|as|of|per|and|&)\b|\b(?:on|of|as|per)$", re.I)
"""A label that is cut off: a day is missing behind it, or the words before."""
BOTH = re.compile(r"\bbeginning\b.*\bending\b", re.I)
PERIOD = re.compile(r"(?:beginning |ending )?(?P<core>.+?)(?: beginning| ending)?")
AND_ENDING = re.compile(r"(\S+) Beginning Ending\b")
"""Two columns of which only the first is named, `Shares Beginning Ending`."""
NO_WORDS = re.compile(r"\(\$\)|[*†‡]+(?=\s|$)|(?<=\s)/(?=\s|$)")
MOST_RUN, MOST_LABEL = 3, 6
MOST_WAYS = 800
UNKNOWN, HANGING = 4.0, 0.6
"""What a word costs that is not understood, and a label of which no part stands in the lowest line."""


def is_known(piece: str) -> bool:
    """Whether a word may stand in a head, or is a day."""
    return DAY.fullmatch(piece) is not None or piece.lower() in SMALL or is_header_word(piece)


@lru_cache(maxsize=500)
def pieces_of(line: str) -> tuple[str, ...]:
    """The words of a line, a day as one of them; words that are run together are parted."""
    plain = AND_ENDING.sub(r"\1 Beginning Ending \1", NO_WORDS.sub(" ", line))
    parts = (JOINED.split(piece) if not DAY.fullmatch(piece) else [piece] for piece in PIECE.findall(plain))
    return tuple(itertools.chain.from_iterable(parts))


def labels_of(rows: tuple[tuple[str, ...], ...]) -> list[str] | None:
    """The labels that the words make, from left to right; None where more than one word is understood by none.

    None too where there are more ways to put the words together than a head has.
    """
    sizes = tuple(len(row) for row in rows)
    if math.prod(size + 1 for size in sizes) > MOST_WAYS:
        return None

    @cache
    def best(place: tuple[int, ...]) -> tuple[float, tuple[str, ...]]:
        if place == sizes:
            return 0.0, ()
        found: list[tuple[float, tuple[str, ...]]] = []
        for taken in _runs(place, sizes):
            pieces = [rows[row][place[row] : place[row] + count] for row, count in enumerate(taken)]
            cost, label = _cost(tuple(itertools.chain.from_iterable(pieces)))
            if cost is not None and not _cut_off(pieces):
                cost += 0 if taken[-1] else HANGING
                rest = best(tuple(start + count for start, count in zip(place, taken, strict=True)))
                found.append((cost + rest[0], (label, *rest[1])))
        return min(found, default=(1e9, ()))

    cost, labels = best(tuple(0 for _ in rows))
    strange = sum(label_role(label)[0] is None for label in labels)
    return list(labels) if cost < 1e9 and strange <= 1 else None


def _cut_off(runs: Sequence[tuple[str, ...]]) -> bool:
    """Whether a run that ends in `on` or `as of` has no day right under it."""
    kept = [run for run in runs if run]
    return any(
        upper[-1].lower() in ("on", "of") and (len(lower) != 1 or DAY.fullmatch(lower[0]) is None)
        for upper, lower in itertools.pairwise(kept)
    )


def _runs(place: Sequence[int], sizes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """How many words of each line the next label may take."""
    reach = [range(min(MOST_RUN, size - start) + 1) for start, size in zip(place, sizes, strict=True)]
    return (taken for taken in itertools.product(*reach) if 0 < sum(taken) <= MOST_LABEL)


@cache
def _cost(pieces: tuple[str, ...]) -> tuple[float | None, str]:
    """What a label costs: little where it is known as it stands, more where only a rule knows it; None for no label."""
    label = " ".join(pieces)
    days = sum(DAY.fullmatch(piece) is not None for piece in pieces)
    if days > 1 or (days and DAY.fullmatch(pieces[-1]) is None) or LOOSE.search(label) or BOTH.search(label):
        return None, label
    role, known = label_role(label)
    if role is None:
        return (UNKNOWN if len(pieces) == 1 and not days else None), label
    return (1.0 if known else 0.2 + 1.1 * len(pieces)), label


@cache
def label_role(label: str) -> tuple[str | None, bool]:
    """The role of a label, and whether it is known as it stands; what is `as of` a day is a value."""
    plain = plain_label(label)
    known = KNOWN.get(plain) or KNOWN.get(" ".join(QUALIFIERS.sub(" ", plain).split()))
    if known == "nav_date" and DATE_WORDS.search(label.lower()):
        return "value", True
    period = PERIOD.fullmatch(plain)
    if known is None and period is not None and (core := KNOWN.get(period["core"])):
        return ("other" if "beginning" in plain else core), True
    guessed = next((role for rule, role in RULES if re.search(rule, plain)), None) if " " in label else None
    return known or guessed, known is not None
