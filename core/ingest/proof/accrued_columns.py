"""Interest that stands under a head of its own and went to no row: the row beside it is shown to a person.

Most sums leave interest accrued out, so a column of it that was read past its rows would not be missed. A head over
or under one of something else is left alone: there two lines of figures share a column.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import NUMBERS, known_role
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.proof.unowned import with_doubts

HEAD = re.compile(r"(?:accrued|accr\.?)(?: (?:interest|income|int\.?))?(?: \(\$\))?", re.I)
LEAST_HEADS = 2
DEEP = 3.0
"""How far above and below a head the others of its table stand, in type sizes."""
SAME = 2.0
"""How far apart the upper edges of what stands on one line may be, in points."""
END_OF_PAGE = 1e9
Span = tuple[float, float, float, float]


def with_unread_interest(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement with a doubt at each row without accrued interest that has a figure in a column of it."""
    heads = {lines[0].page: found for lines in pages if lines and (found := _heads(lines))}
    if not heads:
        return statement
    lines = {page[0].page: page for page in pages if page}
    accounts = [_doubted(account, heads, lines) for account in statement.accounts]
    return replace(statement, accounts=tuple(accounts))


def _heads(lines: Sequence[Line]) -> list[Span]:
    """The column under each head of accrued interest that stands alone over it, among other heads: to the next head."""
    found = []
    for at, line in enumerate(lines):
        if "accr" not in line.text.lower():
            continue
        near = [one for one in lines[max(0, at - 3) : at + 4] if abs(one.top - line.top) < DEEP * line.size]
        runs = [run for one in near for run in phrases(one.words) if read_amount(text_of(run)) is None]
        others = sum(known_role(text_of(run)) in NUMBERS for run in runs)
        low = line.top + DEEP * line.size
        end = next((one.top for one in lines[at + 1 :] if one.top > low and _is_head(one)), END_OF_PAGE)
        for run in phrases(line.words):
            x0, _, x1, bottom = span(run)
            shared = any(other[0].x0 < x1 and other[-1].x1 > x0 for other in _without(runs, run))
            if HEAD.fullmatch(text_of(run)) and others > LEAST_HEADS and not shared:
                found.append((x0, bottom, x1, end))
    return found


def _without(runs: Sequence[Sequence[Word]], one: Sequence[Word]) -> list[Sequence[Word]]:
    return [run for run in runs if run[0] != one[0]]


def _is_head(line: Line) -> bool:
    """Whether a line is of several phrases and no figure: the head of another table."""
    runs = phrases(line.words)
    return len(runs) > LEAST_HEADS and all(read_amount(text_of(run)) is None for run in runs)


def _doubted(
    account: StatementAccount, heads: dict[int, list[Span]], pages: dict[int, Sequence[Line]]
) -> StatementAccount:
    found: dict[int, dict[str, str]] = {}
    for place, line in enumerate(account.positions):
        page, box = line.source.page, line.source.box
        if line.accrued is not None or box is None or page not in heads:
            continue
        over = [column for column in heads[page] if column[1] <= box[1] < column[3]]
        words = [word for one in pages[page] if abs(one.top - box[1]) < SAME for word in one.words]
        told = next((word.text for column in over for word in words if _is_interest(word, column, line)), "")
        found |= {place: {"accrued": told}} if told else {}
    return with_doubts(account, found)


def _is_interest(word: Word, column: Span, line: StatementLine) -> bool:
    """Whether a word is a figure in the column, and none that the row has read from another."""
    amount = read_amount(word.text) if word.x0 < column[2] and word.x1 > column[0] else None
    if amount is None or amount.percent or not amount.value:
        return False
    known = (line.quantity, line.price, line.market_value, line.cost_basis, line.gain)
    return abs(amount.value) not in {abs(one) for one in known if one is not None}
