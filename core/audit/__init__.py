"""The audit trail, checked: hash chain, signatures, anchors. What it checks is written by the store."""

from core.audit.printed import anchor_text
from core.audit.verify import Verdict, verify

__all__ = ["Verdict", "anchor_text", "verify"]
