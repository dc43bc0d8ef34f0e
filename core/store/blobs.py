"""Encrypted files: statements and issued documents, one file each, written whole before the row that names it.

The name of a file is a keyed hash: without the client's data key nobody can tell whether a known statement is
there. A crash before the commit leaves a file that no row names, which harms nothing.
"""

import hashlib
from pathlib import Path

from core.domain.errors import NotFound
from core.store.files import write_over


class FolderBlobs:
    """Encrypted files in one folder, spread over sub-folders by the first two letters of their name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, name: str, sealed: bytes) -> None:
        """Write one file; durable when this returns."""
        write_over(self._path(name), sealed)

    def read(self, name: str) -> bytes:
        """The bytes of one file; NotFound where it is not there."""
        try:
            return self._path(name).read_bytes()
        except OSError:
            raise NotFound(f"The stored file {name[:12]}… is not in the folder of stored files.") from None

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


class MemoryBlobs:
    """The same, in memory."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def write(self, name: str, sealed: bytes) -> None:
        """Keep one file."""
        self._files[name] = sealed

    def read(self, name: str) -> bytes:
        """The bytes of one file; NotFound where it is not there."""
        if name not in self._files:
            raise NotFound(f"The stored file {name[:12]}… is not there.")
        return self._files[name]


Blobs = FolderBlobs | MemoryBlobs


def sha256(data: bytes) -> str:
    """SHA-256, hex."""
    return hashlib.sha256(data).hexdigest()
