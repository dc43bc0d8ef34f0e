"""Sheets of a workbook that are named after accounts, `Roth IRA 4417` and `Joint`: the name becomes a first row.

A number counts where the names tell two numbers at least apart; a year or a day in a name is no number. A name
without one is only said; whether it is an account of its own is known when all sheets are read. Where another sheet
lists the name beside a number, `Rainy day | 4417-8820`, that is the number of the sheet.
"""

import re
from collections import Counter
from collections.abc import Sequence

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.sections import is_section_heading

Rows = list[list[str]]
FULL = re.compile(r"(?<![\w-])(?:\d{2,6}-\d{3,8}|\d{6,12})(?![\w-])")
GENERAL = re.compile(
    r"(?:sheet|page|tab|table|report|export|data|positions?|holdings?|portfolio|summary|accounts?|lots?|tax lots?|"
    r"transactions?|activity|history|notes?|disclosures?|cash|unreali[sz]ed|reali[sz]ed|gains?)[\s_-]*\d*",
    re.I,
)
LISTED = re.compile(r"(?=(?:.*\d){4})(?:[A-Z]{0,3}-?)?\d{2,6}-\d{3,8}|[A-Z]{0,3}\d{6,12}|[#.…Xx*]+-?\d{3,5}")
MOST_ABOVE, MOST_LISTED = 15, 60
END_OF_TABLE = ["\f"]
LAST_FOUR = re.compile(r"(?:^|[\s(])[#.…Xx*]*(?!(?:19|20)\d\d\b)(\d{4})\)?$")


def with_names(sheets: Sequence[tuple[str, Rows]]) -> Rows:
    """All rows of all sheets, those of an account under a row that names it."""
    listed = _listed(sheets)
    numbers = [_number(name) or listed.get(_plain(name), "") for name, _ in sheets]
    apart = bool(listed) or len({number[-4:] for number in numbers if number}) > 1
    rows: Rows = []
    heads = Counter(_head(own) for _, own in sheets)
    for (name, own), number in zip(sheets, numbers, strict=True):
        rows += [END_OF_TABLE] if rows and _opens(own) else []
        if apart and number:
            rows.append([_title(name, number)])
        elif not number and _is_own(name) and (registration_of(name) or heads[_head(own)] > 1):
            rows.append([f"Account: {name}"])
        rows += own
    return rows


def _listed(sheets: Sequence[tuple[str, Rows]]) -> dict[str, str]:
    """The numbers that one sheet lists beside the names of others, each beside one name and in its own row."""
    names = {_plain(name) for name, _ in sheets if _is_own(name) and not _number(name)}
    found: dict[str, set[str]] = {}
    for own, rows in sheets:
        for row in rows[:MOST_LISTED]:
            cells = [cell.strip() for cell in row if cell]
            named = {_plain(cell) for cell in cells} & (names - {_plain(own)})
            numbers = {cell for cell in cells if LISTED.fullmatch(cell) and read_date(cell) is None}
            if len(named) == len(numbers) == 1:
                found.setdefault(named.pop(), set()).update(numbers)
    every = [number for numbers in found.values() for number in numbers]
    return {
        name: number
        for name, numbers in found.items()
        if len(numbers) == 1 and every.count(number := next(iter(numbers))) == 1
    }


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _head(rows: Rows) -> tuple[str, ...]:
    """The first row of several words and no figures: sheets of several accounts have the same one."""
    for row in rows[:MOST_ABOVE]:
        filled = tuple(cell for cell in row if cell)
        if len(filled) > 2 and not any(map(str.isdigit, "".join(filled))):
            return filled
    return ()


def _opens(rows: Rows) -> bool:
    """Whether a sheet begins with words or has heads of its own, so that it does not go on with the table before."""
    first: list[str] = next((filled for row in rows if (filled := [cell for cell in row if cell])), [])
    return bool(_head(rows)) or (len(first) > 1 and not any(map(str.isdigit, "".join(first))))


def _is_own(name: str) -> bool:
    """Whether a sheet may be named after an account: by no day, no general word, no class of securities."""
    plain = name.strip()
    dated = read_date(plain) is not None or re.search(r"\b(?:19|20)\d\d\b", plain) is not None
    about = is_section_heading(plain) and not registration_of(plain)
    return not dated and not about and GENERAL.fullmatch(plain) is None


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
