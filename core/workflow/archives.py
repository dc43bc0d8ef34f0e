"""A ZIP dropped on the inbox counts as the statements in it."""

from core.ingest import unpacked
from core.workflow.desk import Desk


def files_of(desk: Desk, name: str, data: bytes, password: str | None = None) -> list[tuple[str, bytes]]:
    """The files to upload, each by its own name: those in a ZIP, else the file itself; BadInput for a bad ZIP."""
    desk.require("upload")
    return unpacked(name, data, password)
