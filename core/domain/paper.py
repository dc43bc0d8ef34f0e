"""A document that was issued: its bytes are kept encrypted, its hash stands in the trail."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Paper:
    """One issued document. `sha256` is of the exact bytes; each signature makes a version, `signed` by whom so far."""

    id: str
    kind: str
    title: str
    file: str
    household: str
    proposal: str
    proposal_version: int
    sha256: str
    person: str
    at: datetime
    version: int = 1
    signed: tuple[str, ...] = ()
