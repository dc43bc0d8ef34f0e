"""Columns of table files that tell how an account holds a row, `Cash`, `Margin`, `Short`, under a head of accounts.

A broker prints there the type of the sub-account: rows of several types are of one account, and a short one is owed.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
OF_TYPES = re.compile(r"(?:type of )?(?:sub )?(?:account|acct)(?: (?:type|category|class))?(?: code)?")
SAYS_TYPE = re.compile(r"type|category|class", re.I)
TYPE = re.compile(
    r"(?:type )?(?:\d ?[-:]? ?)?(?:cash|margin|short|long|[cms])(?: (?:account|acct|sale|position))?(?: ?\(?\d\)?)?",
    re.I,
)
SIDE = "Position Type"
"""A head under which `Short` is what is owed, and any other word nothing."""
LEAST_HEADS = 3


def with_types_apart(rows: Rows) -> Rows:
    """The rows with another head on each such column; the others as they stand."""
    heads = {at: place for at, row in enumerate(rows) if (place := _place(row)) is not None}
    told = [*rows]
    for at, end in itertools.pairwise([*heads, len(rows)]):
        held = {text for row in rows[at + 1 : end] if (text := _entry(row, heads[at]))}
        if held and all(map(TYPE.fullmatch, held)):
            told[at] = [SIDE if place == heads[at] else cell for place, cell in enumerate(rows[at])]
    return told


def _place(row: Sequence[str]) -> int | None:
    """Where a row of heads has the one that tells types of accounts; None in other rows."""
    spoken = [at for at, cell in enumerate(row) if SAYS_TYPE.search(cell)]
    found = [at for at in spoken if OF_TYPES.fullmatch(plain_label(clean(row[at])))]
    if len(found) != 1:
        return None
    known = {role for cell in row if (role := role_of(clean(cell))) is not None}
    return found[0] if len(known) >= LEAST_HEADS else None


def _entry(row: Sequence[str], place: int) -> str:
    text = clean(row[place]) if place < len(row) else ""
    return "" if total_name(text) is not None else text
