"""Labels in one row over what they say in the next, above the first table of a table file.

`Plan Number,Participant,Balance Date` over `150334,Odile Farrow,09/30/2026` becomes a row of `Plan Number: 150334`.
"""

from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
LEAST, MOST = 2, 8
MOST_ROWS = 20
LONGEST = 4
"""Words of a label."""


def with_labels_beside(rows: Rows, comma: bool) -> list[Sequence[str]]:
    """The rows with such labels before what they say."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_ROWS]):
        cells = [clean(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        if len(filled) > LEAST and is_head(filled, comma) and not (_is_alone(rows, at) and _is_of_no_table(cells)):
            break
        below = [clean(cell) for cell in rows[at + 1]] if at + 1 < len(rows) else []
        if _are_labels(cells) and _is_alone(rows, at) and _says(cells, below):
            done[at] = []
            done[at + 1] = [
                f"{label.rstrip(': ')}: {value}" for label, value in zip(cells, below, strict=False) if value
            ]
    return done


def _is_of_no_table(labels: Sequence[str]) -> bool:
    """Whether labels are not the heads of a table that is read, which may have a single row."""
    return kind_of_table(settled_roles(labels)) in (None, "other")


def _are_labels(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return LEAST < len(filled) <= MOST and all(
        len(cell.split()) <= LONGEST and not any(map(str.isdigit, cell)) and not is_blank(cell) for cell in filled
    )


def _is_alone(rows: Rows, at: int) -> bool:
    """Whether a single row stands under this one, and then a blank one."""
    return at + 2 < len(rows) and any(map(clean, rows[at + 1])) and not any(map(clean, rows[at + 2]))


def _says(labels: Sequence[str], values: Sequence[str]) -> bool:
    """Whether a row says something under labels alone: a day or a number with no cents among it, and no amounts."""
    filled = [value for value in values if value]
    placed = all(place < len(labels) and labels[place] for place, value in enumerate(values) if value)
    told = any(is_date(value) or any(map(str.isdigit, value)) for value in filled)
    return placed and told and len(filled) >= LEAST and not any(_is_money(value) for value in filled)


def _is_money(value: str) -> bool:
    return ("." in value or "$" in value) and read_amount(value) is not None and not is_date(value)
