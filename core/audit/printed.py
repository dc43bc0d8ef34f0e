"""An anchor as text: printed in documents, so that paper too can bear witness."""

from core.domain.trail import SignedAnchor


def anchor_text(signed: SignedAnchor) -> str:
    """One line: how many records, when, the tree head and the signature (hex)."""
    anchor = signed.anchor
    return (
        f"Audit trail: {anchor.count} records as of {anchor.at:%Y-%m-%d %H:%M} UTC, "
        f"root {anchor.root}, signed {signed.signature}"
    )
