"""Families of funds that are printed between rows: `Quill Funds` over `Quill Value Fund` is no end of the name above.

The name below begins with a word of the line, the one above does not, and no other line of the page says the same.
"""

import re
from collections.abc import Sequence

from core.ingest.lines.open_table import Open
from core.ingest.nouns.words import Line, phrases
from core.ingest.rows.rows import read_row

MOST_WORDS = 5
LEAST_NAME = 2
SHORTEST = 4
"""So many letters has a word that may be the name of a family; shorter ones begin names of many."""
GENERAL = frozenset({"fund", "funds", "class", "index", "income", "growth", "bond", "trust", "global", "series"})


def is_family(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether such a line stands here, right over a row with a whole name of its own."""
    if state.header is None or state.header.kind != "holdings" or at + 1 >= len(lines):
        return False
    line, below = lines[at], lines[at + 1]
    if line.bold or len(line.words) > MOST_WORDS or len(phrases(line.words)) > 1 or any(map(str.isdigit, line.text)):
        return False
    row = read_row(below, state.header)
    name = _words(row.cells["description"].text) if "description" in row.cells else []
    if row.kind != "record" or "value" not in row.cells or len(name) < LEAST_NAME or not _may_name(name[0]):
        return False
    again = sum(one.text == line.text for one in lines) > 1
    return name[0] in _words(line.text) and not again and _above(state)[:1] != name[:1]


def _above(state: Open) -> list[str]:
    """The words of the name of the row above; none where none is open."""
    cells = state.record.cells if state.record is not None else {}
    return _words(cells["description"].text) if "description" in cells else []


def _may_name(word: str) -> bool:
    return len(word) >= SHORTEST and word not in GENERAL


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z&'’-]+", text.lower())
