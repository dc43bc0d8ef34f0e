"""Twelve attacks on a copy of a home, by somebody who may write every file of it, some with the signing key in hand.

Anchors lie on another volume, which the attacker does not reach. Every attack is seen, and the record is named.
"""

import base64
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from test_audit_chain import anchor_over, checked, trail

from core.audit import Verdict
from core.domain.canonical import canonical_bytes, load_json
from core.domain.trail import link_hash, tree_head, tree_of
from core.settings import Settings, read_settings
from core.workflow import demo, documents, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.saving import log
from core.workflow.trail import verify_trail

PASSWORD = demo.demo_password()
TRIES = 5


@dataclass
class Break:
    """What an attacker holds: the database, the home's files, perhaps the signing key, dice, and an older copy."""

    raw: sqlite3.Connection
    home: Path
    key: Ed25519PrivateKey
    dice: random.Random
    older: Path

    @property
    def last(self) -> int:
        count: int = self.raw.execute("SELECT max(seq) FROM audit_event").fetchone()[0]
        return count

    def somewhere(self, margin: int = 2) -> int:
        return self.dice.randint(2, self.last - margin)

    def body(self, seq: int) -> bytes:
        found: bytes = self.raw.execute("SELECT body FROM audit_event WHERE seq = ?", (seq,)).fetchone()[0]
        return found

    def edit(self, record: int, /, **changes: object) -> bytes:
        return canonical_bytes({**load_json(self.body(record), "event"), **changes})

    def write(self, seq: int, body: bytes, signed: Ed25519PrivateKey | None = None) -> None:
        """The body and its hash; a signature only where a key is at hand."""
        self.raw.execute("UPDATE audit_event SET body = ?, hash = ? WHERE seq = ?", (body, link_hash(body), seq))
        if signed is not None:
            self.raw.execute("UPDATE audit_event SET signature = ? WHERE seq = ?", (signed.sign(body), seq))

    def chain_from(self, seq: int, signed: Ed25519PrivateKey | None = None) -> None:
        """Every record from `seq` on made to follow again."""
        previous = link_hash(self.body(seq - 1))
        for number in range(seq, self.last + 1):
            body = self.edit(number, previous=previous, seq=number)
            self.write(number, body, signed)
            previous = link_hash(body)

    def anchors_anew(self) -> None:
        """The anchors in the database signed again over what now stands there."""
        rows = self.raw.execute("SELECT seq, body, signature FROM audit_event ORDER BY seq").fetchall()
        for covers, old in self.raw.execute("SELECT covers, body FROM anchor").fetchall():
            entries = [bytes(body) + bytes(signature) for _, body, signature in rows[:covers]]
            plain = {**load_json(old, "anchor"), "root": tree_head(tree_of(entries))}
            body = canonical_bytes(plain)
            self.raw.execute("UPDATE anchor SET body = ?, signature = ? WHERE covers = ?",
                             (body, self.key.sign(body).hex(), covers))  # fmt: skip


Attack = Callable[[Break], int | None]
"""Does the damage; returns the record that must be named, None where it is the one that a sentence names anyhow."""


def a_body_is_edited(at: Break) -> int:
    seq = at.somewhere()
    at.raw.execute("UPDATE audit_event SET body = ? WHERE seq = ?", (at.edit(seq, actor="nobody"), seq))
    return seq


def a_body_is_edited_with_its_own_hash(at: Break) -> int:
    seq = at.somewhere()
    at.write(seq, at.edit(seq, actor="nobody"))
    return seq


def a_body_is_edited_and_the_whole_chain_after_it(at: Break) -> int:
    seq = at.somewhere()
    at.write(seq, at.edit(seq, actor="nobody"))
    at.chain_from(seq + 1)
    return seq


def the_past_is_written_anew_with_the_stolen_key(at: Break) -> None:
    seq = at.somewhere(margin=12)
    at.write(seq, at.edit(seq, actor="nobody"), at.key)
    at.chain_from(seq + 1, at.key)
    at.anchors_anew()


def a_record_is_deleted(at: Break) -> int:
    seq = at.somewhere()
    at.raw.execute("DELETE FROM audit_event WHERE seq = ?", (seq,))
    return seq


def a_record_is_deleted_and_the_rest_moved_up_with_the_stolen_key(at: Break) -> None:
    seq, last = at.somewhere(margin=12), at.last
    at.raw.execute("DELETE FROM audit_event WHERE seq = ?", (seq,))
    for number in range(seq + 1, last + 1):
        at.raw.execute("UPDATE audit_event SET seq = ? WHERE seq = ?", (number - 1, number))
    at.chain_from(seq, at.key)


def the_tail_is_cut_off_with_its_anchors_and_versions(at: Break) -> int:
    seq = at.somewhere()
    for number in range(seq, at.last + 1):
        plain = load_json(at.body(number), "event")
        what = (plain["entity"], plain["entity_id"], plain["version"])
        if plain["payload"]:
            at.raw.execute("DELETE FROM record WHERE kind = ? AND id = ? AND version = ?", what)
    at.raw.execute("DELETE FROM audit_event WHERE seq >= ?", (seq,))
    at.raw.execute("DELETE FROM anchor WHERE covers >= ?", (seq,))
    return seq


def two_records_are_swapped(at: Break) -> int:
    first, second = sorted(at.dice.sample(range(2, at.last), 2))
    for now, then in ((first, -1), (second, first), (-1, second)):
        at.raw.execute("UPDATE audit_event SET seq = ? WHERE seq = ?", (then, now))
    return first


def an_event_is_forged_at_the_head(at: Break) -> int:
    seq, thief = at.last + 1, Ed25519PrivateKey.generate()
    body = at.edit(seq - 1, seq=seq, previous=link_hash(at.body(seq - 1)), payload="", entity="forged")
    at.raw.execute("INSERT INTO audit_event VALUES (?, ?, ?, ?)", (seq, body, link_hash(body), thief.sign(body)))
    return seq


def the_whole_database_is_rolled_back(at: Break) -> None:
    at.raw.close()
    for name in ("plumbline.db", "plumbline.db-wal", "plumbline.db-shm"):
        (at.home / name).unlink(missing_ok=True)
    shutil.copy(at.older, at.home / "plumbline.db")


def a_stored_version_is_changed(at: Break) -> None:
    kind, id, version = at.dice.choice(at.raw.execute("SELECT kind, id, version FROM record").fetchall())
    at.raw.execute("UPDATE record SET body = zeroblob(length(body)) WHERE kind = ? AND id = ? AND version = ?",
                   (kind, id, version))  # fmt: skip


def an_anchor_is_signed_by_somebody_else(at: Break) -> None:
    covers, old = at.raw.execute("SELECT covers, body FROM anchor ORDER BY covers DESC LIMIT 1").fetchone()
    thief = Ed25519PrivateKey.generate()
    body = canonical_bytes({**load_json(old, "anchor"), "key": thief.public_key().public_bytes_raw().hex()})
    at.raw.execute("UPDATE anchor SET body = ?, signature = ? WHERE covers = ?", (body, thief.sign(body).hex(), covers))


def an_approval_is_taken_out(at: Break) -> None:
    at.raw.execute("DELETE FROM approval")


def an_approval_is_given_to_somebody_else(at: Break) -> None:
    at.raw.execute("UPDATE approval SET approver = 'nobody'")


def an_approval_is_put_in(at: Break) -> None:
    at.raw.execute("INSERT INTO approval VALUES ('P-2026-9999', 1, 'a', 'b', '2026-11-20T00:00:00.000000Z')")


def what_a_version_is_found_by_is_changed(at: Break) -> None:
    at.raw.execute("UPDATE record SET facts = zeroblob(length(facts)) WHERE kind = 'proposal' AND version = 1")


def a_version_is_given_to_another_client(at: Break) -> None:
    at.raw.execute("UPDATE record SET client = 'H-0001' WHERE kind = 'household' AND id = 'H-0002'")


def a_data_key_is_damaged(at: Break) -> None:
    at.raw.execute("UPDATE client_key SET wrapped = zeroblob(60) WHERE client = 'H-0003'")


def a_kept_file_is_forgotten(at: Break) -> None:
    at.raw.execute("DELETE FROM blob")


def a_kept_file_is_changed(at: Break) -> None:
    path = next(path for path in (at.home / "blobs").rglob("*") if path.is_file())
    path.write_bytes(path.read_bytes()[:-1] + b"x")


BESIDE: tuple[Attack, ...] = (
    an_approval_is_taken_out, an_approval_is_given_to_somebody_else, an_approval_is_put_in,
    what_a_version_is_found_by_is_changed, a_version_is_given_to_another_client, a_data_key_is_damaged,
    a_kept_file_is_forgotten, a_kept_file_is_changed,
)  # fmt: skip
"""Damage beside the trail: to approvals, to what records are found by, to keys and kept files."""
ATTACKS: tuple[Attack, ...] = (
    a_body_is_edited,
    a_body_is_edited_with_its_own_hash,
    a_body_is_edited_and_the_whole_chain_after_it,
    the_past_is_written_anew_with_the_stolen_key,
    a_record_is_deleted,
    a_record_is_deleted_and_the_rest_moved_up_with_the_stolen_key,
    the_tail_is_cut_off_with_its_anchors_and_versions,
    two_records_are_swapped,
    an_event_is_forged_at_the_head,
    the_whole_database_is_rolled_back,
    a_stored_version_is_changed,
    an_anchor_is_signed_by_somebody_else,
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo home with an approval, a copy of it from before, and forty events more."""
    folder = tmp_path_factory.mktemp("house")
    settings = places(folder)
    desk = demo.fill(Desk.open(settings)).acting_as(demo.person_for("advisor"))
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw:
        raw.execute("VACUUM INTO ?", (str(folder / "older.db"),))
    home = next(row.household for row in book(desk).rows if row.outside)
    waiting = proposals.submit_proposal(desk, proposals.draft(desk, home).id, 1)
    officer = desk.acting_as(demo.person_for("compliance"))
    proposals.approve_proposal(officer, waiting.id, waiting.version, PASSWORD)
    documents.issue(desk, waiting.id)
    for number in range(40):
        with desk.store.transaction() as tx:
            log(desk, tx, "household.looked_at", "look", f"{number}", 1)
            if number == 30:
                tx.anchor(desk.now())
    assert verify_trail(desk).ok
    return folder


def places(folder: Path) -> Settings:
    names = {"PLUMBLINE_HOME": "home", "PLUMBLINE_ANCHORS": "elsewhere", "PLUMBLINE_KEYS": "keys"}
    return read_settings({name: str(folder / where) for name, where in names.items()})


def attacked(original: Path, copy: Path, attack: Attack, seed: int) -> tuple[int | None, Verdict]:
    """The attack on a copy, then what verify says to whoever opens it."""
    shutil.copytree(original, copy)
    settings = places(copy)
    key = base64.b64decode((settings.keys / "signing.key").read_text())
    raw = sqlite3.connect(settings.home / "plumbline.db", isolation_level=None)
    for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {trigger}")
    at = Break(raw, settings.home, Ed25519PrivateKey.from_private_bytes(key), random.Random(seed), copy / "older.db")
    named = attack(at)
    raw.close()
    desk = Desk.open(settings).acting_as(demo.person_for("compliance"))
    return named, verify_trail(desk)


@pytest.mark.long
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_every_attack_is_seen_and_the_record_named(original: Path, tmp_path: Path, attack: Attack) -> None:
    for seed in range(TRIES):
        named, verdict = attacked(original, tmp_path / f"copy{seed}", attack, seed)
        assert not verdict.ok and verdict.first_broken, seed
        assert any(character.isdigit() for character in verdict.first_broken)
        if named is not None:
            assert verdict.broken_record == named, verdict.first_broken


@pytest.mark.parametrize("attack", BESIDE, ids=lambda attack: attack.__name__)
def test_damage_beside_the_trail_is_seen(original: Path, tmp_path: Path, attack: Attack) -> None:
    _, verdict = attacked(original, tmp_path / "copy", attack, 1)
    assert not verdict.ok and verdict.first_broken


def test_one_attack_of_each_kind_on_short_notice(original: Path, tmp_path: Path) -> None:
    for number, attack in enumerate((a_body_is_edited, the_past_is_written_anew_with_the_stolen_key)):
        assert not attacked(original, tmp_path / f"copy{number}", attack, 1)[1].ok


@pytest.mark.long
def test_every_byte_of_two_hundred_records_flipped_is_seen_and_the_record_named() -> None:
    """Ten trails of twenty records, anchored in the middle; every byte of body, hash and signature."""
    for part in range(10):
        rows = trail(20, note=f"trail {part}")
        anchors = [anchor_over(rows[:7]), anchor_over(rows[:14])]
        for place, row in enumerate(rows):
            for name in ("body", "hash", "signature"):
                value = row.hash.encode() if name == "hash" else getattr(row, name)
                for byte in range(len(value)):
                    flipped = value[:byte] + bytes([value[byte] ^ (1 << (byte % 7))]) + value[byte + 1 :]
                    changed = replace(row, **{name: flipped.decode("latin-1") if name == "hash" else flipped})
                    verdict = checked([*rows[:place], changed, *rows[place + 1 :]], *anchors)
                    assert verdict.broken_record == row.seq, (row.seq, name, byte)
