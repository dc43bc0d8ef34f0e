"""Table files with a column of plans and a column of participants: the two together say which account a row is of."""

import re
from collections.abc import Sequence

NUMBERED = re.compile(r"(?:plan|participant)(?: account)? ?(?:id|number|num|no\.?|nbr|#)", re.I)
MOST_HEAD_ROWS = 40


def with_one_number(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows with the number that tells the accounts apart in the first of both columns, and no head on the other.

    It is that of the column which has one for each account; both numbers where neither has.
    """
    at = next((at for at, row in enumerate(rows[:MOST_HEAD_ROWS]) if len(_places(row)) > 1), None)
    if at is None:
        return rows
    first, second = _places(rows[at])[:2]
    pairs = {(row[first], row[second]) for row in rows[at + 1 :] if len(row) > max(first, second) and row[first]}
    one, other = ({pair[side] for pair in pairs} for side in (0, 1))
    by_first, by_second = len(one) == len(pairs), len(other) == len(pairs)
    told: list[Sequence[str]] = []
    for number, row in enumerate(rows):
        cells = [*row]
        if number == at:
            cells[second] = ""
        elif number > at and len(row) > max(first, second) and row[second] and not by_first:
            cells[first] = row[second] if by_second else f"{row[first]}-{row[second]}"
        told.append(cells)
    return told


def _places(row: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(row) if NUMBERED.fullmatch(cell.strip())]
