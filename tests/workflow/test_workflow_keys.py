"""The signing key is replaced, work goes on, and everything before and after is proven: in the app and far from it."""

import base64
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from core.audit import standalone
from core.domain.canonical import canonical_bytes, load_json
from core.domain.errors import NotAllowed
from core.domain.trail import link_hash
from core.settings import Settings, read_settings
from core.store import KeyMissing, open_store
from core.store.keys import FolderKeys, KeyRing
from core.workflow import demo, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.documents import issue
from core.workflow.examination import examination_bundle
from core.workflow.keys import replace_signing_key, signing_keys
from core.workflow.saving import log
from core.workflow.signatures import check_paper, firm_root
from core.workflow.signing import make_link, sign_by_link, sign_paper
from core.workflow.trail import export_trail, verify_trail

PASSWORD = demo.demo_password()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"PLUMBLINE_HOME": str(tmp_path / "home"), "PLUMBLINE_ANCHORS": str(tmp_path / "usb")})


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return demo.fill(Desk.open(settings)).acting_as(demo.person_for("compliance"))


def replaced(desk: Desk) -> None:
    replace_signing_key(desk.acting_as(demo.person_for("admin")), PASSWORD)


def go_on(desk: Desk, count: int = 3, anchor: bool = True) -> None:
    with desk.store.transaction() as tx:
        for number in range(count):
            log(desk, tx, "household.looked_at", "look", f"{number}", 1)
        if anchor:
            tx.anchor(desk.now())


def test_the_trail_holds_across_two_replacements_in_the_app_and_far_from_it(desk: Desk, tmp_path: Path) -> None:
    first = desk.store.public_key
    replaced(desk)
    go_on(desk)
    replaced(desk)
    go_on(desk, anchor=False)
    assert verify_trail(desk).ok
    keys = signing_keys(desk)
    assert keys[0].public == first.hex() and keys[-1].public == desk.store.public_key.hex()
    assert len({key.id for key in keys}) == 3 and keys[0].record is None and keys[1].record is not None
    export_trail(desk, tmp_path / "out")
    for given in (first.hex(), keys[1].public, keys[2].public.upper()):
        command = [sys.executable, "-I", "verify_trail.py", ".", given]
        said = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
        assert said.returncode == 0 and "records hold" in said.stdout, said.stdout
    with pytest.raises(standalone.Fault, match="another public key"):
        standalone.verify(tmp_path / "out", "ab" * 32)


def test_only_the_administrator_replaces_it_and_proves_who_it_is(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="manage people"):
        replace_signing_key(desk, PASSWORD)
    with pytest.raises(NotAllowed, match="do not belong together"):
        replace_signing_key(desk.acting_as(demo.person_for("admin")), "wrong password")
    assert len(desk.store.public_keys) == 1


def test_another_process_that_was_open_signs_with_the_new_key_too(desk: Desk, settings: Settings) -> None:
    beside = Desk.open(settings).acting_as(desk.actor)
    replaced(desk)
    go_on(beside)
    assert verify_trail(beside).ok and verify_trail(desk).ok
    assert verify_trail(Desk.open(settings).acting_as(desk.actor)).ok


def test_a_replacement_cut_short_is_finished_at_the_next_opening(
    desk: Desk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(FolderKeys, "settle", power_cut)
        replaced(desk)
    again = Desk.open(settings).acting_as(desk.actor)
    assert len(again.store.public_keys) == 2 and not (settings.keys / "signing.next").exists()
    go_on(again)
    assert verify_trail(again).ok


def test_a_replacement_that_was_never_written_changes_nothing(
    desk: Desk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(self: FolderKeys, fresh: bytes) -> None:
        announce(self, fresh)
        raise OSError("no space left")

    announce = FolderKeys.announce
    with monkeypatch.context() as patched, pytest.raises(OSError, match="no space"):
        patched.setattr(FolderKeys, "announce", full_disk)
        replaced(desk)
    again = Desk.open(settings).acting_as(desk.actor)
    assert len(again.store.public_keys) == 1
    go_on(again)
    assert verify_trail(again).ok
    replaced(again)
    assert verify_trail(again).ok


def test_the_key_before_is_of_no_use_any_more(desk: Desk, settings: Settings) -> None:
    old = base64.b64decode((settings.keys / "signing.key").read_text())
    replaced(desk)
    go_on(desk, anchor=False)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    thief = Ed25519PrivateKey.from_private_bytes(old)
    with closing(sqlite3.connect(settings.home / "plumbline.db", isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER audit_event_no_update")
        seq, body = raw.execute("SELECT seq, body FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
        forged = canonical_bytes({**load_json(body, "event"), "actor": "nobody"})
        raw.execute("UPDATE audit_event SET body = ?, hash = ?, signature = ? WHERE seq = ?",
                    (forged, link_hash(forged), thief.sign(forged), seq))  # fmt: skip
    (settings.anchors / "head.json").unlink()
    assert verify_trail(desk).broken_record == seq
    (settings.keys / "signing.key").write_bytes(base64.b64encode(old) + b"\n")
    with pytest.raises(KeyMissing, match="not the one that signed"):
        open_store(settings, {})


def test_an_exported_hand_over_to_another_key_is_seen(desk: Desk, tmp_path: Path) -> None:
    replaced(desk)
    export_trail(desk, tmp_path)
    names = (tmp_path / "public_key.txt").read_text().split()
    for wrong in (names[:1], names[::-1], [*names, "ab" * 32], [names[0], "ab" * 32]):
        (tmp_path / "public_key.txt").write_text("\n".join(wrong) + "\n")
        with pytest.raises((standalone.Fault, ValueError)):
            standalone.verify(tmp_path)


def test_documents_signed_before_and_after_hold_together_and_the_bundle_proves_itself(
    desk: Desk, tmp_path: Path
) -> None:
    advisor = desk.acting_as(demo.person_for("advisor"))
    home = next(row.household for row in book(advisor).rows if row.outside)
    waiting = proposals.submit_proposal(advisor, proposals.draft(advisor, home).id, 1)
    proposals.approve_proposal(desk, waiting.id, waiting.version, PASSWORD)
    letter = next(paper for paper in issue(advisor, waiting.id) if paper.kind == "letter")
    sign_paper(advisor, letter.id, PASSWORD)
    replaced(desk)
    token = make_link(advisor, letter.id, "Ruth Sample", PASSWORD)
    from core.sign.page import reading_code
    from core.workflow.documents import document

    code = reading_code(desk.store.blob(letter.sha256, client=letter.household))
    sign_by_link(desk.acting_as(None), token, "Ruth Sample", code, consents=True)
    assert document(desk, letter.id)[0].signed == ("advisor", "client")
    assert check_paper(desk, letter.id).ok
    assert firm_root(desk).count(b"BEGIN CERTIFICATE") == 2
    data = examination_bundle(desk, home)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        packed.extractall(tmp_path / "bundle")
    for key in [*(one.public for one in signing_keys(desk)), "cd" * 32]:
        command = [sys.executable, "-I", "verify.py", key]
        said = subprocess.run(command, cwd=tmp_path / "bundle", capture_output=True, text=True, check=False)
        assert ("HOLDS" in said.stdout and said.returncode == 0) == (key != "cd" * 32), said.stdout
    assert json.loads((tmp_path / "bundle" / "manifest.json").read_text())["files"]


def test_a_ring_knows_its_keys_in_order() -> None:
    ring = KeyRing((b"m" * 32,), b"a" * 32)
    later = ring.with_signing(b"b" * 32)
    assert later.earlier == (ring.public,) and later.publics == (ring.public, later.public)
