"""Lots that a page tells in words, `Purchased 07/10/2016: 85 shares, cost $1,693.35`, and that went to no position.

No sum runs over the days of purchase, so lots that were read past would not be missed. The account on whose pages they
stand is not proven then.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.statement import Check, Statement, StatementAccount
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import READ, prove
from core.ingest.rows.lot_sentences import told_lots

Bought = tuple[date | None, Decimal | None]


def with_unread_lots(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement; an account on whose pages lots are told in words that it does not have is not proven."""
    told = {lines[0].page: found for lines in pages if lines and (found := [*_told(lines)])}
    known = {one for account in statement.accounts for one in _known(account)}
    lost = {page: count for page, some in told.items() if (count := sum(not set(one) & known for one in some))}
    if not lost:
        return statement
    accounts = tuple(_doubted(account, lost) for account in statement.accounts)
    new = [issue for account in accounts for issue in findings(account) if issue not in statement.issues]
    return replace(statement, accounts=accounts, issues=(*statement.issues, *new))


def _told(lines: Sequence[Line]) -> Iterator[tuple[Bought, Bought]]:
    """The lots that the phrases of a page tell, each by its day with its units and by its day with its cost."""
    for line in lines:
        for run in phrases(line.words, 1.0):
            for lot in told_lots(text_of(run)):
                day = read_date(lot["acquired"].text)
                yield (day, _amount(lot, "quantity")), (day, _amount(lot, "cost"))


def _amount(lot: Mapping[str, Cell], role: str) -> Decimal | None:
    amount = read_amount(lot[role].text) if role in lot else None
    return None if amount is None else amount.value


def _known(account: StatementAccount) -> Iterator[Bought]:
    """The days of an account's lots and transactions, each with the units and with the cost."""
    for lot in (lot for line in account.positions for lot in line.lots):
        yield lot.acquired, lot.quantity
        yield lot.acquired, lot.cost_basis
    for move in account.activity:
        yield move.date, None if move.quantity is None else abs(move.quantity)


def _doubted(account: StatementAccount, lost: Mapping[int, int]) -> StatementAccount:
    pages = {line.source.page for line in account.positions}
    told = [f"page {page}: {count} lots told in words were not read" for page, count in lost.items() if page in pages]
    checks = tuple(Check(READ, False, None, None, None, text) for text in told)
    return prove(replace(account, checks=(*account.checks, *checks))) if checks else account
