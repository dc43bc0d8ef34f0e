"""Bytes become statements, statements become holdings: open, recognise, read, prove, reconcile.

`read_file` parses in a limited child process and never raises for a bad file: `Statement.refused` says why.
"""

from collections.abc import Iterable, Sequence

from core.domain.errors import BadInput, Locked
from core.domain.layout import Layout, Sketch
from core.domain.statement import Statement
from core.ingest.book.difference import difference
from core.ingest.book.matching import matches
from core.ingest.book.merge import merge_lots
from core.ingest.book.reconcile import lots_fit, matching_account, reconcile, reconcile_lots, reconcile_moves
from core.ingest.files.albums import together
from core.ingest.files.archives import is_archive
from core.ingest.model_help import Endpoint, helped, needs_help
from core.ingest.parent import Child, Progress
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import prove

__all__ = [
    "Child",
    "difference",
    "findings",
    "lots_fit",
    "matches",
    "matching_account",
    "merge_lots",
    "page_image",
    "pages_together",
    "prove",
    "read_file",
    "read_files",
    "reconcile",
    "reconcile_lots",
    "reconcile_moves",
    "sketch_file",
    "unpacked",
]


def read_file(
    name: str,
    data: bytes,
    password: str | None = None,
    layouts: Iterable[Layout] = (),
    progress: Progress = lambda page, count: None,
) -> Statement:
    """One file, read in the limited child process; `layouts` are taught ones that it may be read with."""
    with Child() as child:
        return child.read(name, data, password, layouts, progress)


def sketch_file(name: str, data: bytes, password: str | None = None) -> Sketch:
    """What a person is asked about when they teach the layout of a file; BadInput where it cannot be opened."""
    with Child() as child:
        return child.sketch(name, data, password)


def read_files(
    files: Sequence[tuple[str, bytes]],
    password: str | None = None,
    layouts: Iterable[Layout] = (),
    model: Endpoint | None = None,
) -> tuple[Statement, ...]:
    """Several files of one call, read by one child, each on its own; a ZIP counts as the files in it, and photos of
    one statement in it as one.

    `layouts` are taught ones to choose from; `model` is asked where the engine cannot prove what it finds.
    """
    layouts = tuple(layouts)
    found: list[Statement] = []
    with Child() as child:
        for name, data in files:
            parts = child.unpack(name, data, password) if is_archive(name, data) else [(name, data)]
            if isinstance(parts, Statement):
                found.append(parts)
                continue
            if len(parts) > 1:
                parts = together(parts, lambda part, inside: child.read(part, inside, password, layouts))
            found.extend(_with_model(child, part, inside, password, layouts, model) for part, inside in parts)
    return tuple(found)


def _with_model(
    child: Child, name: str, data: bytes, password: str | None, layouts: Iterable[Layout], model: Endpoint | None
) -> Statement:
    read = child.read(name, data, password, layouts)
    if model is None or not needs_help(read):
        return read
    return helped(child, model, name, data, password, read)


def unpacked(name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]]:
    """The files in a ZIP, unpacked in the child, or the file itself; BadInput where the archive is refused."""
    if not is_archive(name, data):
        return [(name, data)]
    with Child() as child:
        parts = child.unpack(name, data, password)
    if isinstance(parts, Statement):
        locked = any(issue.code == "locked" for issue in parts.issues)
        raise (Locked if locked else BadInput)(name, parts.refused or "cannot be unpacked")
    return parts


def pages_together(
    files: Sequence[tuple[str, bytes]], password: str | None = None, progress: Progress = lambda page, count: None
) -> list[tuple[str, bytes]]:
    """The files with photos of one statement bound into an album, which is read as one file."""
    with Child() as child:
        return together(files, lambda name, data: child.read(name, data, password, (), progress))


def page_image(data: bytes, page: int, dpi: int = 110, password: str | None = None) -> bytes:
    """PNG of one page of a PDF (1-based), drawn in the child; BadInput where it cannot be drawn."""
    with Child() as child:
        return child.image(data, page, dpi, password)
