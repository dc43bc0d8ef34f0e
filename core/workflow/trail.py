"""The audit trail: read it, search it, prove it."""

from core.audit import Verdict
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
    return desk.store.verify()


def _words(event: Event) -> str:
    return f"{event.kind} {event.actor} {event.role} {event.entity} {event.entity_id} {event.note} {event.at}".lower()
