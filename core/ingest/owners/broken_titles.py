"""The title of an account broken over two lines of its cell, its figures level with the middle: one line again.

`Ines & Odile Calloway, Joint Tenants (xxxx-` over `100.0%  $1,234.00` over `4471)`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import titled_number
from core.ingest.nouns.words import Line, phrases

ALIGNED = 2.0
HIDDEN = re.compile(r"[Xx*•]{2,}-$")
"""The marks of a hidden number, at the end of a line that breaks behind them."""


def whole_titles(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages, with the three of each such title made one."""
    return [_made_whole(lines) for lines in pages]


def _made_whole(lines: Sequence[Line]) -> list[Line]:
    done: list[Line] = []
    at = 0
    while at < len(lines):
        whole = _joined(*lines[at : at + 3]) if at + 3 <= len(lines) else None
        done.append(lines[at] if whole is None else whole)
        at += 1 if whole is None else 3
    return done


def _joined(upper: Line, figures: Line, lower: Line) -> Line | None:
    """The three lines as one, at the height of the figures; None where they are no such title."""
    if not _is_cell(upper, figures, lower) or titled_number(upper.text) or titled_number(lower.text):
        return None
    glue = "" if HIDDEN.search(upper.text) else " "
    if titled_number(f"{upper.text}{glue}{lower.text}") is None:
        return None
    last = replace(upper.words[-1], text=f"{upper.words[-1].text}{glue}{lower.text}")
    top, bottom = figures.top, figures.bottom
    title = [replace(word, top=top, bottom=bottom) for word in (*upper.words[:-1], last)]
    return replace(figures, words=(*title, *figures.words), marks=(*upper.marks, *figures.marks, *lower.marks))


def _is_cell(upper: Line, figures: Line, lower: Line) -> bool:
    """Whether two lines of text stand at one left edge, and figures right of both between them, over both heights."""
    level = upper.top < figures.top < upper.bottom and lower.top < figures.bottom < lower.bottom
    text = all(len(phrases(line.words, 1.0)) == 1 for line in (upper, lower))
    right = max(upper.words[-1].x1, lower.words[-1].x1) < figures.words[0].x0
    amounts = all(read_amount(word.text.rstrip("%")) is not None for word in figures.words)
    return level and text and right and amounts and abs(upper.words[0].x0 - lower.words[0].x0) < ALIGNED
