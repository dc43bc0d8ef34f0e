"""Plans of several people, or several plans of one, in one file: their numbers tell the accounts apart.

The number of a participant, or of a plan, tells accounts apart only where a file tells two of them and no number of an
account: everywhere else it stands beside such a number and says nothing of what is held. The one participant of a
file without any other number numbers its account and opens none; so does the one plan of one person. A number in the
form of a social security number is a person's, and never that of an account.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.registrations import SOCIAL
from core.ingest.nouns.events import Event, Fact, Record, Total, Trouble, Where

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

    That of a participant who is the only one stays where no account has a number. Plans that are summed as one are one
    account, and a person is asked whether they are.
    """
    told = [event for event in events if isinstance(event, Fact) and event.kind == "member"]
    if not told:
        return list(events)
    numbered = any(isinstance(event, Fact) and event.kind == "account" for event in events)
    numbers = {rank: {fact.text for fact in told if fact.rank == rank} for rank in (PERSON, PLAN)}
    plans = [] if numbered or len(numbers[PERSON]) > 1 else _plans(events)
    asked = len(plans) > 1 and _summed_as_one(events)
    several = {PERSON: len(numbers[PERSON]) > 1, PLAN: len(plans) > 1 and not asked}
    wanted = next((rank for rank, apart in several.items() if apart and not numbered), None)
    alone = not numbered and wanted is None
    numbering = {fact.text for fact in told if alone and SOCIAL.fullmatch(fact.text) is None and _numbers(fact, told)}
    placed: list[Event] = []
    for event in events:
        if not isinstance(event, Fact) or event.kind != "member" or event.text in numbering:
            placed.append(event)
        elif event.rank == wanted:
            placed.append(Fact("account", event.text, event.where))
    if asked:
        said = f"several plans are summed as one, and may be several accounts: {', '.join(plans)}"
        placed.append(Trouble(said, told[-1].where, unread=True))
    return placed


def _numbers(fact: Fact, told: Sequence[Fact]) -> bool:
    """Whether a number is that of the one participant, or of the one plan where it stands once and no other does."""
    if fact.rank == PERSON:
        return True
    others = [one for one in told if one is not fact and SOCIAL.fullmatch(one.text) is None]
    return not others


def _plans(events: Sequence[Event]) -> list[str]:
    """The numbers of plans under which holdings stand."""
    found: dict[str, None] = {}
    number = ""
    for event in events:
        if isinstance(event, Fact) and event.kind == "member" and event.rank == PLAN:
            number = event.text
        elif isinstance(event, Record) and event.kind in ("holdings", "lots") and number:
            found.setdefault(number)
    return list(found)


def _summed_as_one(events: Sequence[Event]) -> bool:
    """Whether all sums that are printed stand under the last number of a plan."""
    places = [at for at, event in enumerate(events) if isinstance(event, Fact) and event.kind == "member"]
    sums = [
        at
        for at, event in enumerate(events)
        if isinstance(event, Total) or (isinstance(event, Fact) and event.kind == "total")
    ]
    return bool(sums) and sums[0] > places[-1]
