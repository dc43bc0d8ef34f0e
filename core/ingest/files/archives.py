"""A ZIP of statements, unpacked safely: few parts, bounded sizes, no archive within, names without folders.

Sizes are counted while bytes are read, never believed from the archive's own list.
"""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from core.ingest.files.kinds import MOST_BYTES, MOST_UNZIPPED, Locked, Refused, content_of

MOST_FILES = 100
MOST_NAME = 200
WINZIP_AES = 99
"""The method under which AES-locked parts are listed; the standard library opens none of them."""


def is_archive(name: str, data: bytes) -> bool:
    """Whether the file is a ZIP of other files, and not a workbook."""
    return name.lower().endswith(".zip") and content_of(data) in ("zip", "xlsx")


def unpack(name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]]:
    """The files in a ZIP, by plain name; `Refused` where it is broken, locked, too large or holds archives."""
    if len(data) > MOST_BYTES:
        raise Refused(f"{name} has {len(data) / 1048576:.1f} MB; the limit is 25 MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if _is_file(part)]
            if len(parts) > MOST_FILES:
                raise Refused(f"{name} holds {len(parts)} files; the limit is {MOST_FILES}.")
            return _read(name, archive, parts, password)
    except NotImplementedError:
        raise Refused(f"{name} is packed in a way that is not opened here; unpack it first.") from None
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError):
        raise Refused(f"{name} is a broken ZIP archive.") from None


def _read(
    name: str, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], password: str | None
) -> list[tuple[str, bytes]]:
    found: dict[str, bytes] = {}
    left = MOST_UNZIPPED
    if any(part.compress_type == WINZIP_AES for part in parts):
        raise Refused(f"{name} is locked with AES, which is not opened here; unpack it first.")
    for part in parts:
        if part.flag_bits & 1 and not password:
            raise Locked(f"{name} is locked: give its password to read it.")
        try:
            with archive.open(part, pwd=password.encode() if password and part.flag_bits & 1 else None) as stream:
                bytes_read = stream.read(min(left, MOST_BYTES) + 1)
        except NotImplementedError:
            raise
        except RuntimeError:
            raise Locked(f"{name} is locked and the password given does not open it.") from None
        left -= len(bytes_read)
        if left < 0 or len(bytes_read) > MOST_BYTES:
            raise Refused(f"{name} unpacks to more than is opened here ({MOST_UNZIPPED // 1048576} MB, 25 MB a file).")
        plain = _plain(part.filename)
        if content_of(bytes_read) == "zip":
            raise Refused(f"{name} holds another archive, {plain}; unpack it first.")
        found[_free(plain, found)] = bytes_read
    if not found:
        raise Refused(f"{name} is an archive without files.")
    return list(found.items())


def _is_file(part: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(part.filename.replace("\\", "/"))
    folder = part.filename.endswith(("/", "\\"))
    return not folder and not path.name.startswith(".") and "__MACOSX" not in path.parts


def _plain(listed: str) -> str:
    """The name without its folders, in signs that can be shown in a sentence; `file` where none is left."""
    name = PurePosixPath(listed.replace("\\", "/")).name
    return "".join(sign for sign in name if sign.isprintable()).strip()[-MOST_NAME:] or "file"


def _free(plain: str, taken: dict[str, bytes]) -> str:
    """The name, numbered where two folders hold the same one."""
    path = PurePosixPath(plain)
    names = [plain, *(f"{path.stem}-{place}{path.suffix}" for place in range(2, MOST_FILES + 2))]
    return next(made for made in names if made not in taken)
