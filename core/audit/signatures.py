"""Ed25519 signatures, checked: by one key, and by the keys that a trail was signed with one after the other."""

from collections.abc import Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from core.domain.trail import SignedAnchor, SignedHead


class Checker:
    """Checks signatures against one public key (raw, 32 bytes)."""

    def __init__(self, public_key: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public_key)
        self.name = public_key.hex()

    def holds(self, body: bytes, signature: bytes) -> bool:
        """Whether the signature over the body is this key's."""
        try:
            self._key.verify(signature, body)
        except (InvalidSignature, ValueError):
            return False
        return True


class Keys:
    """The keys of a trail, oldest first: each signs until it hands over to the next."""

    def __init__(self, public_keys: Sequence[bytes]) -> None:
        self.each = tuple(Checker(key) for key in public_keys)

    def genuine(self, signed: SignedAnchor) -> bool:
        """Whether the anchor names one of the keys and carries its signature."""
        one = next((one for one in self.each if one.name == signed.anchor.key), None)
        return one is not None and one.holds(signed.body, _raw(signed.signature))

    def genuine_head(self, signed: SignedHead) -> bool:
        """Whether the head mark carries the signature of one of the keys."""
        return any(one.holds(signed.body, _raw(signed.signature)) for one in self.each)

    def place(self, name: str) -> int:
        """Which key it is, 0 for the oldest."""
        return next(place for place, one in enumerate(self.each) if one.name == name)


def _raw(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
