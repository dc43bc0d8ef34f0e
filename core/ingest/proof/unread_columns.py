"""Interest accrued, and costs, that stand under a head of their own and went to no row: the row is shown to a person.

Most sums leave both out, so a column of them that was read past its rows would not be missed. Where heads stand over
one another in a column, so do the figures of a row, and the figure meant is as deep among them as its head.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.lexicon.amounts import is_blank, is_empty, read_amount
from core.ingest.lexicon.vocabulary import NUMBERS, known_role
from core.ingest.nouns.words import Line, Word, phrases, span, text_of
from core.ingest.proof.unowned import SUM, with_doubts

INTEREST = re.compile(r"(?:accrued|accr\.?)(?: (?:interest|income|int\.?))?(?: \(\$\))?", re.I)
COST = re.compile(r"\b(?:cost|basis|book)\b", re.I)
LEAST_HEADS = 2
DEEP = 3.0
"""How far above and below a head the others of its table stand, in type sizes."""
SAME = 2.0
"""How far apart the upper edges of what stands on one line may be, in points."""
STEP = 2.2
"""How far below one another the lines of a row stand at most, in type sizes."""
END_OF_PAGE = 1e9
Span = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands under one head, up to the next heads: `deep` heads stand over it in its column, `alone` none at all.

    `others` are the heads beside it.
    """

    name: str
    head: Span
    end: float
    deep: int
    alone: bool
    others: tuple[Span, ...]


def with_unread_columns(statement: Statement, pages: Sequence[Sequence[Line]]) -> Statement:
    """The statement with a doubt at each row without accrued interest, or cost, that has a figure in a column of it."""
    heads = {lines[0].page: found for lines in pages if lines and (found := list(_columns(lines)))}
    if not heads:
        return statement
    lines = {page[0].page: page for page in pages if page}
    accounts = [_doubted(account, heads, lines) for account in statement.accounts]
    return replace(statement, accounts=tuple(accounts))


def _columns(lines: Sequence[Line]) -> Iterator[Column]:
    """The columns under heads of accrued interest and of costs, where they stand among other heads."""
    for at, line in enumerate(lines):
        if "accr" not in line.text.lower() and not COST.search(line.text):
            continue
        near = [one for one in lines[max(0, at - 3) : at + 4] if abs(one.top - line.top) < DEEP * line.size]
        runs = [run for one in near for run in phrases(one.words) if _is_words(run)]
        if sum(known_role(text_of(run)) in NUMBERS for run in runs) <= LEAST_HEADS:
            continue
        low = line.top + DEEP * line.size
        end = next((one.top for one in lines[at + 1 :] if one.top > low and _is_head(one)), END_OF_PAGE)
        for run in phrases(line.words):
            if name := _field(text_of(run)):
                yield _column(name, span(run), end, [other for other in runs if other[0] != run[0]])


def _column(name: str, head: Span, end: float, runs: Sequence[Sequence[Word]]) -> Column:
    own = [run for run in runs if run[0].x0 < head[2] and run[-1].x1 > head[0]]
    above = [run for run in own if run[0].top < head[1] - SAME and known_role(text_of(run)) is not None]
    others = [span(run) for run in runs if run not in own]
    return Column(name, head, end, len(above), not own, tuple(others))


def _field(text: str) -> str:
    """What a head of its own words names: interest accrued, or costs; empty for anything else."""
    if INTEREST.fullmatch(text):
        return "accrued"
    return "cost_basis" if known_role(text) == "cost" else ""


def _is_words(run: Sequence[Word]) -> bool:
    text = text_of(run)
    return read_amount(text) is None and not is_blank(text) and not is_empty(text)


def _is_head(line: Line) -> bool:
    """Whether a line is of several phrases and no figure: the head of another table."""
    runs = phrases(line.words)
    return len(runs) > LEAST_HEADS and all(read_amount(text_of(run)) is None for run in runs)


def _doubted(
    account: StatementAccount, heads: dict[int, list[Column]], pages: dict[int, Sequence[Line]]
) -> StatementAccount:
    found: dict[int, dict[str, str]] = {}
    tops = sorted(
        (line.source.page, line.source.box[1]) for line in account.positions if line.source.page and line.source.box
    )
    for place, line in enumerate(account.positions):
        page, box = line.source.page, line.source.box
        if box is None or page not in heads:
            continue
        below = next((top for number, top in tops if number == page and top > box[1] + SAME), END_OF_PAGE)
        for column in heads[page]:
            if column.head[3] <= box[1] < column.end and getattr(line, column.name) is None:
                told = _told(pages[page], column, line, box[1], min(below, column.end))
                found.setdefault(place, {}).update({column.name: told} if told else {})
    return with_doubts(account, {place: told for place, told in found.items() if told})


def _told(page: Sequence[Line], column: Column, line: StatementLine, top: float, end: float) -> str:
    """The figure in a column that is as deep in a row as its head, and that the row has read from no other."""
    words: list[Word] = []
    for one in page:
        if one.top < top - SAME or (words and one.top - words[-1].top > STEP * one.size):
            continue
        if one.top >= end - SAME or (one.top > top + SAME and (column.alone or SUM.match(one.text))):
            break
        words += [word for word in one.words if _is_in(word, column)]
    word = words[column.deep] if column.deep < len(words) else None
    return word.text if word is not None and _is_unread(word, column.name, line) else ""


def _is_in(word: Word, column: Column) -> bool:
    """Whether a figure, or a blank, stands under the head and lies nearer to it than to any beside it."""
    if word.x0 >= column.head[2] or word.x1 <= column.head[0]:
        return False
    if read_amount(word.text) is None and not is_blank(word.text) and not is_empty(word.text):
        return False
    return all(_distance(word, column.head) <= _distance(word, other) for other in column.others)


def _distance(word: Word, head: Span) -> float:
    middle = abs(word.x0 + word.x1 - head[0] - head[2]) / 2
    return min(abs(word.x0 - head[0]), abs(word.x1 - head[2]), middle)


def _is_unread(word: Word, name: str, line: StatementLine) -> bool:
    """Whether a word is an amount that the row has read as nothing else; what stands as gain may be the cost itself."""
    amount = read_amount(word.text)
    if amount is None or amount.percent or not amount.value:
        return False
    known = [line.quantity, line.price, line.market_value, line.accrued]
    known += [line.gain] if name == "accrued" else []
    known += [line.cost_basis] if name == "accrued" else [lot.cost_basis for lot in line.lots]
    return abs(amount.value) not in {abs(one) for one in known if one is not None}
