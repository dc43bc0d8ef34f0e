"""Table files that are outlines: names indented by blanks, each sum over the rows that it is the sum of.

Files whose groups stand over their rows without a sum are no outlines: their sums stand below. Rows with units are
securities, over the parts of each, where they are not named like classes. Outlines become ordinary rows: the title of
an account, which tells its number or has it in a column of its own, with its total before its own head, groups as
headings, securities without their blanks.
"""

import itertools
from collections.abc import Sequence

from core.ingest.lexicon.registrations import titled_number
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.sheets.storeys import under

LEAST_INDENTED = 0.3
ALL, OWN = "Total of all accounts", "Total account value"


def outlined(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows of an outline as those of plain tables; any other file as it stands."""
    at = next((place for place, row in enumerate(rows) if _is_head(row)), None)
    body = [row for row in rows[at + 1 :] if any(row)] if at is not None else []
    if at is None or sum(bool(row) and row[0][:1].isspace() for row in body) < max(2, LEAST_INDENTED * len(body)):
        return list(rows)
    head = under(rows[at - 1], rows[at]) if at else rows[at]
    roles = [role_of(cell) for cell in head]
    value, units = roles.index("value"), roles.index("quantity")
    over = [row for row, below in itertools.pairwise(body) if _sums(row, below)]
    split = (row for row in over if len(row) > units and row[units] and not is_section_heading(row[0].strip()))
    if not any(len(row) > value and row[value] for row in over) or any(split):
        return list(rows)
    plain: list[Sequence[str]] = list(rows[:at])
    started = False
    for place, row in enumerate(body):
        below = body[place + 1] if place + 1 < len(body) else ()
        name = row[0].strip() if row else ""
        if not _sums(row, below) and total_name(name) is None:
            plain += [row] if started else [head, row]
            started = True
        elif titled_number(name) or _number_of(row, roles):
            plain += [[], *_title(name, _number_of(row, roles)), [OWN, row[value]], head]
            started = True
        elif _indent(row) or total_name(name) is None:
            plain.append([name])
        else:
            plain.append([ALL, row[value]])
    return plain


def _number_of(row: Sequence[str], roles: Sequence[str | None]) -> str:
    """The number of the account that a row is, where a column of its own tells it."""
    at = roles.index("account") if "account" in roles else len(row)
    return row[at].strip() if at < len(row) else ""


def _title(name: str, number: str) -> list[list[str]]:
    """The title of an account, under its number where that stands apart."""
    return [[f"Account number: {number}"], [name]] if number else [[name]]


def _is_head(row: Sequence[str]) -> bool:
    roles = [role_of(cell) for cell in row if cell]
    return {"description", "quantity", "price", "value"} <= set(roles)


def _indent(row: Sequence[str]) -> int:
    """How many blanks stand before the name of a row."""
    return len(row[0]) - len(row[0].lstrip()) if row else 0


def _sums(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row stands over rows that are indented deeper than it."""
    return bool(below) and _indent(below) > _indent(row)
