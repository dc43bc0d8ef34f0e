"""Workbooks that Office locked with a password, opened in memory: XLSX of any year, XLS of 97 to 2003."""

import io
import struct
from typing import Any

LOCKED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
"""The name of the part in which Office keeps a workbook that a password locks."""
FILE_PASS = b"\x2f\x00"
OLD_BOOK = b"\x09\x08\x10\x00"


def is_locked(data: bytes) -> bool:
    """Whether the bytes of an Office container hold a workbook that only a password opens."""
    if LOCKED_WORKBOOK in data:
        return True
    begin = data.find(OLD_BOOK)
    return begin >= 0 and data[begin + 20 : begin + 22] == FILE_PASS


def unlocked(data: bytes, password: str) -> bytes | None:
    """The workbook without its lock; None where the password does not open it or the container is broken."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    plain = io.BytesIO()
    try:
        book: Any = msoffcrypto.OfficeFile(io.BytesIO(data))
        book.load_key(password=password)
        book.decrypt(plain)
    except (DecryptionError, FileFormatError, InvalidKeyError, ParseError):
        return None
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, OSError, EOFError, struct.error):
        return None
    return plain.getvalue()
