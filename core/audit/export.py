"""The trail as files that prove themselves: events, anchors, hashes of what is stored, public key, and the verifier.

No client data is among them: events carry hashes. The verifier is one file without Plumbline.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from core.audit import standalone
from core.domain.trail import SealedEvent, SignedAnchor, SignedHead, StoredHash

VERIFIER = "verify_trail.py"
READ_ME = """Exported audit trail
=====================

    python verify_trail.py . [PUBLIC_KEY_HEX]

The verifier needs Python 3.11 or later and the package "cryptography"; read it, it is short.
Give it the public key that the firm handed to you earlier. Compare the last anchor with those printed in documents.
public_key.txt holds the firm's signing keys, oldest first: each one's last record names the next. Any of them will do.
Events after the last anchor could be cut off unseen where the head mark is gone too.
"""


def export_trail(
    folder: Path,
    rows: Iterable[SealedEvent],
    anchors: Sequence[SignedAnchor],
    public_keys: Sequence[bytes],
    *,
    files: Sequence[SignedAnchor] = (),
    head: SignedHead | None = None,
    records: Iterable[StoredHash] = (),
) -> tuple[Path, ...]:
    """Write the files into the folder and return them; arguments as of `core.audit.verify`."""
    folder.mkdir(parents=True, exist_ok=True)
    every = {one.body: one for one in (*anchors, *files)}.values()
    heads = (head,) if head else ()
    written = [
        _lines(folder / "events.jsonl", (_event(row) for row in rows)),
        _lines(folder / "anchors.jsonl", (_witness(one) for one in every)),
        _lines(folder / "records.jsonl", (_stored(one) for one in records)),
        _lines(folder / "head.json", (_witness(one) for one in heads)),
    ]
    texts = (
        ("public_key.txt", "".join(f"{key.hex()}\n" for key in public_keys)),
        (VERIFIER, Path(standalone.__file__).read_text(encoding="utf-8")),
        ("README.txt", READ_ME),
    )
    for name, text in texts:
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    return tuple(written)


def _lines(path: Path, plain: Iterator[Any]) -> Path:
    with path.open("w", encoding="ascii") as stream:
        stream.writelines(json.dumps(one, ensure_ascii=True) + "\n" for one in plain)
    return path


def _event(row: SealedEvent) -> dict[str, Any]:
    body = row.body.decode("utf-8", "surrogateescape")
    return {"seq": row.seq, "body": body, "hash": row.hash, "signature": row.signature.hex()}


def _witness(one: SignedAnchor | SignedHead) -> dict[str, str]:
    return {"body": one.body.decode(), "signature": one.signature}


def _stored(one: StoredHash) -> dict[str, Any]:
    return {"kind": one.kind, "id": one.id, "version": one.version, "sha256": one.sha256}
