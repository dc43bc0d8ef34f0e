"""Envelope encryption: values under a client's data key, data keys under the master key (AES-256-GCM).

Each sealed value is bound to its place: table, column, row and key version are authenticated with it, so a value
copied elsewhere does not open. A sealed value is 12 bytes of nonce and then the ciphertext with its tag.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.domain.errors import CoreError

NONCE_BYTES = 12
KEY_BYTES = 32


class WrongKey(CoreError):
    """A stored value does not open: another key, another place, or changed bytes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands; authenticated together with it."""

    table: str
    column: str
    row: tuple[str | int, ...]
    key_version: int

    def bytes(self) -> bytes:
        """The associated data."""
        return rfc8785.dumps([self.table, self.column, list(self.row), self.key_version])


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, value: bytes, place: Place) -> bytes:
    """The value encrypted for its place."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, value, place.bytes())


def unseal(key: bytes, sealed: bytes, place: Place) -> bytes:
    """The value; WrongKey names the place where it does not open."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.bytes())
    except (InvalidTag, ValueError):
        row = " ".join(str(part) for part in place.row)
        raise WrongKey(f"{place.table} {row}: the stored {place.column} does not open with this key.") from None


def key_id(key: bytes) -> str:
    """A short name of a master key that tells nothing of it."""
    return hashlib.sha256(b"plumbline master key" + key).hexdigest()[:16]


def hidden_name(key: bytes, text: str) -> str:
    """A file name that only the holder of the data key can connect with the text."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def security_token(key: bytes, symbol: str) -> str:
    """What an event about a security is found by, under the data key of whom it concerns."""
    return hmac.new(key, b"security " + symbol.strip().upper().encode(), hashlib.sha256).hexdigest()[:16]
