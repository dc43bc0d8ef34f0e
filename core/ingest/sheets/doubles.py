"""Blocks of rows that stand twice in a table file, one right after the other: lots with their sum, pasted again."""

from collections.abc import Sequence

from core.ingest.nouns.events import Trouble, Where

LEAST = 2


def doubled_blocks(rows: Sequence[Sequence[str]]) -> list[Trouble]:
    """A warning for each block of two rows or more, with figures, that is followed by itself, sign for sign."""
    last: dict[tuple[str, ...], int] = {}
    found: list[Trouble] = []
    told = -1
    for place, row in enumerate(rows):
        key = tuple(row)
        before = last.get(key)
        last[key] = place
        if before is None or before <= told or not any(map(_is_figure, row)):
            continue
        length = place - before
        if length >= LEAST and list(rows[before + 1 - length : before + 1]) == list(rows[before + 1 : place + 1]):
            named = ", ".join(cell for cell in rows[before + 1 - length] if cell)
            told = place
            found.append(
                Trouble(f"{length} rows stand twice, from this on: {named}", Where(None, place + 1), unread=True)
            )
    return found


def _is_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell))
