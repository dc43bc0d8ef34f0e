"""Rows of orders in table files that were never done: cancelled, expired, turned down, or still open."""

import re
from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.vocabulary import plain_label
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

Rows = Sequence[Sequence[str]]
STATUS = frozenset({"status", "order status", "trade status", "state"})
OF_ORDERS = re.compile(r"\border|\blimit\b|\btime in force\b|\bfilled\b")
NEVER = re.compile(r"(?:cancel|expire|reject|void|fail|decline)", re.I)
WAITS = re.compile(r"(?:open|pending|working|queued|placed|accepted|live|new|unfilled)\b", re.I)


def without_not_done(rows: Rows) -> Rows:
    """The rows, each of transactions that was not done left empty; the others as they stand."""
    done = list(rows)
    place, orders = None, False
    for at, row in enumerate(rows):
        labels = [plain_label(cell) for cell in row] if _may_have_status(row) else []
        if named := [column for column, label in enumerate(labels) if label in STATUS]:
            moves = kind_of_table(settled_roles([clean(cell) for cell in row])) == "activity"
            place = named[0] if moves else None
            orders = any(map(OF_ORDERS.search, labels))
        elif place is not None and len(row) > place:
            told = clean(row[place])
            done[at] = [] if NEVER.match(told) or (orders and WAITS.match(told)) else row
    return done


def _may_have_status(row: Sequence[str]) -> bool:
    """Whether a cell ends in such a word; asked of the row as a whole first."""
    text = "".join(row).lower()
    return ("status" in text or "state" in text) and any(
        cell.strip().lower().endswith(("status", "state")) for cell in row
    )
