"""Table files with a column `Account` of names beside one of numbers that bears another word, `Contract Number`.

The number tells the accounts apart, and the names what kind each is.
"""

from collections.abc import Sequence

from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
BARE = ("account", "acct")
NAMED = "Account Name"
MOST_HEADS = 40
LEAST = 3


def with_named_accounts(rows: Rows) -> Rows:
    """The rows with `Account Name` over a bare `Account` that holds no number, where another column holds one."""
    done = list(rows)
    for at, row in enumerate(rows[:MOST_HEADS]):
        labels = [clean(cell) for cell in row] if len(row) >= LEAST else []
        bare = [place for place, label in enumerate(labels) if plain_label(label) in BARE]
        others = [place for place, label in enumerate(labels) if place not in bare and role_of(label) == "account"]
        if len(bare) != 1 or not others:
            continue
        below = rows[at + 1 :]
        if not _tell(below, bare[0]) and any(_tell(below, place) for place in others):
            done[at] = [NAMED if place == bare[0] else cell for place, cell in enumerate(row)]
    return done


def _tell(rows: Rows, place: int) -> bool:
    """Whether a column holds the number of an account."""
    cells = (clean(row[place]) for row in rows if place < len(row) and row[place] and sum(map(bool, row)) >= LEAST)
    return any(tells_number(text) and total_name(text) is None for text in cells)
