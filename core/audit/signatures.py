"""Ed25519 signatures, checked."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from core.domain.trail import SignedAnchor, SignedHead


class Checker:
    """Checks signatures against one public key (raw, 32 bytes)."""

    def __init__(self, public_key: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public_key)
        self._name = public_key.hex()

    def holds(self, body: bytes, signature: bytes) -> bool:
        """Whether the signature over the body is this key's."""
        try:
            self._key.verify(signature, body)
        except (InvalidSignature, ValueError):
            return False
        return True

    def genuine(self, signed: SignedAnchor) -> bool:
        """Whether the anchor names this key and carries its signature."""
        return signed.anchor.key == self._name and self.holds(signed.body, _raw(signed.signature))

    def genuine_head(self, signed: SignedHead) -> bool:
        """Whether the head mark carries this key's signature."""
        return self.holds(signed.body, _raw(signed.signature))


def _raw(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
