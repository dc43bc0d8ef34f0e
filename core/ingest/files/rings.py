"""Objects of a PDF that are nothing but a reference, and lead back to themselves: whoever follows them never ends.

Such objects stand in the file as they are, or packed in streams of objects.
"""

import re
import zlib
from collections.abc import Iterator

ALIAS = re.compile(
    rb"(?<!\d)(\d{1,10})[ \t\r\n]{1,8}\d{1,5}[ \t\r\n]{1,8}obj\b\s{0,64}(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R\b"
)
REFERENCE = re.compile(rb"\s{0,64}(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R\s{0,64}")
PACKED = re.compile(rb"/ObjStm\b")
BEGIN = re.compile(rb"stream\r?\n")
REACH = 600
MOST_STREAMS, MOST_OF_ALL = 2_000, 40_000_000
MOST_BYTES, MOST_OBJECTS = 4_000_000, 20_000
"""Of one stream, unpacked."""


def has_ring(data: bytes) -> bool:
    """Whether an object `1 0 obj 2 0 R` leads, over others of its kind, to itself."""
    leads = {int(own): int(other) for own, other in ALIAS.findall(data)}
    leads |= dict(_packed_leads(data))
    clear: set[int] = set()
    for start in leads:
        way: set[int] = set()
        at = start
        while at in leads and at not in clear:
            if at in way:
                return True
            way.add(at)
            at = leads[at]
        clear |= way
    return False


def _packed_leads(data: bytes) -> Iterator[tuple[int, int]]:
    """Objects in streams of objects that are nothing but a reference: their number, and that of what they lead to."""
    left = MOST_OF_ALL
    for place, found in enumerate(PACKED.finditer(data)):
        begin = BEGIN.search(data, found.end(), found.end() + REACH)
        if begin is None or place >= MOST_STREAMS:
            continue
        front = data.rfind(b"obj", max(0, found.start() - REACH), found.start())
        head = data[max(front, 0) : begin.start()]
        body = _unpacked(data, begin.end(), b"Filter" in head, min(left, MOST_BYTES))
        left -= len(body)
        yield from _leads_in(head, body)


def _unpacked(data: bytes, at: int, packed: bool, most: int) -> bytes:
    """What a stream holds, of at most so many bytes; nothing where it cannot be unpacked."""
    if not packed:
        return data[at : max(at, data.find(b"endstream", at, at + most))]
    try:
        return zlib.decompressobj().decompress(memoryview(data)[at:], most) if most else b""
    except zlib.error:
        return b""


def _leads_in(head: bytes, body: bytes) -> Iterator[tuple[int, int]]:
    """The references of one stream, whose head says how many objects there are and where the first one begins."""
    first = re.search(rb"/First\s{1,8}(\d{1,8})", head)
    if first is None:
        return
    start = int(first[1])
    numbers = [int(number) for number in re.findall(rb"\d{1,10}", body[: min(start, MOST_BYTES)])][: 2 * MOST_OBJECTS]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [*(at for _, at in places[1:]), len(body) - start]
    for (number, at), end in zip(places, ends, strict=False):
        if 0 < end - at < REACH and (found := REFERENCE.fullmatch(body, start + at, start + end)):
            yield number, int(found[1])
