"""`read`: exit 0 where all is proven or explained, 1 where something is not, 2 where a file is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from ingest_layouts import PAPERS

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core", "read", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("statements")
    for name in ("harbor", "meadow_wrong"):
        (place / f"{name}.pdf").write_bytes(PAPERS[name]().data)
    (place / "empty.pdf").write_bytes(b"")
    (place / "plain.txt").write_text("AAPL holdings of nothing\n" * 3)
    return place


def test_proven_and_explained_accounts_exit_0_with_one_document(folder: Path) -> None:
    done = run(str(folder / "harbor.pdf"), str(folder / "meadow_wrong.pdf"), "--json")
    document = json.loads(done.stdout)
    assert done.returncode == 0 and done.stderr == ""
    assert [account["status"] for account in document["accounts"]] == ["proven", "explained"]
    first = document["accounts"][0]["positions"][0]
    assert (first["quantity"], first["price"], first["unit"]) == ("120", "251.10", "1")
    assert {"accounts", "annotations", "issues"} <= set(document)


def test_a_refused_file_exits_2_and_the_others_are_still_answered(folder: Path) -> None:
    done = run(str(folder / "empty.pdf"), str(folder / "harbor.pdf"), "--json")
    assert done.returncode == 2 and done.stderr.splitlines() == ["error: empty.pdf is empty."]
    assert len(json.loads(done.stdout)["accounts"]) == 1


def test_a_file_that_is_not_there_exits_2_in_one_line(folder: Path) -> None:
    done = run(str(folder / "nowhere.pdf"), "--json")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "nowhere.pdf" in done.stderr


def test_people_get_a_summary(folder: Path) -> None:
    done = run(str(folder / "harbor.pdf"))
    assert done.returncode == 0 and "proven" in done.stdout and "…0935" in done.stdout
