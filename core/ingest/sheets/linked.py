"""Lists of other accounts over the holdings of a table file: those linked for transfers, whose numbers are not its own.

`Linked accounts` over `Checking ...9911` and `Savings ...8822`, up to an empty row or the heads of a table.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.registrations import registration_of, tells_number
from core.ingest.nouns.events import Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.lines import is_head

Rows = Sequence[Sequence[str]]
LINKED = re.compile(
    r"(?:(?:your|my|all) )?(?:linked|external|connected|funding|transfer|associated bank|linked external)"
    r"(?: (?:bank|external|deposit|transfer|checking|savings|banking))* accounts?(?: \(\d+\))?\b\s*:?(?P<rest>.*)",
    re.I,
)
MOST_CELLS, MOST_ROWS, MOST_ABOVE = 4, 20, 60


def without_linked(rows: Rows, comma: bool) -> tuple[Rows, list[Trouble]]:
    """The rows without such lists, and a note for each."""
    done = list(rows)
    told: list[Trouble] = []
    for at, row in enumerate(rows[:MOST_ABOVE]):
        filled = [clean(cell) for cell in row if cell]
        found = LINKED.fullmatch(filled[0]) if 0 < len(filled) <= MOST_CELLS else None
        if found is None or not (len(filled) == 1 or any(map(tells_number, filled[1:])) or _is_list_head(filled)):
            continue
        end = _end(rows, at, comma)
        if end == at + 1 and not tells_number(" ".join([found["rest"], *filled[1:]])):
            continue
        done[at:end] = [[] for _ in range(at, end)]
        told.append(Trouble("the numbers of linked accounts are not read as its own", Where(None, at + 1), "note"))
    return done, told


def _is_list_head(filled: Sequence[str]) -> bool:
    """Whether the heads of the list stand beside its title, `Linked Accounts | Number`."""
    return not any(map(str.isdigit, "".join(filled)))


def _end(rows: Rows, at: int, comma: bool) -> int:
    """Where the list that begins with a row ends: behind its last row of a name and a number."""
    for place in range(at + 1, min(len(rows), at + 1 + MOST_ROWS)):
        filled = [clean(cell) for cell in rows[place] if cell]
        listed = 0 < len(filled) <= MOST_CELLS and tells_number(" ".join(filled)) and not is_head(filled, comma)
        if not listed or _is_title(rows, place, comma):
            return place
    return min(len(rows), at + 1 + MOST_ROWS)


def _is_title(rows: Rows, at: int, comma: bool) -> bool:
    """Whether a row that names a kind of account stands right over the heads of a table: it is whose that table is."""
    below = [clean(cell) for cell in rows[at + 1] if cell] if at + 1 < len(rows) else []
    return registration_of(" ".join(rows[at])) is not None and is_head(below, comma)
