"""Lines as long as a sentence that are names of securities: over their lots or their symbol, going on overleaf."""

from collections.abc import Sequence

from core.ingest.lexicon.sections import CONTINUED
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.continuation import is_long_name
from core.ingest.lines.furniture import place_key
from core.ingest.lines.open_table import Open
from core.ingest.nouns.words import Line
from core.ingest.rows.rows import PAGE_NUMBER, read_row
from core.ingest.walk.over_pages import is_left

NEAR = 0.9
"""How far below its name the first lot of a security may stand, in type sizes."""
JOINING = frozenset({"and", "of", "the", "for", "in", "to", "with"})


def is_name(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line that reads like prose is a name: its symbol or a lot is right below, or it goes on from before."""
    line = lines[at]
    again = state.goes_on_as(line.text) is not None or bool(is_left(state, line))
    over = _is_over_lot(state, lines, at) or _is_over_figures(state, lines, at)
    return again or is_long_name(lines, at) or over or _is_at_foot(state, lines, at)


def _is_over_lot(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line in the letters of titles stands right over a row of nothing but a day of purchase and figures."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if below is None or state.header is None or state.header.kind != "lots" or line.text.endswith("."):
        return False
    near = below.page == line.page and 0 <= below.top - line.bottom < NEAR * line.size
    row = read_row(below, state.header) if near and _is_titled(line) else None
    return row is not None and row.kind == "lot" and "acquired" in row.cells and "description" not in row.cells


def _is_over_figures(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line in the letters of titles stands right over a row of holdings that has figures and no name."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if below is None or state.header is None or state.header.kind != "holdings" or line.text.endswith("."):
        return False
    near = below.page == line.page and 0 <= below.top - line.bottom < NEAR * line.size
    row = read_row(below, state.header) if near and _is_titled(line) else None
    return row is not None and {"quantity", "value"} <= set(row.cells) and not set(NAMES) & set(row.cells)


def _is_at_foot(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line in capitals is the last of a page in a table of lots, but for what each page repeats below."""
    if state.header is None or state.header.kind != "lots" or not lines[at].text.isupper() or state.record is not None:
        return False
    below = lines[at + 1 :]
    return all(place_key(one) in state.furniture or PAGE_NUMBER.search(one.text) is not None for one in below)


def _is_titled(line: Line) -> bool:
    """Whether every word of a line begins as those of titles do."""
    words = CONTINUED.sub("", line.text).split()
    return all(word in JOINING or not word[:1].islower() for word in words)
