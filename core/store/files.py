"""Files outside the database, written so that a crash leaves the old one, the new one, or none."""

import os
import secrets
from pathlib import Path


def make_folder(folder: Path) -> None:
    """The folder, for its owner only (0700), where it is not there yet."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_over(path: Path, data: bytes, durable: bool = True) -> None:
    """Write a file in one step (temporary file, flush to disk, rename), readable by its owner only (0600)."""
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        _write(temporary, data, durable)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    if durable:
        flush_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """The same for a file that must not exist yet: where another process was first, its file stays."""
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        _write(temporary, data, durable=True)
        try:
            os.link(temporary, path)
        except FileExistsError:
            return
    finally:
        temporary.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, data: bytes, durable: bool) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())
