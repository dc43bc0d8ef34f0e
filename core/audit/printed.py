"""An anchor as text: printed in documents and shown on the screen, so that paper and people too can bear witness."""

import hashlib

from core.domain.trail import SignedAnchor


def anchor_text(signed: SignedAnchor) -> str:
    """One line: how many records, when, the tree head, which key and its signature (hex)."""
    anchor = signed.anchor
    return (
        f"Audit trail: {anchor.count} records as of {anchor.at:%Y-%m-%d %H:%M} UTC, "
        f"root {anchor.root}, key {key_id(anchor.key)}, signed {signed.signature}"
    )


def key_id(public: str) -> str:
    """The short name of a signing key: sixteen hex digits of the SHA-256 of its public half (hex)."""
    return hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16]
