"""Table files in which every row names its section and what it is: `Open Positions,Data,…` under `…,Header,…`.

They become ordinary rows: the section as a heading, its own head, its data, its totals.
"""

import re
from collections.abc import Sequence

MARKS = frozenset({"header", "data", "total", "subtotal", "notes", "trailer"})
SHARE = 0.8
PAIRS = "field name"
NAME = "name"
HELD = "open positions"
PERFORMED = re.compile(r"performance|mark-to-market|realized", re.I)
CASH, END, BASE = "cash report", "Ending cash balance", "base currency summary"


def unsectioned(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows without their marks; any other file as it stands."""
    full = [row for row in rows if any(row)]
    marked = sum(len(row) > 2 and row[1].strip().lower() in MARKS for row in full)
    if not full or marked < SHARE * len(full):
        return list(rows)
    plain: list[Sequence[str]] = []
    section = ""
    for row in _held(full):
        mark = row[1].strip().lower() if len(row) > 1 else ""
        if mark not in MARKS:
            continue
        if row[0].strip().lower() == CASH:
            plain += [[END, row[4]] for _ in range(_ends(row))]
            continue
        if row[0] != section:
            section = row[0]
            plain.append([section])
        if mark == "header" and row[2].strip().lower() == PAIRS:
            continue
        named = mark == "data" and len(row) == 4 and row[2].strip().lower() == NAME
        told = [f"Account owner: {row[3]}"] if named else row[2:]
        plain.append(_total(row) if mark in ("total", "subtotal") else told)
    return plain


def _held(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows without sections on what was gained, in a file that lists what is held in a section of its own."""
    if not any(row[0].strip().lower() == HELD for row in rows):
        return list(rows)
    return [row for row in rows if not PERFORMED.search(row[0])]


def _ends(row: Sequence[str]) -> bool:
    """Whether a row of the report of cash is what is left in all currencies together."""
    return len(row) > 4 and row[2].strip().lower() == "ending cash" and row[3].strip().lower() == BASE


def _total(row: Sequence[str]) -> list[str]:
    """A row of sums, named after what it sums where it says so."""
    named = next((cell for cell in row[2:4] if cell and not any(map(str.isdigit, cell))), "")
    return [f"Total {named}".strip(), *row[3:]]
