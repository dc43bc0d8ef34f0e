"""The audit trail: read it, search it, prove it."""

from core.audit import Verdict, verify
from core.domain.event import Event
from core.workflow.desk import Desk


def trail(desk: Desk, search: str = "", limit: int = 500) -> tuple[Event, ...]:
    """Events, newest first; `search` keeps those whose kind, actor, entity or id contains the text."""
    desk.require("read_trail")
    wanted = search.strip().lower()
    events = reversed(desk.store.events())
    found = (event for event in events if not wanted or wanted in _words(event))
    return tuple(event for event, _ in zip(found, range(limit), strict=False))


def verify_trail(desk: Desk) -> Verdict:
    """Walk the whole trail: chain, signatures, anchors outside, and every stored body against its hash."""
    desk.require("verify")
    with desk.store.trail() as found:
        return verify(
            found.rows(),
            found.anchors,
            found.public_key,
            files=found.anchor_files,
            head=found.head,
            records=found.records(),
            broken_files=found.broken_files(),
            notes=found.notes(),
        )


def _words(event: Event) -> str:
    return f"{event.kind} {event.actor} {event.role} {event.entity} {event.entity_id} {event.note} {event.at}".lower()
