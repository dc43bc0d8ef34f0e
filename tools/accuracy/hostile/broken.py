"""Good files that were cut, flipped, misnamed or emptied."""

import random
from collections.abc import Iterator

from tools.accuracy.hostile.kinds import Hostile, bases

ENDINGS = (".pdf", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ofx", ".qfx", ".xml", ".png", ".jpg", ".tif")
MEANT = {".pdf": "pdf", ".csv": "text", ".tsv": "text", ".txt": "text", ".xlsx": "xlsx", ".xls": "xls", ".ofx": "text",
         ".qfx": "text", ".xml": "text", ".png": "picture", ".jpg": "picture", ".tif": "picture"}  # fmt: skip


def truncated() -> Iterator[Hostile]:
    """Each kind of file, cut at tenths and, for a PDF, at each of its structures."""
    for ending, data in bases().items():
        for tenth in range(1, 10):
            yield Hostile(f"cut{tenth}{ending}", data[: len(data) * tenth // 10])
    data = bases()[".pdf"]
    for word in (b"obj", b"stream", b"endstream", b"endobj", b"xref", b"trailer", b"startxref", b"%%EOF"):
        at = data.find(word)
        yield Hostile(f"cut-before-{word.decode().strip('%')}.pdf", data[:at])
        yield Hostile(f"cut-after-{word.decode().strip('%')}.pdf", data[: at + len(word)])
        yield Hostile(f"cut-out-{word.decode().strip('%')}.pdf", data[:at] + data[at + len(word) + 40 :])


def flipped() -> Iterator[Hostile]:
    """Bits turned over in each kind of file."""
    for ending, data in bases().items():
        for seed in range(12):
            dice, changed = random.Random(seed), bytearray(data)
            for _ in range(1 + seed):
                changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
            yield Hostile(f"flip{seed}{ending}", bytes(changed), heavy=ending == ".xlsx")


def misnamed() -> Iterator[Hostile]:
    """Each kind of file under every ending of another kind."""
    for ending, data in bases().items():
        for other in ENDINGS:
            if MEANT[other] != MEANT[ending]:
                yield Hostile(f"really{ending[1:]}{other}", data, refused=True)
    for other in ENDINGS:
        yield Hostile(f"program{other}", b"MZ\x90\x00" + b"\0" * 600, refused=True)
        yield Hostile(
            f"page{other}", b"<!DOCTYPE html><html><body>Please sign in. $1,234.50</body></html>", refused=True
        )
        yield Hostile(f"json{other}", b'{"symbol": "VTI", "quantity": 10, "quantity": 11}', refused=True)


def nearly_empty() -> Iterator[Hostile]:
    """Nothing, a byte, blanks, zeros."""
    for ending in ENDINGS:
        for name, data in (("none", b""), ("byte", b"A"), ("blank", b" \r\n\t" * 9), ("zeros", b"\0" * 300),
                           ("mark", b"\xef\xbb\xbf")):  # fmt: skip
            yield Hostile(f"{name}{ending}", data, refused=True)
