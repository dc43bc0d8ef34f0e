"""Verify an exported audit trail: this one file, Python 3.11 or later, and the package `cryptography`.

    python verify_trail.py FOLDER [PUBLIC_KEY_HEX]

FOLDER holds events.jsonl, anchors.jsonl, records.jsonl, head.json and public_key.txt (the firm's signing keys, oldest
first; each hands over to the next by an event that it signs). The keys in the folder prove only that the folder
agrees with itself: give a key that the firm handed to you earlier, and compare anchors that were printed or kept
elsewhere, to know that nothing was written anew. Exit 0: everything holds; 1: the first broken
record is named; 2: the folder cannot be read.

Chain: each event names the SHA-256 of the one before. Signatures: Ed25519 over each event's bytes. Anchors: RFC 6962
tree heads over body + signature of the first records, signed.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

GENESIS = "0" * 64
HANDED_OVER = "key.handed_over"
HOLDS, BROKEN, UNREADABLE = 0, 1, 2
Keys = list[tuple[str, Ed25519PublicKey]]


class Fault(Exception):
    """What is wrong, in one sentence."""


def verify(folder: Path, known_key: str = "") -> str:
    """One sentence where everything holds; Fault names the first thing that does not."""
    names = (folder / "public_key.txt").read_text(encoding="ascii").split()
    if known_key and known_key.strip().lower() not in names:
        raise Fault("The folder names another public key than the one given.")
    keys = [(name, Ed25519PublicKey.from_public_bytes(bytes.fromhex(name))) for name in names]
    anchors = list(_anchors(folder, dict(keys)))
    stored = {(one["kind"], one["id"], one["version"]): one["sha256"] for one in _lines(folder / "records.jsonl")}
    count, head, loose = _walk(folder, keys, anchors, stored)
    _behind(folder, keys, count, head, anchors)
    for kind, id, version in sorted(stored):
        raise Fault(f"No record of the trail accounts for the stored {kind} {id} v{version}.")
    window = f" {loose} of them came after the last anchor." if loose else ""
    return f"{count} records hold: chain, signatures and {len(anchors)} anchors agree.{window}"


def _walk(folder: Path, keys: Keys, anchors: list[dict[str, Any]], stored: dict[Any, str]) -> Any:
    """Every record against its place; returns how many, the last link, and how many no anchor covers."""
    roots: dict[int, list[dict[str, Any]]] = {}
    for anchor in anchors:
        roots.setdefault(anchor["count"], []).append(anchor)
    count, previous, covered = 0, GENESIS, 0
    peaks: list[bytes] = []
    begins = [0]
    for row in _lines(folder / "events.jsonl"):
        seq, body, signature = count + 1, _raw(row["body"]), bytes.fromhex(row["signature"])
        plain = _follows(row, seq, previous, body, signature, keys[len(begins) - 1][1])
        _payload(seq, plain, stored)
        peaks = _grown(peaks, count, body + signature)
        count, previous = seq, row["hash"]
        for anchor in roots.get(count, ()):
            if _head(peaks) != anchor["root"]:
                raise Fault(f"Records {covered + 1} to {count} were rewritten: they do not give the anchor signed on "
                            f"{anchor['at'][:16]} UTC.")  # fmt: skip
            covered = count
        if plain["kind"] == HANDED_OVER:
            if [plain["note"]] != [name for name, _ in keys[len(begins) : len(begins) + 1]]:
                raise Fault(f"Record {seq} hands over to a signing key that the folder does not name next.")
            begins.append(seq)
    _in_turn(keys, begins, count, anchors)
    return count, previous, count - covered


def _in_turn(keys: Keys, begins: list[int], count: int, anchors: list[dict[str, Any]]) -> None:
    """Every key came into use, and every anchor is signed with the one that was in use."""
    if len(begins) < len(keys):
        raise Fault("No record hands over to the last signing key that the folder names.")
    spans = {name: span for (name, _), span in zip(keys, zip(begins, [*begins[1:], count], strict=True), strict=True)}
    for anchor in anchors:
        first, last = spans[anchor["key"]]
        if anchor["count"] <= count and not first <= anchor["count"] <= last:
            raise Fault(f"The anchor over {anchor['count']} records is signed with a key that was not in use then.")


def _follows(row: Any, seq: int, previous: str, body: bytes, signature: bytes, key: Ed25519PublicKey) -> Any:
    if row["seq"] != seq:
        raise Fault(f"Record {seq} is missing: record {row['seq']} stands in its place.")
    if hashlib.sha256(body).hexdigest() != row["hash"]:
        raise Fault(f"Record {seq} was changed: its body does not give its hash.")
    if not _signed(key, signature, body):
        raise Fault(f"Record {seq} has a bad signature: it was changed or forged.")
    plain = json.loads(body)
    if plain["seq"] != seq or plain["previous"] != previous:
        raise Fault(f"Record {seq} does not follow on record {seq - 1}.")
    return plain


def _payload(seq: int, plain: Any, stored: dict[Any, str]) -> None:
    if not plain["payload"]:
        return
    what = (plain["entity"], plain["entity_id"], plain["version"])
    now = stored.pop(what, None)
    if now != plain["payload"]:
        fate = "is gone" if now is None else "was changed"
        raise Fault(f"The stored {what[0]} {what[1]} v{what[2]} {fate} after record {seq} was written.")


def _anchors(folder: Path, keys: dict[str, Ed25519PublicKey]) -> Iterator[dict[str, Any]]:
    for line in _lines(folder / "anchors.jsonl"):
        anchor = json.loads(line["body"])
        key = keys.get(anchor["key"])
        if key is None or not _signed(key, bytes.fromhex(line["signature"]), line["body"].encode()):
            raise Fault(f"The anchor over {anchor['count']} records is not signed with the public key.")
        yield anchor


def _behind(folder: Path, keys: Keys, count: int, head: str, anchors: list[dict[str, Any]]) -> None:
    """Whether an anchor or the head mark saw more records than there are, or another last one."""
    seen = max((anchor["count"] for anchor in anchors), default=0)
    for line in _lines(folder / "head.json"):
        if not any(_signed(key, bytes.fromhex(line["signature"]), line["body"].encode()) for _, key in keys):
            raise Fault("The head mark is not signed with the public key.")
        mark = json.loads(line["body"])
        seen = max(seen, mark["mark_count"])
        if mark["mark_count"] == count and mark["head"] != head:
            raise Fault(f"Record {count} was rewritten: the head mark saw another one.")
    if seen > count:
        raise Fault(f"Records {count + 1} to {seen} are missing: the tail was cut off.")


def _signed(key: Ed25519PublicKey, signature: bytes, body: bytes) -> bool:
    try:
        key.verify(signature, body)
    except InvalidSignature:
        return False
    return True


def _grown(peaks: list[bytes], count: int, entry: bytes) -> list[bytes]:
    node, kept = hashlib.sha256(b"\x00" + entry).digest(), list(peaks)
    while count & 1:
        node = hashlib.sha256(b"\x01" + kept.pop() + node).digest()
        count >>= 1
    return [*kept, node]


def _head(peaks: list[bytes]) -> str:
    node = peaks[-1]
    for peak in reversed(peaks[:-1]):
        node = hashlib.sha256(b"\x01" + peak + node).digest()
    return node.hex()


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="ascii") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def main(arguments: list[str]) -> int:
    """Verify the folder that the command line names."""
    if len(arguments) not in (1, 2):
        sys.stderr.write(f"{__doc__}\n")
        return UNREADABLE
    try:
        sentence = verify(Path(arguments[0]), *arguments[1:])
    except Fault as fault:
        sys.stdout.write(f"BROKEN: {fault}\n")
        return BROKEN
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.stdout.write(f"BROKEN: the folder does not read as an exported trail: {type(error).__name__}: {error}\n")
        return UNREADABLE
    sys.stdout.write(f"OK: {sentence}\n")
    return HOLDS


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
