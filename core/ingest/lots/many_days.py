"""A row that says `Various` for its day, under a name on a line of its own: all units of that, and no lot.

`EMBER CO NOTE 5.625%   CUSIP: 367656A96` over `30,000  29,767.20  Various`, and no lots under it.
"""

from collections.abc import Sequence

from core.ingest.lots.purchase_lines import MANY_DAYS
from core.ingest.nouns.events import Event, Record
from core.ingest.rows.row_keys import number_in


def of_many_days(events: Sequence[Event]) -> list[Event]:
    """The events, each such row as that of the name above it."""
    done: list[Event] = []
    for place, event in enumerate(events):
        above = done[-1] if done else None
        if (
            isinstance(event, Record)
            and isinstance(above, Record)
            and _is_all_of(event, above)
            and _stands_alone(events, place)
        ):
            above.cells.update({role: cell for role, cell in event.cells.items() if role not in above.cells})
            above.details.extend(event.details)
        else:
            done.append(event)
    return done


def _stands_alone(events: Sequence[Event], place: int) -> bool:
    """Whether the next row behind a place is no lot."""
    behind = (events[at] for at in range(place + 1, len(events)))
    after = next((one for one in behind if isinstance(one, Record)), None)
    return after is None or after.kind != "lots"


def _is_all_of(row: Record, above: Record) -> bool:
    """Whether a row of units and value says that they were bought on many days, right under a name without figures."""
    day = row.cells["acquired"].text if row.kind == "lots" and "acquired" in row.cells else ""
    figured = all(number_in(row, role) is not None for role in ("quantity", "value"))
    bare = above.kind == "holdings" and above.table == row.table and not {"quantity", "value"} & set(above.cells)
    return MANY_DAYS.fullmatch(day) is not None and figured and bare
