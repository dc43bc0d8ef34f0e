"""Names broken over lines whose figures stand on the last one: which lines over a row are the beginning of its name.

A line goes on below where its next word had no room in the column of names, as wide as the longest line in it; where
nothing but an identifier stands below; and where most rows of the table have a line over them that is nearer to them
than to what stands above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.identifiers import CLASS, PAREN, is_bare_ticker
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import NUMBERS
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, phrases, text_of

FEW = 3
MOST = 0.6
ALIGNED = 3.0
LEADING = 0.6
BLANK = 0.25
NEARER = 0.5
ONLY_IDENTIFIER = re.compile(
    r"(?:(?:[a-z]+ )?(?:cusip|isin|sedol|symbol|ticker|id|identifier)(?: no\.?| number)?\s*[:#]?\s*)?"
    rf"\(?(?:(?=\S*\d)[0-9A-Z]{{9}}(?:[0-9A-Z]{{3}})?|(?<=[:#] )[A-Z]{{1,5}}(?-i:{CLASS})?)\)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Names:
    """The column of names of a table: where its longest line ends (0: too few to tell), whether names stand above."""

    edge: float = 0.0
    above: bool = False


def names_of(lines: Sequence[Line], header: Header) -> Names:
    """How the names of the rows under a head are set, by all the lines that follow on its page."""
    name = next((column for column in header.columns if column.role == "description"), None)
    right = min((column.x0 for column in header.columns if column.role in NUMBERS), default=0.0)
    if name is None or name.x0 >= right:
        return Names()
    runs = [phrases(line.words, 1.0)[0] for line in lines]
    ends = [run[-1].x1 for run in runs if abs(run[0].x0 - name.x0) < ALIGNED and run[-1].x1 < right]
    return Names(max(ends) if len(ends) >= FEW else 0.0, _stand_above(lines, name.x0, right))


def beginnings(waiting: Sequence[Line], row: Line, names: Names) -> int:
    """How many of the lines that wait right over a row are the beginning of its name."""
    count, below = 0, row
    while count < len(waiting) and _goes_on(waiting[-1 - count], below, names):
        below = waiting[-1 - count]
        count += 1
    return count


def _stand_above(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether most rows have a line of text over them that is nearer to them than to what stands above it.

    So have rows that bear an identifier for a name, however far that stands. Where a row comes first under the head,
    text stands under the rows; a balance of cash has no text either way.
    """
    first_line = next((line for line in lines if not is_section_heading(line.text) and not _is_cash(line)), None)
    if first_line is None or first_line.words[-1].x1 > right:
        return False
    rows = leaning = 0
    for place in range(1, len(lines)):
        line, above = lines[place], lines[place - 1]
        if line.words[-1].x1 <= right or read_amount(line.words[-1].text) is None:
            continue
        rows += 1
        if place > 1 and above.words[-1].x1 < right and abs(above.words[0].x0 - left) < ALIGNED:
            first = _first_of_name(lines, place - 1, right)
            nearer = first > 0 and lines[first].top - lines[first - 1].bottom > line.top - above.bottom + NEARER
            leaning += nearer or is_label_of_one(text_of(phrases(line.words, 1.0)[0]))
    return leaning >= FEW and leaning > MOST * rows


def _is_cash(line: Line) -> bool:
    """Whether a line begins with the name of a balance of cash."""
    return CASH_ALONE.fullmatch(text_of(phrases(line.words, 1.0)[0])) is not None


def _first_of_name(lines: Sequence[Line], last: int, right: float) -> int:
    """The first of the lines of text that stand as near to one another as the last does to the row under it."""
    first, gap = last, lines[last + 1].top - lines[last].bottom
    while first > 0 and lines[first - 1].words[-1].x1 < right:
        if lines[first].top - lines[first - 1].bottom > gap + NEARER:
            break
        first -= 1
    return first


def _goes_on(line: Line, below: Line, names: Names) -> bool:
    first = below.words[0]
    aligned = line.page == below.page and abs(line.words[0].x0 - first.x0) < ALIGNED and line.bold == first.bold
    near = 0 <= below.top - line.bottom < LEADING * line.size
    no_room = names.edge and line.words[-1].x1 + BLANK * line.size + (first.x1 - first.x0) > names.edge + 1
    goes_on = no_room or names.above or _only_identifies(below)
    return aligned and near and bool(goes_on) and not is_section_heading(line.text)


def is_label_of_one(text: str) -> bool:
    """Whether a text is nothing but an identifier behind its label, which stands for no name: `CUSIP: 495467B92`."""
    return not is_bare_ticker(text) and " " in text and ONLY_IDENTIFIER.fullmatch(text) is not None


def _only_identifies(line: Line) -> bool:
    """Whether all that a line says of a name is a symbol or an identifier: `QZAB`, `(QZAB)`, `CUSIP: 495467B92`."""
    text = " ".join(word.text for word in phrases(line.words, 1.0)[0])
    return is_bare_ticker(text) or PAREN.match(text) is not None or ONLY_IDENTIFIER.fullmatch(text) is not None
