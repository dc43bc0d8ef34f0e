"""A ZIP dropped on the inbox counts as the statements in it, photos of one statement as one file."""

from collections.abc import Callable, Sequence

from core.ingest import pages_together, unpacked
from core.workflow.desk import Desk


def files_of(desk: Desk, name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]]:
    """The files to upload, each by its own name: those in a ZIP, else the file itself; BadInput for a bad ZIP."""
    desk.require("upload")
    return unpacked(name, data, password)


def photos_together(
    desk: Desk,
    files: Sequence[tuple[str, bytes]],
    password: str | None = None,
    progress: Callable[[int, int], None] = lambda page, count: None,
) -> list[tuple[str, bytes]]:
    """The files with photos that show pages of one account bound into one; `progress` hears each page."""
    desk.require("upload")
    return pages_together(files, password, progress)
