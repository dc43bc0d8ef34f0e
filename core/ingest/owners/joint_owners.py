"""One more owner behind a label of its own, `Joint owner: Tobias Hale`, goes to the owner who is named before."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.people import may_be_person
from core.ingest.nouns.events import Event, Fact, Record, Where

JOINT = re.compile(
    r"(?:^|\s)(?:joint|co|second(?:ary)?)[ -]?(?:(?:contract|account|policy) )?(?:owner|holder)s?\s*:\s*"
    r"(?P<name>[A-Z][^:\d]{3,60})$",
    re.I,
)
NOBODY = re.compile(r"\W*(?:none|n/?a|not applicable)\b.*", re.I)


def joint_owners(phrases: Sequence[str], where: Where) -> list[Fact]:
    """The owners behind such labels at the end of a phrase, or in the next one; none where nobody is said to be one."""
    beside = [f"{label} {name}" for label, name in itertools.pairwise(phrases) if label.endswith(":")]
    named = [*map(JOINT.search, phrases), *(JOINT.search(text) for text in beside if _is_name_behind(text))]
    return [
        Fact("joint_owner", told["name"].strip(), where)
        for told in named
        if told is not None and NOBODY.fullmatch(told["name"]) is None
    ]


def _is_name_behind(text: str) -> bool:
    """Whether a person stands behind a label."""
    return may_be_person(text.rpartition(":")[2].strip())


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
