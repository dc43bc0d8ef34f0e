"""Connections to SQLite: one for each use, durable, and writers that queue instead of failing.

WAL, synchronous=FULL, foreign keys, recursive triggers (REPLACE is seen by delete triggers), overwritten bytes
zeroed (secure_delete), and every write transaction begins IMMEDIATE: with a deferred BEGIN writers fail.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, StaticPool

T = TypeVar("T")

BUSY_SECONDS = 60
PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
)


class FileDatabase:
    """A database file: a connection for each use."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url, NullPool)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose reads all see one state."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one write transaction: committed at the end, rolled back when anything is raised."""
        with self._engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
            yield connection

    @contextmanager
    def snapshot(self, first: Callable[[Connection], T]) -> Iterator[tuple[Connection, T]]:
        """A connection that sees the moment at which `first` ran, while nobody could write, and what it gave."""
        with self._engine.connect() as connection:
            with self.writing() as lock:
                given = first(lock)
                connection.exec_driver_sql("SELECT 1 FROM sqlite_master")
            yield connection, given

    def fold_log(self) -> None:
        """Move the write-ahead log into the database and empty it, so that erased bytes lie nowhere."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


class MemoryDatabase:
    """A database in memory: one connection, one user at a time."""

    def __init__(self) -> None:
        self._connection = _engine("sqlite://", StaticPool).connect()
        self._lock = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, inside the caller's own transaction where one is open."""
        with self._lock:
            if self._connection.in_transaction():
                yield self._connection
            else:
                with self._connection.begin():
                    yield self._connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one write transaction: committed at the end, rolled back when anything is raised."""
        with self._lock, self._connection.begin():
            yield self._connection

    @contextmanager
    def snapshot(self, first: Callable[[Connection], T]) -> Iterator[tuple[Connection, T]]:
        """The connection, and what `first` gave."""
        with self.reading() as connection:
            yield connection, first(connection)

    def fold_log(self) -> None:
        """There is no log on disk."""


Database = FileDatabase | MemoryDatabase


def _engine(url: str, pool: Any) -> Engine:
    arguments = {"isolation_level": None, "check_same_thread": False, "timeout": BUSY_SECONDS}
    engine = create_engine(url, poolclass=pool, connect_args=arguments)

    @event.listens_for(engine, "connect")
    def set_up(raw: Any, _: Any) -> None:
        for pragma in PRAGMAS:
            raw.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

    return engine
