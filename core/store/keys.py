"""The keys outside the database: master keys that wrap data keys, and the key that signs the trail.

Master key: `PLUMBLINE_MASTER_KEY` (base64 of 32 bytes; several, comma between them, while a rotation runs: the
first is current), or the file `master.keys` (one a line, the first is current) in the keys folder. Signing key:
`signing.key`; `signing.earlier` holds the public halves of those that it replaced, in hex, oldest first. The folder
is 0700, files are 0600, made at the first opening of an empty database.
"""

import base64
import binascii
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.domain.errors import BadInput, CoreError
from core.store.envelope import KEY_BYTES, key_id, new_key
from core.store.files import make_folder, write_new, write_over

MASTER_VARIABLE = "PLUMBLINE_MASTER_KEY"
MASTER_FILE = "master.keys"
SIGNING_FILE = "signing.key"
NEXT_FILE = "signing.next"
EARLIER_FILE = "signing.earlier"


class KeyMissing(CoreError):
    """A database is there, the key that belongs to it is not."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Master keys by id (the first is current) and the signing key, as raw bytes.

    earlier : public halves of the signing keys before it, oldest first
    """

    masters: tuple[bytes, ...]
    signing: bytes
    earlier: tuple[bytes, ...] = ()

    @property
    def master(self) -> bytes:
        """The master key that wraps new data keys."""
        return self.masters[0]

    def master_of(self, wanted: str) -> bytes:
        """The master key with that id; KeyMissing where it is not here."""
        for key in self.masters:
            if key_id(key) == wanted:
                return key
        raise KeyMissing(f"The master key {wanted} that wraps this client's data key is not among the keys given.")

    def derived(self, purpose: str) -> bytes:
        """64 bytes for one purpose, from the signing key (HKDF-SHA256, RFC 5869); they tell nothing of it."""
        return HKDF(hashes.SHA256(), 64, salt=None, info=f"plumbline {purpose}".encode()).derive(self.signing)

    @property
    def public(self) -> bytes:
        """The public half of the signing key, raw."""
        return public_half(self.signing)

    @property
    def publics(self) -> tuple[bytes, ...]:
        """Every key that the trail was ever signed with, oldest first."""
        return (*self.earlier, self.public)

    def with_signing(self, fresh: bytes) -> "KeyRing":
        """The ring after the signing key was replaced."""
        return replace(self, signing=fresh, earlier=self.publics)


def fresh_ring() -> KeyRing:
    """New keys that live in memory only."""
    return KeyRing((new_key(),), new_key())


def open_ring(folder: Path, fresh: bool, environment: Mapping[str, str]) -> KeyRing:
    """The keys of a home; made where `fresh` (an empty database), else KeyMissing says which one is absent."""
    given = environment.get(MASTER_VARIABLE, "")
    return KeyRing(
        masters=_keys(given, MASTER_VARIABLE) if given else _from_file(folder / MASTER_FILE, fresh),
        signing=_from_file(folder / SIGNING_FILE, fresh)[0],
        earlier=_earlier(folder / EARLIER_FILE),
    )


def public_half(private: bytes) -> bytes:
    """The public half of a signing key, raw."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


class FolderKeys:
    """The keys folder of a home, where a signing key is replaced in steps that a crash cannot come between.

    The new key is announced beside the old one, the trail hands over to it, then it takes the old one's place.
    """

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self._folder = folder
        self._variables = variables

    def announce(self, fresh: bytes) -> None:
        """Before the trail hands over."""
        write_over(self._folder / NEXT_FILE, _text((fresh,)))

    def settle(self, ring: KeyRing) -> None:
        """After it did: the new key in its place, the public half of the old one kept."""
        lines = b"".join(key.hex().encode() + b"\n" for key in ring.earlier)
        write_over(self._folder / EARLIER_FILE, lines)
        write_over(self._folder / SIGNING_FILE, _text((ring.signing,)))
        (self._folder / NEXT_FILE).unlink(missing_ok=True)

    def ring(self, known: Sequence[str], fresh: bool = False) -> KeyRing:
        """The keys that belong to a trail signed with `known` (hex, oldest first); needs the write lock.

        A replacement that was cut short is finished; KeyMissing where the keys belong to another trail.
        """
        found = open_ring(self._folder, fresh, self._variables)
        announced = self._folder / NEXT_FILE
        if known and found.public.hex() != known[-1] and announced.exists():
            following = _keys(announced.read_text(encoding="ascii", errors="replace"), str(announced))[0]
            if public_half(following).hex() == known[-1]:
                found = replace(found, signing=following, earlier=tuple(bytes.fromhex(key) for key in known[:-1]))
                self.settle(found)
        if known and [key.hex() for key in found.publics] != list(known):
            raise KeyMissing(f"The signing key in {self._folder} is not the one that signed this trail.")
        return found


class MemoryKeys:
    """The same for a store in memory."""

    def __init__(self) -> None:
        self._ring = fresh_ring()

    def announce(self, fresh: bytes) -> None:
        """Nothing can come between."""

    def settle(self, ring: KeyRing) -> None:
        """Keep them."""
        self._ring = ring

    def ring(self, known: Sequence[str] = (), fresh: bool = False) -> KeyRing:
        """The keys."""
        return self._ring


Keys = FolderKeys | MemoryKeys


def write_masters(folder: Path, masters: tuple[bytes, ...]) -> None:
    """Replace the master key file, all or nothing."""
    write_over(folder / MASTER_FILE, _text(masters))


def _from_file(path: Path, fresh: bool) -> tuple[bytes, ...]:
    if not path.exists():
        if not fresh:
            raise KeyMissing(f"{path} is missing: the database cannot be used without it; restore it from its backup.")
        make_folder(path.parent)
        write_new(path, _text((new_key(),)))
    return _keys(path.read_text(encoding="ascii", errors="replace").replace("\n", ","), str(path))


def _earlier(path: Path) -> tuple[bytes, ...]:
    try:
        return tuple(bytes.fromhex(line) for line in path.read_text(encoding="ascii").split())
    except FileNotFoundError:
        return ()
    except ValueError:
        raise BadInput(str(path), "not a list of public keys: expected 64 hex digits a line") from None


def _text(keys: tuple[bytes, ...]) -> bytes:
    return b"".join(base64.b64encode(key) + b"\n" for key in keys)


def _keys(text: str, where: str) -> tuple[bytes, ...]:
    try:
        keys = tuple(base64.b64decode(part, validate=True) for part in map(str.strip, text.split(",")) if part)
    except (binascii.Error, ValueError):
        raise BadInput(where, "not a key: expected base64 of 32 bytes") from None
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise BadInput(where, "not a key: expected base64 of 32 bytes")
    return keys


def environment() -> Mapping[str, str]:
    """The process environment, which may carry the master key."""
    return os.environ
