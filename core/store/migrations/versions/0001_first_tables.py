"""The first tables: the trail, versions, files, client keys, approvals, anchors, sessions."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """
    CREATE TABLE audit_event (
        seq INTEGER NOT NULL, body BLOB NOT NULL, hash TEXT NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (seq)
    )""",
    """
    CREATE TABLE client_key (
        client TEXT NOT NULL, version INTEGER NOT NULL, master TEXT NOT NULL, wrapped BLOB, erased_at TEXT,
        PRIMARY KEY (client, version),
        CONSTRAINT erased_or_wrapped CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
    )""",
    """
    CREATE TABLE record (
        kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, client TEXT NOT NULL,
        key_version INTEGER NOT NULL, body BLOB NOT NULL, facts BLOB NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (kind, id, version),
        FOREIGN KEY (client, key_version) REFERENCES client_key (client, version),
        CONSTRAINT versions_from_one CHECK (version >= 1)
    )""",
    """
    CREATE TABLE blob (
        name TEXT NOT NULL, client TEXT NOT NULL, key_version INTEGER NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (name),
        FOREIGN KEY (client, key_version) REFERENCES client_key (client, version)
    )""",
    """
    CREATE TABLE approval (
        proposal TEXT NOT NULL, version INTEGER NOT NULL, proposer TEXT NOT NULL, approver TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (proposal, version),
        CONSTRAINT approver_is_not_proposer CHECK (approver <> proposer)
    )""",
    """
    CREATE TABLE anchor (
        covers INTEGER NOT NULL, body BLOB NOT NULL, signature TEXT NOT NULL, peaks BLOB NOT NULL,
        PRIMARY KEY (covers)
    )""",
    """
    CREATE TABLE session (
        token_hash TEXT NOT NULL, person TEXT NOT NULL, started TEXT NOT NULL, seen TEXT NOT NULL, ended TEXT,
        PRIMARY KEY (token_hash)
    )""",
    "CREATE TABLE fact (name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name))",
)
APPEND_ONLY = ("audit_event", "record", "blob", "approval", "anchor", "fact")


def upgrade() -> None:
    """Make the tables, and the triggers that abort every UPDATE and DELETE of what is written once."""
    for statement in TABLES:
        op.execute(statement)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
