"""How somebody proves who they are: passwords, the lock after failures, one-time codes, sessions."""

from datetime import UTC, datetime, timedelta

import pyotp
from hypothesis import given, settings
from hypothesis import strategies as st

from core.access import Attempts, accepted_step, check_password, code_address, hash_password, new_code_secret
from core.domain.session import Session

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def test_a_password_opens_its_own_hash_only() -> None:
    stored = hash_password("a walk by the river")
    assert stored.startswith("$argon2id$") and "river" not in stored
    assert check_password("a walk by the river", stored)
    assert not check_password("a walk by the River", stored)
    assert stored != hash_password("a walk by the river")
    assert not check_password("anything", "no hash at all")


def test_five_failures_lock_for_a_minute_and_each_further_one_twice_as_long() -> None:
    attempts = Attempts()
    for _ in range(4):
        attempts = attempts.after(success=False, at=NOON)
        assert not attempts.is_locked(NOON)
    waits = []
    for _ in range(10):
        attempts = attempts.after(success=False, at=NOON)
        assert attempts.is_locked(NOON) and attempts.locked_until is not None
        waits.append((attempts.locked_until - NOON) // timedelta(minutes=1))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert not attempts.is_locked(NOON + timedelta(hours=1))
    assert attempts.after(success=True, at=NOON) == Attempts()


def test_a_code_is_taken_once() -> None:
    code = pyotp.TOTP(SECRET).at(NOON)
    step = accepted_step(SECRET, code, NOON)
    assert step is not None
    assert accepted_step(SECRET, code, NOON, last_step=step) is None
    assert accepted_step(SECRET, code, NOON + timedelta(seconds=30), last_step=step) is None


def test_a_code_is_taken_half_a_minute_early_or_late_and_no_more() -> None:
    code = pyotp.TOTP(SECRET).at(NOON)
    assert accepted_step(SECRET, f"{code[:3]} {code[3:]}", NOON + timedelta(seconds=30)) is not None
    assert accepted_step(SECRET, code, NOON - timedelta(seconds=30)) is not None
    assert accepted_step(SECRET, code, NOON + timedelta(seconds=90)) is None
    assert accepted_step(SECRET, "", NOON) is None and accepted_step(SECRET, "nötig", NOON) is None


def test_a_fresh_secret_is_scanned_as_plumblines() -> None:
    secret = new_code_secret()
    assert secret != new_code_secret() and len(secret) == 32
    assert code_address(secret, "ana").startswith("otpauth://totp/Plumbline:ana?")


@given(st.lists(st.integers(0, 30), max_size=60))
@settings(max_examples=60)
def test_a_session_ends_after_15_idle_minutes_or_12_hours(pauses: list[int]) -> None:
    session = Session("hash", "ana", NOON, NOON)
    at = NOON
    for pause in pauses:
        at += timedelta(minutes=pause)
        open_still = pause < 15 and at - NOON < timedelta(hours=12)
        assert session.is_open(at) == open_still
        if not open_still:
            return
        session = Session("hash", "ana", NOON, seen=at)


def test_a_revoked_session_is_closed_at_once() -> None:
    assert not Session("hash", "ana", NOON, NOON, ended=NOON).is_open(NOON)
