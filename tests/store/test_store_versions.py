"""Versions of nouns: written once, read back as they were, all of a block or nothing of it."""

import sqlite3

import pytest
from store_support import NOON, log, put, ref, save

from core.domain.errors import BadInput, NotAllowed, NotFound, OutOfDate
from core.settings import Settings
from core.store import Store, memory_store, open_store


@pytest.fixture(params=["file", "memory"])
def either(request: pytest.FixtureRequest, settings: Settings) -> Store:
    """Both kinds of store keep the same promises."""
    return open_store(settings, {}) if request.param == "file" else memory_store()


def test_what_was_stored_comes_back_byte_for_byte(either: Store) -> None:
    save(either, "household", "H-1", 1, b'{"name":"first"}', client="H-1")
    save(either, "household", "H-1", 2, b'{"name":"second"}', client="H-1")
    assert either.get("household", "H-1") == b'{"name":"second"}'
    assert either.get("household", "H-1", 1) == b'{"name":"first"}'
    assert either.versions("household", "H-1") == (1, 2)
    assert either.bodies("household") == (b'{"name":"second"}',)


def test_what_is_not_there_is_none(either: Store) -> None:
    assert either.get("household", "H-9") is None
    assert either.latest("household") == () and either.versions("household", "H-9") == ()
    assert either.events() == () and either.last_anchor() is None


def test_the_latest_of_a_kind_with_its_index(either: Store) -> None:
    with either.transaction() as tx:
        for number, state in ((1, "draft"), (2, "approved")):
            tx.put("proposal", f"P-{number}", 1, b"{}", client="H-1", index={"state": state})
            log(tx, "proposal", f"P-{number}")
    assert [(one.id, one.version, one.index["state"]) for one in either.latest("proposal")] == [
        ("P-1", 1, "draft"),
        ("P-2", 1, "approved"),
    ]
    assert [one.id for one in either.latest("proposal", state="approved")] == ["P-2"]


def test_a_version_is_never_overwritten(either: Store) -> None:
    save(either, "household", "H-1", 1, b"one", client="H-1")
    with pytest.raises(OutOfDate, match="version 1 of household H-1"):
        save(either, "household", "H-1", 1, b"two", client="H-1")
    assert either.get("household", "H-1") == b"one" and len(either.events()) == 1


def test_a_block_that_raises_leaves_nothing_and_the_chain_goes_on(either: Store) -> None:
    save(either, "household", "H-1", 1, b"one", client="H-1")
    with pytest.raises(RuntimeError), either.transaction() as tx:
        put(tx, "household", "H-1", 2, b"two", "H-1")
        tx.anchor(NOON)
        raise RuntimeError("the power went")
    assert either.versions("household", "H-1") == (1,) and len(either.events()) == 1
    save(either, "household", "H-1", 2, b"again", client="H-1")
    first, second = either.events()
    assert (first.seq, second.seq) == (1, 2)
    with either.trail() as trail:
        assert next(trail.rows()).hash == second.previous
        assert trail.anchors == trail.anchor_files


def test_nothing_is_stored_without_its_event(either: Store) -> None:
    with pytest.raises(BadInput, match="H-1 v1 was stored without its event"), either.transaction() as tx:
        tx.put("household", "H-1", 1, b"one", client="H-1")
    assert either.get("household", "H-1") is None


def test_an_event_carries_the_hash_of_what_was_stored_and_no_other(either: Store) -> None:
    with either.transaction() as tx:
        stored = put(tx, "household", "H-1", 1, b"one", "H-1")
        assert log(tx, "report", "R-1").payload == ""
    assert either.events()[0].payload == stored
    with pytest.raises(BadInput, match="payload"), either.transaction() as tx:
        tx.put("household", "H-1", 2, b"two", client="H-1")
        log(tx, "household", "H-1", 2, payload="ab" * 32)


def test_the_approver_is_not_the_proposer_says_the_database_itself(settings: Settings) -> None:
    store = open_store(settings, {})
    with pytest.raises(NotAllowed), store.transaction() as tx:
        tx.approve("P-1", 2, proposer="ana", approver="ana", at=NOON)
    raw = sqlite3.connect(settings.home / "plumbline.db")
    with pytest.raises(sqlite3.IntegrityError, match="approver_is_not_proposer"):
        raw.execute("INSERT INTO approval VALUES ('P-1', 2, 'ana', 'ana', '2026-11-20')")


def test_a_version_of_a_proposal_is_approved_once(either: Store) -> None:
    with either.transaction() as tx:
        tx.approve("P-1", 2, proposer="ana", approver="cy", at=NOON)
    with pytest.raises(OutOfDate, match="already approved"), either.transaction() as tx:
        tx.approve("P-1", 2, proposer="ana", approver="dee", at=NOON)


@pytest.mark.parametrize("table", ["audit_event", "record", "blob", "approval", "anchor"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {0} SET rowid = rowid", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"]
)
def test_what_is_written_cannot_be_changed_through_the_database(
    store: Store, settings: Settings, table: str, statement: str
) -> None:
    with store.transaction() as tx:
        put(tx, "household", "H-1", 1, b"one", "H-1")
        tx.put_blob(ref(b"file"), b"file", client="H-1")
        tx.approve("P-1", 1, proposer="ana", approver="cy", at=NOON)
        tx.anchor(NOON)
    raw = sqlite3.connect(settings.home / "plumbline.db")
    raw.execute("PRAGMA recursive_triggers=ON")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(statement.format(table))


def test_kept_files_come_back_and_are_kept_once(either: Store) -> None:
    data = b"%PDF-1.7 a statement"
    for _ in range(2):
        with either.transaction() as tx:
            tx.put_blob(ref(data), data, client="S-1")
    assert either.blob(ref(data), client="S-1") == data
    with pytest.raises(NotFound):
        either.blob(ref(b"another"), client="S-1")
    with pytest.raises(BadInput, match="not the SHA-256"), either.transaction() as tx:
        tx.put_blob(ref(b"another"), data, client="S-1")


def test_events_are_read_whole_or_only_the_newest(either: Store) -> None:
    for version in (1, 2, 3):
        save(either, "household", "H-1", version, b"x", client="H-1")
    assert [event.version for event in either.events()] == [1, 2, 3]
    assert [event.version for event in either.events(newest=2)] == [2, 3]


def test_each_day_with_events_has_an_anchor(either: Store) -> None:
    for day in (20, 20, 21, 21, 23):
        with either.transaction() as tx:
            log(tx, "book", "book", at=NOON.replace(day=day))
    with either.trail() as trail:
        assert [signed.anchor.at.day for signed in trail.anchor_files] == [20, 21, 23]
