"""The store: versions of nouns, encrypted files, the trail. Read here; write inside `transaction()`."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from core.domain.canonical import digest_of_bytes, from_plain
from core.domain.errors import NotFound
from core.domain.event import Event
from core.domain.trail import SignedAnchor
from core.store import client_keys
from core.store.blobs import Blobs
from core.store.database import Database
from core.store.envelope import Place, WrongKey, hidden_name, unseal
from core.store.keys import KeyRing, Keys
from core.store.search import Wanted, bodies_of, kinds_of
from core.store.securities import SymbolsOf, index_all, is_indexed, tokens_of
from core.store.sessions import Sessions
from core.store.signing_keys import known_keys
from core.store.tables import anchor, audit_event, blob, client_key, record
from core.store.trail import Trail
from core.store.transaction import Transaction
from core.store.witness import Found, Witness, anchor_from


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest version of one noun, with what was indexed of it."""

    id: str
    version: int
    index: Mapping[str, str]


class Store:
    """One open home. Every method opens its own connection; a transaction is one, and one writer at a time."""

    def __init__(
        self, database: Database, ring: KeyRing, blobs: Blobs, witness: Witness, notes: tuple[str, ...], keys: Keys
    ) -> None:
        self._database = database
        self._ring = ring
        self._blobs = blobs
        self._witness = witness
        self._notes = notes
        self._keys = keys
        self.sessions = Sessions(database)

    @property
    def public_key(self) -> bytes:
        """The key that checks the trail's newest signatures, raw Ed25519."""
        return self._ring.public

    @property
    def public_keys(self) -> tuple[bytes, ...]:
        """Every key that the trail was ever signed with, oldest first; the last is `public_key`."""
        return self._ring.publics

    def derived_key(self, purpose: str) -> bytes:
        """64 secret bytes for one purpose, always the same in this home; they come from its signing key."""
        return self._ring.derived(purpose)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Everything done in the block becomes visible at its end, or nothing where anything is raised."""
        with self._database.writing() as connection:
            self._settle(connection)
            tx = Transaction(connection, self._ring_now(connection), self._blobs)
            yield tx
            anchors = tx.finish()
            for signed in anchors:
                self._witness.announce(signed)
            if tx.ring is not self._ring:
                self._keys.announce(tx.ring.signing)
        if tx.ring is not self._ring:
            self._keys.settle(tx.ring)
            self._ring = tx.ring
        if tx.erased:
            self._database.fold_log()
        self._settle_now()
        mark = tx.head_mark()
        if mark is not None:
            self._witness.mark(mark)

    def get(self, kind: str, id: str, version: int | None = None) -> bytes | None:
        """The stored bytes of a version (the newest where none is named), or None; Erased for a forgotten client."""
        query = _records().where(record.c.kind == kind, record.c.id == id)
        if version is not None:
            query = query.where(record.c.version == version)
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(record.c.version.desc()).limit(1)).first()
        return None if row is None else self._open(row, "body")

    def latest(self, kind: str, **wanted: str) -> tuple[Latest, ...]:
        """The newest version of every noun of a kind, by id, with what was indexed; forgotten clients are left out.

        `wanted` keeps those whose index says so: `latest("proposal", household="H-0001")`.
        """
        found = (Latest(row.id, row.version, json.loads(self._open(row, "facts"))) for row in self._newest(kind))
        return tuple(one for one in found if all(one.index.get(name) == value for name, value in wanted.items()))

    def bodies(self, kind: str) -> tuple[bytes, ...]:
        """The stored bytes of the newest version of every noun of a kind, by id, in one read."""
        return tuple(self._open(row, "body") for row in self._newest(kind))

    def versions(self, kind: str, id: str) -> tuple[int, ...]:
        """The versions stored of one noun, oldest first."""
        query = select(record.c.version).where(record.c.kind == kind, record.c.id == id).order_by(record.c.version)
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def blob(self, ref: str, *, client: str | None = None) -> bytes:
        """A kept file by `sha256:…` of its bytes; NotFound, Erased, or WrongKey where it was changed."""
        holder = client or client_keys.FIRM
        with self._database.reading() as connection:
            key = client_keys.data_key(connection, self._ring, holder)
            name = hidden_name(key, ref)
            row = connection.execute(select(blob).where(blob.c.name == name)).first()
        if row is None:
            raise NotFound(f"There is no stored file {ref}.")
        data = unseal(key, self._blobs.read(name), Place("blob", "file", (name, holder), row.key_version))
        if digest_of_bytes(data) != ref:
            raise WrongKey(f"The stored file {ref} was changed.")
        return data

    def events(self, newest: int | None = None) -> tuple[Event, ...]:
        """The trail in order; only the `newest` so many where a number is given."""
        query = select(audit_event.c.body).order_by(audit_event.c.seq.desc()).limit(newest)
        with self._database.reading() as connection:
            bodies = connection.execute(query).scalars().all()
        return tuple(from_plain(Event, json.loads(body)) for body in reversed(bodies))

    def search(self, wanted: Wanted, newest: int = 500) -> tuple[Event, ...]:
        """The newest events that are wanted, newest first."""
        with self._database.reading() as connection:
            about = wanted.security.strip()
            tokens = tokens_of(connection, self._ring, about, wanted.client) if about else ()
            bodies = connection.execute(bodies_of(wanted, newest, tokens)).scalars().all()
        return tuple(from_plain(Event, json.loads(body)) for body in bodies)

    def event_kinds(self) -> tuple[str, ...]:
        """Every kind of event there is, by name; read from the index, one step for each kind."""
        with self._database.reading() as connection:
            return tuple(kinds_of(connection))

    def index_securities(self, symbols_of: SymbolsOf) -> None:
        """Let a trail from before events were found by security be found so; once in the life of a home."""
        with self._database.reading() as connection:
            if is_indexed(connection):
                return
        with self._database.writing() as connection:
            index_all(connection, self._ring, symbols_of)

    def last_anchor(self) -> SignedAnchor | None:
        """The newest anchor."""
        with self._database.reading() as connection:
            row = connection.execute(select(anchor).order_by(anchor.c.covers.desc()).limit(1)).first()
        return anchor_from(row.body, row.signature) if row else None

    @contextmanager
    def trail(self) -> Iterator[Trail]:
        """Everything that `core.audit.verify` looks at, all of one moment."""
        with self._database.snapshot(self._settled) as (connection, found):
            yield Trail(connection, found, self._blobs, self._ring, self._notes)

    def _ring_now(self, connection: Connection) -> KeyRing:
        """The keys, read again where another process replaced the signing key meanwhile."""
        known = known_keys(connection)
        if known[-1] != self._ring.public.hex():
            self._ring = self._keys.ring(known)
        return self._ring

    def _settle_now(self) -> None:
        if self._witness.waiting():
            with self._database.writing() as connection:
                self._settle(connection)

    def _settled(self, connection: Connection) -> Found:
        self._settle(connection)
        self._ring_now(connection)
        return self._witness.found()

    def _settle(self, connection: Connection) -> None:
        if self._witness.waiting():
            self._witness.settle(frozenset(connection.execute(select(anchor.c.covers)).scalars()))

    def _newest(self, kind: str) -> list[Any]:
        newest = select(record.c.id, func.max(record.c.version).label("version")).where(record.c.kind == kind)
        top = newest.group_by(record.c.id).subquery()
        same = and_(record.c.id == top.c.id, record.c.version == top.c.version)
        query = _records().join(top, same).where(record.c.kind == kind, client_key.c.wrapped.is_not(None))
        with self._database.reading() as connection:
            return list(connection.execute(query.order_by(record.c.id)))

    def _open(self, row: Any, column: str) -> bytes:
        key = client_keys.unwrapped(self._ring, row.client, row.key_version, row.master, row.wrapped)
        place = Place("record", column, (row.kind, row.id, row.version, row.client), row.key_version)
        return unseal(key, getattr(row, column), place)


def _records() -> Select[Any]:
    same = and_(client_key.c.client == record.c.client, client_key.c.version == record.c.key_version)
    return select(record, client_key.c.master, client_key.c.wrapped).join(client_key, same)
