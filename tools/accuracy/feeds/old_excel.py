"""A writer of old Excel workbooks (XLS, BIFF8 in an OLE file): texts, numbers and dates of one sheet, and no more."""

import datetime
import struct
from collections.abc import Sequence

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
GENERAL, DAY = 0, 1
FIRST_DAY = datetime.date(1899, 12, 30)


def workbook_xls(rows: Sequence[Sequence[object]], sheet: str = "Positions") -> bytes:
    """The file. Cells are text, numbers, dates, or None."""
    cells = b"".join(
        _cell(y, x, value) for y, row in enumerate(rows) for x, value in enumerate(row) if value is not None
    )
    wide = max(map(len, rows), default=0)
    inside = _begin(0x0010) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, wide, 0)) + cells + _record(0x000A)
    looks = _record(0x0031, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 1, 0) + b"A")
    looks += b"".join(_record(0x00E0, struct.pack("<HHH", 0, code, 0) + b"\0" * 14) for code in (0, 14))
    name = bytes([len(sheet), 0]) + sheet.encode("latin-1")
    front = _begin(0x0005) + _record(0x0042, struct.pack("<H", 1200)) + looks
    size = len(front) + 4 + 6 + len(name) + 4
    front += _record(0x0085, struct.pack("<IH", size, 0) + name) + _record(0x000A)
    return _ole((front + inside).ljust(8 * SECTOR, b"\0"))


def _record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))


def _cell(y: int, x: int, value: object) -> bytes:
    if isinstance(value, datetime.date):
        return _record(0x0203, struct.pack("<HHHd", y, x, DAY, (value - FIRST_DAY).days))
    if isinstance(value, str):
        return _record(0x0204, struct.pack("<HHHHB", y, x, GENERAL, len(value), 1) + value.encode("utf-16-le"))
    return _record(0x0203, struct.pack("<HHHd", y, x, GENERAL, float(value)))  # type: ignore[arg-type]


def _ole(book: bytes) -> bytes:
    """The stream in a container: a header, one or more tables of sectors, a directory, the sectors of the stream."""
    count = -(-len(book) // SECTOR)
    tables = -(-(count + 2) // (SECTOR // 4 - 1))
    chain = [TABLE] * tables + [END] + [tables + 2 + place for place in range(count - 1)] + [END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    places = list(range(tables)) + [FREE] * (109 - tables)
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    )
    header += struct.pack("<IIIIIIII", tables, tables, 0, 4096, END, 0, END, 0) + struct.pack("<109I", *places)
    folder = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, tables + 1, len(book))
    return header + table + folder.ljust(SECTOR, b"\0") + book.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + struct.pack("<III", FREE, FREE, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
