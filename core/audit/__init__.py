"""The audit trail, checked: hash chain, signatures, anchors. What it checks is written by the store."""

from core.audit.export import export_trail
from core.audit.printed import anchor_text, key_id
from core.audit.verify import Verdict, verify

__all__ = ["Verdict", "anchor_text", "export_trail", "key_id", "verify"]
