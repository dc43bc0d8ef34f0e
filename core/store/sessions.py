"""Sessions as rows: who is signed in. Only the hash of a token is kept."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from core.domain.canonical import from_plain, to_plain
from core.domain.session import Session
from core.store.database import Database
from core.store.tables import session

TOKEN_BYTES = 32


class Sessions:
    """Open, look up and end sessions; when a session ends by itself is the noun's own rule."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, person: str, at: datetime) -> str:
        """A new session of that person; returns the token, which nothing here remembers."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        row = to_plain(Session(_hash(token), person, started=at, seen=at))
        with self._database.writing() as connection:
            connection.execute(insert(session).values(**row))
        return token

    def touch(self, token: str, at: datetime) -> str | None:
        """Whose session it is, now seen; None once it is idle, too old, ended, or was never there."""
        with self._database.writing() as connection:
            standing = _standing(connection, token)
            if standing is None or not standing.is_open(at):
                return None
            _set(connection, token, seen=to_plain(at))
            return standing.person

    def is_open(self, token: str, at: datetime) -> bool:
        """Whether the session stands, without its being seen: a page that renews itself keeps nobody signed in."""
        with self._database.reading() as connection:
            standing = _standing(connection, token)
        return standing is not None and standing.is_open(at)

    def close(self, token: str, at: datetime) -> None:
        """End a session; one that is not there is left alone."""
        with self._database.writing() as connection:
            _set(connection, token, ended=to_plain(at))

    def close_all(self, person: str, at: datetime) -> int:
        """End every session of a person; returns how many were still standing."""
        with self._database.writing() as connection:
            theirs = update(session).where(session.c.person == person, session.c.ended.is_(None))
            return connection.execute(theirs.values(ended=to_plain(at))).rowcount


def _standing(connection: Connection, token: str) -> Session | None:
    row = connection.execute(select(session).where(session.c.token_hash == _hash(token))).first()
    return from_plain(Session, dict(row._mapping), "session") if row else None


def _set(connection: Connection, token: str, **values: str) -> None:
    one = update(session).where(session.c.token_hash == _hash(token), session.c.ended.is_(None))
    connection.execute(one.values(**values))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
