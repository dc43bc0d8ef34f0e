"""Table files with several columns of one meaning: the heads of those that another is better than say nothing."""

from collections.abc import Sequence

from core.ingest.heads.alike import MOST_ROWS, best_of_alike
from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
LEFT_OUT = "notes"
"""A head whose column is not read."""
LEAST, MOST_HEADS = 4, 40


def with_one_of_alike(rows: Rows, comma: bool) -> Rows:
    """The rows, each head of holdings without those of columns that another of the same meaning is better than."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_HEADS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) >= LEAST else []
        if kind_of_table(roles) != "holdings":
            continue
        below = [[read_amount(clean(cell), comma) for cell in one] for one in rows[at + 1 : at + 1 + MOST_ROWS]]
        figures = [{place: one.value for place, one in enumerate(line) if one is not None} for line in below]
        kept = best_of_alike(roles, labels, figures)
        done[at] = [
            LEFT_OUT if place < len(roles) and kept.get(roles[place] or "", place) != place else cell
            for place, cell in enumerate(row)
        ]
    return done
