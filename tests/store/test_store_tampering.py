"""What somebody does to the database file behind the app's back, and how verify names it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from store_support import NOON, log, put, ref, save, verdict

from core.audit import Verdict
from core.domain.errors import CoreError
from core.settings import Settings, read_settings
from core.store import Store, open_store

Tamper = Callable[[str], Verdict]


@pytest.fixture
def full(store: Store) -> Store:
    """Nine records, anchored at the first (a new day), the third and the sixth."""
    for version in range(1, 10):
        with store.transaction() as tx:
            put(tx, "household", "H-1", version, b"version %d" % version, "H-1")
            if version in (3, 6):
                tx.anchor(NOON)
    return store


@pytest.fixture
def tamper(full: Store, settings: Settings) -> Tamper:
    """Drop the triggers, run the SQL on the file, and verify."""

    def run(sql: str) -> Verdict:
        with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw:
            for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                raw.execute(f"DROP TRIGGER {trigger}")
            raw.executescript(sql)
        return verdict(open_store(settings, {}))

    return run


def test_untouched_it_holds_and_says_where_keys_and_anchors_lie(full: Store) -> None:
    found = verdict(full)
    assert found.ok and found.checked == 9
    assert any("keys lie beside the log" in sentence for sentence in found.sentences)
    assert any("anchors lie beside the log" in sentence for sentence in found.sentences)


def test_keys_and_anchors_elsewhere_are_not_complained_of(tmp_path: Path) -> None:
    away = {"PLUMBLINE_KEYS": str(tmp_path / "vault"), "PLUMBLINE_ANCHORS": str(tmp_path / "usb")}
    store = open_store(read_settings({"PLUMBLINE_HOME": str(tmp_path / "home"), **away}), {})
    save(store, "household", "H-1", 1, b"one", client="H-1")
    assert not any("beside the log" in sentence for sentence in verdict(store).sentences)
    assert list((tmp_path / "usb").glob("anchor-*.json"))


def test_dropped_triggers_are_noted(tamper: Tamper) -> None:
    found = tamper("")
    assert found.ok and any("append-only triggers" in sentence for sentence in found.sentences)


@pytest.mark.parametrize("seq", [1, 2, 5, 6, 8, 9])
@pytest.mark.parametrize(
    "change",
    [
        "body = replace(body, 'ana', 'bob')",
        "body = cast(substr(body, 1, 30) || 'X' || substr(body, 32) AS BLOB)",
        "body = x'ff' || substr(body, 2)",
        "body = 'nothing'",
        "hash = iif(substr(hash, 1, 1) = 'a', 'b', 'a') || substr(hash, 2)",
        "hash = replace(hash, substr(hash, 5, 1), 'z')",
        "signature = zeroblob(64)",
        "signature = cast(iif(substr(signature, 1, 1) = x'78', 'y', 'x') || substr(signature, 2) AS BLOB)",
        "signature = 'short'",
    ],
)
def test_one_changed_byte_is_named(tamper: Tamper, seq: int, change: str) -> None:
    found = tamper(f"UPDATE audit_event SET {change} WHERE seq = {seq}")
    assert found.broken_record == seq and f"Record {seq} " in (found.first_broken or "")


@pytest.mark.parametrize("seq", range(1, 10))
def test_a_deleted_row_is_named(tamper: Tamper, seq: int) -> None:
    found = tamper(f"DELETE FROM audit_event WHERE seq = {seq}")
    assert found.broken_record == seq and (found.first_broken or "").startswith(f"Record {seq} is missing")


@pytest.mark.parametrize(("first", "second"), [(1, 2), (3, 4), (4, 9), (8, 9)])
def test_two_swapped_events_are_named(tamper: Tamper, first: int, second: int) -> None:
    found = tamper(
        f"UPDATE audit_event SET seq = -1 WHERE seq = {first};"
        f"UPDATE audit_event SET seq = {first} WHERE seq = {second};"
        f"UPDATE audit_event SET seq = {second} WHERE seq = -1"
    )
    assert found.first_broken == f"Records {first} and {second} were swapped."


def test_an_inserted_event_is_named(tamper: Tamper) -> None:
    copied = "INSERT INTO audit_event SELECT {0}, body, hash, signature FROM audit_event WHERE seq = 9"
    assert tamper(copied.format(10)).broken_record == 10
    assert "inserted" in (tamper(copied.format(-4)).first_broken or "")


def test_a_cut_tail_is_named(tamper: Tamper) -> None:
    found = tamper("DELETE FROM audit_event WHERE seq > 7")
    assert "Records 8 to 9 are missing" in (found.first_broken or "")


def test_a_cut_tail_with_its_versions_and_anchors_is_named(tamper: Tamper) -> None:
    found = tamper(
        "DELETE FROM audit_event WHERE seq > 4; DELETE FROM record WHERE version > 4;"
        "DELETE FROM anchor WHERE covers > 4"
    )
    assert "Records 5 to 9 are missing" in (found.first_broken or "")


def test_an_emptied_trail_is_named(tamper: Tamper) -> None:
    assert "Records 1 to 9 are missing" in (tamper("DELETE FROM audit_event").first_broken or "")


def test_a_database_that_was_rolled_back_is_named_even_after_it_went_on(settings: Settings, store: Store) -> None:
    for version in (1, 2, 3):
        save(store, "household", "H-1", version, b"x", client="H-1")
    old = settings.home.parent / "old.db"
    shutil.copy(settings.home / "plumbline.db", old)
    for version in (4, 5):
        save(store, "household", "H-1", version, b"x", client="H-1")
    shutil.copy(old, settings.home / "plumbline.db")
    assert "Records 4 to 5 are missing" in (verdict(open_store(settings, {})).first_broken or "")
    for version in (4, 5):
        save(store, "household", "H-1", version, b"another", client="H-1")
    assert "rewritten" in (verdict(open_store(settings, {})).first_broken or "")


def test_a_changed_and_a_deleted_version_are_named_by_their_event(tamper: Tamper) -> None:
    changed = tamper("UPDATE record SET body = zeroblob(40) WHERE version = 4")
    assert changed.first_broken == "The stored household H-1 v4 was changed after record 4 was written."
    gone = tamper("DELETE FROM record WHERE version = 2")
    assert gone.first_broken == "The stored household H-1 v2 is gone after record 2 was written."


def test_a_changed_and_a_deleted_file_are_named(store: Store, settings: Settings) -> None:
    with store.transaction() as tx:
        tx.put_blob(ref(b"statement"), b"statement", client="S-1")
    path = next(path for path in settings.blobs.rglob("*") if path.is_file())
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert "was changed" in (verdict(store).first_broken or "")
    path.unlink()
    assert "is missing" in (verdict(store).first_broken or "")


def test_a_removed_and_a_changed_anchor_file_are_named(full: Store, settings: Settings) -> None:
    path = next(settings.anchors.glob("anchor-000000003-*.json"))
    kept = path.read_bytes()
    path.unlink()
    assert "anchor file over 3 records is missing" in (verdict(full).first_broken or "")
    path.write_bytes(kept.replace(b'"count":3', b'"count":4'))
    assert "anchor over 4 records does not carry this house's signature" in " ".join(verdict(full).sentences)


def test_a_forged_record_is_never_anchored(tamper: Tamper, settings: Settings) -> None:
    tamper("UPDATE audit_event SET signature = zeroblob(64) WHERE seq = 8")
    store = open_store(settings, {})
    with pytest.raises(CoreError, match="Record 8 of the trail was tampered with"), store.transaction() as tx:
        tx.anchor(NOON)


def test_on_a_broken_trail_work_goes_on_and_the_fault_stays_named(tamper: Tamper, settings: Settings) -> None:
    tamper("UPDATE audit_event SET signature = zeroblob(64) WHERE seq = 8")
    store = open_store(settings, {})
    with store.transaction() as tx:
        log(tx, "person", "cy", at=NOON + timedelta(days=1))
    assert verdict(store).broken_record == 8
