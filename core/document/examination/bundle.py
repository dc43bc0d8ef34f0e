"""One zip: papers, records, events, a manifest of SHA-256 hashes, the trail, and a verifier that stands alone.

The manifest's own hash is written into the audit trail before the trail is added, so nothing in the zip can be
changed without the trail saying so; the trail is checked against the public key. The same content gives the same bytes.
"""

import base64
import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.document.orders import inert
from core.domain.canonical import digest_of_bytes
from core.domain.event import Event
from core.domain.trail import SealedEvent, SignedAnchor
from core.words import moment

MANIFEST = "manifest.json"
EXPORTED = "examination.exported"
_VERIFIER = Path(__file__).with_name("verify_bundle.py")
_STAMP = (1980, 1, 1, 0, 0, 0)
_HEAD = ("number", "when", "who", "role", "what", "entity", "id", "version", "stored_sha256", "note")
README = """Examination bundle

papers/      every document issued, exactly as issued, and each signed version
sources/     every statement file that the holdings were read from, byte for byte as it was uploaded
records/     every version of the records behind them, as canonical JSON (RFC 8785)
events.csv   the events of the audit trail that concern this household, in words
manifest.json  SHA-256 of every file above and of verify.py
trail/       the whole audit trail (ids and hashes, no client data), its signed anchors, and the public key
verify.py    checks all of it: python verify.py [PUBLIC_KEY_IN_HEX]

A statement that carried accounts of several households is included whole.
verify.py needs Python 3.9 or later and nothing else. Give it the public key as printed by the firm: without it, the
key inside the bundle is used, which proves only that the bundle agrees with itself.
What the bundle cannot show: events after its last anchor. What is said here is no legal or tax advice.
"""


@dataclass(frozen=True)
class BundleTrail:
    """The trail as stored, up to and with the event that names the manifest."""

    rows: tuple[SealedEvent, ...]
    anchors: tuple[SignedAnchor, ...]
    public_keys: tuple[bytes, ...]


def contents(
    papers: Mapping[str, bytes], sources: Mapping[str, bytes], records: Mapping[str, bytes], events: Iterable[Event]
) -> dict[str, bytes]:
    """Every file that the manifest covers, by its path in the zip."""
    return {
        **{f"papers/{name}": data for name, data in papers.items()},
        **{f"sources/{name}": data for name, data in sources.items()},
        **{f"records/{name}": data for name, data in records.items()},
        "events.csv": _events(events),
        "README.txt": README.encode(),
        "verify.py": _VERIFIER.read_bytes(),
    }


def manifest_of(files: Mapping[str, bytes]) -> bytes:
    """Path -> SHA-256, sorted, as JSON."""
    hashes = {name: digest_of_bytes(data).removeprefix("sha256:") for name, data in sorted(files.items())}
    return (json.dumps({"files": hashes}, indent=1, ensure_ascii=False) + "\n").encode()


def manifest_digest(files: Mapping[str, bytes]) -> str:
    """`sha256:…` of the manifest: what the trail's event has to say."""
    return digest_of_bytes(manifest_of(files))


def bundle(files: Mapping[str, bytes], trail: BundleTrail) -> bytes:
    """The zip of the files, their manifest and the trail."""
    whole = {**files, MANIFEST: manifest_of(files), **_trail(trail)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(whole.items()):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()


def _trail(trail: BundleTrail) -> dict[str, bytes]:
    rows = [
        {"seq": row.seq, "body": _text(row.body), "hash": row.hash, "signature": row.signature.hex()}
        for row in trail.rows
    ]
    anchors = [{"body": _text(one.body), "signature": one.signature} for one in trail.anchors]
    return {
        "trail/events.jsonl": _lines(rows),
        "trail/anchors.jsonl": _lines(anchors),
        "trail/public_key.txt": "".join(f"{key.hex()}\n" for key in trail.public_keys).encode(),
    }


def _lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _events(events: Iterable[Event]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for one in events:
        words = (one.actor, one.role, one.kind, one.entity, one.entity_id)
        writer.writerow([one.seq, moment(one.at), *map(inert, words), one.version, inert(one.payload), inert(one.note)])
    return out.getvalue().encode()
