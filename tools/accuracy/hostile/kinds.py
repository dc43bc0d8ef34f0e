"""What a hostile file is, and the good files that hostile ones are made of."""

import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache

from tools.accuracy.feeds import FEEDS
from tools.accuracy.houses import HOUSES
from tools.accuracy.planted import draw

HEAD = "Symbol,Description,Quantity,Price,Market Value,Cost Basis\n"
GOOD = "PEBL,PEBBLE INC,10,70.00,700.00,500.00\n"


@dataclass(frozen=True)
class Hostile:
    """A file to be read, and what must become of it.

    `refused`: nothing else than a refusal is right; None where a reading is right too. `heavy`: meant for the limited
    child process only, since it takes more memory or time than a test has.
    """

    name: str
    data: bytes
    refused: bool | None = None
    heavy: bool = False


@lru_cache(maxsize=1)
def bases() -> dict[str, bytes]:
    """Good files of each kind, by ending."""
    return {
        ".pdf": draw(HOUSES["elmhurst"], 3).data,
        ".csv": draw(FEEDS["marlowe_csv"], 3).data,
        ".tsv": draw(FEEDS["ludgate_tsv"], 3).data,
        ".xlsx": draw(FEEDS["tilbury_xlsx"], 3).data,
        ".ofx": draw(FEEDS["trelawny_ofx"], 3).data,
        ".qfx": draw(FEEDS["trelawny_qfx"], 3).data,
        ".xml": draw(FEEDS["penryn_flex"], 3).data,
        ".png": png_of(40, 20),
    }


def png_of(width: int, height: int, body: bytes | None = None) -> bytes:
    """A grey picture of that size, of these packed rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"\0" * ((width + 1) * height)) if body is None else body
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
