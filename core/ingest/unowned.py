"""Identifiers that stand among the rows of holdings on a page and went to none of them: the row beside is in doubt.

No sum runs over a CUSIP, so one that was read past its row would not be missed. A CUSIP or ISIN with its check digit
counts, and a ticker in brackets. What another row of the file has, or a transaction, is owned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.identifiers import CUSIP, ISIN, NOT_TICKERS, PAREN, cusip_ok, isin_ok
from core.ingest.prove import prove
from core.ingest.words import Line

TAIL = 3.0
"""How far below the last row of a page, in heights of it, its own lines may stand."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An identifier as it stands on a page."""

    kind: str
    text: str
    top: float


def with_unowned(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement with a doubt at the row beside each identifier that no row of it has."""
    owned = {name for account in statement.accounts for name in _owned(account)}
    spare = {
        lines[0].page: found
        for lines in pages
        if lines and (found := [one for line in lines for one in _printed(line) if one.text not in owned])
    }
    if not spare:
        return statement
    return replace(statement, accounts=tuple(_doubted(account, spare) for account in statement.accounts))


def _owned(account: StatementAccount) -> Iterator[str]:
    """The identifiers of an account's rows and transactions; an ISIN of this country holds a CUSIP."""
    for line in account.positions:
        yield from (name for name in (line.symbol, line.cusip, line.isin) if name)
        if line.isin:
            yield line.isin[2:11]
    for move in account.activity:
        yield from (word.strip("():,;") for word in f"{move.symbol or ''} {move.description}".split())


def _printed(line: Line) -> list[Printed]:
    """The identifiers of a line: with their check digit, or in brackets."""
    found = []
    for word in line.words:
        text = word.text.strip("():,;.#")
        if CUSIP.fullmatch(text) and cusip_ok(text) and any(map(str.isalpha, text)):
            found.append(Printed("cusip", text, word.top))
        elif ISIN.fullmatch(text) and isin_ok(text):
            found.append(Printed("isin", text, word.top))
        elif (inside := PAREN.fullmatch(word.text)) and inside[1] not in NOT_TICKERS:
            found.append(Printed("symbol", inside[1], word.top))
    return found


def _doubted(account: StatementAccount, spare: dict[int, list[Printed]]) -> StatementAccount:
    found: dict[int, str] = {}
    for page, printed in spare.items():
        rows = sorted(
            (line.source.box[1], line.source.box[3], place)
            for place, line in enumerate(account.positions)
            if line.source.page == page and line.source.box is not None
        )
        for one in printed:
            place = _row_beside(rows, one, account.positions)
            if place is not None:
                found.setdefault(place, one.text)
    if not found:
        return account
    lines = [_with_doubt(line, found.get(place)) for place, line in enumerate(account.positions)]
    return prove(replace(account, positions=tuple(lines)))


def _with_doubt(line: StatementLine, other: str | None) -> StatementLine:
    return line if other is None else replace(line, doubts=FrozenMap({**line.doubts, "identifier": other}))


def _row_beside(rows: Sequence[tuple[float, float, int]], one: Printed, lines: Sequence[StatementLine]) -> int | None:
    """The place of the row that an identifier stands on or under: the next one where only that lacks its kind."""
    for at, (top, low, place) in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        end = below[0] if below is not None else low + TAIL * (low - top)
        if top - 1 <= one.top < end - 1:
            other = below[2] if below is not None else place
            lacking = [row for row in (place, other) if getattr(lines[row], one.kind) is None]
            return lacking[0] if lacking else place
    return None
