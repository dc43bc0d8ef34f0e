"""Table files with a column of plans and one of participants, or one of clients and one of the names of accounts.

The two together say which account a row is of.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.asset_kinds import ACCOUNT_SIDE
from core.ingest.lexicon.vocabulary import role_of

OF_PEOPLE = r"ssn|social security (?:number|no\.?|num|#)|(?:employee|member|ee) ?(?:id|number|num|no\.?|nbr|#)"
NUMBERED = re.compile(rf"(?:plan|part(?:icipant)?)(?: account)? ?(?:id|number|num|no\.?|nbr|#)|{OF_PEOPLE}", re.I)
WEAK = re.compile(r"(?:plan|part(?:icipant)?|client) ?(?:id|number|num|no\.?|nbr|#)", re.I)
"""Numbers under which there may be several accounts."""
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


def with_names_of_accounts(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows without the head on a number of clients, under one of which there are accounts of several names.

    Where the same names stand under several numbers, each number has the names behind it.
    """
    at = next((at for at, row in enumerate(rows[:MOST_HEAD_ROWS]) if _weak(row) is not None), 0)
    found = _weak(rows[at]) if rows else None
    if found is None:
        return rows
    number, names = found
    told = [_told(row, number, names) for row in rows]
    pairs = {pair for pair in told[at + 1 :] if pair is not None}
    if len({one for one, _ in pairs}) == len(pairs):
        return rows
    by_name = len({name for _, name in pairs}) == len(pairs)
    done: list[Sequence[str]] = []
    for row, pair in zip(rows, told, strict=True):
        cells = [*row]
        if pair is not None and pair[0] == rows[at][number].strip():
            cells[number] = "" if by_name else cells[number]
        elif pair in pairs and pair is not None and not by_name:
            cells[number] = f"{pair[0]}-{pair[1]}"
        done.append(cells)
    return done


def _told(row: Sequence[str], number: int, names: Sequence[int]) -> tuple[str, str] | None:
    """The number of a row and the names behind it; None where it lacks one. The side of an account is no name."""
    if len(row) <= max(number, *names) or not row[number].strip():
        return None
    texts = [row[place].strip() for place in names]
    return row[number].strip(), " ".join(text for text in texts if text and ACCOUNT_SIDE.fullmatch(text) is None)


def _weak(row: Sequence[str]) -> tuple[int, list[int]] | None:
    """The columns of a number of clients and of the names of accounts, where no surer number stands beside them."""
    labels = [cell.strip() for cell in row]
    weak = [place for place, label in enumerate(labels) if WEAK.fullmatch(label)]
    sure = any(role_of(label) == "account" for place, label in enumerate(labels) if label and place not in weak)
    names = [
        place
        for place, label in enumerate(labels)
        if label and (role_of(label) in ("account_name", "owner") or label.lower() == "portfolio")
    ]
    return (weak[0], names) if len(weak) == 1 and names and not sure else None


def _places(row: Sequence[str]) -> list[int]:
    return [place for place, cell in enumerate(row) if NUMBERED.fullmatch(cell.strip())]
