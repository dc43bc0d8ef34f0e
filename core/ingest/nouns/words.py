"""Words and lines of a page, with their boxes: the ground on which tables are found.

Words are built from characters in the order in which the page draws them, so overprinted cells do not mix;
pieces of one number set in several fonts are joined again. Small raised letters are footnote marks and stand apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from core.domain.statement import Box

MOST_MARK = 5
RAISED = re.compile(r"[(\[]?(?:\d{1,2}|[a-z*†‡§¶+])(?:,(?:\d{1,2}|[a-z*†‡§¶+]))*[)\]]?", re.I)
WHOLE = re.compile(r"-?\(?\$?[\d,]*\d\.?")
UNNAMED_BULLET = "(cid:127)"
"""How a bullet is told whose place in the font bears no name."""

SPACE = 0.62
"""The widest gap within a phrase, in type sizes: a little over the blank of type of one width."""

OVER, LOWER = 0.5, 0.5
"""How much of a word stands over another, and how far over it in type sizes: print struck twice lies closer."""


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word; boxes in points from the top left corner of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def box(self) -> Box:
        """x0, top, x1, bottom."""
        return (round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one printed line, left to right; `marks` are the footnote letters that stood on it."""

    page: int
    words: tuple[Word, ...]
    marks: tuple[Word, ...] = field(default=())

    @property
    def text(self) -> str:
        """The line as text."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The usual type size."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether most words are bold."""
        return sum(word.bold for word in self.words) * 2 > len(self.words)


def words_of(chars: Iterable[Mapping[str, Any]]) -> list[Word]:
    """Words of a page from pdfplumber's characters, in drawing order, broken number pieces joined."""
    words: list[Word] = []
    run: list[Mapping[str, Any]] = []
    for char in chars:
        if not char["upright"]:
            continue
        if char["text"].isspace():
            _close(run, words)
        else:
            if run and _breaks(run[-1], char):
                _close(run, words)
            run.append(char)
    _close(run, words)
    return _joined(words)


def lines_of(words: Sequence[Word], page: int) -> list[Line]:
    """Words put into lines by the height of their middles; footnote marks go to the nearest line."""
    if not words:
        return []
    body = median(word.size for word in words)
    small = [word for word in words if _is_letter(word, body, words) or _is_raised(word, words)]
    rest = sorted((word for word in words if word not in small), key=lambda word: word.top + word.bottom)
    rows: list[list[Word]] = []
    for word in rest:
        near = rows and abs(_middle(word) - _middle(rows[-1][-1])) < 0.45 * min(word.size, rows[-1][-1].size)
        if near and not any(_stands_over(one, word) for one in rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    marks: dict[int, list[Word]] = {}
    for mark in small:
        nearest = min(range(len(rows)), key=lambda row: abs(_middle(mark) - _middle(rows[row][0])), default=None)
        if nearest is None:
            rows.append([mark])
        elif median(word.size for word in rows[nearest]) < 1.15 * mark.size:
            rows[nearest].append(mark)
        else:
            marks.setdefault(nearest, []).append(mark)
    return [
        Line(page, tuple(sorted(row, key=lambda word: word.x0)), tuple(marks.get(place, ())))
        for place, row in enumerate(rows)
    ]


def _stands_over(upper: Word, lower: Word) -> bool:
    """Whether a word stands over another: beside large print two lines of small print are both about its height."""
    shared = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    if shared < OVER * min(upper.x1 - upper.x0, lower.x1 - lower.x0):
        return False
    return _middle(lower) - _middle(upper) > LOWER * min(upper.size, lower.size)


def _is_letter(word: Word, body: float, words: Sequence[Word]) -> bool:
    """Whether a word is a small letter, as footnotes have, or two or three of them close beside larger print.

    Under a name such letters are its symbol.
    """
    if word.size >= 0.8 * body or len(word.text) > 3 or not word.text.isalpha():
        return False
    return len(word.text) == 1 or any(_close_beside(word, other) for other in words if other.size > word.size)


def _close_beside(small: Word, large: Word) -> bool:
    """Whether a small word stands right before or behind a larger one, at its height."""
    gap = max(small.x0 - large.x1, large.x0 - small.x1)
    return -1 < gap < SPACE * large.size and large.top - 1 < _middle(small) < large.bottom + 1


def _is_raised(word: Word, words: Sequence[Word]) -> bool:
    """Whether a small figure or sign stands raised right behind a larger word, `Program³`: no cents of an amount."""
    if len(word.text) > MOST_MARK or not RAISED.fullmatch(word.text):
        return False
    for other in words:
        if other.size * 0.85 > word.size and abs(word.x0 - other.x1) < 0.25 * other.size:
            above = 0.15 * other.size < other.bottom - word.bottom < other.size
            cents = WHOLE.fullmatch(other.text) and re.fullmatch(r"\d\d", word.text)
            if above and word.top < _middle(other) and not cents:
                return True
    return False


def text_of(words: Sequence[Word]) -> str:
    """Words as text, with one blank between them."""
    return " ".join(word.text for word in words)


def phrases(words: Sequence[Word], gap: float = SPACE) -> list[list[Word]]:
    """Words of a line cut where the space between them is wider than `gap` x type size."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.x0 - runs[-1][-1].x1 <= gap * max(word.size, runs[-1][-1].size):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def span(words: Sequence[Word]) -> Box:
    """The box around words."""
    return (
        round(min(word.x0 for word in words), 1),
        round(min(word.top for word in words), 1),
        round(max(word.x1 for word in words), 1),
        round(max(word.bottom for word in words), 1),
    )


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def _breaks(last: Mapping[str, Any], char: Mapping[str, Any]) -> bool:
    size = max(last["size"], char["size"])
    if abs(last["size"] - char["size"]) > 0.15 * size or abs(last["bottom"] - char["bottom"]) > 0.3 * size:
        return True
    gap = char["x0"] - last["x1"]
    return bool(gap > 0.18 * size or gap < -0.6 * size)


def _close(run: list[Mapping[str, Any]], words: list[Word]) -> None:
    if run:
        first = run[0]
        words.append(
            Word(
                "".join(char["text"] for char in run).replace(UNNAMED_BULLET, "•"),
                min(char["x0"] for char in run),
                max(char["x1"] for char in run),
                min(char["top"] for char in run),
                max(char["bottom"] for char in run),
                float(first["size"]),
                "bold" in first["fontname"].lower() or "black" in first["fontname"].lower(),
            )
        )
        run.clear()


def _joined(words: list[Word]) -> list[Word]:
    """Pieces that touch on one line are one word: `5` `,` `10` `0` `.00`."""
    ordered = sorted(words, key=lambda word: (round(word.bottom), word.x0))
    joined: list[Word] = []
    for word in ordered:
        last = joined[-1] if joined else None
        if last is not None and _touch(last, word):
            joined[-1] = Word(
                last.text + word.text,
                last.x0,
                word.x1,
                min(last.top, word.top),
                max(last.bottom, word.bottom),
                last.size,
                last.bold,
            )
        else:
            joined.append(word)
    return joined


def _touch(left: Word, right: Word) -> bool:
    if abs(left.bottom - right.bottom) > 1 or abs(left.size - right.size) > 0.15 * left.size:
        return False
    return -0.12 * left.size < right.x0 - left.x1 < 0.12 * left.size
