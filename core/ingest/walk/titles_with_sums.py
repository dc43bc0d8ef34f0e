"""Titles that print the sum of the section under them, right over its heads: `Bonds   120,400.00`.

The figure stands where it will, under a column of the table above or under none: it is no row of that.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import is_section_heading, section_name
from core.ingest.lines.open_table import Open
from core.ingest.lines.page_heads import header_at
from core.ingest.nouns.events import Cell, Total, Where
from core.ingest.nouns.words import Line, phrases, span, text_of

CLOSE = 3.5
"""How far the heads may stand below the title, in type sizes."""


def take_title_with_sum(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line in a table is the title of the next, which was read with the sum that it prints."""
    title, *figures = phrases(lines[at].words, 1.0)
    if len(figures) != 1 or not _is_over_heads(lines, at) or not is_section_heading(text_of(title)):
        return False
    amount = read_amount(text_of(figures[0]))
    if amount is None or amount.percent:
        return False
    line, name = lines[at], section_name(text_of(title)).replace(" / ", "/")
    where = Where(line.page, None, span(line.words))
    state.end()
    state.section(text_of(title), replace(line, words=tuple(title)))
    state.events.append(
        Total(name, {"value": Cell(text_of(figures[0]), span(figures[0]))}, where, line.text, state.tables)
    )
    return True


def _is_over_heads(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else None
    near = below is not None and 0 <= below.top - lines[at].bottom < CLOSE * lines[at].size
    header = header_at(lines, at + 1) if near else None
    return header is not None and header.kind == "holdings"
