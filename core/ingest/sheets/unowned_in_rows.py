"""Identifiers in the rows of a table file that went to no field: the row is shown to a person.

A cell counts that is a CUSIP or an ISIN whole, with its check digit; one of digits alone where the column has others,
since an account may have a number like it; what stands in several rows is of an account or a household. Only a row
that lacks an identifier is in doubt.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.statement import Statement, StatementLine
from core.ingest.lexicon.identifiers import CUSIP, ISIN, cusip_ok, isin_ok, masked
from core.ingest.proof.unowned import owned_in, with_doubts
from core.ingest.sheets.cells import clean

LENGTHS = (9, 12)
Rows = Sequence[Sequence[str]]


def with_unowned_in_rows(statement: Statement, rows: Rows) -> Statement:
    """The statement with a doubt at each row whose identifier no field has; `rows` in the order of their numbers."""
    owned = owned_in(statement)
    columns = {place for row in rows for place, cell in enumerate(row) if len(cell) == LENGTHS[0] and cell in owned}
    accounts = []
    for account in statement.accounts:
        lost = {place: _lost(line, rows, owned, columns) for place, line in enumerate(account.positions)}
        often = Counter(lost.values())
        found = {
            place: {"identifier": text}
            for place, text in lost.items()
            if text and often[text] == 1 and masked(text) != account.number
        }
        accounts.append(with_doubts(account, found))
    return replace(statement, accounts=tuple(accounts))


def _lost(line: StatementLine, rows: Rows, owned: set[str], columns: set[int]) -> str:
    """The identifier in the row of a position that neither it nor another has; empty where there is none."""
    number = line.source.row
    if line.cusip or line.isin or number is None or not 0 < number <= len(rows):
        return ""
    return next((text for text in _printed(rows[number - 1], columns) if text not in owned), "")


def _printed(row: Sequence[str], columns: set[int]) -> Iterator[str]:
    for place, text in enumerate(map(clean, row)):
        if len(text) not in LENGTHS:
            continue
        plain = place in columns or not text.isdigit()
        if (ISIN.fullmatch(text) and isin_ok(text)) or (plain and CUSIP.fullmatch(text) and cusip_ok(text)):
            yield text
