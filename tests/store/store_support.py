"""The small sentences that store tests are made of."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from core.audit import Verdict, verify
from core.domain.event import Event
from core.store import Store, Transaction

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def ref(data: bytes) -> str:
    """How a kept file is named."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def log(
    tx: Transaction, entity: str, entity_id: str, version: int = 1, at: datetime = NOON, payload: str | None = None
) -> Event:
    """One event by the invented advisor Ana."""
    return tx.append(
        at=at, actor="ana", role="advisor", kind=f"{entity}.saved", entity=entity, entity_id=entity_id,
        version=version, payload=payload,
    )  # fmt: skip


def put(
    tx: Transaction, kind: str, id: str, version: int, body: bytes, client: str | None = None,
    index: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """One version and its event, in the caller's transaction; the hash of what was stored."""
    stored = tx.put(kind, id, version, body, client=client, index=index)
    log(tx, kind, id, version)
    return stored


def save(store: Store, kind: str, id: str, version: int, body: bytes, client: str | None = None) -> None:
    """One version and its event, in a transaction of their own."""
    with store.transaction() as tx:
        put(tx, kind, id, version, body, client)


def verdict(store: Store) -> Verdict:
    """What `verify` says of everything in the store."""
    with store.trail() as trail:
        return verify(
            trail.rows(), trail.anchors, trail.public_keys, files=trail.anchor_files, head=trail.head,
            records=trail.records(), broken_files=trail.broken_files(), notes=trail.notes(),
        )  # fmt: skip
