"""Events of the audit trail."""

from collections.abc import Sequence

from core.domain.event import Event
from core.present.tables.sheet import Head, Sheet, sheet
from core.words.days import moment

HEADS = (
    Head("No.", 52, number=True), Head("When", 172), Head("Who", 90), Head("Role", 90), Head("What", 166),
    Head("Of", 206), Head("Version", 62, number=True), Head("Stored, SHA-256", 120), Head("Note", 220),
)  # fmt: skip


def trail_table(events: Sequence[Event]) -> Sheet:
    """One row per event, as given."""
    rows = [
        [
            event.seq, moment(event.at), event.actor, event.role, words(event.kind),
            f"{event.entity} {event.entity_id}", event.version, _short(event.payload), event.note,
        ]
        for event in events
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[event.seq for event in events])


def _short(payload: str) -> str | None:
    return f"{payload[:12]}…" if payload else None


def words(kind: str) -> str:
    """`proposal.approved` -> `proposal approved`."""
    return kind.replace(".", " ").replace("_", " ")
