"""Plans of several people, or several plans of one, in one file: their numbers tell the accounts apart.

The number of a participant, or of a plan, tells accounts apart only where a file tells two of them and no number of an
account: everywhere else it stands beside such a number and says nothing of what is held. The one participant of a
file without any other number numbers its account and opens none.
"""

import re
from collections.abc import Sequence

from core.ingest.events import Event, Fact, Where

NUMBERED = re.compile(
    r"(?P<label>participant|employee|member|plan)(?: account)?\s*(?:id|number|num\b|no\b\.?|nbr|#)\s*[:#]?\s*"
    r"(?P<number>(?=(?:[^\d\s]*\d){3})[A-Z\d*•]{1,6}(?:-?[A-Z\d*•]{1,10}){1,3})",
    re.I,
)
PERSON, PLAN = 2, 1


def member_of(phrases: Sequence[str], where: Where) -> list[Fact]:
    """The number of a participant or of a plan that a phrase is, label and number; the first of them."""
    found = (match for text in phrases if (match := NUMBERED.fullmatch(text.strip())))
    return [
        Fact("member", one["number"], where, rank=PLAN if one["label"].lower() == "plan" else PERSON) for one in found
    ][:1]


def members_apart(events: Sequence[Event]) -> list[Event]:
    """The events with those numbers as the numbers of accounts where they alone tell several apart; else without.

    That of a participant who is the only one stays where no account has a number.
    """
    told = [event for event in events if isinstance(event, Fact) and event.kind == "member"]
    if not told:
        return list(events)
    numbered = any(isinstance(event, Fact) and event.kind == "account" for event in events)
    numbers = {rank: {fact.text for fact in told if fact.rank == rank} for rank in (PERSON, PLAN)}
    wanted = next((rank for rank, found in numbers.items() if len(found) > 1 and not numbered), None)
    alone = not numbered and wanted is None
    placed: list[Event] = []
    for event in events:
        if not isinstance(event, Fact) or event.kind != "member" or (alone and event.rank == PERSON):
            placed.append(event)
        elif event.rank == wanted:
            placed.append(Fact("account", event.text, event.where))
    return placed
