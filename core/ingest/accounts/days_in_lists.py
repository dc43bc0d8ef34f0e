"""Days in a list of accounts that differ from row to row: accounts were opened on them, and none is that of the values.

`Rollover IRA  4471-8820  01/02/2015  $800.00` tells no word of what happened that day.
"""

import re
from collections.abc import Sequence

from core.ingest.nouns.events import Event, Fact, Where

FIGURE = re.compile(r"\d\.\d\d\b|\d ?%")
ALONE = 1
"""How sure a day is that no word stands beside."""


def without_days_of_lists(events: Sequence[Event]) -> list[Event]:
    """The events without days that stand among figures on the lines of several accounts, and are not the same."""
    facts = [event for event in events if isinstance(event, Fact)]
    listed = {place_of(fact.where) for fact in facts if fact.kind in ("account", "summary")}
    days = {id(fact): fact.day for fact in facts if _is_lone(fact) and place_of(fact.where) in listed}
    return [event for event in events if id(event) not in days] if len({*days.values()}) > 1 else list(events)


def _is_lone(fact: Fact) -> bool:
    return fact.kind == "as_of" and fact.rank == ALONE and FIGURE.search(fact.text) is not None


def place_of(where: Where) -> str:
    """The line that something stands on."""
    return f"{where} {where.box}"
