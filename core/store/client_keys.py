"""Each client's data key: made at the first value, wrapped by the master key, erased to forget the client.

Values that belong to no client are encrypted with the data key of the holder `firm`.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from core.domain.canonical import to_plain
from core.domain.errors import NotFound
from core.store.envelope import Place, key_id, new_key, seal, unseal
from core.store.keys import KeyRing
from core.store.tables import client_key

FIRM = "firm"
FIRST = 1


class Erased(NotFound):
    """The client's data key was erased: what was stored can never be read again."""


def place_of_key(client: str, version: int, master: str) -> Place:
    """Where a wrapped data key stands."""
    return Place("client_key", "wrapped", (client, master), version)


def data_key(connection: Connection, ring: KeyRing, client: str, version: int = FIRST) -> bytes:
    """The client's data key; Erased where it is gone, NotFound where the client never had one."""
    query = select(client_key).where(client_key.c.client == client, client_key.c.version == version)
    row = connection.execute(query).first()
    if row is None:
        raise NotFound(f"Nothing is stored of client '{client}'.")
    return unwrapped(ring, row.client, row.version, row.master, row.wrapped)


def unwrapped(ring: KeyRing, client: str, version: int, master: str, wrapped: bytes | None) -> bytes:
    """A data key from its row."""
    if wrapped is None:
        raise Erased(f"The data of client '{client}' was erased.")
    return unseal(ring.master_of(master), wrapped, place_of_key(client, version, master))


def data_key_for_writing(connection: Connection, ring: KeyRing, client: str) -> bytes:
    """The same, made now for a client seen for the first time."""
    known = select(client_key.c.version).where(client_key.c.client == client)
    if connection.execute(known).first() is None:
        key, master = new_key(), key_id(ring.master)
        wrapped = seal(ring.master, key, place_of_key(client, FIRST, master))
        connection.execute(insert(client_key).values(client=client, version=FIRST, master=master, wrapped=wrapped))
        return key
    return data_key(connection, ring, client)


def data_keys(connection: Connection, ring: KeyRing, client: str = "") -> Iterator[bytes]:
    """Every data key that can still be read, of one client where it is named."""
    query = select(client_key).where(client_key.c.wrapped.is_not(None))
    rows = connection.execute(query.where(client_key.c.client == client) if client else query)
    for row in rows:
        yield unwrapped(ring, row.client, row.version, row.master, row.wrapped)


def erase(connection: Connection, client: str, at: datetime) -> None:
    """Forget the client: without the data key every stored value of theirs is noise, in backups of values too."""
    gone = update(client_key).where(client_key.c.client == client, client_key.c.wrapped.is_not(None))
    if connection.execute(gone.values(wrapped=None, erased_at=to_plain(at))).rowcount == 0:
        raise NotFound(f"Nothing is stored of client '{client}'.")


def rewrap(connection: Connection, ring: KeyRing, batch: int) -> int:
    """Wrap up to `batch` data keys anew under the current master key; returns how many were still under another."""
    current = key_id(ring.master)
    query = select(client_key).where(client_key.c.master != current, client_key.c.wrapped.is_not(None)).limit(batch)
    rows = connection.execute(query).all()
    for row in rows:
        key = unwrapped(ring, row.client, row.version, row.master, row.wrapped)
        wrapped = seal(ring.master, key, place_of_key(row.client, row.version, current))
        one = (client_key.c.client == row.client) & (client_key.c.version == row.version)
        connection.execute(update(client_key).where(one).values(master=current, wrapped=wrapped))
    return len(rows)
