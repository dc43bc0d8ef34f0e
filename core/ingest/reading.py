"""Reading one file in this process: kind, reader, statement. The child runs this; tests may too."""

from dataclasses import replace

from core.domain.issue import Issue
from core.domain.statement import Statement
from core.ingest.kinds import Refused, look_at
from core.ingest.readers import read_with_readers


def read_here(name: str, data: bytes, password: str | None = None) -> Statement:
    """The file as a statement; a file that cannot be read is a statement with `refused`, nothing else in it."""
    try:
        statement = read_with_readers(look_at(name, data, password))
    except Refused as error:
        return refusal(name, str(error))
    except MemoryError:
        return refusal(name, f"{name} needs more memory to read than is allowed.")
    except RecursionError:
        return refusal(name, f"{name} is nested too deeply to be read.")
    return replace(statement, file=name)


def refusal(name: str, sentence: str) -> Statement:
    """A statement of which nothing was read, with the sentence that says why."""
    return Statement(issues=(Issue("error", name, sentence, "refused"),), file=name, refused=sentence)
