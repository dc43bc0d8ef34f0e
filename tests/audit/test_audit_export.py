"""An exported trail is verified by one script that knows nothing of Plumbline."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.audit import standalone
from core.workflow import demo, proposals
from core.workflow.book import book
from core.workflow.desk import Desk
from core.workflow.trail import export_trail

Change = Callable[[list[dict[str, object]]], object]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book's trail with an approval in it."""
    advisor = Desk.sample()
    home = next(row.household for row in book(advisor).rows if row.outside)
    waiting = proposals.submit_proposal(advisor, proposals.draft(advisor, home).id, 1)
    officer = advisor.acting_as(demo.person_for("compliance"))
    proposals.approve_proposal(officer, waiting.id, waiting.version, demo.demo_password())
    folder = tmp_path_factory.mktemp("trail")
    export_trail(officer, folder)
    return folder


@pytest.fixture
def folder(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "copy"))


def changed(folder: Path, name: str, change: Change) -> str:
    """Change the lines of one file; what the verifier says then."""
    path = folder / name
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    with pytest.raises(standalone.Fault) as found:
        standalone.verify(folder)
    return str(found.value)


def test_the_script_needs_only_cryptography_and_the_standard_library(exported: Path) -> None:
    tree = ast.parse((exported / "verify_trail.py").read_text())
    imported = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import)
                for alias in node.names}  # fmt: skip
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_it_verifies_far_from_the_house(folder: Path) -> None:
    key = (folder / "public_key.txt").read_text().strip()
    command = [sys.executable, "-I", "verify_trail.py", "."]
    good = subprocess.run([*command, key], cwd=folder, capture_output=True, text=True, check=False)
    assert good.returncode == 0 and "anchors agree" in good.stdout, good.stderr
    other = subprocess.run([*command, "ab" * 32], cwd=folder, capture_output=True, text=True, check=False)
    assert other.returncode == 1 and "another public key" in other.stdout
    (folder / "events.jsonl").unlink()
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 2


def test_no_client_stands_in_the_export(exported: Path) -> None:
    text = "".join(path.read_text() for path in exported.iterdir())
    advisor = Desk.sample()
    assert not any(row.name in text for row in book(advisor).rows)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("events.jsonl", lambda rows: rows.pop(4), "Record 5 is missing"),
        ("events.jsonl", lambda rows: rows.pop(), "missing"),
        ("events.jsonl", lambda rows: rows[3].update(body=rows[3]["body"].replace("system", "nobody")), "Record 4"),
        ("events.jsonl", lambda rows: rows[3].update(signature="00" * 64), "Record 4 has a bad signature"),
        ("events.jsonl", lambda rows: rows[3].update(hash="00" * 32), "Record 4 was changed"),
        ("events.jsonl", lambda rows: rows.insert(5, dict(rows[5])), "Record 7 is missing"),
        ("events.jsonl", lambda rows: rows.insert(2, {**rows[3], "seq": 3}), "Record 3 does not follow"),
        ("anchors.jsonl", lambda rows: rows[0].update(signature="00" * 64), "anchor over"),
        ("records.jsonl", lambda rows: rows[0].update(sha256="00" * 32), "was changed after record"),
        ("records.jsonl", lambda rows: rows.pop(0), "is gone after record"),
        ("records.jsonl", lambda rows: rows.append({**rows[0], "version": 99}), "No record of the trail accounts"),
        ("head.json", lambda rows: rows[0].update(signature="00" * 64), "head mark"),
    ],
)
def test_every_change_is_named(folder: Path, name: str, change: Change, said: str) -> None:
    assert said in changed(folder, name, change)
