"""The process that parses: it reads requests on standard input and answers JSON lines on its own pipe.

A request is one JSON line `{"do": "read", "name": …, "size": n, "password": …}` followed by n bytes. Answers are
`{"page": 3, "of": 28}` while it works and `{"statement": …}`, `{"image": base64}`, `{"sketch": …}` or
`{"refused": …, "code": …}` at the end. Whatever else goes wrong ends the process, and the parent refuses the file.
It has no environment, an empty folder, and the limits of `limits`.
"""

import base64
import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from core.ingest.files import limits


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    limits.confine()
    limits.tell_pages(lambda page, count: say(answers, {"page": page, "of": count}))
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        data = _exactly(sys.stdin.buffer, int(request["size"]))
        say(answers, answer(request, data))


def answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """What one request is answered."""
    from core.ingest.files.kinds import Locked, Refused, content_of

    limits.on_file(limits.PAPER_SECONDS if content_of(data) in ("pdf", "picture") else limits.TABLE_SECONDS)
    try:
        return DEEDS[request["do"]](request, data)
    except Refused as error:
        return {"refused": str(error), "code": "locked" if isinstance(error, Locked) else "refused"}
    finally:
        limits.rest()


def _image(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.ingest.ocr.images import draw_page

    png = draw_page(data, request["page"], request["dpi"], request.get("password"))
    return {"image": base64.b64encode(png).decode()}


def _unpack(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.ingest.files.archives import unpack

    files = unpack(request["name"], data, request.get("password"))
    return {"files": [[name, base64.b64encode(part).decode()] for name, part in files]}


def _sketch(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.domain.canonical import to_plain
    from core.ingest.sketch import sketch_here

    return {"sketch": to_plain(sketch_here(request["name"], data, request.get("password")))}


def _read(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.domain.canonical import from_plain, to_plain
    from core.domain.layout import Layout
    from core.ingest.reading import read_here

    layouts = [from_plain(Layout, one) for one in request.get("layouts", ())]
    return {"statement": to_plain(read_here(request["name"], data, request.get("password"), layouts))}


def _text(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.ingest.reading import text_here

    return {"text": text_here(request["name"], data, request.get("password"))}


def _claims(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    from core.domain.canonical import to_plain
    from core.ingest.reading import claims_here

    return {"statement": to_plain(claims_here(request["name"], data, request["answer"], request.get("password")))}


DEEDS: dict[str, Callable[[dict[str, Any], bytes], dict[str, Any]]] = {
    "image": _image, "unpack": _unpack, "sketch": _sketch, "read": _read, "text": _text, "claims": _claims,
}  # fmt: skip


def say(pipe: BinaryIO | Any, message: dict[str, Any]) -> None:
    """One JSON line to the parent."""
    view = memoryview(json.dumps(message).encode() + b"\n")
    while view:
        view = view[pipe.write(view) :]


def _exactly(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


if __name__ == "__main__":
    main()
