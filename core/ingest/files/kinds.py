"""What a file is, by content and by name (both must agree), and the one sentence that refuses it if it is not ours."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from core.ingest.files.locked_books import is_locked, unlocked

Kind = Literal["pdf", "table", "xlsx", "xls", "ofx", "flex", "text", "picture"]

MOST_BYTES = 25 * 1024 * 1024
MOST_UNZIPPED = 100 * 1024 * 1024
MOST_PARTS = 2000
MOST_SHEETS, MOST_LISTED = 200, 1024 * 1024
ENDINGS: dict[str, tuple[Kind, ...]] = {
    ".pdf": ("pdf",),
    ".csv": ("table",),
    ".tsv": ("table",),
    ".txt": ("text", "table", "ofx"),
    ".md": ("text", "table"),
    ".xlsx": ("xlsx",),
    ".xlsm": ("xlsx",),
    ".xls": ("xls",),
    ".ofx": ("ofx",),
    ".qfx": ("ofx",),
    ".xml": ("flex", "ofx"),
    ".png": ("picture",),
    ".jpg": ("picture",),
    ".jpeg": ("picture",),
    ".tif": ("picture",),
    ".tiff": ("picture",),
    ".zip": ("picture",),
}
TITLES: dict[str, str] = {
    "pdf": "a PDF",
    "table": "a table of text",
    "text": "plain text",
    "xlsx": "an Excel workbook (XLSX)",
    "xls": "an old Excel workbook (XLS)",
    "ofx": "OFX",
    "flex": "XML",
    "picture": "a picture",
    "zip": "a ZIP archive",
    "program": "a program",
    "html": "a web page",
    "binary": "unknown binary data",
    "json": "JSON",
    "heic": "a HEIC photo (save it as JPG)",
    "webp": "a WebP picture (save it as PNG or JPG)",
    "archive": "an archive of another kind than ZIP (unpack it first)",
}
BOOK = re.compile(rb"xl[/\\]workbook")
"""The name of the part that every XLSX has; shorter ones stand by chance in the bytes of photos."""
WIDE_SPACE = re.compile(r" {3,}")
AMOUNT = re.compile(r"(?<!\S)[-+($]*\d{1,3}(?:,\d{3})+(?:\.\d+)?[)%]?(?!\S)")
GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
PHOTOS = (b"\x89PNG", b"\xff\xd8\xff")
PICTURES = (*PHOTOS, b"II*\x00", b"MM\x00*")


class Refused(Exception):
    """A file that is not read; the message is the one sentence for the person who sent it."""


class TooLarge(Refused):
    """A file of more lines or words than a statement has, so that no other reader need look at it."""


class Locked(Refused):
    """A file that asks for a password."""


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file on its way to a reader."""

    name: str
    data: bytes
    kind: Kind
    password: str | None = None


def look_at(name: str, data: bytes, password: str | None = None) -> FileToRead:
    """The file with its kind; `Refused` where size, content or name forbid reading."""
    if not data:
        raise Refused(f"{name} is empty.")
    if len(data) > MOST_BYTES:
        raise Refused(f"{name} has {len(data) / 1048576:.1f} MB; the limit is 25 MB.")
    found = content_of(data)
    ending = PurePath(name).suffix.lower()
    if found == "xls" and is_locked(data):
        return look_at(name, _opened(name, data, password))
    if found == "zip" and ending == ".zip" and _is_album(data):
        found = "picture"
    if found not in ("pdf", "table", "text", "xlsx", "xls", "ofx", "flex", "picture"):
        raise Refused(
            f"{name} holds {TITLES.get(found, found)}; statements are read as PDF, PNG, JPG, TIFF, CSV, TSV, XLSX, "
            "OFX, QFX, XML, text."
        )
    allowed = ENDINGS.get(ending)
    if allowed is None:
        raise Refused(f"{name} has the ending '{ending or 'none'}'; statements end in {', '.join(sorted(ENDINGS))}.")
    kind = _agreed(found, allowed)
    if kind is None:
        raise Refused(f"{name} is named {ending} but holds {TITLES[found]}; name and content must agree.")
    if kind == "xlsx":
        _check_zip(name, data)
    return FileToRead(name, data, kind, password)


def _opened(name: str, data: bytes, password: str | None) -> bytes:
    """The workbook that the password opens; `Locked` where none or a wrong one is given."""
    if not password:
        raise Locked(f"{name} is locked: give its password to read it.")
    plain = unlocked(data, password)
    if plain is None or is_locked(plain):
        raise Locked(f"{name} is locked and the password given does not open it.")
    return plain


def content_of(data: bytes) -> str:
    """What the bytes are, without looking at the name."""
    head = data[:4096]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx" if BOOK.search(data) or b"[Content_Types].xml" in head else "zip"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls"
    if head.startswith(PICTURES):
        return "picture"
    if head.startswith((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe")):
        return "program"
    if head.startswith((b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")):
        return "archive"
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"hevc", b"avif"):
        return "heic"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    return _text_kind(head)


def text_of(data: bytes) -> str:
    """Bytes as text: UTF-8 or UTF-16 with their marks, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _text_kind(head: bytes) -> str:
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and (b"\x00" in head or _strange(head) > 0.1):
        return "binary"
    text = text_of(head).lstrip()
    if "OFXHEADER" in text[:400] or re.search(r"<OFX>", text[:2000], re.I):
        return "ofx"
    if re.match(r"<!doctype html|<html", text, re.I):
        return "html"
    if text.startswith("<"):
        return "flex"
    if text.startswith(("{", "[")) and '"' in text[:40]:
        return "json"
    return "table" if _looks_tabular(text) else "text"


def _looks_tabular(text: str) -> bool:
    """Whether a delimiter cuts the lines; the comma inside `1,234` is none where columns are kept by spaces.

    An amount that stands between blanks has commas of its own, whatever parts the cells.
    """
    lines = [AMOUNT.sub("0", line) for line in text.splitlines() if line.strip()][:40]
    if sum(len(WIDE_SPACE.findall(line.strip())) >= 2 for line in lines) > len(lines) / 3:
        lines = [GROUPED.sub("", line) for line in lines]
    return any(sum(line.count(mark) >= 2 for line in lines) >= max(2, len(lines) / 3) for mark in (",", "\t", ";", "|"))


def _strange(head: bytes) -> float:
    return sum(byte < 9 or 13 < byte < 32 for byte in head) / max(1, len(head))


def _agreed(found: str, allowed: tuple[Kind, ...]) -> Kind | None:
    if found in allowed:
        return next(kind for kind in allowed if kind == found)
    return "table" if found == "text" and allowed == ("table",) else None


def _is_album(data: bytes) -> bool:
    """Whether a ZIP holds pictures alone, by their names: photos of the pages of one statement."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return 0 < len(names) <= MOST_PARTS and all(name.lower().endswith((".png", ".jpg", ".jpeg")) for name in names)


def _check_zip(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            sheets = _sheets_in(archive, parts)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise Refused(f"{name} is a broken Excel workbook.") from None
    unzipped = sum(part.file_size for part in parts)
    if unzipped > MOST_UNZIPPED or len(parts) > MOST_PARTS:
        raise Refused(
            f"{name} unpacks to {unzipped / 1048576:.0f} MB in {len(parts)} parts; that is more than is opened here."
        )
    if sheets > MOST_SHEETS:
        raise Refused(f"{name} has more than {MOST_SHEETS} sheets; that is the limit.")


def _sheets_in(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> int:
    """How many sheets the book lists, as far as its list is read."""
    book = next((part for part in parts if part.filename == "xl/workbook.xml"), None)
    if book is None:
        return 0
    with archive.open(book) as stream:
        return len(re.findall(rb"<(?:\w{1,20}:)?sheet\s", stream.read(MOST_LISTED)))
