"""One more owner behind a label of its own, `Joint owner: Tobias Hale`, goes to the owner who is named before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.events import Event, Fact, Record, Where

JOINT = re.compile(
    r"(?:^|\s)(?:joint|co|second(?:ary)?)[ -]?(?:(?:contract|account|policy) )?(?:owner|holder)s?\s*:\s*"
    r"(?P<name>[A-Z][^:\d]{3,60})$",
    re.I,
)
NOBODY = re.compile(r"\W*(?:none|n/?a|not applicable)\b.*", re.I)


def joint_owner(phrase: str, where: Where) -> list[Fact]:
    """The owner behind such a label at the end of a phrase; none where the label says that there is nobody."""
    told = JOINT.search(phrase)
    return [] if told is None or NOBODY.fullmatch(told["name"]) else [Fact("joint_owner", told["name"].strip(), where)]


def with_joint_owners(events: Sequence[Event]) -> list[Event]:
    """The events with each such owner behind `&` in the owner told before, with no row and no number between."""
    done: list[Event] = []
    place: int | None = None
    for event in events:
        if isinstance(event, Fact) and event.kind == "joint_owner":
            first = done[place] if place is not None else None
            if place is not None and isinstance(first, Fact) and event.text.casefold() not in first.text.casefold():
                done[place] = replace(first, text=f"{first.text} & {event.text}")
            continue
        if isinstance(event, Fact) and event.kind == "owner":
            place = len(done)
        elif isinstance(event, Record) or (isinstance(event, Fact) and event.kind == "account"):
            place = None
        done.append(event)
    return done
