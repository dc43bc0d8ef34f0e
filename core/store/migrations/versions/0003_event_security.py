"""Which events concern a security; filled when the home is opened, as the keys are needed for it."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table and forbid changes of it."""
    op.execute(
        "CREATE TABLE event_security (token TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (token, seq)) "
        "WITHOUT ROWID"
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_security_no_{verb.lower()} BEFORE {verb} ON event_security "
            f"BEGIN SELECT RAISE(ABORT, 'event_security is append-only'); END"
        )
