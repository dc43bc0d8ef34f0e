"""Table files in which every row names its section and what it is: `Open Positions,Data,…` under `…,Header,…`.

They become ordinary rows: the section as a heading, its own head, its data, its totals. A section of one head and one
row tells labels and values; of classes of assets by day the last day tells cash and what the account is worth.
"""

import re
from collections.abc import Sequence

from core.ingest.heads.column_roles import kind_of_table
from core.ingest.sheets.heads import settled_roles

MARKS = frozenset({"header", "data", "total", "subtotal", "notes", "trailer"})
KNOWN = MARKS | {"metainfo"}
SHARE = 0.8
PAIRS = "field name"
NAME = "name"
HELD = ("open positions", "open position summary")
PERFORMED = re.compile(r"performance|mark-to-market|realized|projected income|allocation and", re.I)
WORTH = ("cash", "nav")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
ONE_ROW = 2
CASH, END, BASE = "cash report", "Ending cash balance", "base currency summary"


def unsectioned(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows without their marks; any other file as it stands."""
    full = [row for row in rows if any(row)]
    marked = sum(len(row) > 2 and row[1].strip().lower() in KNOWN for row in full)
    if not full or marked < SHARE * len(full):
        return list(rows)
    plain: list[Sequence[str]] = []
    section = ""
    full, told_once = _told_once(_held(full))
    plain += told_once
    for row in full:
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
        sums = mark in ("total", "subtotal") or (mark == "data" and len(row) > 2 and row[2].strip().lower() == "total")
        plain.append(_total(row) if sums else told)
    return plain


def _held(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows without sections on what was gained, in a file that lists what is held in a section of its own."""
    if not any(row[0].strip().lower() in HELD for row in rows):
        return list(rows)
    return [row for row in rows if not PERFORMED.search(row[0])]


def _told_once(rows: Sequence[Sequence[str]]) -> tuple[list[Sequence[str]], list[list[str]]]:
    """The rows without those of sections that tell labels and values, and these as rows of a label and its value."""
    by_section: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        if len(row) > 1 and row[1].strip().lower() in ("header", "data"):
            by_section.setdefault(row[0], []).append(row)
    told = {section: _labels_and_values(own) for section, own in by_section.items()}
    return [row for row in rows if not told.get(row[0])], [pair for pairs in told.values() for pair in pairs]


def _labels_and_values(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """What a section of one head tells: who holds the account, or cash and worth on its last day; else nothing.

    A head of holdings tells what is held, also over a single row.
    """
    if len(rows) < ONE_ROW or sum(row[1].strip().lower() == "header" for row in rows) != 1:
        return []
    labels = [CAMEL.sub(" ", cell).strip() for cell in rows[0][2:]]
    if kind_of_table(settled_roles(labels)) == "holdings":
        return []
    values = {label.lower(): value for label, value in zip(labels, rows[-1][2:], strict=False)}
    if all(name in values for name in WORTH):
        return [[END, values["cash"]], ["Total account value", values["nav"]]]
    if len(rows) > ONE_ROW or not {"account", NAME} <= set(values):
        return []
    others = [f"{label}: {values.get(label.lower(), '')}" for label in labels if label.lower() not in ("account", NAME)]
    return [[text] for text in (f"Account owner: {values[NAME]}", f"Account: {values['account']}", *others)]


def _ends(row: Sequence[str]) -> bool:
    """Whether a row of the report of cash is what is left in all currencies together."""
    return len(row) > 4 and row[2].strip().lower() == "ending cash" and row[3].strip().lower() == BASE


def _total(row: Sequence[str]) -> list[str]:
    """A row of sums, named after what it sums where it says so."""
    named = next((cell for cell in row[2:4] if cell and not any(map(str.isdigit, cell))), "")
    return [f"Total {named}".strip(), *row[3:]]
