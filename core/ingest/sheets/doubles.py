"""Rows that stand twice in a table file, alone, or as blocks right after each other: lots with their sum."""

from collections.abc import Sequence

from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Event, Fact, Record, Trouble, Where

LEAST = 2
TELLING = (
    "account", "account_name", "registration", "owner", "holder", "symbol", "identifier", "cusip", "isin",
    "description", "side", "type", "quantity", "price", "value", "cost", "acquired",
)  # fmt: skip
"""What tells a row from another of its account; a share of the account or a change since yesterday does not."""


def with_doubled_rows(events: Sequence[Event], comma: bool) -> list[Event]:
    """The events, each row of holdings that stands twice in the table of an account doubted at its second place."""
    seen: dict[tuple[str, ...], int] = {}
    account = ""
    done: list[Event] = []
    for event in events:
        done.append(event)
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            account = event.text
        if isinstance(event, Record) and event.kind == "holdings" and _is_held(event, comma):
            told = [event.cells[role].text if role in event.cells else "" for role in TELLING]
            key = (account, str(event.table), *told)
            seen[key] = seen.get(key, 0) + 1
            if seen[key] == LEAST:
                named = ", ".join(filter(None, told))
                done.append(Trouble(f"this row stands twice: {named}", event.where, unread=True))
    return done


def _is_held(row: Record, comma: bool) -> bool:
    """Whether a row prints units and their value."""
    return all(number(row.cells.get(role), comma) is not None for role in ("quantity", "value"))


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


def in_place(events: Sequence[Event], troubles: Sequence[Trouble]) -> list[Event]:
    """The events with each warning before what follows its row, so that it is of the account of that row."""
    waiting = sorted(troubles, key=lambda trouble: trouble.where.row or 0)
    done: list[Event] = []
    for event in events:
        while waiting and (event.where.row or 0) > (waiting[0].where.row or 0):
            done.append(waiting.pop(0))
        done.append(event)
    return [*done, *waiting]


def _is_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell))
