"""Reading one file in this process: kind, reader, statement. The child runs this; tests may too."""

import re
from collections.abc import Iterable
from dataclasses import replace

from core.domain.issue import Issue
from core.domain.layout import Layout
from core.domain.statement import Statement
from core.ingest.files.kinds import FileToRead, Kind, Locked, Refused, TooLarge, look_at
from core.ingest.layouts.choice import offered
from core.ingest.readers import read_with_readers

OTHERWISE: dict[str, Kind] = {"table": "text", "text": "table"}


def read_here(name: str, data: bytes, password: str | None = None, layouts: Iterable[Layout] = ()) -> Statement:
    """The file as a statement; a file that cannot be read is a statement with `refused`, nothing else in it.

    `layouts` are those that people taught; one that fits the file is used and named in the statement.
    """
    try:
        with offered(layouts) as offer:
            statement = _read(look_at(name, data, password))
    except Locked as error:
        return refusal(name, str(error), "locked")
    except Refused as error:
        return refusal(name, _named(name, str(error)))
    except MemoryError:
        return refusal(name, f"{name} needs more memory to read than is allowed.")
    except RecursionError:
        return refusal(name, f"{name} is nested too deeply to be read.")
    used = offer.used
    if used is None:
        return replace(statement, file=name)
    told = Issue("note", name, f"read with the taught layout '{used.name}' ({used.mark})", "layout")
    return replace(statement, file=name, layout=used.mark, issues=(*statement.issues, told))


def _named(name: str, sentence: str) -> str:
    """The sentence with the name of the file, also where the clock spoke, which knows none."""
    return re.sub(r"^The file\b", lambda _: name, sentence)


def _read(file: FileToRead) -> Statement:
    """The file as the kind it looks like; text that is none of that kind, a table or lines, as the other."""
    try:
        return read_with_readers(file)
    except (Locked, TooLarge):
        raise
    except Refused as refused:
        if not file.name.lower().endswith(".txt") or file.kind not in OTHERWISE:
            raise
        try:
            return read_with_readers(replace(file, kind=OTHERWISE[file.kind]))
        except Refused:
            raise refused from None


def text_here(name: str, data: bytes, password: str | None = None) -> str:
    """The printed text of a PDF or picture, page by page; empty for files of another kind."""
    file = look_at(name, data, password)
    if file.kind not in ("pdf", "picture"):
        return ""
    from core.ingest.readers.pages import lines_in, pointed

    pages = pointed(lines_in(file).lines)
    return "\n".join(
        "\n".join([f"=== page {number} ===", *(line.text for line in lines)])
        for number, lines in enumerate(pages, start=1)
    )


def claims_here(name: str, data: bytes, answer: str, password: str | None = None) -> Statement:
    """The file as a language model's answer claims it, proven like any reading; `refused` where that says nothing."""
    from core.ingest.language_model.endpoint import NoAnswer
    from core.ingest.language_model.verbatim import Claims
    from core.ingest.readers.pages import lines_in, statement_of

    try:
        file = look_at(name, data, password)
        return replace(statement_of(file, lines_in(file), "language model", Claims(answer)), file=name)
    except (NoAnswer, Refused) as error:
        return refusal(name, str(error))


def refusal(name: str, sentence: str, code: str = "refused") -> Statement:
    """A statement of which nothing was read, with the sentence that says why; code `locked`: a password is asked."""
    return Statement(issues=(Issue("error", name, sentence, code),), file=name, refused=sentence)
