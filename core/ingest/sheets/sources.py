"""Rows of sources under the fund of a plan in table files: what each of them paid for is a part of the row above.

`Quill 500 Index` over `Employee Deferral` and `Employer Match` is one holding of three rows. They are known by their
words, or by standing under several funds, and by making up what the fund is worth. Rows with a day of purchase are
lots, and no sources.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Record

SOURCE = re.compile(
    r"\b(?:pre-?tax|after-?tax|roth|match(?:ing)?|employer|employee|ee|er|deferrals?|rollovers?|profit sharing|"
    r"safe harbor|contributions?|voluntary|mandatory|elective|non-?elective|qnec|qmac)\b",
    re.I,
)
LEAST = 2


def without_sources(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events without the rows of sources that stand under the row they are parts of."""
    rows = [event for event in events if isinstance(event, Record) and event.kind == "holdings"]
    worths = [number(row.cells.get("value"), comma) for row in rows]
    groups = [(at, count) for at in range(len(rows)) if (count := _parts(rows, worths, at, comma))]
    under = Counter(name for at, count in groups for name in {*map(_name, rows[at + 1 : at + 1 + count])})
    gone: set[int] = set()
    for at, count in groups:
        parts = rows[at + 1 : at + 1 + count]
        if id(rows[at]) not in gone and all(SOURCE.search(_name(one)) or under[_name(one)] >= LEAST for one in parts):
            gone |= {id(one) for one in parts}
    names = {_name(row) for row in rows if id(row) in gone}
    for above, row in itertools.pairwise(rows):
        if id(above) not in gone and _name(row) in names and _is_whole(above, [row], comma):
            gone.add(id(row))
    return [event for event in events if id(event) not in gone] if gone else list(events)


def _parts(rows: Sequence[Record], worths: Sequence[Decimal | None], at: int, comma: bool) -> int:
    """How many rows under one, two at least, make up its value and its units; 0 where none do."""
    whole, held = worths[at], Decimal(0)
    if not whole or whole < 0:
        return 0
    for place in range(at + 1, len(rows)):
        held += worths[place] or 0
        if rows[place].table != rows[at].table or held > whole:
            return 0
        if held == whole:
            parts = rows[at + 1 : place + 1]
            are_lots = any("acquired" in part.cells for part in parts)
            return len(parts) if len(parts) >= LEAST and not are_lots and _is_whole(rows[at], parts, comma) else 0
    return 0


def _is_whole(above: Record, parts: Sequence[Record], comma: bool) -> bool:
    """Whether rows are worth what the one above is, and have its units where they print any."""
    return all(
        (found := [number(part.cells.get(role), comma) for part in parts]) == [None] * len(parts)
        or sum(filter(None, found), Decimal(0)) == number(above.cells.get(role), comma)
        for role in ("value", "quantity")
    )


def _name(row: Record) -> str:
    return row.cells["description"].text if "description" in row.cells else ""
