"""Events of the audit trail."""

from collections.abc import Sequence

from core.domain.event import Event
from core.present.tables.sheet import Head, Sheet, sheet
from core.words.days import moment

HEADS = (
    Head("No.", 64, number=True), Head("When", 190), Head("Who", 130), Head("Role", 104), Head("What", 190),
    Head("Of", 190), Head("Version", 70, number=True), Head("Stored, SHA-256", 150), Head("Note"),
)  # fmt: skip


def trail_table(events: Sequence[Event]) -> Sheet:
    """One row per event, as given."""
    rows = [
        [
            event.seq, moment(event.at), event.actor, event.role, words(event.kind),
            f"{event.entity} {event.entity_id}", event.version, f"{event.payload[:12]}…", event.note,
        ]
        for event in events
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[event.seq for event in events])


def words(kind: str) -> str:
    """`proposal.approved` -> `proposal approved`."""
    return kind.replace(".", " ").replace("_", " ")
