"""A trust over its trustees, a line each: `CALLOWAY FAMILY TRUST` over `INES CALLOWAY, TRUSTEE`; it is the owner.

The trustees are people with a word behind the name that elsewhere tells how an account is registered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.ingest.lexicon.people import is_trust
from core.ingest.lexicon.registrations import registration_of
from core.ingest.nouns.events import Event, Fact

TRUSTEES = re.compile(r"(?P<name>.{4,60}?),?\s+(?:as )?(?:successor |sole |co-? ?)?(?:trustees?|ttees?)\.?", re.I)
"""One who keeps a trust, or two, and nothing behind."""
ONLY_SAYS = re.compile(r"(?:.*\s)?(?:co-? ?)?(?:trustees?|ttees?)\b.*", re.I)


def with_trusts_over_trustees(events: Sequence[Event]) -> list[Event]:
    """The events, where trustees were read as owners with the trust over them instead, and of its kind."""
    trusts = dict(_trusts(events))
    if not trusts:
        return list(events)
    return [_of_trust(event, trusts) if isinstance(event, Fact) else event for event in events]


def _trusts(events: Sequence[Event]) -> Iterator[tuple[tuple[int, int], str]]:
    """The trust of each line of trustees, by its place; a second trustee stands under the first."""
    told: dict[str, str] = {}
    for event in events:
        if not isinstance(event, Fact) or event.kind != "owner" or not event.title:
            continue
        own = event.title[0]
        over = next((edge for edge in event.edges if is_trust(edge)), None)
        trust = over or next((told[edge] for edge in event.edges if edge in told), None)
        place = _place(event)
        if trust is not None and place is not None and TRUSTEES.fullmatch(own) and not is_trust(own):
            told[own] = trust
            yield place, trust


def _of_trust(fact: Fact, trusts: dict[tuple[int, int], str]) -> Fact:
    place = _place(fact)
    trust = trusts.get(place) if place is not None else None
    if trust is None:
        return fact
    if fact.kind == "owner" and not is_trust(fact.text):
        return replace(fact, text=trust)
    if fact.kind == "registration" and ONLY_SAYS.fullmatch(fact.text) and registration_of(trust) is not None:
        return replace(fact, text=trust)
    return fact


def _place(fact: Fact) -> tuple[int, int] | None:
    """The page and the height of the line that tells a fact."""
    box = fact.where.box
    return (fact.where.page or 0, round(box[3])) if box is not None else None
