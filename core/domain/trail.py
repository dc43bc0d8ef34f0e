"""The audit trail's nouns: a sealed event, an anchor over the first records, the head mark, the tree of hashes.

The trail is written by `core.store` and checked by `core.audit`; they share these nouns and nothing else.
Chain: the hash of an event is the SHA-256 of its RFC 8785 bytes and stands in the next one as `previous`.
Tree: RFC 6962, section 2.1, over the entries `body + signature` in order, kept as the roots of its full
subtrees from left to right (one for each bit of the count), so that adding an event touches few hashes.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.domain.canonical import canonical_bytes

GENESIS = "0" * 64
"""What stands as `previous` in the first event."""

HANDED_OVER = "key.handed_over"
"""The kind of the event that names the next signing key (public, hex) in its note, signed with the one before."""

Peaks = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class SealedEvent:
    """One row of the trail as stored: the event's canonical bytes, their SHA-256 in hex, the Ed25519 signature."""

    seq: int
    body: bytes
    hash: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is signed and carried outside the database: the first `count` events in one hash, and the last link.

    root : RFC 6962 tree head, hex; head : hash of event `count`; key : the public key, hex
    """

    count: int
    root: str
    head: str
    at: datetime
    key: str


@dataclass(frozen=True, slots=True)
class SignedAnchor:
    """An anchor with the signature (hex) over its canonical bytes."""

    anchor: Anchor
    signature: str

    @property
    def body(self) -> bytes:
        """The bytes that are signed."""
        return canonical_bytes(self.anchor)


@dataclass(frozen=True, slots=True)
class HeadMark:
    """The trail held at least `mark_count` events, the last of them with this hash: written after each commit."""

    mark_count: int
    head: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head mark with the signature (hex) over its canonical bytes."""

    mark: HeadMark
    signature: str

    @property
    def body(self) -> bytes:
        """The bytes that are signed."""
        return canonical_bytes(self.mark)


@dataclass(frozen=True, slots=True)
class StoredHash:
    """What a version table holds now: SHA-256 hex of the stored (encrypted) bytes of one version."""

    kind: str
    id: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredApproval:
    """What the table of approvals holds now."""

    proposal: str
    version: int
    approver: str


def link_hash(body: bytes) -> str:
    """SHA-256 hex of an event's bytes: its place in the chain."""
    return hashlib.sha256(body).hexdigest()


def add_leaf(peaks: Peaks, count: int, entry: bytes) -> Peaks:
    """The peaks of the tree with one more entry; `count` is the number of entries before it."""
    node = hashlib.sha256(b"\x00" + entry).digest()
    kept = len(peaks)
    while count & 1:
        kept -= 1
        node = hashlib.sha256(b"\x01" + peaks[kept] + node).digest()
        count >>= 1
    return (*peaks[:kept], node)


def tree_head(peaks: Peaks) -> str:
    """The RFC 6962 root, hex, of the tree with these peaks; SHA-256 of nothing for the empty tree."""
    if not peaks:
        return hashlib.sha256(b"").hexdigest()
    node = peaks[-1]
    for peak in reversed(peaks[:-1]):
        node = hashlib.sha256(b"\x01" + peak + node).digest()
    return node.hex()


def tree_of(entries: Iterable[bytes]) -> Peaks:
    """The peaks of the tree over all entries."""
    peaks: Peaks = ()
    for count, entry in enumerate(entries):
        peaks = add_leaf(peaks, count, entry)
    return peaks
