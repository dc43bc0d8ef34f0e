"""Outlines whose names have lost their blanks, as a program that exports to text leaves them: set in again by sums.

A row with the number of an account, with a value and without units is the account of the rows below it that add up to
that value; rows with a day of purchase are lots, and parts of what stands above them.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.sheets.cells import clean

Rows = Sequence[Sequence[str]]
BLANKS = "    "
HEADS = frozenset({"description", "account", "quantity", "value"})
OF_CASH = re.compile(r"\bcash\b|\bsweep|\bmoney\b|\bdollars?\b|\bpending\b", re.I)
MOST_FAILED = 40
"""After so many rows that are worth no run of rows below them the others are not looked at."""
OF_SECURITY = ("quantity", "price", "symbol", "cusip", "isin", "acquired", "commitment")


def set_in(rows: Rows) -> Rows:
    """The rows with blanks before the names below accounts; as they stand where no account is worth its rows."""
    at = next((place for place, row in enumerate(rows) if set(map(role_of, filter(None, row))) >= HEADS), None)
    if at is None or role_of(clean(rows[at][0])) != "description" or any(row and row[0][:1].isspace() for row in rows):
        return rows
    roles = [role_of(clean(cell)) for cell in rows[at]]
    depths = _depths(rows, at + 1, roles)
    return [_deeper(row, depths.get(place, 0)) for place, row in enumerate(rows)] if depths else rows


def _depths(rows: Rows, first: int, roles: Sequence[str | None]) -> dict[int, int]:
    """How deep each row lies that is an account, or in one, by its place."""
    depths: dict[int, int] = {}
    bought, failed = _reader(roles, "acquired"), 0
    for place in range(first, len(rows)):
        if place in depths or failed > MOST_FAILED or not _is_account(rows[place], roles):
            continue
        last = _last_of(rows, place, roles)
        if last is None:
            failed += 1
            continue
        depths |= {below: 3 if bought(rows[below]) else 2 for below in range(place + 1, last + 1)}
        depths[place] = 1
    return depths


def _is_account(row: Sequence[str], roles: Sequence[str | None]) -> bool:
    told = {role for role, cell in zip(roles, row, strict=False) if role and clean(cell)}
    of_account = {"description", "account", "value"} <= told and told.isdisjoint(OF_SECURITY)
    return of_account and OF_CASH.search(row[0]) is None


def _last_of(rows: Rows, place: int, roles: Sequence[str | None]) -> int | None:
    """The place of the last row that a row is the sum of, lots left out; None where no run of rows makes it up."""
    value, bought = _reader(roles, "value"), _reader(roles, "acquired")
    whole, held, last = read_amount(value(rows[place])), Decimal(0), None
    for below in range(place + 1, len(rows)):
        amount = read_amount(value(rows[below]))
        if amount is None or (last is not None and not bought(rows[below])):
            break
        held += Decimal(0) if bought(rows[below]) else amount.value
        if whole is not None and held == whole.value:
            last = below
    return last


def _reader(roles: Sequence[str | None], role: str) -> Callable[[Sequence[str]], str]:
    at = roles.index(role) if role in roles else None
    return lambda row: clean(row[at]) if at is not None and at < len(row) else ""


def _deeper(row: Sequence[str], depth: int) -> Sequence[str]:
    return [BLANKS * depth + row[0], *row[1:]] if depth else row
