"""Bytes become statements, statements become holdings: open, recognise, read, prove, reconcile.

`read_file` parses in a limited child process and never raises for a bad file: `Statement.refused` says why.
"""

from collections.abc import Sequence

from core.domain.errors import BadInput
from core.domain.statement import Statement
from core.ingest.archives import is_archive
from core.ingest.findings import findings
from core.ingest.merge import merge_lots
from core.ingest.parent import Child
from core.ingest.prove import prove
from core.ingest.reconcile import matching_account, reconcile

__all__ = [
    "findings",
    "matching_account",
    "merge_lots",
    "page_image",
    "prove",
    "read_file",
    "read_files",
    "reconcile",
    "unpacked",
]


def read_file(name: str, data: bytes, password: str | None = None) -> Statement:
    """One file, read in the limited child process."""
    with Child() as child:
        return child.read(name, data, password)


def read_files(files: Sequence[tuple[str, bytes]], password: str | None = None) -> tuple[Statement, ...]:
    """Several files of one call, read by one child, each on its own; a ZIP counts as the files in it."""
    found: list[Statement] = []
    with Child() as child:
        for name, data in files:
            parts = child.unpack(name, data, password) if is_archive(name, data) else [(name, data)]
            if isinstance(parts, Statement):
                found.append(parts)
            else:
                found.extend(child.read(part, inside, password) for part, inside in parts)
    return tuple(found)


def unpacked(name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]]:
    """The files in a ZIP, unpacked in the child, or the file itself; BadInput where the archive is refused."""
    if not is_archive(name, data):
        return [(name, data)]
    with Child() as child:
        parts = child.unpack(name, data, password)
    if isinstance(parts, Statement):
        raise BadInput(name, parts.refused or "cannot be unpacked")
    return parts


def page_image(data: bytes, page: int, dpi: int = 110, password: str | None = None) -> bytes:
    """PNG of one page of a PDF (1-based), drawn in the child; BadInput where it cannot be drawn."""
    with Child() as child:
        return child.image(data, page, dpi, password)
