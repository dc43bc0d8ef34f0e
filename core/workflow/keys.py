"""The keys of the house: which one signs the trail now, and a fresh one in its place.

What was signed before stays provable: the old key's last record names the new one. Controls aligned with SOC 2, CC6.1.
"""

from dataclasses import dataclass
from datetime import datetime

from core.audit import key_id
from core.domain.trail import HANDED_OVER
from core.store import Wanted
from core.workflow.desk import Desk
from core.workflow.people import prove_identity


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One signing key of the trail by its public half (hex); `since` is None for the one it began with."""

    public: str
    since: datetime | None
    record: int | None

    @property
    def id(self) -> str:
        """The short name that screens and papers show."""
        return key_id(self.public)


def signing_keys(desk: Desk) -> tuple[SigningKey, ...]:
    """Every key that the trail was signed with, oldest first; the last one signs now."""
    desk.require("read_trail")
    handed = {event.note: event for event in desk.store.search(Wanted(kind=HANDED_OVER))}
    names = [key.hex() for key in desk.store.public_keys]
    return tuple(
        SigningKey(name, handed[name].at if name in handed else None, handed[name].seq if name in handed else None)
        for name in names
    )


def replace_signing_key(desk: Desk, password: str, code: str = "") -> SigningKey:
    """Put a fresh key in the place of the one that signs the trail (admin, proven again); anchored with the new one."""
    someone = desk.require("manage_people")
    prove_identity(desk, someone, password, code)
    with desk.store.transaction() as tx:
        event = tx.replace_signing_key(desk.now(), someone.id, someone.role)
    return SigningKey(event.note, event.at, event.seq)
