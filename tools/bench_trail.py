"""A trail of a million events: how long it takes to verify and to search. `python -m tools.bench_trail [COUNT]`.

The events are written the way the store writes them (canonical bytes, chain, one signature each, an anchor now and
then), straight into the tables of a home in a temporary folder. CPU seconds, user and system, of this process.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from core.access import PERMISSIONS
from core.domain.canonical import canonical_bytes
from core.domain.event import Event
from core.domain.person import Person
from core.domain.trail import GENESIS, Anchor, SignedAnchor, add_leaf, link_hash, tree_head
from core.settings import Settings, read_settings
from core.store.client_keys import data_key_for_writing
from core.store.database import FileDatabase
from core.store.envelope import security_token
from core.store.keys import KeyRing, open_ring
from core.store.opening import open_store
from core.store.search import index_row
from core.store.witness import FolderWitness
from core.workflow.desk import Desk
from core.workflow.trail import trail, verify_trail

MILLION = 1_000_000
CLIENTS, SYMBOLS, PEOPLE, BETWEEN = 1_000, 400, 40, 2_000
KINDS = ("household.looked_at", "proposal.drafted", "alert.open", "proposal.returned", "document.issued")
START = datetime(2024, 1, 2, 14, tzinfo=UTC)


def main() -> None:
    """Fill a home, then verify it and search it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MILLION
    with tempfile.TemporaryDirectory() as folder:
        settings = read_settings({"PLUMBLINE_HOME": folder})
        open_store(settings, {})
        _spent(f"{count:,} events written and signed", lambda: fill(settings, count))
        desk = Desk.open(settings, Person("bench", "Bench", "compliance"))
        assert "read_trail" in PERMISSIONS["compliance"]
        verdict = _spent(f"{count:,} events verified", lambda: verify_trail(desk))
        assert verdict.ok and verdict.checked == count, verdict.sentences
        for title, wanted in searches(count).items():
            found = _spent(title, lambda wanted=wanted: trail(desk, **wanted))  # type: ignore[misc]
            print(f"{'':8}{len(found)} shown")


def searches(count: int) -> dict[str, dict[str, Any]]:
    """Every way of asking: the rare and the common, alone and together."""
    late = START + timedelta(minutes=count - 1000)
    return {
        "by client": {"client": "H-0123"},
        "by a security that many hold": {"security": "S0"},
        "by a security of one client": {"security": "S7", "client": "H-0007"},
        "by a security that nobody holds": {"security": "NONE"},
        "by person": {"person": "p7"},
        "by kind": {"kind": "proposal.returned"},
        "by the beginning of a kind": {"kind": "proposal."},
        "by time": {"since": late},
        "by client, person, kind and time": {
            "client": "H-0123", "person": "p3", "kind": "proposal.", "until": START + timedelta(days=400),
        },
        "by security, person and kind": {"security": "S3", "person": "p3", "kind": "proposal.returned"},
        "by a text that is everywhere": {"search": "returned"},
        "by a text that stands in one event": {"search": f"look-{count // 2}"},
        "by a text that is nowhere": {"search": "nothing like it"},
    }  # fmt: skip


def fill(settings: Settings, count: int) -> None:
    """That many events of a thousand clients, with their index and an anchor after every two thousand."""
    ring = open_ring(settings.keys, False, {})
    with FileDatabase(settings.database_url).writing() as connection:
        keys = [data_key_for_writing(connection, ring, f"H-{n:04d}") for n in range(CLIENTS)]
    witness = FolderWitness(settings.anchors)
    with closing(sqlite3.connect(settings.home / "plumbline.db")) as raw, raw:
        for rows, anchor, peaks in _written(ring, keys, count):
            raw.executemany("INSERT INTO audit_event VALUES (?, ?, ?, ?)", [row[0] for row in rows])
            raw.executemany(
                "INSERT INTO event_index VALUES (:seq, :at, :actor, :kind, :entity_id, :client, :words)",
                [row[1] for row in rows],
            )
            raw.executemany("INSERT INTO event_security VALUES (?, ?)", [pair for row in rows for pair in row[2]])
            raw.execute("INSERT INTO anchor VALUES (?, ?, ?, ?)",
                        (anchor.anchor.count, anchor.body, anchor.signature, peaks))  # fmt: skip
            witness.announce(anchor)
            witness.settle(frozenset({anchor.anchor.count}))


def _written(ring: KeyRing, keys: list[bytes], count: int) -> Iterator[tuple[list[Any], SignedAnchor, bytes]]:
    signer, previous = Ed25519PrivateKey.from_private_bytes(ring.signing), GENESIS
    tree: tuple[bytes, ...] = ()
    tokens = [[security_token(key, f"S{n}") for n in range(SYMBOLS)] for key in keys]
    rows: list[Any] = []
    for seq in range(1, count + 1):
        client, kind = seq % CLIENTS, KINDS[seq % len(KINDS)]
        at = START + timedelta(minutes=seq)
        event = Event(seq, previous, at, f"p{seq % PEOPLE}", "advisor", kind, "look", f"look-{seq}", 1, "")
        body = canonical_bytes(event)
        signature, previous = signer.sign(body), link_hash(body)
        tree = add_leaf(tree, seq - 1, body + signature)
        about = [(tokens[client][n], seq) for n in {0, seq % SYMBOLS, client % SYMBOLS}] if seq % 3 == 0 else []
        rows.append(((seq, body, previous, signature), index_row(event, f"H-{client:04d}"), about))
        if len(rows) == BETWEEN or seq == count:
            made = Anchor(seq, tree_head(tree), previous, at, ring.public.hex())
            signed = SignedAnchor(made, signer.sign(canonical_bytes(made)).hex())
            yield rows, signed, b"".join(tree)
            rows = []


def _spent(title: str, call: Callable[[], Any]) -> Any:
    start = time.process_time()
    found = call()
    print(f"{title:44} {time.process_time() - start:8.2f} CPU s", flush=True)
    return found


if __name__ == "__main__":
    main()
