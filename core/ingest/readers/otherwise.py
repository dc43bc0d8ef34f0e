"""The page as the other voice has it: what a statement says around its rows must be the same in both readings.

No sum holds an account number, a date, an owner or a symbol. Where the two readings give different ones, the row is
flagged or the account waits for a person. A day that one of them has lost is no other day where it ends a month.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Check, Statement, StatementAccount, StatementLine
from core.ingest.nouns.words import Line, Word
from core.ingest.ocr.doubts import Doubts
from core.ingest.ocr.tidied import is_label
from core.ingest.proof.prove import READ, prove

NAMES = ("symbol", "cusip", "isin", "nav_date", "lock_until", "commitment", "called", "unfunded", "accrued")
FACTS = {"number": "account number", "as_of": "day of the statement", "owner": "owner", "registration": "registration"}
PRINTED = ("number", "as_of")
NEAR = 4.0
FRIDAY = 4


def as_other(pages: Sequence[Sequence[Line]], doubts: Doubts) -> list[list[Line]]:
    """The lines with each doubtful word as the other voice read it; what it did not see is left out, labels apart."""
    return [[line for one in lines if (line := _line(one, doubts)).words] for lines in pages]


def compared(statement: Statement, other: Statement) -> Statement:
    """The statement with what the other reading says otherwise in doubt."""
    if len(statement.accounts) != len(other.accounts):
        told = f"the other reading of the scan shows {len(other.accounts)} accounts"
        return replace(statement, accounts=tuple(_waiting(one, [told]) for one in statement.accounts))
    pairs = zip(statement.accounts, other.accounts, strict=True)
    return replace(statement, accounts=tuple(_compared(one, two) for one, two in pairs))


def with_facts(statement: Statement) -> Statement:
    """The statement of a scan; a person is asked for the number or the day where no voice has read one."""
    return replace(statement, accounts=tuple(_with_facts(one) for one in statement.accounts))


def _with_facts(account: StatementAccount) -> StatementAccount:
    unread = [f"no {FACTS[name]} could be read on the scan" for name in PRINTED if not getattr(account, name)]
    return _waiting(account, unread) if unread and account.positions else account


def _compared(account: StatementAccount, other: StatementAccount) -> StatementAccount:
    lines = tuple(_row(line, other.positions) for line in account.positions)
    if lines != account.positions:
        account = prove(replace(account, positions=lines))
    unlike = [
        f"the {told} is not clearly readable: '{getattr(account, name)}' or '{getattr(other, name)}'"
        for name, told in FACTS.items()
        if _plain(getattr(account, name)) != _plain(getattr(other, name))
        and not (name == "as_of" and other.as_of is None and _ends_month(account.as_of))
    ]
    return _waiting(account, unlike) if unlike else account


def _waiting(account: StatementAccount, why: Sequence[str]) -> StatementAccount:
    unread = tuple(Check(READ, False, None, None, None, text) for text in why)
    return prove(replace(account, checks=(*account.checks, *unread)))


def _row(line: StatementLine, others: Sequence[StatementLine]) -> StatementLine:
    """The row with a doubt for each name or day that the same row of the other reading has otherwise."""
    mates = [one for one in others if _beside(one, line)]
    if len(mates) != 1:
        return line
    unlike = {
        name: str(getattr(mates[0], name) or "")
        for name in NAMES
        if getattr(line, name) != getattr(mates[0], name) and name not in line.doubts
    }
    return replace(line, doubts=FrozenMap({**line.doubts, **unlike})) if unlike else line


def _beside(one: StatementLine, two: StatementLine) -> bool:
    """Whether two rows stand at one place of the page."""
    ours, theirs = one.source, two.source
    if ours.page != theirs.page or ours.box is None or theirs.box is None:
        return False
    return abs(ours.box[1] - theirs.box[1]) < NEAR


def _line(line: Line, doubts: Doubts) -> Line:
    words: list[Word] = []
    for word in line.words:
        doubt = doubts.at(line.page, word.box)
        if doubt is None or (is_label(word.text) and not is_label(doubt.other)):
            words.append(word)
        elif doubt.other:
            words.append(replace(word, text=doubt.other))
    return replace(line, words=tuple(words))


def _ends_month(day: date | None) -> bool:
    """Whether a day is the last or the last working one of a month: of such a day a voice may lose a word.

    Hardly any misreading of another day is one.
    """
    if day is None:
        return False
    return (day + timedelta(days=3 if day.weekday() == FRIDAY else 1)).month != day.month


def _plain(value: object) -> str:
    return " ".join(str(value or "").casefold().replace(".", "").replace(",", "").split())
