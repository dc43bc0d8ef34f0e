"""The witnesses outside the database: anchor files, and the head mark that follows every commit.

An anchor is written into the folder `pending` before its transaction commits and moved out of it after: so a crash
in between can be told from a file that somebody removed. The head mark is a lower bound: it may lag, it never leads.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.domain.canonical import canonical_bytes, from_plain, load_json, to_plain
from core.domain.errors import BadInput
from core.domain.trail import Anchor, SignedAnchor, SignedHead
from core.store.files import write_over

HEAD_FILE = "head.json"
PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the folder: readable anchors, the head mark, and the names of files that do not read."""

    anchors: tuple[SignedAnchor, ...]
    head: SignedHead | None
    unreadable: tuple[str, ...]


class FolderWitness:
    """Anchors and the head mark as files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def announce(self, signed: SignedAnchor) -> None:
        """Before the commit: the anchor among the pending ones."""
        name = f"anchor-{signed.anchor.count:09d}-{signed.anchor.root[:12]}.json"
        write_over(self._folder / PENDING / name, anchor_text_bytes(signed))

    def settle(self, committed: frozenset[int]) -> None:
        """Move pending anchors that were committed to their place; remove the others. Needs the write lock."""
        for path in self._folder.glob(f"{PENDING}/anchor-*.json"):
            if int(path.name.split("-")[1]) in committed:
                path.replace(self._folder / path.name)
            else:
                path.unlink(missing_ok=True)

    def waiting(self) -> bool:
        """Whether an anchor is still among the pending ones."""
        return any(self._folder.glob(f"{PENDING}/anchor-*.json"))

    def mark(self, signed: SignedHead) -> None:
        """Replace the head mark, unless one over more events is there."""
        standing = self._head()
        if standing is None or standing.mark.mark_count < signed.mark.mark_count:
            plain = {"mark": to_plain(signed.mark), "signature": signed.signature}
            write_over(self._folder / HEAD_FILE, canonical_bytes(plain) + b"\n", durable=False)

    def found(self) -> Found:
        """Everything in the folder."""
        anchors, unreadable = [], []
        for path in sorted(self._folder.glob("anchor-*.json")):
            signed = _read(path, SignedAnchor)
            if signed is None:
                unreadable.append(path.name)
            else:
                anchors.append(signed)
        head = self._head()
        if head is None and (self._folder / HEAD_FILE).exists():
            unreadable.append(HEAD_FILE)
        return Found(tuple(anchors), head, tuple(unreadable))

    def _head(self) -> SignedHead | None:
        found: SignedHead | None = _read(self._folder / HEAD_FILE, SignedHead)
        return found


@dataclass
class MemoryWitness:
    """The same, kept in memory beside a database in memory."""

    _pending: list[SignedAnchor] = field(default_factory=list)
    _anchors: list[SignedAnchor] = field(default_factory=list)
    _head: SignedHead | None = None

    def announce(self, signed: SignedAnchor) -> None:
        """Before the commit."""
        self._pending.append(signed)

    def settle(self, committed: frozenset[int]) -> None:
        """Keep what was committed."""
        self._anchors += [signed for signed in self._pending if signed.anchor.count in committed]
        self._pending.clear()

    def waiting(self) -> bool:
        """Whether an anchor is not settled yet."""
        return bool(self._pending)

    def mark(self, signed: SignedHead) -> None:
        """Replace the head mark."""
        self._head = signed

    def found(self) -> Found:
        """Everything kept."""
        return Found(tuple(self._anchors), self._head, ())


Witness = FolderWitness | MemoryWitness


def anchor_text_bytes(signed: SignedAnchor) -> bytes:
    """The content of an anchor file."""
    return canonical_bytes({"anchor": to_plain(signed.anchor), "signature": signed.signature}) + b"\n"


def anchor_from(body: bytes, signature: str) -> SignedAnchor:
    """An anchor from its row in the database."""
    return SignedAnchor(from_plain(Anchor, load_json(body, "anchor")), signature)


def _read(path: Path, noun: type[Any]) -> Any:
    try:
        return from_plain(noun, load_json(path.read_bytes(), path.name))
    except (OSError, BadInput):
        return None
