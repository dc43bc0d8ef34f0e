"""Processes that are killed, and processes that write at once."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store_support import NOON, ref, save, verdict
from store_worker import PARTS

from core.settings import Settings
from core.store import Store, open_store

WORKER = str(Path(__file__).with_name("store_worker.py"))
ROOT = Path(__file__).resolve().parents[2]
PATHS = {**os.environ, "PYTHONPATH": str(ROOT)}


def start(settings: Settings, role: str, number: int) -> "subprocess.Popen[str]":
    arguments = [sys.executable, WORKER, str(settings.home), role, str(number)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=PATHS)


def whole_or_none(store: Store, settings: Settings) -> int:
    """Every import has all its parts, every approval its version; returns how many imports there are."""
    households = [one.id for one in store.latest("household")]
    intakes = [one.id.removeprefix("S-") for one in store.latest("intake")]
    for number in intakes:
        assert sum(id.startswith(f"H-{number}-") for id in households) == PARTS
        data = f"statement {number}".encode()
        assert store.blob(ref(data), client=f"S-{number}") == data
    assert len(households) == PARTS * len(intakes)
    approved = sqlite3.connect(settings.home / "plumbline.db").execute("SELECT proposal FROM approval").fetchall()
    assert {id for (id,) in approved} == {one.id for one in store.latest("proposal")}
    return len(intakes)


@pytest.mark.long
def test_a_process_killed_at_any_moment_leaves_all_of_a_block_or_none(settings: Settings, store: Store) -> None:
    chance, acknowledged = random.Random(7), 0
    for killed in range(25):
        process = start(settings, "endless", killed * 1_000)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.08))
        process.send_signal(signal.SIGKILL)
        acknowledged += 1 + len(process.stdout.read().splitlines())
        process.wait()
        found = verdict(open_store(settings, {}))
        assert found.ok, found.sentences
    assert whole_or_none(store, settings) >= acknowledged


@pytest.mark.long
def test_eight_writers_wait_for_each_other_and_the_chain_has_no_gap(settings: Settings, store: Store) -> None:
    writers = [start(settings, "writer", number) for number in range(8)]
    for writer in writers:
        _, errors = writer.communicate(timeout=300)
        assert writer.returncode == 0, errors
    events = store.events()
    assert [event.seq for event in events] == list(range(1, 8 * 25 + 1))
    assert all(store.get("household", f"W-{number}") == b"25" for number in range(8))
    found = verdict(store)
    assert found.ok and found.checked == 200


def test_an_anchor_left_pending_by_a_crash_is_settled_and_one_never_committed_is_dropped(
    settings: Settings, store: Store
) -> None:
    save(store, "household", "H-1", 1, b"one", client="H-1")
    with store.transaction() as tx:
        tx.anchor(NOON)
    named = next(settings.anchors.glob("anchor-*.json"))
    named.rename(settings.anchors / "pending" / named.name)
    never = settings.anchors / "pending" / "anchor-000000099-abcdefabcdef.json"
    never.write_bytes(b"{}")
    assert verdict(open_store(settings, {})).ok
    assert named.exists() and not never.exists()
