"""Bring a database to the tables of this version: Alembic, under the write lock, once however many open it."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from core.store.database import FileDatabase
from core.store.tables import metadata, trigger_statements

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
HEAD = "0003"
"""The newest migration."""


def bring_up_to_date(database: FileDatabase) -> None:
    """Run the migrations that a database has not seen; nothing to do is the usual answer, and quick."""
    with database.reading() as connection:
        if revision(connection) == HEAD:
            return
    with database.writing() as connection:
        if revision(connection) != HEAD:
            _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """The migration that the database stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def make_tables(connection: Connection) -> None:
    """The tables and triggers of this version at once, for a database in memory."""
    metadata.create_all(connection)
    for statement in trigger_statements():
        connection.exec_driver_sql(statement)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
