"""Accounts printed side by side: a page on which one line of heads stands twice is read column by column.

The cut goes where the second set of heads begins, from the titles right above it down to the first line across it.
"""

from collections.abc import Sequence

from core.ingest.heads.columns import columns_of
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import Line

LEAST_HEADS = 3
REACH = 6.0


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order: where tables stand side by side, the left one before the right one."""
    for at, line in enumerate(lines):
        cut = _cut(line)
        if cut is None:
            continue
        first, last = _block(lines, at, cut)
        left, right = zip(*(_halves(one, cut) for one in lines[first : last + 1]), strict=True)
        block = [half for half in (*left, *right) if half is not None]
        return [*lines[:first], *block, *apart(lines[last + 1 :])]
    return list(lines)


def _cut(line: Line) -> float | None:
    """Where the second set of heads begins in a line that has the same heads twice, or None."""
    if len(line.words) < 2 * LEAST_HEADS or any(word.text[:1].isdigit() for word in line.words):
        return None
    columns = columns_of([line])
    half = len(columns) // 2
    if len(columns) % 2 or half < LEAST_HEADS or _labels(columns[:half]) != _labels(columns[half:]):
        return None
    known = [column.role for column in columns[:half] if column.role is not None]
    return columns[half].x0 - 2 if len(known) >= LEAST_HEADS else None


def _labels(columns: Sequence[Column]) -> list[str]:
    return [column.label.lower() for column in columns]


def _block(lines: Sequence[Line], at: int, cut: float) -> tuple[int, int]:
    """The first and the last line of what stands side by side around the heads."""
    first = at
    while first and _titles(lines[first - 1], cut):
        first -= 1
    last = at
    while last + 1 < len(lines) and not _crosses(lines[last + 1], cut):
        last += 1
    return first, last


def _titles(line: Line, cut: float) -> bool:
    """Whether a line has a title at the left edge of the right half and something in the left half."""
    starts = [word.x0 for word in line.words]
    return not _crosses(line, cut) and min(starts) < cut and any(abs(x0 - cut) < REACH for x0 in starts)


def _crosses(line: Line, cut: float) -> bool:
    """Whether running text goes over the cut."""
    left = max((word.x1 for word in line.words if word.x0 < cut), default=0.0)
    right = min((word.x0 for word in line.words if word.x0 >= cut), default=1e9)
    return left > cut or (right - left < 0.6 * line.size)


def _halves(line: Line, cut: float) -> tuple[Line | None, Line | None]:
    return _part(line, cut, left=True), _part(line, cut, left=False)


def _part(line: Line, cut: float, left: bool) -> Line | None:
    words = tuple(word for word in line.words if (word.x0 < cut) == left)
    marks = tuple(mark for mark in line.marks if (mark.x0 < cut) == left)
    return Line(line.page, words, marks) if words else None
