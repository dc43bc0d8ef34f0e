"""The examination bundle proves itself without this software, and says so where a byte was changed."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from core.domain.errors import NotAllowed
from core.settings import DEMO
from core.workflow import demo, documents, proposals
from core.workflow.desk import Desk
from core.workflow.examination import examination_bundle
from core.workflow.reviewing import comment
from core.workflow.settling import sign_off
from core.workflow.statements import upload

STATEMENT = DEMO / "statements" / "tidewater-2026-10-30-kessler.csv"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, str]:
    desk = Desk.sample("advisor")
    made = proposals.draft(desk, "H-0006")
    submitted = proposals.submit_proposal(desk, made.id, made.version)
    officer = desk.acting_as(demo.person_for("compliance"))
    proposals.approve_proposal(officer, made.id, submitted.version, demo.demo_password())
    documents.issue(desk, made.id)
    comment(officer, made.id, 2, "Fine.")
    read = upload(desk, STATEMENT.name, STATEMENT.read_bytes())
    sign_off(desk, read.id, read.version, 0, "H-0006", None, "brought by the household", as_new=True)
    data = examination_bundle(officer, "H-0006")
    return data, desk.store.public_key.hex()


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        zipped.extractall(folder)
    return folder


def verdict(folder: Path, *arguments: str) -> tuple[int, str]:
    """What the verifier inside the folder says, run by a Python that sees nothing but the standard library."""
    command = [sys.executable, "-I", "-S", str(folder / "verify.py"), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    return result.returncode, result.stdout


def test_it_holds_papers_records_events_manifest_trail_and_verifier(packed: tuple[bytes, str]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed[0])) as zipped:
        names = zipped.namelist()
        kinds = {name.split("/")[1] for name in names if name.startswith("records/")}
        assert {"household", "profile", "mandate", "proposal", "paper"} <= kinds
        assert {"comment", "statement"} <= kinds
        source = next(name for name in names if name.startswith("sources/"))
        assert source.endswith(STATEMENT.name) and zipped.read(source) == STATEMENT.read_bytes()
        assert any(name.endswith("-letter.pdf") for name in names) and any(name.endswith(".fix") for name in names)
        assert {"events.csv", "manifest.json", "README.txt", "verify.py", "trail/public_key.txt"} <= set(names)
        listed = json.loads(zipped.read("manifest.json"))["files"]
        assert "proposal approved".replace(" ", ".") in zipped.read("events.csv").decode()
    assert set(listed) == {name for name in names if not name.startswith("trail/")} - {"manifest.json"}


def test_the_verifier_inside_finds_it_whole(packed: tuple[bytes, str], tmp_path: Path) -> None:
    code, said = verdict(unpacked(packed[0], tmp_path), packed[1])
    assert code == 0 and said.startswith("HOLDS: "), said


@pytest.mark.parametrize(
    "target", ["papers", "records", "sources", "events.csv", "trail/events.jsonl", "trail/anchors.jsonl"]
)
def test_one_changed_byte_is_seen(packed: tuple[bytes, str], tmp_path: Path, target: str) -> None:
    folder = unpacked(packed[0], tmp_path)
    path = next(one for one in sorted(folder.rglob("*")) if one.is_file() and target in one.as_posix())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    code, said = verdict(folder, packed[1])
    assert code == 1 and "DOES NOT HOLD" in said


def test_a_file_changed_together_with_the_manifest_is_seen_by_the_trail(
    packed: tuple[bytes, str], tmp_path: Path
) -> None:
    import hashlib

    folder = unpacked(packed[0], tmp_path)
    (folder / "events.csv").write_bytes(b"nothing happened\n")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"]["events.csv"] = hashlib.sha256(b"nothing happened\n").hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert "no event of the trail names this manifest" in verdict(folder, packed[1])[1]


def test_an_added_file_a_lost_file_a_cut_trail_and_another_key_are_seen(
    packed: tuple[bytes, str], tmp_path: Path
) -> None:
    folder = unpacked(packed[0], tmp_path)
    (folder / "papers" / "extra.pdf").write_bytes(b"%PDF")
    assert "papers/extra.pdf is not in the manifest" in verdict(folder)[1]
    (folder / "papers" / "extra.pdf").unlink()
    (folder / "README.txt").unlink()
    assert "README.txt is missing" in verdict(folder)[1]
    assert "not the key that was given" in verdict(folder, "ab" * 32)[1]
    events = folder / "trail" / "events.jsonl"
    events.write_bytes(b"\n".join(events.read_bytes().splitlines()[:-1]))
    assert "are missing" in verdict(folder)[1]


def test_a_period_keeps_out_what_lies_outside_it_and_only_exporters_may() -> None:
    desk = Desk.sample("advisor")
    proposals.draft(desk, "H-0006")
    data = examination_bundle(desk, "H-0006", date(2020, 1, 1), date(2020, 12, 31))
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert not any(name.startswith("records/proposal/") for name in zipped.namelist())
    with pytest.raises(NotAllowed):
        examination_bundle(desk.acting_as(demo.person_for("admin")), "H-0006")
