"""Rows of a value alone behind the sum of all in a table file: what is vested of it, what may be taken out, or unknown.

No sum counts them. What is vested is a part of what the sum counts; of anything else but cash nothing tells whether it
is held as well, so that the account is not proven by the sum over it.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lines.facts import CASH, WEAK_CASH
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble

PARTS = re.compile(
    r"(?:total |your |current |non-?)*(?:vest(?:ed|ing)|forfeit(?:ed|able|ures?))\b.*|"
    r"(?:total |amount |maximum )*available (?:to|for) (?:withdraw\w*|loans?|distributions?|borrow\w*)\b.*|"
    r"(?:maximum|available) loan\b.*",
    re.I,
)
"""What is a part of a balance, or may be done with it."""
FIGURES = frozenset({"quantity", "price", "cost", "acquired", "maturity"})


def without_parts_behind(events: Sequence[Event]) -> list[Event]:
    """The events with what is said of such rows: in the place of parts, behind all others."""
    behind = _behind(events)
    done: list[Event] = []
    for event in events:
        name = behind.get(id(event), "")
        if not name:
            done.append(event)
        elif PARTS.fullmatch(name):
            done.append(Trouble(f"{name} is a part of the balance above, and counts no more", event.where, "note"))
        else:
            told = f"{name} stands behind the sum of all, which does not count it"
            done += [event, Trouble(told, event.where, unread=True)]
    return done


def _behind(events: Sequence[Event]) -> dict[int, str]:
    """The names of rows behind the last sum of all of their table, up to the next account."""
    found: dict[int, tuple[int, str]] = {}
    summed: set[int] = set()
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            summed = set()
        elif isinstance(event, Total) and not event.name and "account" not in event.cells:
            found = {row: told for row, told in found.items() if told[0] != event.table}
            summed.add(event.table)
        elif isinstance(event, Record) and event.table in summed and event.kind == "holdings" and _is_bare(event):
            found[id(event)] = (event.table, event.cells["description"].text)
    return {row: name for row, (_, name) in found.items()}


def _is_bare(row: Record) -> bool:
    """Whether a row prints a name and a value alone, and is no cash."""
    if FIGURES & set(row.cells) or not {"description", "value"} <= set(row.cells) or "symbol" in row.cells:
        return False
    name = row.cells["description"].text
    return not any(told.fullmatch(name) for told in (CASH_ALONE, CASH, WEAK_CASH))
