"""Text in columns beside the names of private funds, in what entity or by what strategy each is held, is cut off.

It runs over lines of its own, which would be taken for parts of the names. In whose account a fund is held is kept
with the line of its figures: `Alder Holdings, LLC (9612)`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.ingest.heads.columns import find_header
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NUMBERS, plain_label
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, text_of

HELD = re.compile(
    r"(?:held|owned) (?:in|by|through|for)|(?:(?:legal|owning|investing|holding) )?(?:entity|owner|investor|account)"
    r"(?: name)?|holder|vehicle|investing party"
)
OF_FUND = re.compile(
    r"(?:(?:investment|fund) )?(?:strategy|type|style|class|sector|structure|geography|region)|asset class|"
    r"(?:general partner|sponsor|manager)"
)
EDGE = 2.5
"""How far from the left edge of its head the text of a column may begin, in points."""
BLANK = 0.75
"""The widest blank within such a text, in type sizes."""
FIGURES = 2
"""So many amounts at least stand on the line of a row."""


def without_holders(lines: Sequence[Line], header: Header) -> tuple[list[Line], dict[Line, str]]:
    """The lines under the head of a table of commitments without such text, and who holds each row by its line."""
    columns = [column for column in header.columns if _is_beside(column, header)]
    if not columns or not header.has("commitment"):
        return list(lines), {}
    end = next((at for at in range(len(lines)) if _ends(lines, at)), len(lines))
    kept: list[Line] = []
    told: list[tuple[float, str]] = []
    for line in lines[:end]:
        cut = {column: list(_in_column(line, column)) for column in columns}
        gone = {id(word) for words in cut.values() for word in words}
        rest = tuple(word for word in line.words if id(word) not in gone)
        told += [
            (line.bottom, text_of(words)) for column, words in cut.items() if words and HELD.fullmatch(_plain(column))
        ]
        kept += [replace(line, words=rest)] if rest else []
    return [*kept, *lines[end:]], _by_row([line for line in kept if _has_figures(line)], told)


def _plain(column: Column) -> str:
    return plain_label(column.label)


def _is_beside(column: Column, header: Header) -> bool:
    """Whether a column holds text between the names and the first figures."""
    name = next((one for one in header.columns if one.role == "description"), None)
    first = min((one.x0 for one in header.columns if one.role in NUMBERS), default=0.0)
    between = name is not None and name.x0 < column.x0 < first
    return between and (HELD.fullmatch(_plain(column)) or OF_FUND.fullmatch(_plain(column))) is not None


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether the table ends here: with its sum, or where another head opens."""
    return total_name(lines[at].text) is not None or find_header(lines, at) is not None


def _in_column(line: Line, column: Column) -> Iterator[Word]:
    """The words of a line from the left edge of a column on, up to the next wide blank; no bare figure."""
    first = next((at for at, word in enumerate(line.words) if abs(word.x0 - column.x0) < EDGE), None)
    if first is None or (line.words[first].text[0] != "(" and read_amount(line.words[first].text) is not None):
        return
    last: Word | None = None
    for word in line.words[first:]:
        if last is not None and word.x0 - last.x1 > BLANK * word.size:
            return
        yield word
        last = word


def _has_figures(line: Line) -> bool:
    return sum(read_amount(word.text) is not None for word in line.words) >= FIGURES


def _by_row(rows: Sequence[Line], told: Sequence[tuple[float, str]]) -> dict[Line, str]:
    """Each text at the nearest row, one behind the other."""
    found: dict[Line, str] = {}
    for bottom, text in told:
        nearest = min(rows, key=lambda line: abs(line.bottom - bottom), default=None)
        if nearest is not None:
            found[nearest] = f"{found.get(nearest, '')} {text}".strip()
    return found
