"""What events are found by, securities among it, is counted anew from what is stored: a changed row is named."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.settings import read_settings
from core.workflow import demo
from core.workflow.desk import Desk
from core.workflow.trail import trail, verify_trail

Damage = Callable[[sqlite3.Connection], int]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with its trail."""
    folder = tmp_path_factory.mktemp("home")
    demo.fill(Desk.open(read_settings({"PLUMBLINE_HOME": str(folder)})))
    return folder


def opened(home: Path) -> Desk:
    return Desk.open(read_settings({"PLUMBLINE_HOME": str(home)}), demo.person_for("compliance"))


def some_row(raw: sqlite3.Connection) -> tuple[str, int]:
    found: tuple[str, int] = raw.execute("SELECT token, seq FROM event_security ORDER BY token LIMIT 1").fetchone()
    return found


def one_is_deleted(raw: sqlite3.Connection) -> int:
    token, seq = some_row(raw)
    raw.execute("DELETE FROM event_security WHERE token = ? AND seq = ?", (token, seq))
    return seq


def one_is_changed(raw: sqlite3.Connection) -> int:
    token, seq = some_row(raw)
    raw.execute("UPDATE event_security SET token = ? WHERE token = ? AND seq = ?", ("0" * 16, token, seq))
    return seq


def one_is_added(raw: sqlite3.Connection) -> int:
    _, seq = some_row(raw)
    raw.execute("INSERT INTO event_security VALUES (?, ?)", ("f" * 16, seq))
    return seq


def all_of_an_event_are_deleted(raw: sqlite3.Connection) -> int:
    _, seq = some_row(raw)
    raw.execute("DELETE FROM event_security WHERE seq = ?", (seq,))
    return seq


@pytest.mark.parametrize("damage", [one_is_deleted, one_is_changed, one_is_added, all_of_an_event_are_deleted])
def test_a_row_that_finds_an_event_by_its_security_cannot_be_touched_unseen(
    damage: Damage, home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    assert verify_trail(opened(copy)).ok
    with closing(sqlite3.connect(copy / "plumbline.db")) as raw, raw:
        raw.executescript("DROP TRIGGER event_security_no_update; DROP TRIGGER event_security_no_delete")
        seq = damage(raw)
    verdict = verify_trail(opened(copy))
    assert not verdict.ok
    said = [sentence for sentence in verdict.sentences if re.search(rf"\brecord {seq}\b", sentence)]
    assert any("found by was changed" in sentence for sentence in said), verdict.sentences


def test_every_security_of_the_book_finds_its_events(home: Path) -> None:
    assert trail(opened(home), security="VTI")
