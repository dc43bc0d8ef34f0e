"""Orders that wait and plans of what is to be bought: listed like transactions, and not done."""

from collections.abc import Iterator, Sequence

from core.ingest.lexicon.doing import says_not_done
from core.ingest.nouns.events import Event, Fact, Heading, Record


def without_not_done(events: Sequence[Event]) -> Iterator[Event]:
    """The events without transactions under a title of such."""
    waits = False
    for event in events:
        if isinstance(event, Heading):
            waits = says_not_done(event.text)
        elif isinstance(event, Fact) and event.kind == "account":
            waits = False
        if not (waits and isinstance(event, Record) and event.kind == "activity"):
            yield event
