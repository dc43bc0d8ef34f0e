"""The index that events are searched by, filled from the events that are there."""

import json

from alembic import op
from sqlalchemy import text

revision = "0002"
down_revision = "0001"

TABLE = """
    CREATE TABLE event_index (
        seq INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, entity_id TEXT NOT NULL,
        client TEXT NOT NULL, words TEXT NOT NULL,
        PRIMARY KEY (seq)
    )"""
INDEXES = (
    "CREATE INDEX event_by_time ON event_index (at)",
    "CREATE INDEX event_by_actor ON event_index (actor, seq)",
    "CREATE INDEX event_by_kind ON event_index (kind, seq)",
    "CREATE INDEX event_by_entity ON event_index (entity_id, seq)",
    "CREATE INDEX event_by_client ON event_index (client, seq)",
)
INSERT = """
    INSERT INTO event_index (seq, at, actor, kind, entity_id, client, words)
    VALUES (:seq, :at, :actor, :kind, :entity_id, :client, :words)"""


def upgrade() -> None:
    """Make the table, fill it, and forbid changes of it. An event that does not read is left to `verify`."""
    op.execute(TABLE)
    connection = op.get_bind()
    clients = {
        (kind, id, version): client
        for kind, id, version, client in connection.execute(text("SELECT kind, id, version, client FROM record"))
    }
    for seq, body in connection.execute(text("SELECT seq, body FROM audit_event ORDER BY seq")).fetchall():
        row = _row(seq, body, clients)
        if row is not None:
            connection.execute(text(INSERT), row)
    for statement in INDEXES:
        op.execute(statement)
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_index_no_{verb.lower()} BEFORE {verb} ON event_index "
            f"BEGIN SELECT RAISE(ABORT, 'event_index is append-only'); END"
        )


def _row(seq: int, body: bytes, clients: dict[tuple[str, str, int], str]) -> dict[str, object] | None:
    try:
        event = json.loads(body)
        client = clients.get((event["entity"], event["entity_id"], event["version"]), "")
        names = ("kind", "actor", "role", "entity", "entity_id", "note", "at")
        words = " ".join(str(event.get(name, "")) for name in names).lower()
        kept = {name: str(event[name]) for name in ("at", "actor", "kind", "entity_id")}
    except (ValueError, TypeError, KeyError):
        return None
    return {"seq": seq, **kept, "client": "" if client == "firm" else client, "words": words}
