"""Columns of first and of last names in table files: the two together say whose a row is."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import plain_label
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
OF_WHOM = r"(?:(?:participant|employee|member|client|owner|account owner|investor|customer) )?"
FIRST = re.compile(rf"{OF_WHOM}(?:first|given)(?: name)?|fname")
LAST = re.compile(rf"{OF_WHOM}(?:last name|last|surname|family name)|lname")
JOINED = "Owner Name"
MOST_HEAD_ROWS = 40


def with_names_joined(rows: Rows) -> Rows:
    """The rows with the whole name in the column of last names, and no head on that of first names."""
    for at, row in enumerate(rows[:MOST_HEAD_ROWS]):
        labels = [plain_label(clean(cell)) for cell in row]
        first = [place for place, label in enumerate(labels) if FIRST.fullmatch(label)]
        last = [place for place, label in enumerate(labels) if LAST.fullmatch(label)]
        if len(first) == len(last) == 1:
            head = _with(row, first[0], last[0], JOINED)
            return [*rows[:at], head, *(_joined(one, first[0], last[0]) for one in rows[at + 1 :])]
    return rows


def _joined(row: Sequence[str], first: int, last: int) -> Sequence[str]:
    names = [clean(row[place]) for place in (first, last) if place < len(row)]
    return _with(row, first, last, " ".join(names)) if len(names) == 2 and all(names) else row


def _with(row: Sequence[str], first: int, last: int, text: str) -> list[str]:
    return ["" if place == first else text if place == last else cell for place, cell in enumerate(row)]
