"""Tables of nothing but accounts and their cash, as a sheet of a workbook: each line is cash of the account named."""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.registrations import tells_number
from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
CASH = ("cash", "cash balance", "cash value", "cash amount", "available cash", "cash available", "total cash")
HEADS = ("Account Number", "Description", "Value")
MOST_CELLS = 3
"""So many are looked at: a line of such a table has two."""


def with_cash_of_accounts(rows: Rows, comma: bool) -> Rows:
    """The rows, those of such a table with `Cash` between the number and the amount; the others as they stand."""
    done = list(rows)
    inside = False
    for at, row in enumerate(rows):
        filled = list(itertools.islice(filter(None, map(clean, row)), MOST_CELLS))
        if len(filled) == 2 and role_of(filled[0]) == "account" and plain_label(filled[1]) in CASH:
            inside, done[at] = True, list(HEADS)
        elif inside and len(filled) == 2 and tells_number(filled[0]) and read_amount(filled[1], comma) is not None:
            done[at] = [filled[0], "Cash", filled[1]]
        else:
            inside = False
    return done
