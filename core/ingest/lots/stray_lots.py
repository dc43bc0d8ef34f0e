"""Lots that are of no security: those behind what was done, where nothing names theirs, and sums of all."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Record, Trouble

OF_ALL = re.compile(r"\W*(?:(?:sub|grand )?totals?|all|sum|overall)\b", re.I)


def told_strays(events: Sequence[Event]) -> list[Event]:
    """The events without sums of all lots, and with lots behind a row of activity told as not understood.

    Else the security that was read last would take them.
    """
    done: list[Event] = []
    behind_moves = False
    for event in events:
        if isinstance(event, Record) and event.kind == "lots":
            if not _is_of_all(event):
                done.append(_told(event) if behind_moves and not set(NAMES) & set(event.cells) else event)
            continue
        behind_moves = event.kind == "activity" if isinstance(event, Record) else behind_moves
        done.append(event)
    return done


def _is_of_all(lot: Record) -> bool:
    """Whether a row among lots has no units, no day, and the name of a sum: `All holdings with a cost basis`."""
    text = lot.cells["description"].text if "description" in lot.cells else ""
    return not {"quantity", "acquired"} & set(lot.cells) and OF_ALL.match(text) is not None


def _told(lot: Record) -> Trouble:
    figures = " ".join(cell.text for cell in lot.cells.values())
    return Trouble(f"a lot stands under no security: {figures}", lot.where, unread=True)
