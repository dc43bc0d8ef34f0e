"""Text whose columns stand at the same places in every row, as programs print them in letters of one width: cells.

The places that are blank in the heads and in all rows below them part the columns. Of a sum that is wider than its
column the end tells where it stands. A line with two parts in one column is no row; it falls apart at its wide gaps.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.sheets.barred import RULER
from core.ingest.sheets.lines import is_head

GAP = re.compile(r"\s{2,}")
PART = re.compile(r"\S+(?: \S+)*")
LEAST_HEADS, LEAST_CELLS, LEAST_ROWS = 4, 3, 2
MOST_LINES = 20_000
Span = tuple[int, int]


def gridded_rows(text: str) -> list[list[str]] | None:
    """The lines as rows of cells; None where no table of such columns is in them."""
    lines = [line.rstrip() for line in text.expandtabs(8).replace("\f", "\n").splitlines()]
    if len(lines) > MOST_LINES:
        return None
    heads = [at for at, line in enumerate(lines) if _is_head(line)]
    if not heads:
        return None
    rows = [_loose(line) for line in lines[: heads[0]]]
    for at, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        spans = _spans(lines[at:end])
        if spans is None:
            return None
        rows += [_cells(line, spans) for line in lines[at:end]]
    return rows


def _loose(line: str) -> list[str]:
    """A line outside of tables: what wide gaps part; a line of strokes holds nothing."""
    return [] if RULER.fullmatch(line.strip()) else [part for part in GAP.split(line.strip()) if part]


def _is_head(line: str) -> bool:
    parts = _loose(line)
    return len(parts) >= LEAST_HEADS and is_head(parts, comma=False)


def _is_row(line: str) -> bool:
    """Whether a line is a row of the table: several parts, a figure among them."""
    parts = _loose(line)
    return len(parts) >= LEAST_CELLS and any(read_amount(part) is not None for part in parts[1:])


def _spans(lines: Sequence[str]) -> list[Span] | None:
    """Where the columns of a table begin and end, by its heads and its rows; None where the rows do not keep them."""
    head, rows = lines[0], [line for line in lines[1:] if _is_row(line)]
    if len(rows) < LEAST_ROWS:
        return None
    width = max(map(len, (head, *rows)))
    filled = [False] * width
    for line in (head, *rows):
        for place, sign in enumerate(line):
            filled[place] = filled[place] or sign != " "
    spans: list[Span] = []
    for found in re.finditer(r"1+(?:01+)*", "".join("1" if one else "0" for one in filled)):
        named = head[found.start() : found.end()].strip()
        if GAP.search(named):
            return None
        if not named and spans:
            spans[-1] = (spans[-1][0], found.end())
        else:
            spans.append(found.span())
    return spans if len(spans) >= LEAST_HEADS else None


def _cells(line: str, spans: Sequence[Span]) -> list[str]:
    """The cells of a line in the columns of the table above; its parts where a word stands across two."""
    if len(_loose(line)) < LEAST_CELLS - 1:
        at = len(line) - len(line.lstrip())
        inside = next((place for place, span in enumerate(spans) if span[0] <= at < span[1]), 0)
        return ["" for _ in range(inside)] + _loose(line) if read_amount(line) is not None else _loose(line)
    cells = [""] * len(spans)
    for part in PART.finditer(line):
        place = _place(part, spans)
        if place is None or cells[place]:
            return _loose(line)
        cells[place] = part[0]
    return cells


def _place(part: re.Match[str], spans: Sequence[Span]) -> int | None:
    """The column that a part of a line stands in: that where it ends if it is a figure, else that where it begins.

    None where it stands in none.
    """
    figure = read_amount(part[0]) is not None
    over = [place for place, (start, end) in enumerate(spans) if part.start() < end and start < part.end()]
    return (over[-1] if figure else over[0]) if over else None
