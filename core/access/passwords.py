"""Local passwords: argon2id, and a lock after repeated failures.

Parameters are argon2-cffi's own defaults (RFC 9106, low-memory profile).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

FREE_FAILURES = 5
FIRST_LOCK = timedelta(minutes=1)
LONGEST_LOCK = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Failed attempts in a row, and until when no more are taken."""

    failures: int = 0
    locked_until: datetime | None = None

    def is_locked(self, at: datetime) -> bool:
        """Whether no attempt is taken at this moment."""
        return self.locked_until is not None and at < self.locked_until

    def after(self, success: bool, at: datetime) -> "Attempts":
        """A success clears the count; from the fifth failure on each one locks twice as long, up to an hour."""
        if success:
            return Attempts()
        failures = self.failures + 1
        if failures < FREE_FAILURES:
            return replace(self, failures=failures)
        doublings = min(failures - FREE_FAILURES, 10)
        return Attempts(failures, at + min(FIRST_LOCK * 2**doublings, LONGEST_LOCK))


def hash_password(password: str) -> str:
    """The argon2id hash with its parameters and salt, as text."""
    return PasswordHasher().hash(password)


def check_password(password: str, stored: str) -> bool:
    """Whether the password belongs to the stored hash; False for a stored text that is no hash."""
    try:
        return PasswordHasher().verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
