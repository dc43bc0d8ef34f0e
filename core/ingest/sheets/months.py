"""Sheets of a workbook that hold one account on several days: only the newest counts, and that is said.

A sheet is dated by a line above its table, else by its name: `Jun 2026`, `Q2 2026`, `2025`. Two sheets are of one
account where they hold the same securities, and name the same number or bear the same name but for the day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import MONTHS, WORD_MONTH, is_date, lone_date, read_as_of, read_date
from core.ingest.lexicon.registrations import account_number
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.sheets.heads import settled_roles

Sheets = Sequence[tuple[str, list[list[str]]]]
IN_NAME = re.compile(
    rf"(?<![A-Za-z])(?P<w>{WORD_MONTH})(?![A-Za-z])[\s_.,'-]*(?P<y>20\d\d|\d\d)?(?!\d)|"
    r"\bq(?P<q>[1-4])[\s_'-]*(?P<z>20\d\d|\d\d)?(?!\d)|(?<!\d)(?P<n>20\d\d)(?:[-_. ](?P<m>0[1-9]|1[0-2]))?(?!\d)",
    re.I,
)
NO_YEAR = 1
MOST_ABOVE = 15
SHARE = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with a table of holdings: the day it speaks of, its account number, its name without a day."""

    name: str
    day: date
    number: str
    rest: str | None
    held: frozenset[str]


def newest_of(sheets: Sheets) -> tuple[list[tuple[str, list[list[str]]]], str]:
    """The sheets without those that a newer one replaces, and what to say of them; empty where there are none."""
    if len(sheets) < 2:
        return list(sheets), ""
    pages = [_page(name, rows) for name, rows in sheets]
    known = [page for page in pages if page is not None]
    old = [page is not None and any(_replaces(other, page) for other in known) for page in pages]
    kept = [sheet for sheet, older in zip(sheets, old, strict=True) if not older]
    gone = [name for (name, _), older in zip(sheets, old, strict=True) if older]
    read = [page.name for page, older in zip(pages, old, strict=True) if page is not None and not older]
    first = f"{_listed(gone)} {'holds' if len(gone) == 1 else 'hold'} an account of this file on earlier days"
    told = f"{first} and {'is' if len(gone) == 1 else 'are'} not read; {_listed(read)}"
    return kept, f"{told} {'is' if len(read) == 1 else 'are'} the newest" if gone else ""


def _listed(names: Sequence[str]) -> str:
    return f"{'sheet' if len(names) == 1 else 'sheets'} " + ", ".join(f"'{name}'" for name in names)


def _replaces(new: Page, old: Page) -> bool:
    """Whether a sheet holds the account of another one on a later day."""
    alike = new.number == old.number if new.number and old.number else new.rest is not None and new.rest == old.rest
    shared = len(new.held & old.held)
    return alike and new.day > old.day and SHARE * shared >= min(len(new.held), len(old.held))


def _page(name: str, rows: list[list[str]]) -> Page | None:
    """The sheet, if it holds a table of holdings and its day is known."""
    found = _table(rows)
    if found is None:
        return None
    at, roles = found
    above = [" ".join(cell for cell in row if cell) for row in rows[:at]]
    said = [day for row in rows[:at] if (day := _day_said(row)) is not None]
    named, rest = _day_of_name(name)
    day = said[0] if said else named
    if day is None:
        return None
    number = next((spoken for text in above if (spoken := account_number(text))), "")
    places = [place for place, role in enumerate(roles) if role in NAMES]
    held = {row[place].strip().casefold() for row in rows[at + 1 :] for place in places if len(row) > place}
    return Page(name, day, number, rest if named is not None else None, frozenset(held - {""}))


def _table(rows: list[list[str]]) -> tuple[int, list[str | None]] | None:
    """Where the first head of a table of holdings stands, and its columns."""
    for at, row in enumerate(rows[:MOST_ABOVE]):
        if sum(bool(cell) for cell in row) < 3 or any(read_amount(cell) or is_date(cell) for cell in row if cell):
            continue
        roles = settled_roles(row)
        if kind_of_table(roles) == "holdings" and "quantity" in roles:
            return at, roles
    return None


def _day_said(row: Sequence[str]) -> date | None:
    text = " ".join(cell for cell in row if cell)
    return read_as_of(text) or next((day for cell in row if (day := lone_date(cell)) is not None), None)


def _day_of_name(name: str) -> tuple[date | None, str]:
    """The day in the name of a sheet, and the name without it; a month without a year is put before all years."""
    if (whole := read_date(name)) is not None:
        return whole, ""
    found = IN_NAME.search(name)
    if found is None:
        return None, name
    rest = " ".join(re.findall(r"[a-z0-9]+", (name[: found.start()] + " " + name[found.end() :]).casefold()))
    year = found["y"] or found["z"] or found["n"]
    month = MONTHS[found["w"].lower()] if found["w"] else 3 * int(found["q"]) if found["q"] else int(found["m"] or 12)
    return date(int(year) % 100 + 2000 if year else NO_YEAR, month, 1), rest
