"""Lots that are of no security: those behind what was done or behind another name, and sums of all."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Event, Heading, Record, Trouble

OF_ALL = re.compile(r"\W*(?:(?:sub|grand )?totals?|all|sum|overall)\b", re.I)

NEXT = 2
"""A table that goes on overleaf has the next number, or one more where a summary is repeated between."""


def told_strays(events: Sequence[Event]) -> list[Event]:
    """The events without sums of all lots, and with lots behind a row of activity told as not understood.

    Else the security that was read last would take them. So it would take those of a table of their own behind a name
    that is no section's, `TERN INDEX ETF`, or behind tables of which nothing was read: there a card was overlooked.
    """
    done: list[Event] = []
    behind_moves = behind_name = False
    table = 0
    for event in events:
        if isinstance(event, Record) and event.kind == "lots":
            unnamed = not set(NAMES) & set(event.cells)
            apart = event.table > table > 0 and (behind_name or event.table > table + NEXT)
            if not _is_of_all(event):
                done.append(_told(event) if unnamed and (behind_moves or apart) else event)
            table = table if unnamed and apart else event.table
            continue
        if isinstance(event, Record):
            behind_moves, behind_name, table = event.kind == "activity", False, event.table
        elif isinstance(event, Heading):
            behind_name = behind_name or not (event.again or is_section_heading(event.text))
        done.append(event)
    return done


def _is_of_all(lot: Record) -> bool:
    """Whether a row among lots has no units, no day, and the name of a sum: `All holdings with a cost basis`."""
    text = lot.cells["description"].text if "description" in lot.cells else ""
    return not {"quantity", "acquired"} & set(lot.cells) and OF_ALL.match(text) is not None


def _told(lot: Record) -> Trouble:
    figures = " ".join(cell.text for cell in lot.cells.values())
    return Trouble(f"a lot stands under no security: {figures}", lot.where, unread=True)
