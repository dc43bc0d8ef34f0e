"""Tables copied out of a site: the symbol and the name of a holding stand on lines of their own, above its figures.

A browser parts such a cell into lines, and the cells behind it by tabs. The rows become ordinary ones, with a column
for the symbol and one for the name; the lines that went into a row are left empty, so that rows keep their numbers.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.identifiers import is_identifier
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import NAMES, role_of
from core.ingest.lines.facts import CASH, WEAK_CASH
from core.ingest.sheets.cells import clean
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
LEAST_HEADS, LEAST_ROWS, MOST_NAMES = 4, 2, 2
CUSIP_LENGTH = 9
SHARE = 0.6
HEADS = ["Symbol", "Description"]


@dataclass(frozen=True, slots=True)
class Group:
    """A row of figures, and the lines of one cell right above it."""

    at: int
    cells: list[str]
    alone: list[int]

    @property
    def begins_with_figure(self) -> bool:
        """Whether no cell is left for a name."""
        return bool(self.cells) and is_figure_cell(self.cells[0])

    @property
    def is_sum_or_cash(self) -> bool:
        """Whether the row has a name of its own, and it is that of a sum or of cash: none stands above it."""
        own = self.cells[0] if self.cells and not self.begins_with_figure else ""
        return bool(own) and (total_name(own) is not None or bool(CASH.match(own) or WEAK_CASH.match(own)))


def with_names_beside(rows: Rows, comma: bool) -> list[Sequence[str]]:
    """The rows with the names of such tables in their rows; any other file as it stands."""
    done: list[Sequence[str]] = list(rows)
    if sum(len(row) == 1 and bool(row[0]) for row in rows) < SHARE * sum(len(row) > 1 for row in rows):
        return done
    for at, row in enumerate(rows):
        cells = _trimmed(row)
        filled = [cell for cell in cells if cell]
        if len(filled) < LEAST_HEADS or role_of(cells[0]) not in NAMES or not is_head(filled, comma):
            continue
        groups = _groups(rows, at + 1, comma)
        if count := _lines_above(rows, groups, len(cells)):
            done[at] = [*HEADS, *cells[1:]]
            for group in groups:
                _join(done, rows, group, count, len(cells))
    return done


def names_stand_above(rows: Rows) -> bool:
    """Whether text with tabs holds such a table."""
    return with_names_beside(rows, False) != list(rows)


def is_figure_cell(text: str) -> bool:
    """Whether a cell is a figure or a dash for none; nine digits without a sign are a CUSIP."""
    return (read_amount(text) is not None or is_blank(text)) and not (len(text) == CUSIP_LENGTH and text.isdigit())


def _groups(rows: Rows, first: int, comma: bool) -> list[Group]:
    """The rows of several cells from one row on, up to the next head."""
    found: list[Group] = []
    alone: list[int] = []
    for at in range(first, len(rows)):
        cells = [clean(cell) for cell in rows[at]]
        filled = [cell for cell in cells if cell]
        if len(filled) >= LEAST_HEADS and is_head(filled, comma):
            break
        if len(cells) == 1 and filled:
            alone.append(at)
        elif filled:
            found.append(Group(at, cells, alone))
            alone = []
    return found


def _lines_above(rows: Rows, groups: Sequence[Group], width: int) -> int:
    """How many lines above each row name its holding; 0 where none do.

    Rows that lack the first cell have all of the name above; others have the symbol there.
    """
    held = [group for group in groups if not group.is_sum_or_cash]
    named = [group for group in held if group.alone]
    least = max(LEAST_ROWS, SHARE * len(held))
    bare = [group for group in named if group.begins_with_figure and len(group.cells) == width - 1]
    if len(bare) >= least:
        ((lines, _),) = Counter(len(group.alone) for group in bare).most_common(1)
        return min(lines, MOST_NAMES)
    above = [group for group in named if group.cells[0] and _names(rows, group, 1, True)]
    whole = [group for group in above if not group.begins_with_figure and len(group.cells) == width]
    return 1 if len(whole) >= least else 0


def _join(done: list[Sequence[str]], rows: Rows, group: Group, count: int, width: int) -> None:
    """One row with its names; figures without the blank cells before them end where the row ends."""
    own = [] if group.begins_with_figure else [cell for cell in group.cells[:1] if cell]
    rest = group.cells if group.begins_with_figure else group.cells[1:]
    above = [] if group.is_sum_or_cash else _names(rows, group, count, bool(own))
    names = [*(clean(rows[at][0]) for at in above), *own]
    if not names:
        return
    symbol = next(filter(_is_named, names), "")
    plain = " ".join(name for name in names if name != symbol)
    done[group.at] = [symbol.strip("()"), plain, *[""] * (width - 1 - len(rest)), *rest]
    for at in above:
        done[at] = []


def _names(rows: Rows, group: Group, count: int, named: bool) -> list[int]:
    """The lines above a row that are of its name; where the row has one itself, its symbol and what follows on it.

    Where the row itself has the symbol, the line above is its name, if it is no heading.
    """
    if not named:
        lines = count if group.begins_with_figure else MOST_NAMES
        return group.alone[-lines:]
    texts = {at: clean(rows[at][0]) for at in group.alone[-MOST_NAMES:]}
    if _is_named(group.cells[0]):
        return [at for at in group.alone[-1:] if not is_section_heading(texts[at]) and not _is_named(texts[at])]
    first = next((at for at in reversed(texts) if _is_named(texts[at])), None)
    return [at for at in texts if first is not None and at >= first]


def _is_named(text: str) -> bool:
    """Whether a line tells which security it is, by its symbol or number, in brackets or not."""
    return is_identifier(text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text)


def _trimmed(row: Sequence[str]) -> list[str]:
    """The cells of a row without the empty ones at its end."""
    cells = [clean(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells
