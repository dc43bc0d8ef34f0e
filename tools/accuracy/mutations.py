"""Good statements changed in one place: a digit, a row, a column, a page. No wrong number may then be marked proven.

What arithmetic can know is what is held against a reading: a row that is missing or too much where a sum is printed;
a quantity, price or value that breaks quantity x price = value or a sum; a basis that breaks a printed gain or sum of
costs; lots that do not add up to their position. What it cannot know, and what is counted as `beyond` instead: names,
symbols, dates and account numbers; a basis that nothing else printed depends on; figures inside what rounding allows;
rows of a statement whose total is gone.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.domain.statement import Statement, StatementAccount, StatementLine
from tools.accuracy.drawing import Ink, Paper, Stroke, bracketed, plain
from tools.accuracy.measure import is_empty, read_and_judge
from tools.accuracy.planted import draw
from tools.accuracy.truth import CENT, Account, D, Drawn, Row, spent

Page = tuple[Ink | Stroke, ...]
Change = Callable[[random.Random, Paper], Paper]
TextChange = Callable[[random.Random, list[str]], list[str]]
HALF = D("0.5")


@dataclass(frozen=True)
class Verdict:
    """What a reading of a changed statement did: wrong numbers in a proven account, and those beyond arithmetic."""

    proven: bool
    wrong: tuple[str, ...]
    beyond: tuple[str, ...]


def mutants(drawn: Drawn, dice: random.Random) -> Iterator[tuple[str, bytes]]:
    """One change of each kind that the statement allows: its name and the bytes."""
    if drawn.paper is not None:
        for change in PAPER_CHANGES:
            changed = change(dice, drawn.paper)
            if changed != drawn.paper:
                yield change.__name__, changed.pdf()
    elif (parts := _parts(drawn)) is not None:
        lines, edits, encoding = parts
        for edit in edits:
            made = edit(dice, list(lines))
            if made != lines:
                yield edit.__name__, "".join(made).encode(encoding)


def _parts(drawn: Drawn) -> tuple[list[str], tuple[TextChange, ...], str] | None:
    """A text as lines, markup as elements, the changes that make sense of them, the encoding; None for other kinds."""
    encoding = "cp1252" if b"\xe9" in drawn.data else "utf-8"
    if drawn.ending in (".csv", ".txt"):
        return drawn.data.decode(encoding).splitlines(keepends=True), TEXT_CHANGES, encoding
    if drawn.ending in (".ofx", ".qfx", ".xml"):
        ends = r"(?=<OpenPosition |<POS(?:STOCK|DEBT|MF)>|</INVPOSLIST>|</OpenPositions>)"
        return re.split(ends, drawn.data.decode()), (text_digit, text_drop, text_twice), encoding
    return None


def verdict(drawn: Drawn, statement: Statement) -> Verdict:
    """The reading of a changed statement held against the statement as it was."""
    wrong: list[str] = []
    beyond: list[str] = []
    proven = [account for account in statement.accounts if account.status == "proven"]
    for account in proven:
        truth = next((one for one in drawn.accounts if one.number == account.number), drawn.accounts[0])
        _compare(drawn, truth, account, wrong, beyond)
    return Verdict(bool(proven), tuple(wrong), tuple(beyond))


def _compare(drawn: Drawn, truth: Account, account: StatementAccount, wrong: list[str], beyond: list[str]) -> None:
    """Rows with the figures they had first, whoever holds them; then what is left, by name and joined."""
    lines = [line for line in account.positions if line.asset_type != "cash" and not is_empty(line)]
    lines = [line for line in lines if line.market_value not in truth.sweeps]
    summed = account.stated_total is not None and account.stated_total == truth.total
    even = sum((line.cost_basis or D(0) for line in account.positions), D(0)) == spent(truth.rows)
    left = []
    for row in truth.rows:
        line = _with_figures(row, lines)
        if line is None:
            left.append(row)
        else:
            lines.remove(line)
            beyond += [] if _is_named(row, line) else [f"{row.name}: under another name"]
            _others(drawn, truth, row, line, even, wrong, beyond)
    lines = _joined(lines)
    for row in left:
        line = _same(row, lines)
        if line is None:
            (wrong if summed else beyond).append(f"lost {row.symbol or row.cusip or row.name} {row.value}")
            continue
        lines.remove(line)
        if not line.flagged:
            _row(row, line, summed, wrong, beyond)
            _others(drawn, truth, row, line, even, wrong, beyond)
    for line in lines:
        if line.market_value == truth.cash and not account.cash:
            beyond.append(f"cash under another name: {line.description}")
        elif not line.flagged:
            (wrong if summed else beyond).append(f"too much: {line.symbol or line.description} {line.market_value}")


def _with_figures(row: Row, lines: list[StatementLine]) -> StatementLine | None:
    """A line with the row's quantity, price and value, of its own name if there is one."""
    same = [
        line for line in lines
        if (line.quantity, line.price, line.market_value) == (row.quantity, row.price, row.value)
    ]  # fmt: skip
    return next((line for line in same if _is_named(row, line)), next(iter(same), None))


def _is_named(row: Row, line: StatementLine) -> bool:
    marks = ((row.symbol, line.symbol), (row.cusip, line.cusip), (row.isin, line.isin))
    return any(ours and ours == read for ours, read in marks) or line.description == row.name


def _joined(lines: list[StatementLine]) -> list[StatementLine]:
    """Lines of one security as one: where a row of it is lost among its lots, two positions say what one said."""
    by_key: dict[object, StatementLine] = {}
    for line in lines:
        key = line.symbol or line.cusip or id(line)
        before = by_key.get(key)
        by_key[key] = line if before is None else _sum(before, line)
    return list(by_key.values())


def _sum(one: StatementLine, other: StatementLine) -> StatementLine:
    def both(first: D | None, second: D | None) -> D | None:
        return None if first is None or second is None else first + second

    return replace(
        one, quantity=both(one.quantity, other.quantity), market_value=both(one.market_value, other.market_value),
        cost_basis=both(one.cost_basis, other.cost_basis), lots=(),
        flagged=one.flagged or other.flagged,
    )  # fmt: skip


def _row(row: Row, line: StatementLine, summed: bool, wrong: list[str], beyond: list[str]) -> None:
    name = row.symbol or row.cusip or row.name
    for field, ours in (("quantity", row.quantity), ("price", row.price), ("market_value", row.value)):
        read = getattr(line, field)
        if read != ours and read is not None:
            known = (field == "market_value" and summed) or not _holds(line)
            (wrong if known else beyond).append(f"{name}: {field} was {ours}, read {read}")


def _others(
    drawn: Drawn, truth: Account, row: Row, line: StatementLine, even: bool, wrong: list[str], beyond: list[str]
) -> None:
    """The basis and the lots of a row; `even`: the costs read add up to the true sum, as they do if two are swapped."""
    name = row.symbol or row.cusip or row.name
    if line.flagged:
        return
    if line.cost_basis not in (row.cost, None) and row.cost is not None:
        (wrong if _cost_is_held(drawn, truth, row, even) else beyond).append(
            f"{name}: cost was {row.cost}, {line.cost_basis}"
        )
    held = [lot.quantity for lot in line.lots if lot.quantity is not None]
    if held and len(held) == len(line.lots) and line.quantity is not None and sum(held, D(0)) != line.quantity:
        wrong.append(f"{name}: lots are {held}, position {line.quantity}")


def _holds(line: StatementLine) -> bool:
    """Whether quantity x price = value within what the printed places allow, so that no reader could know better."""
    if line.quantity is None or line.price is None or line.market_value is None:
        return True
    product = line.quantity * line.price * line.unit
    slack = abs(line.quantity * line.unit) * _half(line.price) + abs(line.price * line.unit) * _half(line.quantity)
    return abs(product - line.market_value) <= slack + CENT


def _half(value: D) -> D:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return D(0) if exponent >= 0 else HALF.scaleb(exponent)


def _cost_is_held(drawn: Drawn, truth: Account, row: Row, even: bool) -> bool:
    """Whether the statement prints this row's gain, or the sum of the costs where they no longer add up to it."""
    if drawn.paper is None:
        return False
    texts = {mark.text.strip("$() ") for page in drawn.paper.pages for mark in page if isinstance(mark, Ink)}
    gain = row.gain or D(0)
    return plain(abs(gain)) in texts or (not even and bracketed(spent(truth.rows)).strip("()") in texts)


def _same(row: Row, lines: list[StatementLine]) -> StatementLine | None:
    named = [line for line in lines if _is_named(row, line)]
    same = [line for line in named or lines if line.market_value == row.value]
    return next(iter(same or named), None)


def _replaced(paper: Paper, page: int, marks: list[Ink | Stroke]) -> Paper:
    return replace(paper, pages=(*paper.pages[:page], tuple(marks), *paper.pages[page + 1 :]))


def _numbers(paper: Paper) -> list[tuple[int, int]]:
    """Places of texts with a figure of two digits or more, as (page, mark)."""
    return [
        (page, place)
        for page, marks in enumerate(paper.pages)
        for place, mark in enumerate(marks)
        if isinstance(mark, Ink) and sum(map(str.isdigit, mark.text)) > 1
    ]


def _rewrite(dice: random.Random, paper: Paper, write: Callable[[random.Random, str], str]) -> Paper:
    page, place = dice.choice(_numbers(paper))
    marks = list(paper.pages[page])
    ink = marks[place]
    assert isinstance(ink, Ink)
    marks[place] = replace(ink, text=write(dice, ink.text))
    return _replaced(paper, page, marks)


def _other_digit(dice: random.Random, text: str) -> str:
    place = dice.choice([at for at, sign in enumerate(text) if sign.isdigit()])
    digit = dice.choice([one for one in "0123456789" if one != text[place]])
    return text[:place] + digit + text[place + 1 :]


def digit(dice: random.Random, paper: Paper) -> Paper:
    """Another digit somewhere."""
    return _rewrite(dice, paper, _other_digit)


def neighbours(dice: random.Random, paper: Paper) -> Paper:
    """Two digits side by side change places."""

    def write(dice: random.Random, text: str) -> str:
        pairs = [at for at in range(len(text) - 1) if text[at].isdigit() and text[at + 1].isdigit()]
        if not pairs:
            return text
        at = dice.choice(pairs)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    return _rewrite(dice, paper, write)


def point(dice: random.Random, paper: Paper) -> Paper:
    """A decimal point or a thousands comma is lost."""

    def write(dice: random.Random, text: str) -> str:
        marks = [at for at, sign in enumerate(text) if sign in ",."]
        at = dice.choice(marks) if marks else None
        return text if at is None else text[:at] + text[at + 1 :]

    return _rewrite(dice, paper, write)


def sign(dice: random.Random, paper: Paper) -> Paper:
    """A figure turns negative, or loses its sign."""
    return _rewrite(dice, paper, lambda _, text: text.strip("()-") if text[0] in "(-" else f"({text})")


def blank(dice: random.Random, paper: Paper) -> Paper:
    """A figure is not there."""
    return _rewrite(dice, paper, lambda _, text: " ")


def _lines(marks: Page) -> list[float]:
    """Base lines of a page that have figures on them."""
    return sorted({mark.y for mark in marks if isinstance(mark, Ink) and any(map(str.isdigit, mark.text))})


def _some_page(dice: random.Random, paper: Paper) -> int:
    return dice.choice([page for page, marks in enumerate(paper.pages) if len(_lines(marks)) > 3])


def drop(dice: random.Random, paper: Paper) -> Paper:
    """A line is not there."""
    page = _some_page(dice, paper)
    y = dice.choice(_lines(paper.pages[page]))
    return _replaced(paper, page, [mark for mark in paper.pages[page] if mark.y != y])


def twice(dice: random.Random, paper: Paper) -> Paper:
    """A line stands twice; what is below moves down."""
    page = _some_page(dice, paper)
    y = dice.choice(_lines(paper.pages[page]))
    again = [replace(mark, y=mark.y + 12) for mark in paper.pages[page] if mark.y == y]
    moved = [replace(mark, y=mark.y + 12) if mark.y > y else mark for mark in paper.pages[page]]
    return _replaced(paper, page, [*moved, *again])


def swap(dice: random.Random, paper: Paper) -> Paper:
    """Two lines change places."""
    page = _some_page(dice, paper)
    one, other = dice.sample(_lines(paper.pages[page]), 2)
    places = {one: other, other: one}
    return _replaced(paper, page, [replace(mark, y=places.get(mark.y, mark.y)) for mark in paper.pages[page]])


def cells(dice: random.Random, paper: Paper) -> Paper:
    """Two figures of one column change places."""
    page, place = dice.choice(_numbers(paper))
    marks = list(paper.pages[page])
    here = marks[place]
    assert isinstance(here, Ink)
    beside = [
        at for at, mark in enumerate(marks)
        if isinstance(mark, Ink) and at != place and abs(mark.x - here.x) < 12 and any(map(str.isdigit, mark.text))
    ]  # fmt: skip
    if not beside:
        return paper
    at = dice.choice(beside)
    there = marks[at]
    assert isinstance(there, Ink)
    marks[place], marks[at] = replace(here, text=there.text), replace(there, text=here.text)
    return _replaced(paper, page, marks)


def shift(dice: random.Random, paper: Paper) -> Paper:
    """A column stands elsewhere than its head."""
    page, place = dice.choice(_numbers(paper))
    x, move = paper.pages[page][place].x, dice.choice((-90, -60, -35, 35, 60, 90))  # type: ignore[union-attr]
    return _replaced(
        paper, page,
        [replace(mark, x=mark.x + move) if isinstance(mark, Ink) and abs(mark.x - x) < 14 and any(
            map(str.isdigit, mark.text)) else mark for mark in paper.pages[page]],
    )  # fmt: skip


def cut(dice: random.Random, paper: Paper) -> Paper:
    """A page is missing, or the foot of a page."""
    if len(paper.pages) > 1 and dice.random() < 0.6:
        page = dice.randrange(len(paper.pages))
        return replace(paper, pages=paper.pages[:page] + paper.pages[page + 1 :])
    page = _some_page(dice, paper)
    y = dice.choice(_lines(paper.pages[page])[2:])
    return _replaced(paper, page, [mark for mark in paper.pages[page] if mark.y < y])


def head(dice: random.Random, paper: Paper) -> Paper:
    """A word of a head is not there."""
    places = [
        (page, place) for page, marks in enumerate(paper.pages) for place, mark in enumerate(marks)
        if isinstance(mark, Ink) and mark.style == "B" and not any(map(str.isdigit, mark.text))
    ]  # fmt: skip
    if not places:
        return paper
    page, place = dice.choice(places)
    return _replaced(paper, page, [mark for at, mark in enumerate(paper.pages[page]) if at != place])


PAPER_CHANGES: tuple[Change, ...] = (
    digit, neighbours, point, sign, blank, drop, twice, swap, cells, shift, cut, head,
)  # fmt: skip


def text_digit(dice: random.Random, lines: list[str]) -> list[str]:
    """Another digit somewhere."""
    at = dice.choice([place for place, line in enumerate(lines) if any(map(str.isdigit, line))])
    lines[at] = _other_digit(dice, lines[at])
    return lines


def text_drop(dice: random.Random, lines: list[str]) -> list[str]:
    """A line is not there."""
    lines.pop(dice.randrange(len(lines)))
    return lines


def text_twice(dice: random.Random, lines: list[str]) -> list[str]:
    """A line stands twice."""
    at = dice.randrange(len(lines))
    lines.insert(at, lines[at])
    return lines


def text_cut(dice: random.Random, lines: list[str]) -> list[str]:
    """The end is missing."""
    return lines[: dice.randrange(4, len(lines))]


def text_cell(dice: random.Random, lines: list[str]) -> list[str]:
    """A cell is missing in a line, so that what follows stands one column to the left."""
    mark = max(",;|\t", key="".join(lines).count)
    wide = [place for place, line in enumerate(lines) if line.count(mark) > 3]
    if not wide:
        return lines
    at = dice.choice(wide)
    parts = lines[at].split(mark)
    parts.pop(dice.randrange(1, len(parts) - 1))
    lines[at] = mark.join(parts)
    return lines


TEXT_CHANGES: tuple[TextChange, ...] = (text_digit, text_drop, text_twice, text_cut, text_cell)


@dataclass
class Changed:
    """What became of changed statements of one kind of change."""

    statements: int = 0
    still_proven: int = 0
    beyond: int = 0
    wrong: int = 0


def run_changes(houses: Mapping[str, Callable[..., Drawn]], rounds: range) -> tuple[dict[str, Changed], list[str]]:
    """A good statement of each house, changed in each way in each round, and read in this process."""
    from core.ingest.reading import read_here

    counts: dict[str, Changed] = {}
    errors: list[str] = []
    for name, house in houses.items():
        drawn = next((one for seed in range(7, 12) if _is_good(one := draw(house, seed))), None)
        for turn in rounds if drawn is not None else ():
            assert drawn is not None
            for kind, data in mutants(drawn, random.Random(f"{name}{turn}")):
                found = verdict(drawn, read_here(name + drawn.ending, data))
                count = counts.setdefault(kind, Changed())
                count.statements += 1
                count.still_proven += found.proven
                count.wrong += bool(found.wrong)
                count.beyond += bool(found.beyond and not found.wrong)
                errors += [f"{name}, {kind}, turn {turn}: {error}" for error in found.wrong[:1]]
    return counts, errors


def _is_good(drawn: Drawn) -> bool:
    return not read_and_judge(drawn).errors
