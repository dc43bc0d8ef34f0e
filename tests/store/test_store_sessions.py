"""Sessions as rows: a token opens its own, until it is idle, old or revoked; the token itself is nowhere."""

from datetime import timedelta
from pathlib import Path

from store_support import NOON

from core.settings import Settings
from core.store import Store

MINUTE = timedelta(minutes=1)


def test_a_token_opens_its_own_session_until_15_idle_minutes(store: Store) -> None:
    token, other = store.sessions.open("ana", NOON), store.sessions.open("cy", NOON)
    assert store.sessions.touch(token, NOON + 14 * MINUTE) == "ana"
    assert store.sessions.touch(token, NOON + 28 * MINUTE) == "ana"
    assert store.sessions.touch(other, NOON + 28 * MINUTE) is None
    assert store.sessions.touch("made up", NOON) is None


def test_nothing_keeps_a_session_beyond_12_hours(store: Store) -> None:
    token, at = store.sessions.open("ana", NOON), NOON
    while at < NOON + timedelta(hours=12) - 10 * MINUTE:
        at += 10 * MINUTE
        assert store.sessions.touch(token, at) == "ana"
    assert store.sessions.touch(token, at + 10 * MINUTE) is None


def test_a_session_can_be_revoked_one_or_all_of_a_person(store: Store) -> None:
    one, two, other = (store.sessions.open(person, NOON) for person in ("ana", "ana", "cy"))
    store.sessions.close(one, NOON)
    assert store.sessions.touch(one, NOON) is None and store.sessions.touch(two, NOON) == "ana"
    assert store.sessions.close_all("ana", NOON) == 1
    assert store.sessions.touch(two, NOON) is None and store.sessions.touch(other, NOON) == "cy"


def test_the_token_is_nowhere_on_the_disk(store: Store, settings: Settings) -> None:
    token = store.sessions.open("ana", NOON).encode()
    files: list[Path] = [path for path in settings.home.rglob("*") if path.is_file()]
    assert files and all(token not in path.read_bytes() for path in files)
