"""Events found by client, person, kind, time and text, also in a long trail and in a database of an older version."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from store_support import NOON, log, put, verdict

from core.domain.canonical import canonical_bytes
from core.domain.event import Event
from core.settings import Settings
from core.store import Store, Wanted, open_store
from core.store.search import index_row


@pytest.fixture
def busy(store: Store) -> Store:
    """Six events on three days: of two clients, of the firm, and one by somebody through a link."""
    with store.transaction() as tx:
        put(tx, "household", "H-1", 1, b"one", "H-1")
        put(tx, "proposal", "P-7", 1, b"two", "H-1")
        put(tx, "household", "H-2", 1, b"three", "H-2")
        put(tx, "mandate", "growth", 1, b"four")
        log(tx, "person", "cy", at=NOON + timedelta(days=1))
        tx.append(at=NOON + timedelta(days=2), actor="link:ab12", role="client", kind="link.opened",
                  entity="signing_link", entity_id="ab12", version=1, client="H-1", note="50% done")  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [6, 5, 4, 3, 2, 1]),
        (Wanted(client="H-1"), [6, 2, 1]),
        (Wanted(client="H-1", kind="proposal.saved"), [2]),
        (Wanted(client="H"), []),
        (Wanted(client="firm"), []),
        (Wanted(kind="household."), [3, 1]),
        (Wanted(kind="household"), []),
        (Wanted(person="link:ab12"), [6]),
        (Wanted(entity_id="H-2"), [3]),
        (Wanted(since=NOON + timedelta(days=1)), [6, 5]),
        (Wanted(until=NOON), [4, 3, 2, 1]),
        (Wanted(since=NOON + timedelta(days=1), until=NOON + timedelta(days=1)), [5]),
        (Wanted(text="GROWTH"), [4]),
        (Wanted(text="2026-11-21"), [5]),
        (Wanted(text="50%"), [6]),
        (Wanted(text="%"), [6]),
        (Wanted(text="' OR 1=1 --"), []),
    ],
)
def test_events_are_found_newest_first(busy: Store, wanted: Wanted, found: list[int]) -> None:
    assert [event.seq for event in busy.search(wanted)] == found
    assert [event.seq for event in busy.search(wanted, newest=1)] == found[:1]


def test_a_database_of_the_version_before_is_indexed_when_it_is_opened(busy: Store, settings: Settings) -> None:
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw:
        raw.executescript("DROP TABLE event_index; DROP TABLE event_security")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()
    again = open_store(settings, {})
    assert [event.seq for event in again.search(Wanted(client="H-1"))] == [2, 1]
    assert [event.seq for event in again.search(Wanted(text="growth"))] == [4]
    found = verdict(again)
    assert found.ok and not any("index" in sentence for sentence in found.sentences)


def concerned(store: Store, **wanted: str) -> list[int]:
    return [event.seq for event in store.search(Wanted(**wanted))]


@pytest.fixture
def held(store: Store) -> Store:
    """Two clients and the firm, each with an event about securities."""
    with store.transaction() as tx:
        for client, securities in (
            ("H-1", ("ALPHAFUND", "bravofund")),
            ("H-2", ("ALPHAFUND",)),
            (None, ("CHARLIEFUND", "CHARLIEFUND", " ")),
        ):
            tx.put("holding", f"{client}", 1, b"x", client=client)
            tx.append(at=NOON, actor="ana", role="advisor", kind="holding.saved", entity="holding",
                      entity_id=f"{client}", version=1, securities=securities)  # fmt: skip
    return store


def test_events_are_found_by_the_securities_that_they_concern(held: Store) -> None:
    assert concerned(held, security="ALPHAFUND") == [2, 1]
    assert concerned(held, security=" alphafund ", client="H-2") == [2]
    assert concerned(held, security="BRAVOFUND") == [1] and concerned(held, security="CHARLIEFUND") == [3]
    assert concerned(held, security="ZZZ") == concerned(held, security="ALPHAFUND", person="bob") == []


def test_no_symbol_stands_in_the_database_and_none_is_found_of_a_client_who_was_erased(
    held: Store, settings: Settings
) -> None:
    data = b"".join(path.read_bytes() for path in settings.home.glob("plumbline.db*"))
    assert not any(symbol in data for symbol in (b"ALPHAFUND", b"bravofund", b"BRAVOFUND", b"CHARLIEFUND"))
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw:
        tokens = raw.execute("SELECT token FROM event_security").fetchall()
        assert len(set(tokens)) == len(tokens) == 4
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute("DELETE FROM event_security")
    with held.transaction() as tx:
        tx.erase_client("H-1", NOON)
    assert concerned(held, security="ALPHAFUND") == [2] and verdict(held).ok


def test_a_trail_from_before_is_looked_through_once(store: Store) -> None:
    with store.transaction() as tx:
        put(tx, "holding", "one", 1, b"ALPHAFUND BRAVOFUND", "H-1")
        put(tx, "holding", "two", 1, b"ALPHAFUND", "H-2")
        put(tx, "note", "three", 1, b"ALPHAFUND", "H-2")
    assert concerned(store, security="ALPHAFUND") == []
    store.index_securities(lambda kind, body: body.decode().split() if kind == "holding" else ())
    assert concerned(store, security="ALPHAFUND") == [2, 1] and concerned(store, security="BRAVOFUND") == [1]
    store.index_securities(lambda kind, body: ["DELTAFUND"])
    assert concerned(store, security="DELTAFUND") == []


@pytest.mark.parametrize(
    "sql", ["DELETE FROM event_index WHERE seq = 3", "UPDATE event_index SET kind = 'nothing.much' WHERE seq = 3"]
)
def test_an_index_that_hides_a_record_is_noted(busy: Store, settings: Settings, sql: str) -> None:
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(sql)
        raw.executescript(f"DROP TRIGGER event_index_no_update; DROP TRIGGER event_index_no_delete; {sql}")
    assert "The search index disagrees with 1 records" in " ".join(verdict(busy).sentences)


@pytest.mark.parametrize("count", [20_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_long_trail_is_searched_by_its_index(store: Store, settings: Settings, count: int) -> None:
    fill(settings, count)
    wanted = (
        Wanted(client="H-123"), Wanted(person="u7", kind="proposal."), Wanted(text="h-19999"), Wanted(text="nowhere"),
        Wanted(since=NOON + timedelta(minutes=99_000)), Wanted(client="H-5", text="approved", until=NOON),
    )  # fmt: skip
    found = [len(store.search(one)) for one in wanted]
    assert found[0] and found[3] == 0 and all(one.seq % 500 == 123 for one in store.search(wanted[0]))


def fill(settings: Settings, count: int) -> None:
    """So many events straight into the tables: searching does not ask whether they are signed."""
    kinds = ("household.saved", "proposal.drafted", "proposal.approved", "person.identity_proved")
    events = (
        Event(n, "0" * 64, NOON + timedelta(minutes=n), f"u{n % 20}", "advisor", kinds[n % 4], "x", f"H-{n}", 1, "")
        for n in range(1, count + 1)
    )
    names = ("seq", "at", "actor", "kind", "entity_id", "client", "words")
    rows = [(canonical_bytes(event), index_row(event, f"H-{event.seq % 500}")) for event in events]
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw, raw:
        raw.executemany("INSERT INTO audit_event VALUES (?, ?, '', '')", [(row["seq"], body) for body, row in rows])
        raw.executemany("INSERT INTO event_index VALUES (?, ?, ?, ?, ?, ?, ?)",
                        [tuple(row[name] for name in names) for _, row in rows])  # fmt: skip
