"""Sheets of a workbook that are named after accounts, `Roth IRA 4417` and `Joint 8812`: the name becomes a first row.

Only where the names tell two numbers at least apart; a year or a day in a name is no number.
"""

import re
from collections.abc import Sequence

from core.ingest.dates import read_date
from core.ingest.facts import registration_of

Rows = list[list[str]]
FULL = re.compile(r"(?<![\w-])(?:\d{2,6}-\d{3,8}|\d{6,12})(?![\w-])")
LAST_FOUR = re.compile(r"(?:^|[\s(])[#.…Xx*]*(?!(?:19|20)\d\d\b)(\d{4})\)?$")


def with_names(sheets: Sequence[tuple[str, Rows]]) -> Rows:
    """All rows of all sheets, those of an account under a row that names it."""
    numbers = [_number(name) for name, _ in sheets]
    apart = len({number[-4:] for number in numbers if number}) > 1
    rows: Rows = []
    for (name, own), number in zip(sheets, numbers, strict=True):
        rows += [[_title(name, number)]] if apart and number else []
        rows += own
    return rows


def _number(name: str) -> str:
    """The account number in the name of a sheet; empty where there is none."""
    full = FULL.search(name)
    if full is not None and read_date(full[0]) is None:
        return full[0]
    last = LAST_FOUR.search(name) if read_date(name) is None else None
    return f"…{last[1]}" if last else ""


def _title(name: str, number: str) -> str:
    said = name.replace(number.lstrip("…"), "").strip(" #.…Xx*()-")
    return f"Account {number}" + (f" - {said}" if registration_of(said) else "")
