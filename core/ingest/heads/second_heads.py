"""A line of heads under those of a table, each of what stands on the second line of every row.

`Symbol | Qty | Price | Value | Cost Basis | Gain $` over `Description | Change | Per unit | Gain %`: a page of a site
stacks two cells in a column. The rows below have to show it, figures under figures.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.ingest.heads.assign import assign, tokens_of
from core.ingest.heads.columns import find_header
from core.ingest.lexicon.vocabulary import NAMES, NUMBERS, known_role, role_of
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, phrases, text_of

LEAST = 3
"""So many heads at least has the second line, all of them under others."""
NEAR = 0.9
ROWS = 12
PER_UNIT = ("per unit", "per share", "unit", "avg", "average", "each")
ROLES_OF_NAMES = ("description", "symbol", "cusip", "identifier")


def with_second_heads(header: Header, lines: Sequence[Line]) -> Header:
    """The head with the line of heads right under it, where that names the second line of the rows; else as it is.

    Heads of a table of its own, as of the lots under each row, are none of it.
    """
    at = header.last + 1
    if header.kind != "holdings" or at >= len(lines) or any(column.under for column in header.columns):
        return header
    line, over, own = lines[at], lines[header.last], find_header(lines, at)
    if any(map(str.isdigit, line.text)) or (own is not None and own.kind != "other"):
        return header
    if line.top - over.bottom > NEAR * line.size:
        return header
    found = _placed(phrases(line.words), header.columns)
    if found is None or len(found) < LEAST:
        return header
    columns = tuple(
        replace(column, under=found[place]) if place in found else column for place, column in enumerate(header.columns)
    )
    below = lines[at + 1 : at + 1 + ROWS]
    return replace(header, columns=columns, last=at) if _are_stacked(columns, below) else header


def _placed(runs: Sequence[Sequence[Word]], columns: Sequence[Column]) -> dict[int, str] | None:
    """What each head of the second line means, by the place of the column it stands under; None where one has none."""
    found: dict[int, str] = {}
    for run in runs:
        under = [place for place, one in enumerate(columns) if run[0].x0 < one.x1 + 1 and run[-1].x1 > one.x0 - 1]
        role = _meaning(text_of(run), columns[under[0]].role) if len(under) == 1 else None
        if role is None or under[0] in found:
            return None
        found[under[0]] = role
    return found


def _meaning(text: str, over: str | None) -> str | None:
    """What a second head means under a column; None where it names no second line of that."""
    role = known_role(text) or role_of(text)
    if over in NAMES:
        return role if role in ROLES_OF_NAMES else None
    if over == "cost" and text.casefold() in PER_UNIT:
        return "unit_cost"
    if role in (None, *NUMBERS) and role != over:
        return "other" if role is None else role
    return "other" if role == "other" else None


def _are_stacked(columns: Sequence[Column], lines: Sequence[Line]) -> bool:
    """Whether right under a row of units and value some line prints figures, and each of them under a second head."""
    for row, second in pairwise(lines):
        held = {columns[place].role for place in _figures(row, columns)}
        under = _figures(second, columns)
        near = second.top - row.bottom < NEAR * second.size
        if near and {"quantity", "value"} <= held and len(under) > 1:
            return all(columns[place].under is not None for place in under)
    return False


def _figures(line: Line, columns: Sequence[Column]) -> list[int]:
    """The places of the columns under which a line prints figures."""
    found = assign(tokens_of(line.words, columns), columns).cells
    return [place for place, token in found.items() if token.kind in ("number", "percent")]
