"""The tables, and the triggers that keep what is written as it was written.

Every value that could tell something about a client is encrypted: `record.body`, `record.facts`, the statement
files. What stands in the clear is ids, versions, times, hashes and the events (which carry none of it).
"""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

audit_event = Table(
    "audit_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

event_index = Table(
    "event_index",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("entity_id", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("event_by_time", "at"),
    Index("event_by_actor", "actor", "seq"),
    Index("event_by_kind", "kind", "seq"),
    Index("event_by_entity", "entity_id", "seq"),
    Index("event_by_client", "client", "seq"),
)
"""What events are found by; it says nothing that the events and the records do not say."""

event_security = Table(
    "event_security",
    metadata,
    Column("token", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""Which events concern a security. The token is a keyed hash under the client's data key: without that key it tells
neither the security nor that two clients hold the same one, and it is forgotten with the client."""

client_key = Table(
    "client_key",
    metadata,
    Column("client", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("master", Text, nullable=False),
    Column("wrapped", LargeBinary),
    Column("erased_at", Text),
    CheckConstraint("(wrapped IS NULL) = (erased_at IS NOT NULL)", name="erased_or_wrapped"),
)

record = Table(
    "record",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("client", Text, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    ForeignKeyConstraint(["client", "key_version"], ["client_key.client", "client_key.version"]),
    CheckConstraint("version >= 1", name="versions_from_one"),
)

blob = Table(
    "blob",
    metadata,
    Column("name", Text, primary_key=True),
    Column("client", Text, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    ForeignKeyConstraint(["client", "key_version"], ["client_key.client", "client_key.version"]),
)

approval = Table(
    "approval",
    metadata,
    Column("proposal", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("proposer", Text, nullable=False),
    Column("approver", Text, nullable=False),
    Column("at", Text, nullable=False),
    CheckConstraint("approver <> proposer", name="approver_is_not_proposer"),
)

anchor = Table(
    "anchor",
    metadata,
    Column("covers", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("signature", Text, nullable=False),
    Column("peaks", LargeBinary, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("ended", Text),
)

fact = Table("fact", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

APPEND_ONLY = ("audit_event", "event_index", "event_security", "record", "blob", "approval", "anchor", "fact")
"""Tables whose rows are written once. REPLACE deletes first, which the delete trigger sees (recursive_triggers)."""


def trigger_statements() -> tuple[str, ...]:
    """The SQL of the append-only triggers, one for UPDATE and one for DELETE on each table."""
    return tuple(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    )
