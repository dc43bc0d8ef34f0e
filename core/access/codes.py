"""One-time codes (TOTP, RFC 6238): six digits, 30 s, one step of clock drift either way, each taken once."""

import hmac
from datetime import datetime

import pyotp

STEP_SECONDS = 30
DRIFT = 1


def new_code_secret() -> str:
    """A fresh secret for an authenticator app, base32."""
    return str(pyotp.random_base32())


def code_address(secret: str, person_id: str) -> str:
    """The `otpauth://` address that an authenticator app scans."""
    return str(pyotp.TOTP(secret).provisioning_uri(name=person_id, issuer_name="Plumbline"))


def accepted_step(secret: str, code: str, at: datetime, last_step: int = 0) -> int | None:
    """The time step to remember as `last_step` where the code is right and was not used before, else None."""
    now = int(at.timestamp()) // STEP_SECONDS
    given = code.replace(" ", "")
    for step in range(now - DRIFT, now + DRIFT + 1):
        right = str(pyotp.TOTP(secret).at(step * STEP_SECONDS))
        if step > last_step and hmac.compare_digest(right.encode(), given.encode()):
            return step
    return None
