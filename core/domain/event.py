"""One link of the audit trail: who did what to which thing, when, and the hash of what was stored."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """The body that is hashed and signed (as RFC 8785 bytes). Client data stays out: only hashes of it.

    seq : 1, 2, 3 …; previous : SHA-256 hex of the previous body (64 zeros for the first)
    entity, entity_id, version : what was changed; payload : SHA-256 hex of the stored bytes
    note : a code or short text without client data
    """

    seq: int
    previous: str
    at: datetime
    actor: str
    role: str
    kind: str
    entity: str
    entity_id: str
    version: int
    payload: str
    note: str = ""
