"""What there is to check: rows, anchors, stored hashes, files and witnesses, read in one snapshot and streamed."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, cast, select, text

from core.domain.errors import BadInput, NotFound
from core.domain.trail import SealedEvent, SignedAnchor, SignedHead, StoredHash
from core.store.blobs import Blobs
from core.store.tables import APPEND_ONLY, anchor, audit_event, blob, record
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
    broken_files=t.broken_files(), notes=t.notes())` inside `with store.trail() as t`.
    """

    def __init__(
        self, connection: Connection, found: Found, blobs: Blobs, public_keys: tuple[bytes, ...], notes: tuple[str, ...]
    ) -> None:
        self._connection = connection
        self._blobs = blobs
        self._found = found
        self._notes = notes
        self.public_keys = public_keys

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
