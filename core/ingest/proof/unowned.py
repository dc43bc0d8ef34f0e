"""Identifiers that stand among the rows of holdings on a page and went to none of them: the row beside is in doubt.

No sum runs over a CUSIP, so one that was read past its row would not be missed. A CUSIP or ISIN with its check digit
counts, one of digits alone where other CUSIPs stand, and a ticker in brackets. What another row of the file has, or a
transaction, is owned. Interest accrued that is told under a label and that its row does not have is in doubt alike.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Source, Statement, StatementAccount, StatementLine
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.identifiers import CUSIP, ISIN, NOT_TICKERS, PAREN, cusip_ok, isin_ok
from core.ingest.nouns.words import Line, Word
from core.ingest.proof.prove import prove
from core.ingest.rows.block_lines import ACCRUED

CLOSE = 3.0
"""How near the left edges of words of one column stand, in points."""
LABEL = re.compile(r"\(?cusip:?#?", re.I)
SUM = re.compile(r"(?:sub-?)?totals?\b", re.I)
BEAR_INTEREST = ("bond", "structured_note", "preferred")
TEXT, ROW, SIZE = 0, 12.0, 10.0
"""The page that a text without columns is, and how high its lines stand on it."""
TAIL = 3.0
"""How far below the last row of a page, in heights of it, its own lines may stand."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An identifier as it stands on a page."""

    kind: str
    text: str
    top: float


def with_unowned(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement with a doubt at the row beside each identifier, or interest accrued, that no row of it has."""
    owned = owned_in(statement)
    edges = sorted({word.x0 for lines in pages for line in lines for word in line.words if word.text in owned})
    spare = {
        lines[0].page: found
        for lines in pages
        if lines and (found := [one for line in lines for one in _printed(line, edges) if one.text not in owned])
    }
    if not spare:
        return statement
    return replace(statement, accounts=tuple(_doubted(account, spare) for account in statement.accounts))


def as_page(lines: Sequence[str]) -> list[Line]:
    """The lines of a text as one page on which rows stand that are known by the number of their line."""
    page = []
    for number, text in enumerate(lines, start=1):
        found = [(match.start() * 1.0, match[0]) for match in re.finditer(r"\S+", text)]
        top = number * ROW
        words = tuple(Word(word, x0, x0 + len(word), top, top + SIZE, SIZE) for x0, word in found)
        page += [Line(TEXT, words)] if words else []
    return page


def owned_in(statement: Statement) -> set[str]:
    """The identifiers that a row or a transaction of the statement has."""
    return {name for account in statement.accounts for name in _owned(account)}


def _owned(account: StatementAccount) -> Iterator[str]:
    """The identifiers of an account's rows and transactions; an ISIN of this country holds a CUSIP."""
    for line in account.positions:
        yield from (name for name in (line.symbol, line.cusip, line.isin) if name)
        if line.isin:
            yield line.isin[2:11]
        if line.asset_type == "option":
            yield from PAREN.findall(line.description)
    for move in account.activity:
        yield from (word.strip("():,;") for word in f"{move.symbol or ''} {move.description}".split())


def _printed(line: Line, edges: Sequence[float]) -> list[Printed]:
    """The identifiers of a line, with their check digit or in brackets, and the interest that it tells."""
    found = []
    for before, word in zip((None, *line.words), line.words, strict=False):
        text = word.text.strip("():,;.#")
        if CUSIP.fullmatch(text) and cusip_ok(text):
            labelled = before is not None and LABEL.fullmatch(before.text) is not None
            if labelled or not text.isdigit() or _is_at(word.x0, edges):
                found.append(Printed("cusip", text, word.top))
        elif ISIN.fullmatch(text) and isin_ok(text):
            found.append(Printed("isin", text, word.top))
        elif (inside := PAREN.fullmatch(word.text)) and inside[1] not in NOT_TICKERS:
            found.append(Printed("symbol", inside[1], word.top))
    if "ccr" in line.text.lower() or "AI" in line.text:
        found += [Printed("accrued", told[1], line.top) for told in ACCRUED.finditer(line.text)]
    return [] if found and SUM.match(line.text) else found


def _is_at(x0: float, edges: Sequence[float]) -> bool:
    """Whether a word begins where one of the others does."""
    at = bisect_left(edges, x0 - CLOSE)
    return at < len(edges) and edges[at] < x0 + CLOSE


def _doubted(account: StatementAccount, spare: dict[int, list[Printed]]) -> StatementAccount:
    found: dict[int, dict[str, str]] = {}
    for page, printed in spare.items():
        places = ((_heights(line.source, page), place) for place, line in enumerate(account.positions))
        rows = sorted((*heights, place) for heights, place in places if heights is not None)
        for one in printed:
            if _is_of_account(one, account):
                continue
            place = _row_beside(rows, one, account.positions)
            if place is not None:
                name = "accrued" if one.kind == "accrued" else "identifier"
                found.setdefault(place, {}).setdefault(name, one.text)
    return with_doubts(account, found)


def _is_of_account(one: Printed, account: StatementAccount) -> bool:
    """Whether interest accrued is that of all, which the account tells beside its positions."""
    amount = read_amount(one.text) if one.kind == "accrued" else None
    return amount is not None and amount.value in {told for _, told in account.accruals}


def _heights(source: Source, page: int) -> tuple[float, float] | None:
    """The upper and the lower edge of a row on a page, or in the text as one; None where it stands elsewhere."""
    if page == TEXT:
        return (source.row * ROW, source.row * ROW + SIZE) if source.page is None and source.row is not None else None
    return (source.box[1], source.box[3]) if source.page == page and source.box is not None else None


def with_doubts(account: StatementAccount, found: Mapping[int, Mapping[str, str]]) -> StatementAccount:
    """The account, proven again with those doubts at its rows by their place: {place: {field: what is printed}}."""
    if not found:
        return account
    lines = [
        replace(line, doubts=FrozenMap({**line.doubts, **found[place]})) if place in found else line
        for place, line in enumerate(account.positions)
    ]
    return prove(replace(account, positions=tuple(lines)))


def _row_beside(rows: Sequence[tuple[float, float, int]], one: Printed, lines: Sequence[StatementLine]) -> int | None:
    """The place of the row that an identifier stands on or under: the next one where only that lacks its kind."""
    for at, (top, low, place) in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        end = below[0] if below is not None else low + TAIL * (low - top)
        if top - 1 <= one.top < end - 1:
            if one.kind == "accrued":
                return place if lines[place].accrued is None and lines[place].asset_type in BEAR_INTEREST else None
            other = below[2] if below is not None else place
            lacking = [row for row in (place, other) if getattr(lines[row], one.kind) is None]
            return lacking[0] if lacking else place
    return None
