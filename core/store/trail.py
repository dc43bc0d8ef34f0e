"""What there is to check: rows, anchors, stored hashes, files and witnesses, read in one snapshot and streamed."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, LargeBinary, cast, select, text

from core.domain.errors import BadInput, NotFound
from core.domain.trail import SealedEvent, SignedAnchor, SignedHead, StoredApproval, StoredHash
from core.store import client_keys
from core.store.blobs import Blobs
from core.store.envelope import Place, WrongKey, hidden_name, unseal
from core.store.keys import KeyMissing, KeyRing
from core.store.securities import SymbolsOf, disagreeing
from core.store.tables import APPEND_ONLY, anchor, approval, audit_event, blob, client_key, record
from core.store.witness import Found, anchor_from

PAGE = 2_000
INDEX_DISAGREES = """
    WITH one AS (
        SELECT i.*, CASE WHEN json_valid(CAST(e.body AS TEXT)) THEN CAST(e.body AS TEXT) ELSE '{}' END AS body
        FROM audit_event e LEFT JOIN event_index i ON i.seq = e.seq
    )
    SELECT count(*) FROM one WHERE seq IS NULL OR kind IS NOT body ->> 'kind' OR actor IS NOT body ->> 'actor'
        OR at IS NOT body ->> 'at' OR entity_id IS NOT body ->> 'entity_id'
"""
"""How many records are not found by what they say."""


class Trail:
    """The arguments of `core.audit.verify`, from one moment of the store.

    `verify(t.rows(), t.anchors, t.public_keys, files=t.anchor_files, head=t.head, records=t.records(),
    approvals=t.approvals(), broken_files=(*t.broken_files(), *t.broken_facts()), notes=t.notes())` inside
    `with store.trail() as t`.
    """

    def __init__(
        self, connection: Connection, found: Found, blobs: Blobs, ring: KeyRing, notes: tuple[str, ...]
    ) -> None:
        self._connection = connection
        self._ring = ring
        self._blobs = blobs
        self._found = found
        self._notes = notes
        self.public_keys = ring.publics

    @property
    def anchor_files(self) -> tuple[SignedAnchor, ...]:
        """Anchors that lie outside the database."""
        return self._found.anchors

    @property
    def head(self) -> SignedHead | None:
        """The head mark that lies outside the database."""
        return self._found.head

    @property
    def anchors(self) -> tuple[SignedAnchor, ...]:
        """Anchors that the database holds; a row that does not read is left out (its file then has no twin)."""
        found = []
        for row in self._connection.execute(select(anchor).order_by(anchor.c.covers)):
            try:
                found.append(anchor_from(row.body, row.signature))
            except BadInput:
                continue
        return tuple(found)

    def rows(self) -> Iterator[SealedEvent]:
        """The events as stored, in order."""
        columns = audit_event.c.seq, cast(audit_event.c.body, LargeBinary).label("body"), audit_event.c.hash
        query = select(*columns, cast(audit_event.c.signature, LargeBinary).label("signature"))
        result = self._connection.execution_options(yield_per=PAGE).execute(query.order_by(audit_event.c.seq))
        for seq, body, hash_, signature in result:
            yield SealedEvent(seq, body, hash_, signature)

    def records(self) -> Iterator[StoredHash]:
        """The hash, counted now, of every stored version."""
        columns = record.c.kind, record.c.id, record.c.version, cast(record.c.body, LargeBinary)
        result = self._connection.execution_options(yield_per=PAGE).execute(select(*columns))
        for kind, id, version, body in result:
            yield StoredHash(kind, id, version, hashlib.sha256(body).hexdigest())

    def approvals(self) -> Iterator[StoredApproval]:
        """Every row of the table of approvals."""
        for row in self._connection.execute(select(approval.c.proposal, approval.c.version, approval.c.approver)):
            yield StoredApproval(*row)

    def broken_facts(self) -> tuple[str, ...]:
        """One sentence for each stored version whose search facts do not open: they, their client or key were changed.

        The bodies are held against the trail; what lies beside them is held by its own seal.
        """
        columns = record.c.kind, record.c.id, record.c.version, record.c.client, record.c.key_version, record.c.facts
        keys, lost = self._data_keys()
        sentences = [f"The data key of client {client} does not open any more." for client, _ in sorted(lost)]
        for row in self._connection.execution_options(yield_per=PAGE).execute(select(*columns)):
            key = keys.get((row.client, row.key_version))
            if key is not None and not _opens(key, row):
                sentences.append(f"What {row.kind} {row.id} v{row.version} is found by was changed.")
        return tuple(sentences)

    def broken_securities(self, symbols_of: SymbolsOf, kinds: Collection[str]) -> tuple[str, ...]:
        """One sentence for each event that is not found by just the securities of what it stored."""
        return tuple(disagreeing(self._connection, self._data_keys()[0], symbols_of, kinds))

    def lacking(self, kept: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The files (`sha256:…` and client) that no row names any more; of an erased client nothing is asked."""
        keys, _ = self._data_keys()
        names = set(self._connection.execute(select(blob.c.name)).scalars())
        wanted = ((ref, keys.get((client, client_keys.FIRST))) for ref, client in kept)
        return tuple(ref for ref, key in wanted if key is not None and hidden_name(key, ref) not in names)

    def _data_keys(self) -> tuple[dict[tuple[str, int], bytes], set[tuple[str, int]]]:
        """Every data key that opens, and which of those that were not erased do not."""
        keys: dict[tuple[str, int], bytes] = {}
        lost = set()
        for row in self._connection.execute(select(client_key).where(client_key.c.wrapped.is_not(None))):
            try:
                opened = client_keys.unwrapped(self._ring, row.client, row.version, row.master, row.wrapped)
                keys[row.client, row.version] = opened
            except (WrongKey, KeyMissing):
                lost.add((row.client, row.version))
        return keys, lost

    def broken_files(self) -> tuple[str, ...]:
        """One sentence for each kept file that is gone or was changed."""
        sentences = []
        for name, expected in self._connection.execute(select(blob.c.name, blob.c.sha256).order_by(blob.c.name)):
            try:
                if hashlib.sha256(self._blobs.read(name)).hexdigest() != expected:
                    sentences.append(f"The stored file {name[:12]}… was changed.")
            except NotFound:
                sentences.append(f"The stored file {name[:12]}… is missing.")
        return tuple(sentences)

    def notes(self) -> tuple[str, ...]:
        """What weakens the trail without breaking it: keys beside the log, missing triggers, unreadable witnesses."""
        named = self._connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        there = set(named.scalars())
        bare = [table for table in APPEND_ONLY if not {f"{table}_no_update", f"{table}_no_delete"} <= there]
        lost = (f"The append-only triggers of {', '.join(bare)} are missing.",) if bare else ()
        odd = tuple(f"The file {name} in the anchors folder cannot be read." for name in self._found.unreadable)
        return (*self._notes, *lost, *odd, *self._index_notes())

    def _index_notes(self) -> tuple[str, ...]:
        wrong = self._connection.execute(text(INDEX_DISAGREES)).scalar()
        return (f"The search index disagrees with {wrong} records: a search may not find them.",) if wrong else ()


def _opens(key: bytes, row: Any) -> bool:
    place = Place("record", "facts", (row.kind, row.id, row.version, row.client), row.key_version)
    try:
        unseal(key, row.facts, place)
    except (WrongKey, TypeError):
        return False
    return True
