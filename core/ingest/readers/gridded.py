"""Text with columns at the same places in every row: read as cells, where that proves more than its lines do."""

from collections.abc import Sequence

from core.domain.statement import Statement
from core.ingest.files.kinds import FileToRead, Refused, text_of
from core.ingest.lexicon.figures import ties
from core.ingest.readers import READERS
from core.ingest.readers.dump import read_dump
from core.ingest.readers.tables import read_rows
from core.ingest.sheets.gridded import gridded_rows

RANK = 1
MOST_LOST = 2


@READERS.add("gridded_text", kind="text", rank=RANK)
def read_gridded(file: FileToRead) -> Statement | None:
    """The reading as cells where the other one proves or tells less; None for text without such columns."""
    rows = gridded_rows(text_of(file.data))
    own = None if rows is None else _read(file, rows)
    if own is None or not any(account.positions for account in own.accounts):
        return None
    try:
        other = read_dump(file)
    except Refused:
        return own
    return own if other is None or _is_better(own, other) else other


def _read(file: FileToRead, rows: Sequence[Sequence[str]]) -> Statement | None:
    try:
        return read_rows(file, rows, "gridded")
    except Refused:
        return None


def _is_better(own: Statement, other: Statement) -> bool:
    """Whether this reading is proven where the other is not, or tells more of the same; or the other lost most rows."""
    whole, theirs = (all(account.status == "proven" for account in one.accounts) for one in (own, other))
    if theirs:
        other_names = _told(own) == _told(other) and _names(own) != _names(other)
        return whole and _values(own) == _values(other) and (other_names or _told(own) > _told(other))
    if not whole:
        return _tied(own) > MOST_LOST * _tied(other)
    return _tied(own) > _tied(other) or (_tied(own) == _tied(other) and not _contradicts(other))


def _tied(statement: Statement) -> int:
    """How many rows multiply out."""
    return sum(
        line.quantity is not None
        and line.price is not None
        and line.market_value is not None
        and ties(line.quantity, line.price, line.unit, line.market_value)
        for account in statement.accounts
        for line in account.positions
    )


def _contradicts(statement: Statement) -> bool:
    """Whether figures of a reading do not fit each other, and not only something of it was not understood."""
    return any(check.difference is not None and not check.ok for one in statement.accounts for check in one.checks)


def _values(statement: Statement) -> list[list[str]]:
    """What the rows of each account are worth, in any order."""
    return sorted(sorted(str(line.market_value) for line in account.positions) for account in statement.accounts)


def _names(statement: Statement) -> list[tuple[str, str]]:
    """The symbols and identifiers of all rows, in any order: those of cells are surer than those of words."""
    return sorted((line.symbol or "", line.cusip or "") for account in statement.accounts for line in account.positions)


def _told(statement: Statement) -> int:
    """How many facts are told of the accounts and their rows."""
    facts = sum(
        bool(account.number) + bool(account.owner) + (account.as_of is not None) + (account.registration != "other")
        for account in statement.accounts
    )
    names = sum(bool(line.symbol or line.cusip) for account in statement.accounts for line in account.positions)
    return facts + names + sum(len(line.lots) for account in statement.accounts for line in account.positions)
