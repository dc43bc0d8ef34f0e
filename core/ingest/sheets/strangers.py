"""Columns that nothing is known of and that may yet tell accounts apart: `Wallet`, `Goal`, `Household`.

Where a file names no account, and such a column before the names has an entry for each run of rows, under several of
which the same security stands, the rows may be of several accounts: they are not proven as one.
"""

import itertools
from collections import Counter
from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Trouble, Where
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

MOST_HEAD_ROWS = 40
TOLD = frozenset({"account", "account_name", "owner", "holder", "registration", "institution"})


def parted_by_strangers(rows: Sequence[Sequence[str]]) -> list[Trouble]:
    """A warning where the first table of a file has such a column."""
    for at, row in enumerate(rows[:MOST_HEAD_ROWS]):
        labels = [clean(cell) for cell in row]
        roles = settled_roles(labels) if sum(map(bool, labels)) > 2 else []
        if kind_of_table(roles) == "holdings":
            return [] if TOLD & set(roles) else _in_table(labels, roles, rows[at + 1 :], at)
    return []


def _in_table(
    labels: Sequence[str], roles: Sequence[str | None], rows: Sequence[Sequence[str]], at: int
) -> list[Trouble]:
    name = next((place for place, role in enumerate(roles) if role in NAMES), 0)
    for place in (place for place in range(name) if labels[place] and roles[place] is None):
        held = [(clean(row[place]), clean(row[name])) for row in rows if len(row) > name and row[name] and row[place]]
        runs = [(entry, [one for _, one in run]) for entry, run in itertools.groupby(held, key=lambda pair: pair[0])]
        whole = len({entry for entry, _ in runs}) == len(runs) and all(len({*run}) == len(run) for _, run in runs)
        times = Counter(one for _, one in held)
        again = next((one for one in times if times[one] > 1), None) if whole and len(runs) > 1 else None
        if again is not None:
            told = f"the column {labels[place]} may tell accounts apart: {again} stands under several of its entries"
            return [Trouble(told, Where(None, at + 1), unread=True)]
    return []
