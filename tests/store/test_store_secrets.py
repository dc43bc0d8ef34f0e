"""Nothing of a client lies readable on the disk, keys lie apart, and a forgotten client stays forgotten."""

import base64
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest
from store_support import NOON, log, put, ref, save, verdict

from core.domain.errors import BadInput
from core.settings import Settings, read_settings
from core.store import Erased, KeyMissing, Store, WrongKey, memory_store, open_store, rotate_master_key

NAME, NUMBER, LINE = b"Ottoline Castellano-Wu", b"Z47-118842", b"WELLESLEY GROWTH FUND 1,204.551 shares"
PERSONAL = b'{"name":"' + NAME + b'","number":"' + NUMBER + b'"}'
STATEMENT = b"%PDF-1.7 " + NAME + b" account " + NUMBER + b" " + LINE


def fill(store: Store) -> None:
    """A client, a statement, a mandate that names the client, a person who works here."""
    with store.transaction() as tx:
        put(tx, "household", "H-1", 1, PERSONAL, "H-1", {"search": NAME.decode()})
        put(tx, "mandate", "M-1", 1, NAME)
        put(tx, "person", "ana", 1, NAME)
        tx.put_blob(ref(STATEMENT), STATEMENT, client="S-1")
        tx.anchor(NOON)


def everything_on_disk(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_no_byte_of_a_client_is_readable_in_database_log_or_files(settings: Settings, store: Store) -> None:
    with store._database.reading() as connection:
        connection.exec_driver_sql("SELECT 1 FROM record")
        fill(store)
        store.sessions.open("ana", NOON)
        files = everything_on_disk(settings.home)
    assert any(name.endswith("-wal") and data for name, data in files.items()), "the log must be looked at too"
    assert any(name.startswith("blobs") for name in files)
    for name, data in files.items():
        for secret in (NAME, NUMBER, LINE, b"Ottoline", b"Castellano", ref(STATEMENT)[7:].encode()):
            assert secret not in data, f"{secret!r} is readable in {name}"
            assert base64.b64encode(secret)[:12] not in data
    assert store.get("household", "H-1") == PERSONAL and store.latest("household")[0].index["search"] == NAME.decode()


def test_keys_are_for_their_owner_only_and_outside_the_database(settings: Settings, store: Store) -> None:
    fill(store)
    assert stat.S_IMODE(settings.keys.stat().st_mode) == 0o700
    assert stat.S_IMODE((settings.home / "plumbline.db").stat().st_mode) == 0o600
    database = (settings.home / "plumbline.db").read_bytes()
    for path in settings.keys.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        key = base64.b64decode(path.read_bytes())
        assert key not in database and path.read_bytes().strip() not in database


def test_a_home_opens_again_with_its_keys_and_not_without(settings: Settings, store: Store) -> None:
    fill(store)
    assert open_store(settings, {}).get("household", "H-1") == PERSONAL
    for name in ("master.keys", "signing.key"):
        kept = (settings.keys / name).read_bytes()
        (settings.keys / name).unlink()
        with pytest.raises(KeyMissing, match=name):
            open_store(settings, {})
        (settings.keys / name).write_bytes(kept)


def test_another_signing_key_is_refused(settings: Settings, store: Store, tmp_path: Path) -> None:
    other = read_settings({"PLUMBLINE_HOME": str(tmp_path / "other")})
    open_store(other, {})
    shutil.copy(other.keys / "signing.key", settings.keys / "signing.key")
    with pytest.raises(KeyMissing, match="not the one that signed"):
        open_store(settings, {})


def test_the_master_key_may_stand_in_the_environment(settings: Settings) -> None:
    given = {"PLUMBLINE_MASTER_KEY": base64.b64encode(b"k" * 32).decode()}
    fill(open_store(settings, given))
    assert not (settings.keys / "master.keys").exists()
    assert open_store(settings, given).get("household", "H-1") == PERSONAL
    with pytest.raises(KeyMissing):
        open_store(settings, {"PLUMBLINE_MASTER_KEY": base64.b64encode(b"x" * 32).decode()}).get("household", "H-1")
    with pytest.raises(BadInput, match="base64 of 32 bytes"):
        open_store(settings, {"PLUMBLINE_MASTER_KEY": "too short"})


def test_a_value_moved_to_another_row_does_not_open(settings: Settings, store: Store) -> None:
    save(store, "household", "H-1", 1, b"one", client="H-1")
    save(store, "household", "H-1", 2, b"two", client="H-1")
    raw = sqlite3.connect(settings.home / "plumbline.db")
    raw.execute("DROP TRIGGER record_no_update")
    raw.execute("UPDATE record SET body = (SELECT body FROM record WHERE version = 1) WHERE version = 2")
    raw.commit()
    with pytest.raises(WrongKey, match="H-1 2"):
        store.get("household", "H-1")


def test_a_forgotten_client_cannot_be_read_and_the_trail_still_verifies(settings: Settings, store: Store) -> None:
    fill(store)
    save(store, "household", "H-2", 1, b"stays", client="H-2")
    wrapped = sqlite3.connect(settings.home / "plumbline.db").execute(
        "SELECT wrapped FROM client_key WHERE client IN ('H-1', 'S-1')"
    )
    keys = [row[0] for row in wrapped]
    with store.transaction() as tx:
        for client in ("H-1", "S-1"):
            tx.erase_client(client, NOON)
            log(tx, "client", client)
    with pytest.raises(Erased, match="'H-1' was erased"):
        store.get("household", "H-1")
    with pytest.raises(Erased):
        store.blob(ref(STATEMENT), client="S-1")
    with pytest.raises(Erased), store.transaction() as tx:
        put(tx, "household", "H-1", 2, b"back", "H-1")
    assert [one.id for one in store.latest("household")] == ["H-2"] and store.versions("household", "H-1") == (1,)
    assert verdict(store).ok
    for name, data in everything_on_disk(settings.home).items():
        assert all(key not in data for key in keys), f"an erased key is still in {name}"


def test_a_master_key_is_rotated_in_steps_and_everything_still_opens(settings: Settings, store: Store) -> None:
    fill(store)
    before = (settings.keys / "master.keys").read_bytes()
    assert rotate_master_key(settings, {}) == 3
    after = (settings.keys / "master.keys").read_bytes()
    assert before.strip() not in after and len(after.splitlines()) == 1
    again = open_store(settings, {})
    assert again.get("household", "H-1") == PERSONAL and again.blob(ref(STATEMENT), client="S-1") == STATEMENT
    assert verdict(again).ok


def test_a_rotation_that_was_stopped_half_way_goes_on(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.store import opening

    store = open_store(settings, {})
    for number in range(7):
        save(store, "household", f"H-{number}", 1, b"body", client=f"H-{number}")
    real, calls = opening._rewrap, []

    def stopped(*arguments: object) -> int:
        if len(calls) == 2:
            raise KeyboardInterrupt
        calls.append(arguments)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "BATCH", 2)
    monkeypatch.setattr(opening, "_rewrap", stopped)
    with pytest.raises(KeyboardInterrupt):
        rotate_master_key(settings, {})
    assert len((settings.keys / "master.keys").read_text().splitlines()) == 2
    half_way = open_store(settings, {})
    assert all(half_way.get("household", f"H-{number}") == b"body" for number in range(7))
    monkeypatch.setattr(opening, "_rewrap", real)
    assert rotate_master_key(settings, {}) == 3
    assert len((settings.keys / "master.keys").read_text().splitlines()) == 1
    assert all(open_store(settings, {}).get("household", f"H-{number}") == b"body" for number in range(7))


def test_a_rotation_of_a_key_in_the_environment(settings: Settings) -> None:
    old, new = (base64.b64encode(letter * 32).decode() for letter in (b"o", b"n"))
    fill(open_store(settings, {"PLUMBLINE_MASTER_KEY": old}))
    assert rotate_master_key(settings, {"PLUMBLINE_MASTER_KEY": f"{new},{old}"}) == 3
    assert open_store(settings, {"PLUMBLINE_MASTER_KEY": new}).get("household", "H-1") == PERSONAL


def test_two_stores_in_memory_share_nothing() -> None:
    one, two = memory_store(), memory_store()
    save(one, "household", "H-1", 1, b"one", client="H-1")
    assert two.get("household", "H-1") is None and one.public_key != two.public_key


def test_only_sqlite_is_spoken(settings: Settings) -> None:
    elsewhere = read_settings({"PLUMBLINE_HOME": str(settings.home), "PLUMBLINE_DATABASE_URL": "postgresql://x/y"})
    with pytest.raises(BadInput, match="expected sqlite"):
        open_store(elsewhere, {})
