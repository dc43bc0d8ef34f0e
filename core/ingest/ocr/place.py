"""Words on a page: each drawn tight around its ink, with the type size and base line that the ink tells.

Lines and gaps of a scan measure so as in a text PDF.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from core.domain.statement import Box
from core.ingest.nouns.words import Word
from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.doubts import Doubt
from core.ingest.ocr.ink import measured
from core.ingest.ocr.leaning import NO_LEAN, Lean, Run, lean_of
from core.ingest.ocr.picture import Picture
from core.ingest.ocr.weight import bold_from, weight

ASCENT, DESCENT, LOW, TAIL = 0.72, 0.21, 0.52, 0.07
COMMA, DOLLAR, ABOVE = 0.14, 0.1, 0.05
"""How far a comma and a dollar sign hang below the line, and how far the latter stands above the figures."""
DEEP = re.compile(r"[gjpqy()\[\]|{}]")
TAILED = re.compile(r"[JQ/]")
"""A J, the tail of a Q, the foot of a stroke hang below the line in some type, in other not; TAIL is half of that."""
STROKE = re.compile(r"[J/]")
BRACKETED = re.compile(r"\([A-Z.]+\)")
"""Capitals in brackets, whose thin ends print and scanner lose: `SHORT` is how far these hang at least."""
SHORT = 0.14
HIGHEST = 0.05
"""How far a stroke may stand above the figures; where words have strokes, their size lies within a range."""
UNEVEN = re.compile(r"[,;$]")
"""Marks that hang deeper in some type than in other: where a row has words without them, these tell its size."""
TALL = re.compile(r"[A-Zbdfhijklt0-9()\[\]$/%&|]")
ROW_DRIFT, FULL, APART = 0.4, 0.85, 0.6
ALIKE, NEAR = 0.13, 1.3
ROUNDS = 2
"""How often the sizes nearest to a common one are asked for it again: print of two sizes 13 % apart is told apart."""
SPECK = 0.25
SIDE, ONE = 0.04, (0.1, 0.13)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word between x0 and x1, with its lower edge, type size, height of ink, in pixels, and weight of print.

    `least`: the smallest size that its ink allows, below its size where that is not sure.
    """

    one: Agreed
    x0: float
    x1: float
    low: float
    size: float
    height: float
    weight: float | None = None
    least: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether the ink tells the size."""
        return self.least >= self.size


def words_on(
    page: int, picture: Picture, ink: Any, groups: Sequence[Sequence[Agreed]]
) -> tuple[list[Word], list[Doubt], Lean]:
    """Words in points of the straightened picture, each line drawn level, the doubts, and how the lines leaned."""
    tights = [
        [measured(ink, one.said.frame, TALL.search(one.said.text) is not None) for one in group] for group in groups
    ]
    exact = [_run_size(group, tight) for group, tight in zip(groups, tights, strict=True)]
    least = [size * _least(group) for group, size in zip(groups, exact, strict=True)]
    placed = [
        replace(_placed(one, frame, size, weight(picture.grey, ink, frame, run)), least=low if low < run else size)
        for group, tight, run, low, size in zip(groups, tights, exact, least, _levelled(exact, least), strict=True)
        for one, frame in zip(group, tight, strict=True)
    ]
    lean = lean_of(_runs(groups, placed), picture.grey.shape[1] / 2)
    if lean is not NO_LEAN:
        placed = [replace(word, low=lean.level((word.x0 + word.x1) / 2, word.low)) for word in placed]
    bold = bold_from([word.weight for word in placed if word.weight is not None and len(word.one.said.text) > 1])
    usual = median(word.size for word in placed) if placed else 0.0
    words: list[Word] = []
    doubts: list[Doubt] = []
    for row in _rows([word for word in placed if not _is_speck(word, usual)]):
        for word, made in zip(row, _made(row, picture.scale, bold), strict=True):
            words.append(made)
            if word.one.other is not None:
                doubts.append(Doubt(page, made.box, made.text, word.one.other))
    return words, doubts, lean


def _runs(groups: Sequence[Sequence[Agreed]], placed: Sequence[_Placed]) -> list[Run]:
    """The runs of two words and more, which tell how the lines lie."""
    found, rest = [], iter(placed)
    for group in groups:
        words = [word for _, word in zip(group, rest, strict=False)]
        if len(words) > 1 and all(re.search(r"[A-Za-z0-9]", word.one.said.text) for word in (words[0], words[-1])):
            first, last = words[0], words[-1]
            left, right = ((word.x0 + word.x1) / 2 for word in (first, last))
            found.append(Run(left, right, first.low, last.low, first.size))
    return found


def _made(row: Sequence[_Placed], scale: float, bold: float | None) -> list[Word]:
    """The words of a row in points, on one line and of one size where they are; a phrase is bold as a whole."""
    sure = [word for word in row if word.sure]
    plain = [word for word in sure if not UNEVEN.search(word.one.said.text)]
    low, own = median(word.low for word in row), median(word.size for word in plain or sure or row)
    made = []
    for phrase in _phrases(row):
        heavy = bold is not None and _weight_of(phrase) >= bold
        for word in phrase:
            size = own if word.size < own and word.height > FULL * ASCENT * own else word.size
            if not word.sure and word.least * (1 - ALIKE) < own < word.size:
                size = own
            before, after = (side * size for side in _sides(word.one.said.text))
            left, up, right, down = (edge / scale for edge in (word.x0 - before, low - size, word.x1 + after, low))
            made.append(Word(word.one.said.text, left, right, up, down, round(size / scale, 2), heavy))
    return made


def _phrases(row: Sequence[_Placed]) -> list[list[_Placed]]:
    """The words of a row cut where the gap between two is wider than that between words of a text."""
    found: list[list[_Placed]] = []
    for word in row:
        if found and word.x0 - found[-1][-1].x1 < APART * word.size:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _weight_of(phrase: Sequence[_Placed]) -> float:
    """The weight of print of a phrase, long words counting more than short ones."""
    told = [(word.weight, word.x1 - word.x0) for word in phrase if word.weight is not None]
    return sum(one * wide for one, wide in told) / sum(wide for _, wide in told) if told else 0.0


def _sides(text: str) -> tuple[float, float]:
    """The blank that type has before and after the ink of a word, in type sizes; a `1` has the most."""
    return ONE[0] if text[0] == "1" else SIDE, ONE[1] if text[-1] == "1" else SIDE


def _is_speck(word: _Placed, usual: float) -> bool:
    """Whether what a voice alone took for letters or digits is ink much lower than any: a part of a rule, a speck."""
    letters = re.search(r"[A-Za-z0-9]", word.one.said.text)
    return letters is not None and word.one.other is not None and word.height < SPECK * usual


def _placed(one: Agreed, frame: Box, size: float, heavy: float | None) -> _Placed:
    x0, top, x1, bottom = frame
    low = bottom + (DESCENT - _depth(one.said.text)) * size
    if TAILED.search(one.said.text):
        low = top + (ASCENT + DESCENT) * size
    if not re.search(r"[A-Za-z0-9]", one.said.text):
        low = (top + bottom) / 2 + size / 2
    return _Placed(one, x0, x1, low, size, bottom - top, heavy)


def _rows(placed: Sequence[_Placed]) -> list[list[_Placed]]:
    """The words by rows; a row may fall or rise slowly across the page."""
    rows: list[list[_Placed]] = []
    for word in sorted(placed, key=lambda word: word.x0):
        fits = [
            row
            for row in rows
            if abs(row[-1].low - word.low) < ROW_DRIFT * word.size and row[-1].x1 <= word.x0 + word.size
        ]
        if fits:
            min(fits, key=lambda row: abs(row[-1].low - word.low)).append(word)
        else:
            rows.append([word])
    return rows


def _run_size(group: Sequence[Agreed], tight: Sequence[Box]) -> float:
    """Type size of a run in pixels, from the heights of its words and the letters they hold; 0 where none tells."""
    found = []
    for one, (_, top, _, bottom) in zip(group, tight, strict=True):
        text = one.said.text
        if re.search(r"[A-Za-z0-9]", text):
            deep = TAIL if TAILED.search(text) and not DEEP.search(text) else _depth(text)
            deep = SHORT if BRACKETED.fullmatch(text) else deep
            high = ASCENT + ABOVE * ("$" in text) if TALL.search(text) else LOW
            found.append((bottom - top) / (high + deep))
    return median(found) if found else 0.0


def _least(group: Sequence[Agreed]) -> float:
    """How much smaller than measured the type of a run may be: one where a word without either mark tells it."""
    texts = [one.said.text for one in group if re.search(r"[A-Za-z0-9]", one.said.text)]
    if texts and all(BRACKETED.fullmatch(text) for text in texts):
        return (ASCENT + SHORT) / (ASCENT + DESCENT)
    if not texts or any(STROKE.search(text) is None or DEEP.search(text) for text in texts):
        return 1.0
    return (ASCENT + TAIL) / (ASCENT + HIGHEST + DESCENT)


def _depth(text: str) -> float:
    """How far the letters of a word hang below the line on which they stand, in type sizes."""
    if DEEP.search(text):
        return DESCENT
    return COMMA if "," in text or ";" in text else DOLLAR if "$" in text else 0.0


def _levelled(sizes: Sequence[float], least: Sequence[float]) -> list[float]:
    """Sizes drawn to the common ones of the page: the most frequent takes what lies within ALIKE of it.

    One that is only known to lie in a range, from `least` up, is the most frequent of those within.
    """
    known = sorted(size for size, low in zip(sizes, least, strict=True) if size and low == size)
    known = known or sorted(size for size in sizes if size)
    middles: list[float] = []
    rest = known
    while rest:
        best = max(rest, key=lambda middle: sum(abs(size / middle - 1) < ALIKE for size in rest))
        near = [size for size in rest if abs(size / best - 1) < ALIKE]
        middles.append(median(near))
        rest = [size for size in rest if size not in near]
    for _ in range(ROUNDS):
        middles = _drawn(known, middles)
    body = middles[0] if middles else 20.0
    found = []
    for size, low in zip(sizes, least, strict=True):
        within = [middle for middle in middles if low < size and low * (1 - ALIKE / 2) < middle < size * (1 + ALIKE)]
        found.append(within[0] if within else _nearest(size, middles) if middles and size else body)
    return found


def _drawn(sizes: Sequence[float], middles: Sequence[float]) -> list[float]:
    """The middles of the sizes that lie nearest to each, the most frequent first."""
    near: dict[float, list[float]] = {middle: [] for middle in middles}
    for size in sizes:
        near[_nearest(size, middles)].append(size)
    return [median(group) for group in sorted(near.values(), key=len, reverse=True) if group]


def _nearest(size: float, middles: Sequence[float]) -> float:
    """The size nearest to the one measured, or one about as near that more words have: it stands before the other."""
    least = min(abs(middle - size) for middle in middles)
    return next(middle for middle in middles if abs(middle - size) <= NEAR * least)
