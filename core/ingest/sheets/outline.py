"""Table files that are outlines: names indented by blanks, each sum over the rows that it is the sum of.

Files whose groups stand over their rows without a sum are no outlines: their sums stand below. Rows with units are
securities, over the parts of each, where they are not named like classes. Outlines become ordinary rows: the title of
an account, which tells its number or has it in a column of its own, with its total before its own head, groups as
headings, securities without their blanks.
"""

import itertools
import re
from collections.abc import Callable, Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.people import is_trust
from core.ingest.lexicon.registrations import titled_number
from core.ingest.lexicon.sections import is_section_heading, total_name
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.owners.account_titles import owner_in_title
from core.ingest.sheets.names import END_OF_TABLE
from core.ingest.sheets.storeys import under

LEAST_INDENTED = 0.3
IN_BRACKETS = re.compile(r"\s*\([xX*•.…]*\d{3,5}\)$")
"""The end of a number behind the name of an account, `(x1254)`."""
FOR = re.compile(r"\s+(?:f/?b/?o|for (?:the )?benefit of)\s", re.I)
ALL, OWN = "Total of all accounts", "Total account value"


def outlined(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows of an outline as those of plain tables; any other file as it stands."""
    at = next((place for place, row in enumerate(rows) if _is_head(row)), None)
    body = [row for row in rows[at + 1 :] if any(row)] if at is not None else []
    if at is None or sum(bool(row) and row[0][:1].isspace() for row in body) < max(2, LEAST_INDENTED * len(body)):
        return list(rows)
    head = under(rows[at - 1], rows[at]) if at else rows[at]
    roles = [role_of(cell) for cell in head]
    over = [row for row, below in itertools.pairwise(body) if _sums(row, below)]
    groups = [row for row in over if not _is_split(row, roles)]
    titled = any(map(_cell_of(roles, "account"), groups))
    if not any(map(_cell_of(roles, "value"), groups)) or (len(groups) < len(over) and not titled):
        return list(rows)
    return [*rows[:at], *_plain(body, head, roles)]


def _plain(body: Sequence[Sequence[str]], head: Sequence[str], roles: Sequence[str | None]) -> list[Sequence[str]]:
    """The rows under the head of an outline, as tables under titles and headings."""
    plain: list[Sequence[str]] = []
    value_of, number_of, owner_of = (_cell_of(roles, role) for role in ("value", "account", "owner"))
    started = False
    for place, row in enumerate(body):
        below = body[place + 1] if place + 1 < len(body) else ()
        name = row[0].strip() if row else ""
        title = IN_BRACKETS.sub("", name)
        is_group = _sums(row, below) and not _is_split(row, roles)
        if not is_group and (total_name(name) is None or number_of(row)):
            plain += [row] if started else [head, row]
            started = True
        elif titled_number(name) or number_of(row):
            owner = owner_of(row) or owner_in_title(title) or (title if is_trust(FOR.split(title)[0]) else "")
            plain += [END_OF_TABLE, *_title(name, number_of(row), owner), [OWN, value_of(row)], head]
            started = True
        elif total_name(name) is None and (_indent(row) or not _is_of_all(row, body, value_of)):
            plain.append([name])
        else:
            plain.append([ALL, value_of(row)])
    return plain


def _is_split(row: Sequence[str], roles: Sequence[str | None]) -> bool:
    """Whether a row over others is a security over its lots: it has units, and is not named like a class."""
    return bool(_cell_of(roles, "quantity")(row)) and not is_section_heading(row[0].strip())


def _is_of_all(row: Sequence[str], body: Sequence[Sequence[str]], value_of: Callable[[Sequence[str]], str]) -> bool:
    """Whether the first row is the sum of the rows one step deeper, and those are of accounts: the household."""
    deeper = min((_indent(one) for one in body if _indent(one)), default=0)
    parts = [read_amount(value_of(one)) for one in body if _indent(one) == deeper]
    own = read_amount(value_of(row))
    known = [part.value for part in parts if part is not None]
    return row is body[0] and own is not None and len(known) == len(parts) and sum(known) == own.value


def _cell_of(roles: Sequence[str | None], role: str) -> Callable[[Sequence[str]], str]:
    """What a row has in the column of a role; empty where there is none."""
    at = roles.index(role) if role in roles else None
    return lambda row: row[at].strip() if at is not None and at < len(row) else ""


def _title(name: str, number: str, owner: str) -> list[list[str]]:
    """The title of an account, under its number and its owner where those stand apart."""
    if not number:
        return [[name]]
    told = [["Account owner", owner]] if owner else []
    return [[f"Account number: {number}"], *told, [IN_BRACKETS.sub("", name)]]


def _is_head(row: Sequence[str]) -> bool:
    roles = [role_of(cell) for cell in row if cell]
    return {"description", "quantity", "price", "value"} <= set(roles)


def _indent(row: Sequence[str]) -> int:
    """How many blanks stand before the name of a row."""
    return len(row[0]) - len(row[0].lstrip()) if row else 0


def _sums(row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row stands over rows that are indented deeper than it."""
    return bool(below) and _indent(below) > _indent(row)
