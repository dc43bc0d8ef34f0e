"""A write transaction: nouns, files, approvals and their events, all of them or none."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from core.domain.canonical import canonical_bytes, digest_of_bytes, from_plain, load_json, to_plain
from core.domain.errors import BadInput, CoreError, NotAllowed, OutOfDate
from core.domain.event import Event
from core.domain.trail import (
    GENESIS,
    HANDED_OVER,
    Anchor,
    HeadMark,
    Peaks,
    SignedAnchor,
    SignedHead,
    add_leaf,
    link_hash,
    tree_head,
)
from core.store import client_keys
from core.store.blobs import Blobs, sha256
from core.store.envelope import Place, hidden_name, new_key, seal
from core.store.keys import KeyRing, public_half
from core.store.search import index_row
from core.store.securities import write_tokens
from core.store.signing_keys import note_key
from core.store.tables import anchor, approval, audit_event, blob, event_index, record

HASH_BYTES = 32


class TrailBroken(CoreError):
    """The trail was tampered with since its last anchor: no further anchor vouches for it."""


class Transaction:
    """What `Store.transaction()` hands out; nothing of it is visible to others before the end of the block."""

    def __init__(self, connection: Connection, ring: KeyRing, blobs: Blobs) -> None:
        self._connection = connection
        self.ring = ring
        self._blobs = blobs
        self._signer = Ed25519PrivateKey.from_private_bytes(ring.signing)
        self._public_before = self._signer.public_key()
        self._count, self._head = self._standing_head()
        self._before = self._count
        self._last_at: datetime | None = None
        self._unlogged: dict[tuple[str, str, int], str] = {}
        self._clients: dict[tuple[str, str, int], str] = {}
        self._anchored: list[SignedAnchor] = []
        self.erased = False

    def put(
        self,
        kind: str,
        id: str,
        version: int,
        noun_bytes: bytes,
        *,
        client: str | None = None,
        index: Mapping[str, str] | None = None,
    ) -> str:
        """Store one version, encrypted with the client's data key (the firm's where no client is named).

        Returns the SHA-256 of the stored bytes, which its event carries. Raises OutOfDate where the version is
        already there. The block must append an event for it.
        """
        holder = client or client_keys.FIRM
        key = client_keys.data_key_for_writing(self._connection, self.ring, holder)
        row = (kind, id, version, holder)
        body = seal(key, noun_bytes, Place("record", "body", row, client_keys.FIRST))
        facts = seal(key, canonical_bytes(dict(index or {})), Place("record", "facts", row, client_keys.FIRST))
        values = {"kind": kind, "id": id, "version": version, "client": holder, "key_version": client_keys.FIRST}
        stored = sha256(body)
        try:
            self._connection.execute(insert(record).values(**values, body=body, facts=facts, sha256=stored))
        except IntegrityError as error:
            if "UNIQUE" not in str(error.orig):
                raise
            raise OutOfDate(f"Somebody else has stored version {version} of {kind} {id}; look at it first.") from None
        self._unlogged[kind, id, version] = stored
        self._clients[kind, id, version] = client or ""
        return stored

    def put_blob(self, ref: str, data: bytes, *, client: str | None = None) -> None:
        """Keep a file, encrypted; `ref` is `sha256:…` of its bytes. A file that is there already stays as it is."""
        if ref != digest_of_bytes(data):
            raise BadInput("ref", "is not the SHA-256 of the file's bytes")
        holder = client or client_keys.FIRM
        key = client_keys.data_key_for_writing(self._connection, self.ring, holder)
        name = hidden_name(key, ref)
        if self._connection.execute(select(blob.c.name).where(blob.c.name == name)).first():
            return
        sealed = seal(key, data, Place("blob", "file", (name, holder), client_keys.FIRST))
        self._blobs.write(name, sealed)
        row = {"name": name, "client": holder, "key_version": client_keys.FIRST, "sha256": sha256(sealed)}
        self._connection.execute(insert(blob).values(**row))

    def append(
        self,
        *,
        at: datetime,
        actor: str,
        role: str,
        kind: str,
        entity: str,
        entity_id: str,
        version: int,
        payload: str | None = None,
        note: str = "",
        client: str = "",
        securities: Iterable[str] = (),
    ) -> Event:
        """Append one event, chained to the last and signed.

        `payload` is the hash of what this block stored as that version of that entity, found by itself; given,
        it must be that hash ("" where nothing was stored). Client data never stands in an event; `client` is the
        id that it is found by beside the event, by itself that of what was stored; `securities` are the symbols
        that it concerns, kept beside the event as keyed hashes.
        """
        stored = self._unlogged.pop((entity, entity_id, version), "")
        if payload is not None and payload.removeprefix("sha256:") != stored:
            raise BadInput("payload", f"is not the hash of what this block stored as {entity} {entity_id} v{version}")
        event = Event(self._count + 1, self._head, at, actor, role, kind, entity, entity_id, version, stored, note)
        body = canonical_bytes(event)
        self._head = link_hash(body)
        row = {"seq": event.seq, "body": body, "hash": self._head, "signature": self._signer.sign(body)}
        self._connection.execute(insert(audit_event).values(**row))
        found_by = client or self._clients.get((entity, entity_id, version), "")
        self._connection.execute(insert(event_index).values(**index_row(event, found_by)))
        self._about(event.seq, found_by, securities)
        self._count, self._last_at = event.seq, at
        return event

    def approve(self, proposal_id: str, version: int, *, proposer: str, approver: str, at: datetime) -> None:
        """Note an approval, once for a proposal's version; the database itself refuses the proposer as approver."""
        row = {"proposal": proposal_id, "version": version, "proposer": proposer, "approver": approver}
        try:
            self._connection.execute(insert(approval).values(**row, at=to_plain(at)))
        except IntegrityError as error:
            if "approver_is_not_proposer" in str(error.orig):
                raise NotAllowed("Whoever proposed it may not approve it.") from None
            raise OutOfDate(f"Version {version} of proposal {proposal_id} is already approved.") from None

    def anchor(self, at: datetime) -> SignedAnchor:
        """Sign the tree over all events so far; it lies outside the database once the block has ended.

        Raises TrailBroken where an event since the last anchor does not carry this house's signature.
        """
        standing = self._connection.execute(select(anchor).order_by(anchor.c.covers.desc()).limit(1)).first()
        if standing is not None and standing.covers == self._count:
            return SignedAnchor(from_plain(Anchor, load_json(standing.body, "anchor")), standing.signature)
        if standing is not None and standing.covers > self._count:
            raise TrailBroken(f"The trail ends before its anchor over {standing.covers} records; run verify.")
        start, peaks = (standing.covers, _unpacked(standing.peaks)) if standing else (0, ())
        peaks = self._grown(start, peaks)
        made = Anchor(self._count, tree_head(peaks), self._head, at, self.ring.public.hex())
        signed = SignedAnchor(made, self._signer.sign(canonical_bytes(made)).hex())
        row = {"covers": made.count, "body": signed.body, "signature": signed.signature, "peaks": b"".join(peaks)}
        self._connection.execute(insert(anchor).values(**row))
        self._anchored.append(signed)
        return signed

    def replace_signing_key(self, at: datetime, actor: str, role: str) -> Event:
        """Hand the trail over to a fresh signing key: the old one signs the event that names the new one.

        All that follows is signed with the new key, and an anchor signed with it covers all that came before.
        """
        fresh = new_key()
        public = public_half(fresh)
        place = note_key(self._connection, public)
        event = self.append(
            at=at, actor=actor, role=role, kind=HANDED_OVER, entity="signing_key", entity_id=f"{place}", version=1,
            note=public.hex(),
        )  # fmt: skip
        self.ring = self.ring.with_signing(fresh)
        self._signer = Ed25519PrivateKey.from_private_bytes(fresh)
        self.anchor(at)
        return event

    def erase_client(self, client: str, at: datetime) -> None:
        """Erase the client's data key: nothing of theirs can be read again, and the trail still verifies."""
        client_keys.erase(self._connection, client, at)
        self.erased = True

    def finish(self) -> tuple[SignedAnchor, ...]:
        """Called at the end of the block: every noun has its event, and each day with events has an anchor.

        The day's own anchor is left out over a broken trail, so that somebody can still sign in and verify it.
        """
        for kind, id, version in self._unlogged:
            raise BadInput(kind, f"{id} v{version} was stored without its event")
        if self._last_at is not None and self._first_of_its_day(self._last_at):
            with suppress(TrailBroken):
                self.anchor(self._last_at)
        return tuple(self._anchored)

    def head_mark(self) -> SignedHead | None:
        """The mark of the new head, or None where no event was appended."""
        if self._last_at is None:
            return None
        mark = HeadMark(self._count, self._head, self._last_at)
        return SignedHead(mark, self._signer.sign(canonical_bytes(mark)).hex())

    def _about(self, seq: int, client: str, securities: Iterable[str]) -> None:
        named = tuple(securities)
        if named:
            key = client_keys.data_key_for_writing(self._connection, self.ring, client or client_keys.FIRM)
            write_tokens(self._connection, key, seq, named)

    def _standing_head(self) -> tuple[int, str]:
        query = select(audit_event.c.seq, audit_event.c.hash).order_by(audit_event.c.seq.desc()).limit(1)
        row = self._connection.execute(query).first()
        return (row.seq, row.hash) if row else (0, GENESIS)

    def _grown(self, start: int, peaks: Peaks) -> Peaks:
        columns = audit_event.c.seq, audit_event.c.body, audit_event.c.signature
        rows = self._connection.execute(select(*columns).where(audit_event.c.seq > start).order_by(audit_event.c.seq))
        for count, row in enumerate(rows, start):
            if row.seq <= self._before:
                try:
                    self._public_before.verify(row.signature, row.body)
                except InvalidSignature:
                    raise TrailBroken(f"Record {row.seq} of the trail was tampered with; run verify.") from None
            peaks = add_leaf(peaks, count, row.body + row.signature)
        return peaks

    def _first_of_its_day(self, at: datetime) -> bool:
        row = self._connection.execute(select(anchor.c.body).order_by(anchor.c.covers.desc()).limit(1)).first()
        return row is None or from_plain(Anchor, load_json(row.body, "anchor")).at.date() != at.date()


def _unpacked(peaks: bytes) -> Peaks:
    return tuple(peaks[start : start + HASH_BYTES] for start in range(0, len(peaks), HASH_BYTES))
