"""Rows of two or three lines under heads parted in as many: which lines make one row, and the row laid flat.

What a row prints on its second and third line goes to its first, far to the right, where the flat head has columns
for it; text under a name stays where it is. Of all ways to cut the lines into rows that is taken in which quantity x
price is the value most often.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from core.ingest.heads.assign import Token, assign, tokens_of
from core.ingest.heads.parted_heads import FLOOR, columns_on, depth_of, stacks_of
from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.asset_kinds import CASH_ALONE
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word
from core.ingest.rows.lot_rows import begins_with_day

NEAR = 1.75
"""Farther apart than so many type sizes, from top to top, stand no two lines of one cell."""
USUAL = 1.25
ASIDE = 6.0
"""So many points beside its head stands a figure at most."""
SUMMED = ("value", "cost", "gain", "gain_more", "accrued", "other", "amount")
"""What a sum under the rows may be of."""
TIED, FURTHER, UNTIED, UNPLACED, NEXT, TEXT, LOOSE = 10.0, 2.0, -4.0, -6.0, -4.0, -2.0, -4.0
"""What a way to cut is worth: for a row that multiplies out, for each further equation, for one that does not, for
each figure without a column, for a line in it that begins another row, for one with text where nothing multiplies,
and for what is neither a row with units, price and value nor says that it begins one."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What one line prints as the first, second or third of a row: figures by column, and text in that of names."""

    figures: tuple[tuple[Column, Token], ...]
    unplaced: int
    text: str

    @property
    def numbers(self) -> dict[str, Decimal]:
        """The amounts by what they mean."""
        read = [(column.role, read_amount(token.text)) for column, token in self.figures if token.kind == "number"]
        return {role: amount.value for role, amount in read if role is not None and amount is not None}


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one row, by their place in the table, each with its depth in the row; and what that is worth.

    `full`: it has units, price and value; `tied`: they multiply out; `summed`: it is a sum;
    `is_told`: its first line says that it is a sum, a balance of cash or a lot.
    """

    depths: tuple[tuple[int, int], ...] = ()
    worth: float = 0.0
    full: bool = False
    tied: bool = False
    summed: bool = False
    is_told: bool = False

    @property
    def first(self) -> int:
        """The place of its first line."""
        return self.depths[0][0]

    @property
    def is_deep(self) -> bool:
        """Whether it has more lines than one."""
        return len(self.depths) > 1


@dataclass(slots=True)
class Stacked:
    """The lines under a flat head, and what each of them prints at each depth."""

    lines: Sequence[Line]
    header: Header
    seen: dict[tuple[int, int], Cells] = field(default_factory=dict)
    on: dict[int, list[Column]] = field(default_factory=dict)

    @property
    def deepest(self) -> int:
        """How many lines a row has at most."""
        return 1 + max(depth_of(column.x0) for column in self.header.columns)

    def cells(self, place: int, depth: int) -> Cells:
        """What a line prints as one at that depth."""
        if (place, depth) not in self.seen:
            columns = self.on.setdefault(depth, columns_on(self.header, depth))
            self.seen[place, depth] = _cells(self.lines[place], columns, depth, self.header)
        return self.seen[place, depth]

    def has_figures(self, place: int) -> bool:
        """Whether a line prints anything under the heads of figures."""
        return any(self.cells(place, depth).figures for depth in range(self.deepest))

    def blocks(self) -> list[Block]:
        """The rows, as cut best."""
        count = len(self.lines)
        best: list[tuple[float, Block | None]] = [(0.0, None)] * (count + 1)
        for place in range(count - 1, -1, -1):
            ways: list[tuple[float, Block | None]] = [] if self.has_figures(place) else [(best[place + 1][0], None)]
            for block in self._beginning(place):
                ways.append((block.worth + best[block.depths[-1][0] + 1][0], block))
            best[place] = max(ways, key=lambda way: way[0])
        found: list[Block] = []
        place = 0
        while place < count:
            taken = best[place][1]
            found += [taken] if taken is not None else []
            place = taken.depths[-1][0] + 1 if taken is not None else place + 1
        return found

    def _beginning(self, place: int) -> list[Block]:
        """The rows that may begin with a line: it alone, and it with the next lines that stand close under it."""
        figured = self.has_figures(place)
        depths = [(place, 0)]
        found = [self._judged(tuple(depths))] if figured else []
        for below in range(place + 1, len(self.lines)):
            gap = self._depth_between(below - 1, below)
            if gap == 0 or depths[-1][1] + gap >= self.deepest:
                break
            depths.append((below, depths[-1][1] + gap))
            if self.has_figures(below):
                found.append(self._judged(tuple(depths)))
        return found

    def _depth_between(self, above: int, below: int) -> int:
        """How many lines of a cell one line stands under another; 0 where it stands too far."""
        upper, lower = self.lines[above], self.lines[below]
        apart = (lower.top - upper.top) / min(upper.size, lower.size)
        if upper.page != lower.page or apart <= 0:
            return 0
        deep = 1 if apart < NEAR else round(apart / USUAL)
        return deep if deep < self.deepest else 0

    def _judged(self, depths: tuple[tuple[int, int], ...]) -> Block:
        """Those lines as one row."""
        printed = [self.cells(place, depth) for place, depth in depths]
        numbers = _together(printed)
        worth = -1.0 + sum(_unplaced(cells, depth) for cells, (_, depth) in zip(printed, depths, strict=True))
        worth += sum(NEXT for place, depth in depths[1:] if self._begins_row(place, depth))
        worth += 0.0 if printed[0].figures else -0.5
        full = {"quantity", "price", "value"} <= set(numbers)
        tied = full and ties_at_any(numbers["quantity"], numbers["price"], numbers["value"])
        worth += (TIED if tied else UNTIED) if full else 0.0
        worth += sum(TEXT for cells in printed[1:] if cells.text and not tied)
        summed, told = total_name(printed[0].text) is not None, self._begins_row(*depths[0])
        worth += 0.0 if full or told else LOOSE
        return Block(depths, worth + FURTHER * _further(numbers), full, tied, summed, told)

    def tells_unit_costs(self, blocks: Sequence[Block]) -> bool:
        """Whether some row that multiplies out prints what one unit cost, and that with its units is the cost."""
        told = (_together([self.cells(*place) for place in block.depths]) for block in blocks if block.tied)
        return any(_pays(numbers) for numbers in told)

    def _begins_row(self, place: int, depth: int) -> bool:
        """Whether a line says that it begins a row of its own: a sum, a balance of cash, or a lot with its units."""
        text = self.cells(place, depth).text
        lot = begins_with_day(text) and "quantity" in self.cells(place, 0).numbers
        return lot or total_name(text) is not None or CASH_ALONE.fullmatch(text) is not None


def _unplaced(cells: Cells, depth: int) -> float:
    """What figures without a column cost; less on a first line, where they stand without one in any case."""
    return cells.unplaced * (UNPLACED if depth else -1.0)


def _further(numbers: dict[str, Decimal]) -> int:
    """How many further equations hold: value less cost is the gain, quantity x cost of one is the cost."""
    value, cost, gain = (numbers.get(role) for role in ("value", "cost", "gain"))
    held = int(_pays(numbers))
    if value is not None and cost is not None and gain is not None:
        held += abs(value - cost - gain) <= half_step(value) + half_step(cost) + half_step(gain)
    return held


def _pays(numbers: dict[str, Decimal]) -> bool:
    """Whether what one unit cost is there and, with the units, the cost of all."""
    units, each, cost = (numbers.get(role) for role in ("quantity", "unit_cost", "cost"))
    return units is not None and each is not None and cost is not None and ties_at_any(units, each, cost)


def _together(printed: Sequence[Cells]) -> dict[str, Decimal]:
    """The amounts of all lines of a row, of two with one meaning the upper."""
    return {role: value for cells in reversed(printed) for role, value in cells.numbers.items()}


def _cells(line: Line, columns: Sequence[Column], depth: int, header: Header) -> Cells:
    """What a line prints under columns; below the first line of a row only what stands right under a head."""
    found = assign(tokens_of(line.words, columns), columns)
    placed = [(columns[place], token) for place, token in sorted(found.cells.items())]
    figures = tuple(
        (column, token)
        for column, token in placed
        if column.role != "description" and (not depth or _is_over(column, token))
    )
    heads = [column for stack in stacks_of(header) for column in stack[:1] if column.role not in NAMES]
    spare = [token for token in found.left_over if token.kind in ("number", "percent")]
    unplaced = sum(any(_is_over(column, token) for column in heads) for token in spare)
    first = min((token.box[0] for column, token in figures if column.role not in NAMES), default=1e9)
    text = " ".join(word.text for word in line.words if word.x1 <= first)
    return Cells(figures, unplaced, text)


def _is_over(column: Column, token: Token) -> bool:
    return token.box[0] < column.x1 + ASIDE and token.box[2] > column.x0 - ASIDE


def flat_lines(stacked: Stacked, blocks: Sequence[Block]) -> tuple[list[Line], dict[Word, Word]]:
    """The lines of a table with each row laid flat; and each word that was moved, with what it was before."""
    moved: dict[Word, Word] = {}
    rows = {block.depths[0][0]: block for block in blocks}
    inside = {place for block in blocks for place, _ in block.depths}
    done: list[Line] = []
    for place, line in enumerate(stacked.lines):
        if place in rows:
            done += _laid_flat(stacked, rows[place], moved)
        elif place not in inside:
            done.append(line)
    return done, moved


def _laid_flat(stacked: Stacked, block: Block, moved: dict[Word, Word]) -> list[Line]:
    """The lines of one row: first one with all figures, then what text stands under that.

    The text goes to the last lines of the row and the figures to those over it, so that nothing stands far apart.
    """
    lines = [stacked.lines[place] for place, _ in block.depths]
    goes = [_figures_of(stacked, place, depth) for place, depth in block.depths]
    texts = [[word for word in line.words if word not in some] for line, some in zip(lines, goes, strict=True)]
    kept = [at for at in range(1, len(lines)) if texts[at]]
    lowest = len(lines) - 1 - len(kept)
    flat = [*texts[0]]
    for at, (line, (_, depth)) in enumerate(zip(lines, block.depths, strict=True)):
        down = lines[min(at, lowest)].top - line.top
        flat += [_moved(word, depth, down, moved) for word in goes[at]]
    whole = replace(lines[0], words=tuple(sorted(flat, key=lambda word: word.x0)))
    whole = _of_sum(whole, stacked, moved) if block.summed else whole
    return [
        whole,
        *(_put(lines[at], texts[at], foot, moved) for at, foot in zip(kept, lines[lowest + 1 :], strict=True)),
    ]


def _figures_of(stacked: Stacked, place: int, depth: int) -> list[Word]:
    """The words of a second or third line that stand under heads of figures."""
    figures = stacked.cells(place, depth).figures if depth else ()
    return [word for _, token in figures for word in _words_in(stacked.lines[place], token)]


def _put(line: Line, words: Sequence[Word], at: Line, moved: dict[Word, Word]) -> Line:
    """What is left of a line, at the height of another."""
    down = at.top - line.top
    return replace(line, words=tuple(_moved(word, 0, down, moved) if down else word for word in words))


def _words_in(line: Line, token: Token) -> list[Word]:
    return [word for word in line.words if token.box[0] - 0.1 <= word.x0 and word.x1 <= token.box[2] + 0.1]


def _moved(word: Word, depth: int, down: float, moved: dict[Word, Word]) -> Word:
    """A word at its place in the row laid flat."""
    right = depth * FLOOR
    new = replace(word, x0=word.x0 + right, x1=word.x1 + right, top=word.top + down, bottom=word.bottom + down)
    moved[new] = moved.get(word, word)
    return new


def _of_sum(line: Line, stacked: Stacked, moved: dict[Word, Word]) -> Line:
    """The flat line of a sum, which prints first in each cell what can be summed: no units, no price of one.

    `Total Equities` with its value where the rows have their units over price over value.
    """
    words = list(line.words)
    for stack in stacks_of(stacked.header):
        if len(stack) == 1:
            continue
        able = [depth for depth, column in enumerate(stack) if column.role in SUMMED]
        own = [word for word in line.words if any(_is_under(word, column) for column in stack)]
        levels = sorted({depth_of(word.x0) for word in own})
        if not able or len(own) != len(levels) or len(levels) > len(able) or set(levels) <= set(able):
            continue
        for word in own:
            up = able[levels.index(depth_of(word.x0))] - depth_of(word.x0)
            words[words.index(word)] = new = replace(word, x0=word.x0 + up * FLOOR, x1=word.x1 + up * FLOOR)
            moved[new] = moved.get(word, word)
    return replace(line, words=tuple(sorted(words, key=lambda word: word.x0)))


def _is_under(word: Word, column: Column) -> bool:
    """Whether a word stands in a column: their reaches meet."""
    return word.x0 < column.x1 + 2 and word.x1 > column.x0 - 2
