"""A process of its own for the crash and the writers' test: python store_worker.py HOME ROLE NUMBER."""

import sys
from datetime import UTC, datetime

from store_support import put, ref

from core.settings import read_settings
from core.store import Store, open_store

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PARTS = 8


def import_and_approve(store: Store, number: int) -> None:
    """A statement file, its reading and eight households in one block; then an approval with its anchor."""
    data = b"statement %d" % number
    with store.transaction() as tx:
        tx.put_blob(ref(data), data, client=f"S-{number}")
        put(tx, "intake", f"S-{number}", 1, data, f"S-{number}")
        for part in range(PARTS):
            put(tx, "household", f"H-{number}-{part}", 1, b"{}", f"H-{number}")
    with store.transaction() as tx:
        put(tx, "proposal", f"P-{number}", 2, b"approved", f"H-{number}")
        tx.approve(f"P-{number}", 2, proposer="ana", approver="cy", at=NOON)
        tx.anchor(NOON)


def main(home: str, role: str, number: int) -> None:
    """Work without end until killed, or write 25 versions."""
    store = open_store(read_settings({"PLUMBLINE_HOME": home}), {})
    if role == "endless":
        while True:
            import_and_approve(store, number)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1
    for version in range(1, 26):
        with store.transaction() as tx:
            put(tx, "household", f"W-{number}", version, b"%d" % version, f"W-{number}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
