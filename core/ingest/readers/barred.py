"""Text with tables between bars: read as cells, where that proves more than reading its lines does."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.statement import Statement
from core.ingest.files.kinds import FileToRead, Refused, text_of
from core.ingest.lexicon.institutions import institution_of
from core.ingest.readers import READERS, Reader
from core.ingest.readers.dump import read_dump
from core.ingest.readers.tables import read_delimited, read_rows
from core.ingest.sheets.barred import barred_rows, without_bars

RANK = 1
MOST_LINES = 60


@READERS.add("barred_text", kind="text", rank=RANK)
def read_barred_text(file: FileToRead) -> Statement | None:
    """A statement as text with tables between bars; None for any other text."""
    return _better(file, lambda file: read_dump(replace(file, data=without_bars(text_of(file.data)).encode())))


@READERS.add("barred_table", kind="table", rank=RANK)
def read_barred_table(file: FileToRead) -> Statement | None:
    """A table file whose cells stand between bars that frame them; None for any other."""
    return _better(file, read_delimited)


def _better(file: FileToRead, other: Reader) -> Statement | None:
    """The reading as cells, or that of another reader where it proves more; None where no table has bars."""
    rows = barred_rows(text_of(file.data))
    if rows is None:
        return None
    own = _read(file, rows)
    if own is not None and all(account.status == "proven" for account in own.accounts):
        return own
    try:
        others = other(file)
    except Refused:
        others = None
    found = [one for one in (own, others) if one is not None]
    return max(found, key=_worth, default=None)


def _read(file: FileToRead, rows: Sequence[Sequence[str]]) -> Statement | None:
    """The rows as a statement; the house of a single account may be named in any of the first lines."""
    try:
        statement = read_rows(file, rows, "barred")
    except Refused:
        return None
    named = institution_of([row[0] for row in rows[:MOST_LINES] if len(row) == 1], file.name)
    if len(statement.accounts) != 1 or statement.accounts[0].institution or not named:
        return statement
    return replace(statement, accounts=(replace(statement.accounts[0], institution=named),))


def _worth(statement: Statement) -> tuple[int, int]:
    """How many accounts are proven, and how many rows are read."""
    held = statement.accounts
    return sum(account.status == "proven" for account in held), sum(len(account.positions) for account in held)
