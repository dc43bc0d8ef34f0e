"""A session: who is signed in, since when, and when it ends by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in. `token_hash` is the SHA-256 hex of the token that only the browser holds; times are UTC."""

    token_hash: str
    person: str
    started: datetime
    seen: datetime
    ended: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Not revoked, used within the last 15 minutes, and less than 12 hours old."""
        return self.ended is None and at - self.seen < IDLE and at - self.started < LONGEST
