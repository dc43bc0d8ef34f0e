"""Table files with a column `Account` of names beside one of numbers, under `Acct` or `Contract Number`.

The number tells the accounts apart, and the names what kind each is.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
BARE = ("account", "acct")
NAMED = "Account Name"
MOST_HEADS = 40
LEAST, TWO = 3, 2


def with_named_accounts(rows: Rows) -> Rows:
    """The rows with `Account Name` over a bare `Account` that holds no number, where another column holds one."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_HEADS]):
        labels = [clean(cell) for cell in row] if len(row) >= LEAST else []
        places = [place for place, label in enumerate(labels) if role_of(label) == "account"]
        bare = {place for place in places if plain_label(labels[place]) in BARE}
        if not bare or len(places) < TWO:
            continue
        below = [*itertools.takewhile(lambda row: not _is_head(row), rows[at + 1 :])]
        named = {place for place in bare if not _tell(below, place)}
        if len(named) == 1 and any(_tell(below, place) for place in places if place not in named):
            done[at] = [NAMED if place in named else cell for place, cell in enumerate(row)]
    return done


def _is_head(row: Sequence[str]) -> bool:
    return is_head([clean(cell) for cell in row if cell], comma=False)


def _tell(rows: Rows, place: int) -> bool:
    """Whether a column holds the number of an account."""
    cells = (clean(row[place]) for row in rows if place < len(row) and row[place] and sum(map(bool, row)) >= LEAST)
    return any(tells_number(text) and total_name(text) is None for text in cells)
