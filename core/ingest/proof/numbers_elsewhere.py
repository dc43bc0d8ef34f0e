"""ISINs and names away from the positions: a list of the securities, where their table prints no more than a symbol.

`WLLW  WILLOW MILLS INC  40218  US969457Q004  NYSE` on a later page: a line that begins with what the row calls the
security and holds a valid ISIN. One that is told two of them stays without.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.lexicon.identifiers import bare_isin, isin_ok
from core.ingest.nouns.words import Line, phrases, text_of

Told = dict[str, set[tuple[str, str]]]
"""Name and ISIN of each security, by the words its line begins with."""


def with_numbers_elsewhere(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement; positions that have neither ISIN nor CUSIP have those of the list."""
    lacking = {_called(line) for account in statement.accounts for line in account.positions if _lacks(line)}
    told = _told(pages, lacking) if lacking else {}
    if not told:
        return statement
    return replace(statement, accounts=tuple(_numbered(account, told) for account in statement.accounts))


def _lacks(line: StatementLine) -> bool:
    """Whether a position is called by a symbol alone, or by a name, without any number."""
    plain = line.isin is None and line.cusip is None and line.asset_type not in ("cash", "option")
    return plain and "isin" not in line.doubts


def _called(line: StatementLine) -> str:
    return line.symbol or line.description


def _told(pages: Sequence[Sequence[Line]], wanted: set[str]) -> Told:
    found: Told = {}
    for line in (line for lines in pages for line in lines):
        first, *others = [text_of(run) for run in phrases(line.words, 1.0)] or [""]
        isin = next((number for text in others if text == (number := bare_isin(text) or "") and isin_ok(number)), None)
        if isin is not None and first in wanted:
            named = others[0] if any(map(str.isalpha, others[0])) and others[0] != isin else ""
            found.setdefault(first, set()).add((named, isin))
    return found


def _numbered(account: StatementAccount, told: Told) -> StatementAccount:
    lines = tuple(_with_number(line, told.get(_called(line), set())) for line in account.positions)
    return account if lines == account.positions else replace(account, positions=lines)


def _with_number(line: StatementLine, told: set[tuple[str, str]]) -> StatementLine:
    if not _lacks(line) or len(told) != 1:
        return line
    ((name, isin),) = told
    return replace(line, isin=isin, description=name if name and line.description == line.symbol else line.description)
