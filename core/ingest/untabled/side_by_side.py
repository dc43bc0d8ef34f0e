"""Cards that stand side by side: where a page read column by column shows more of them, it is read so.

The cut goes where lines begin again and again and no phrase stands across it; only what lies between the first and
the last line of the cards is parted.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from core.ingest.nouns.words import Line, phrases
from core.ingest.untabled.blocks import DAY, Block

OFTEN = 2
MOST_CUTS = 12
MOST_COLUMNS = 4
SET_IN = 12
"""How far cards are set in under their headings and sums at most, in points."""

APART = 2.2
"""The widest gap above lots, in type sizes."""

Reader = Callable[[Sequence[Line]], list[Block]]


def in_columns(lines: Sequence[Line], read: Reader, columns: int = MOST_COLUMNS) -> list[Line]:
    """The lines of a page in reading order: cards of the left column before those right of them."""
    best, most = list(lines), _proven(read(lines))
    for cut in _cuts(lines) if columns > 1 else ():
        parted = _parted(lines, cut, read, columns)
        found = _proven(read(parted)) if parted is not None else 0
        if parted is not None and found > most:
            best, most = parted, found
    return best


def _proven(blocks: Sequence[Block]) -> int:
    return sum(block.proven for block in blocks)


def _cuts(lines: Sequence[Line]) -> list[float]:
    """The left edges at which phrases begin most often; what is set in under an edge is cut with it."""
    starts = Counter(round(run[0].x0) for line in lines for run in phrases(line.words, 1.0))
    left = min((line.words[0].x0 for line in lines), default=0.0)
    often = [(count, x0) for x0, count in starts.items() if count >= OFTEN and x0 > left + 100]
    edges = {min(near for near in starts if x0 - SET_IN <= near <= x0) for _, x0 in sorted(often)[-MOST_CUTS:]}
    return sorted(edge - 2.0 for edge in edges)


def _parted(lines: Sequence[Line], cut: float, read: Reader, columns: int) -> list[Line] | None:
    """The lines with those on both sides of a cut one after the other, wherever cards stand there on both sides."""
    parted: list[Line] = []
    at, changed = 0, False
    while at < len(lines):
        end = at
        while end < len(lines) and not _crosses(lines[end], cut):
            end += 1
        block = _both_sides(lines[at:end], cut, read, columns) if end > at else None
        changed |= block is not None
        parted += block if block is not None else lines[at:end]
        parted += lines[end : end + 1]
        at = end + 1
    return parted if changed else None


def _both_sides(lines: Sequence[Line], cut: float, read: Reader, columns: int) -> list[Line] | None:
    """The lines between the first and the last card, left ones first; None where one side has no card."""
    halves = [_halves(line, cut) for line in lines]
    sides = [[half for pair in halves if (half := pair[side]) is not None] for side in (0, 1)]
    found = [[side[at] for block in read(side) if block.proven for at in (block.first, block.last)] for side in sides]
    if not all(found):
        return None
    ends = [line for side in found for line in side]
    top, bottom = min(line.top for line in ends), max(line.bottom for line in ends)
    inner = [at for at, line in enumerate(lines) if line.bottom > top and line.top < bottom]
    end = _with_lots(lines, inner[-1])
    inside = halves[inner[0] : end + 1]
    left = [one for one, _ in inside if one is not None]
    right = [one for _, one in inside if one is not None]
    return [*lines[: inner[0]], *left, *in_columns(right, read, columns - 1), *lines[end + 1 :]]


def _with_lots(lines: Sequence[Line], last: int) -> int:
    """The last of the lines of lots below the last card: each has a day, or stands between such."""
    end, left = last, min(line.words[0].x0 for line in lines)
    for at in range(last + 1, len(lines)):
        line, above = lines[at], lines[at - 1]
        apart = line.page != above.page or line.top - above.bottom > APART * line.size
        alone = len(phrases(line.words, 1.0)) == 1 and not re.search(r"\d", line.text)
        if apart or (alone and line.words[0].x0 < left + SET_IN):
            break
        end = at if DAY.search(line.text) else end
    return end


def _halves(line: Line, cut: float) -> tuple[Line | None, Line | None]:
    """What of a line stands left and right of a cut."""
    left = tuple(word for word in line.words if word.x0 < cut)
    right = tuple(word for word in line.words if word.x0 >= cut)
    marks = tuple(mark for mark in line.marks if mark.x0 < cut), tuple(mark for mark in line.marks if mark.x0 >= cut)
    return (Line(line.page, left, marks[0]) if left else None, Line(line.page, right, marks[1]) if right else None)


def _crosses(line: Line, cut: float) -> bool:
    """Whether a phrase of a line stands across a cut."""
    return any(run[0].x0 < cut < run[-1].x1 for run in phrases(line.words, 1.0))
