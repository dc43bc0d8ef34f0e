"""The family of readers: one file for each kind of file or layout.

A reader takes a `FileToRead` and gives a `Statement`, or None where the layout is not its own; it raises `Refused`
with one sentence where the file cannot be read at all. Of the readers of a kind, those with the higher `rank` are
asked first. Heavy packages are imported inside the reader.
"""

from collections.abc import Callable

from core.domain.statement import Statement
from core.ingest.files.kinds import FileToRead, Refused
from core.registry import Registry

Reader = Callable[[FileToRead], Statement | None]
READERS: Registry[Reader] = Registry("reader", "core.ingest.readers")


def read_with_readers(file: FileToRead) -> Statement:
    """The first answer of the readers that know this kind of file; `Refused` where none has one."""
    fitting = [entry for entry in READERS.entries() if entry.facts["kind"] == file.kind]
    for entry in sorted(fitting, key=lambda entry: -int(entry.facts.get("rank", 0))):
        statement = entry.function(file)
        if statement is not None:
            return statement
    raise Refused(f"{file.name} holds no holdings that could be found.")
