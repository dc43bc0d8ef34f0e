"""Checks an examination bundle without the software that wrote it: python verify.py [PUBLIC_KEY_IN_HEX] [BUNDLE.zip]

Checked: every file against the manifest; the manifest against the audit trail; the trail's chain of hashes, the signed
anchors' trees (RFC 6962) over every event and its signature, and the signatures (Ed25519, RFC 8032) of the anchors and
of the events after the last one. Exit 0 where all holds, 1 with what does not.
Needs Python 3.9 or later and no package.
"""

import base64
import hashlib
import json
import os
import sys
import zipfile
from typing import Dict, List, Optional, Tuple  # noqa: UP035

Point = Tuple[int, int, int, int]  # noqa: UP006
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
GENESIS = "0" * 64
OUTSIDE = ("manifest.json", "trail/events.jsonl", "trail/anchors.jsonl", "trail/public_key.txt")


def add(a: Point, b: Point) -> Point:
    """The sum of two points of the curve, in extended coordinates."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def times(number: int, point: Point) -> Point:
    """A multiple of a point."""
    total: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def from_bytes(data: bytes) -> Optional[Point]:  # noqa: UP045
    """A point from its 32 bytes, None where there is none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = from_bytes((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the Ed25519 signature over the message is this key's."""
    if len(signature) != 64 or len(key) != 32 or BASE is None:
        return False
    point, commitment = from_bytes(key), from_bytes(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or commitment is None or scalar >= Q:
        return False
    hashed = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(scalar, BASE), add(commitment, times(hashed, point))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def grown(peaks: List[bytes], count: int, entry: bytes) -> List[bytes]:  # noqa: UP006
    """The tree's full subtrees after one more entry."""
    node, kept = hashlib.sha256(b"\x00" + entry).digest(), len(peaks)
    while count & 1:
        kept -= 1
        node = hashlib.sha256(b"\x01" + peaks[kept] + node).digest()
        count >>= 1
    return [*peaks[:kept], node]


def root_of(peaks: List[bytes]) -> str:  # noqa: UP006
    """The RFC 6962 root of a tree with these full subtrees."""
    node = peaks[-1]
    for peak in reversed(peaks[:-1]):
        node = hashlib.sha256(b"\x01" + peak + node).digest()
    return node.hex()


def read(place: str) -> Dict[str, bytes]:  # noqa: UP006
    """Every file of a folder or a zip by its path."""
    if os.path.isfile(place):
        with zipfile.ZipFile(place) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    found = {}
    for folder, _, names in os.walk(place):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, place).replace(os.sep, "/")] = file.read()
    return found


def check_files(files: Dict[str, bytes]) -> List[str]:  # noqa: UP006
    """What differs from the manifest."""
    wanted = json.loads(files["manifest.json"])["files"]
    faults = [f"{name} is missing" for name in wanted if name not in files]
    for name, data in sorted(files.items()):
        if name in OUTSIDE:
            continue
        if name not in wanted:
            faults.append(f"{name} is not in the manifest")
        elif hashlib.sha256(data).hexdigest() != wanted[name]:
            faults.append(f"{name} was changed")
    return faults


def read_anchors(files: Dict[str, bytes], keys: List[bytes]) -> Optional[Dict[int, Dict[str, str]]]:  # noqa: UP006, UP045
    """The signed anchors by how many events they cover; None where one does not carry the signature of a key."""
    anchors = {}
    for line in files["trail/anchors.jsonl"].splitlines():
        row = json.loads(line)
        body = base64.b64decode(row["body"])
        anchor = json.loads(body)
        key = bytes.fromhex(anchor["key"])
        if key not in keys or not signed(key, body, bytes.fromhex(row["signature"])):
            return None
        anchors[anchor["count"]] = anchor
    return anchors


def check_trail(files: Dict[str, bytes], keys: List[bytes]) -> List[str]:  # noqa: UP006
    """The first thing that does not hold in the trail, and whether it names the manifest.

    keys : the firm's signing keys, oldest first; each hands over to the next by an event that it signs
    """
    anchors = read_anchors(files, keys)
    if anchors is None:
        return ["an anchor does not carry the key's signature"]
    previous, count, named, begins = GENESIS, 0, False, [0]
    covered = max(anchors, default=0)
    since: List[Tuple[int, bytes, bytes, bytes]] = []  # noqa: UP006
    peaks: List[bytes] = []  # noqa: UP006
    manifest = "sha256:" + hashlib.sha256(files["manifest.json"]).hexdigest()
    for line in files["trail/events.jsonl"].splitlines():
        row = json.loads(line)
        body, signature = base64.b64decode(row["body"]), bytes.fromhex(row["signature"])
        event = json.loads(body)
        number = count + 1
        if row["seq"] != number or event["seq"] != number or event["previous"] != previous:
            return [f"event {number} does not follow on event {count}"]
        if hashlib.sha256(body).hexdigest() != row["hash"]:
            return [f"event {number} was changed: its hash is another"]
        key = keys[len(begins) - 1]
        if number > covered and not signed(key, body, signature):
            return [f"event {number} does not carry the key's signature"]
        peaks, count, previous = grown(peaks, count, body + signature), number, row["hash"]
        since.append((number, key, body, signature))
        if number in anchors:
            if (root_of(peaks), previous) != (anchors[number]["root"], anchors[number]["head"]):
                return [unsigned(since) or f"the anchor over {number} events saw another trail"]
            since = []
        if event["kind"] == "key.handed_over":
            if [event["note"]] != [one.hex() for one in keys[len(begins) : len(begins) + 1]]:
                return [f"event {number} hands over to a key that the bundle does not name next"]
            begins.append(number)
        named = named or (event["kind"] == "examination.exported" and manifest in event.get("note", ""))
    return check_ends(keys, anchors, begins, count, named)


def unsigned(rows: List[Tuple[int, bytes, bytes, bytes]]) -> str:  # noqa: UP006
    """The first of these events whose own signature does not hold: an anchor's tree covers bodies and signatures."""
    wrong = (number for number, key, body, signature in rows if not signed(key, body, signature))
    first = next(wrong, None)
    return "" if first is None else f"event {first} does not carry the key's signature"


def check_ends(
    keys: list[bytes],
    anchors: dict[int, dict[str, str]],
    begins: list[int],
    count: int,
    named: bool,
) -> List[str]:  # noqa: UP006
    """What the walk has to end with: every anchored event, every key in its turn, and the manifest's name."""
    beyond = [number for number in anchors if number > count]
    if beyond:
        return [f"events {count + 1} to {max(beyond)} are missing"]
    if len(begins) < len(keys):
        return ["no event hands over to the last key that the bundle names"]
    ends = [*begins[1:], count]
    for number, anchor in anchors.items():
        place = keys.index(bytes.fromhex(anchor["key"]))
        if not begins[place] <= number <= ends[place]:
            return [f"the anchor over {number} events is signed with a key that was not in use then"]
    return [] if named else ["no event of the trail names this manifest: files and manifest were changed together"]


def main(arguments: List[str]) -> int:  # noqa: UP006
    """Check the bundle and say what was found."""
    place = next((one for one in arguments if not is_key(one)), os.path.dirname(os.path.abspath(__file__)))
    given = next((one for one in arguments if is_key(one)), "")
    try:
        files = read(place)
        inside = files["trail/public_key.txt"].decode().split()
        faults = [] if given.lower() in ("", *inside) else ["the key inside the bundle is not the key that was given"]
        faults += check_files(files)
        faults += check_trail(files, [bytes.fromhex(key) for key in inside])
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        faults = [f"the bundle cannot be read: {error}"]
    for fault in faults:
        sys.stdout.write(f"DOES NOT HOLD: {fault}\n")
    if not faults:
        sys.stdout.write(f"HOLDS: {len(files)} files, manifest, trail, signatures and anchors agree.\n")
        if not given:
            sys.stdout.write("The key was taken from the bundle itself; give the firm's published key to be sure.\n")
    return 1 if faults else 0


def is_key(text: str) -> bool:
    """Whether it is 32 bytes in hex."""
    return len(text) == 64 and all(ch in "0123456789abcdefABCDEF" for ch in text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
