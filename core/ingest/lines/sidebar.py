"""Text set in a column of its own at the right of a table, as news and advice are: it is read after the table.

Such a column has one left edge on many lines, sentences in lower case among them, nothing across its gutter, and no
columns right of it.
"""

from collections import Counter
from collections.abc import Sequence

from core.ingest.nouns.words import Line, Word, phrases

LEAST_LINES, LEAST_SENTENCES, LONG = 5, 2, 6
GUTTER = 0.9
MOST_COLUMNS = 3


def sidebar_last(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of a column of text at the right behind the lines beside them."""
    edge = _edge(lines)
    if edge is None:
        return list(lines)
    beside = [at for at, line in enumerate(lines) if any(_is_at(word, edge) for word in line.words)]
    first, last = beside[0], beside[-1]
    if any(_crosses(line, edge) for line in lines[first : last + 1]):
        return list(lines)
    block = lines[first : last + 1]
    left = [half for line in block if (half := _half(line, edge, left=True)) is not None]
    right = [half for line in block if (half := _half(line, edge, left=False)) is not None]
    return [*lines[:first], *left, *right, *lines[last + 1 :]]


def _edge(lines: Sequence[Line]) -> float | None:
    """The left edge of a column of sentences that begin behind other words, or None."""
    begins = [(run, place) for line in lines for place, run in enumerate(phrases(line.words, GUTTER))]
    behind = [run for run, place in begins if place]
    edges = Counter(round(run[0].x0) for run in behind)
    for edge, count in edges.most_common(3):
        said = [run for run, _ in begins if _is_at(run[0], edge)]
        columns = [line for line in lines if _goes_on(line, edge)]
        if MOST_COLUMNS * len(columns) > count:
            continue
        if count >= LEAST_LINES and sum(map(_is_sentence, said)) >= LEAST_SENTENCES:
            return float(edge)
    return None


def _goes_on(line: Line, edge: float) -> bool:
    """Whether figures or words of their own stand right of what begins at the edge, as in the column of a table."""
    starts = [run[0] for run in phrases(line.words, GUTTER)]
    return any(_is_at(word, edge) for word in starts) and starts[-1].x0 > edge + 1


def _is_sentence(run: Sequence[Word]) -> bool:
    """Whether most words of a longer run begin in lower case, as no name of a security does."""
    spoken = [word for word in run if word.text[:1].isalpha()]
    return len(run) >= LONG and 2 * sum(word.text[0].islower() for word in spoken) > len(spoken)


def _is_at(word: Word, edge: float) -> bool:
    return abs(word.x0 - edge) <= 1


def _crosses(line: Line, edge: float) -> bool:
    return any(word.x0 < edge - 1 and word.x1 > edge - 2 for word in line.words)


def _half(line: Line, edge: float, left: bool) -> Line | None:
    words = tuple(word for word in line.words if (word.x0 < edge - 1) == left)
    marks = tuple(mark for mark in line.marks if (mark.x0 < edge - 1) == left)
    return Line(line.page, words, marks) if words else None
