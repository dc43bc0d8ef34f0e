"""Columns of table files that tell how an account holds a row: `Cash`, `Margin`, `Short` under a head of accounts.

A broker prints there the type of the sub-account: rows of several types are of one account, and a short one is owed.
A head that says no more than `Type` or `Account` may stand over the same words.
"""

import itertools
import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
OF_TYPES = re.compile(r"(?:type of )?(?:sub )?(?:account|acct)(?: (?:type|category|class))?(?: code)?")
SPOKEN = re.compile(r"\btype|\baccount\b|\bacct\b|\bmargin\b|\bheld in\b", re.I)
WORDS = ("type", "account", "acct", "margin", "held in")
"""Asked first of every row of a file: without one of these it is no head of such a column."""
SAYS_TYPE = re.compile(r"type|category|class", re.I)
BARE = re.compile(r"account|acct|(?:holding |position )?type|held in|cash margin|margin cash")
"""Heads under which only the plain words count, and these only beside a security."""
TYPE = re.compile(
    r"(?:type )?(?:\d ?[-:]? ?)?(?:cash|margin|short|long|[cms])(?: (?:account|acct|sale|position))?(?: ?\(?\d\)?)?",
    re.I,
)
WORD = re.compile(r"(?:cash|margin|short|long)(?: (?:account|acct|margin|sale|position))?", re.I)
TERM = re.compile(r"long|short", re.I)
SIDE = "Position Type"
"""A head under which `Short` is what is owed, and any other word nothing."""
LEAST_HEADS = 3


def with_types_apart(rows: Rows, comma: bool) -> Rows:
    """The rows with another head on each such column; the others as they stand."""
    heads = {at: places for at, row in enumerate(rows) if (places := _places(row))}
    told = [*rows]
    for at, end in itertools.pairwise([*heads, len(rows)]):
        below = rows[at + 1 : end]
        typed = {place for place in heads[at] if _tells_types(rows[at], below, place, comma)}
        if typed:
            told[at] = [SIDE if place in typed else cell for place, cell in enumerate(rows[at])]
    return told


def _places(row: Sequence[str]) -> list[int]:
    """Where a row of heads has those that may tell types of accounts; none in other rows."""
    text = " ".join(row).lower()
    if len(row) < LEAST_HEADS or not any(word in text for word in WORDS) or SPOKEN.search(text) is None:
        return []
    labels = [plain_label(clean(cell)) for cell in row if cell]
    if not any(OF_TYPES.fullmatch(label) or BARE.fullmatch(label) for label in labels):
        return []
    if len({role for cell in row if (role := role_of(clean(cell))) is not None}) < LEAST_HEADS:
        return []
    found = [place for place, cell in enumerate(row) if SAYS_TYPE.search(cell) and _is(OF_TYPES, cell)]
    return [*(found if len(found) == 1 else []), *(place for place, cell in enumerate(row) if _is(BARE, cell))]


def _is(heads: re.Pattern[str], cell: str) -> bool:
    return heads.fullmatch(plain_label(clean(cell))) is not None


def _tells_types(head: Sequence[str], below: Rows, place: int, comma: bool) -> bool:
    """Whether a column of types of accounts holds nothing else; a bare head of such words stands over securities.

    Beside days of purchase `Long` and `Short` are how long a lot was held.
    """
    held = {text for row in below if (text := _entry(row, place))}
    if not held or not _is(BARE, head[place]):
        return bool(held) and all(map(TYPE.fullmatch, held))
    terms = all(map(TERM.match, held)) and any(role_of(clean(cell)) == "acquired" for cell in head)
    return all(map(WORD.fullmatch, held)) and not terms and _of_securities(head, below, place, comma)


def _of_securities(head: Sequence[str], below: Rows, place: int, comma: bool) -> bool:
    """Whether a row beside such a word is that of a security, with a price that is not one dollar."""
    price = next((at for at, cell in enumerate(head) if role_of(clean(cell)) == "price"), None)
    if price is None:
        return False
    read = (read_amount(clean(row[price]), comma) for row in below if _entry(row, place) and len(row) > price)
    return any(amount is not None and amount.value not in (0, 1) for amount in read)


def _entry(row: Sequence[str], place: int) -> str:
    text = clean(row[place]) if place < len(row) else ""
    return "" if total_name(text) is not None else text
