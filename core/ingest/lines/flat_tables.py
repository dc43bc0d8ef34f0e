"""Tables whose rows have two or three lines, laid flat: one line for each row, as most tables print it.

Only where the rows themselves show it: quantity x price is the value in most of them, and they print figures on more
lines than one. What a head leaves open, how its words part into labels, the rows decide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.domain.statement import Box
from core.ingest.heads.columns import find_header
from core.ingest.heads.parted_heads import EACH, FLOOR, Stack, bands_at, depth_of, is_flat, laid_flat, ways_of_columns
from core.ingest.nouns.events import Cell, Event, Record, Total, Where
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, Word, phrases
from core.ingest.rows.stacked_rows import Block, Stacked, flat_lines

SHARE = 0.6
"""So many at least of the rows that print units, price and value multiply out."""
NEARLY = 0.95
"""A head without its first line is as good, where its rows fit so well beside those of the whole."""
MOST_LINES, MOST_OF_HEAD = 48, 6
"""So many lines are looked at to choose among ways to part a head; and so many more may be of the next head."""
Moved = dict[Word, Word]
"""Each word of a row laid flat that was moved, and the word as printed."""
Places = Mapping[tuple[int | None, float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Flat:
    """A table laid flat: its head, the lines under it up to the next head, and how well its rows prove that."""

    header: Header
    lines: tuple[Line, ...]
    end: int
    moved: Moved
    worth: float


def flat_table(lines: Sequence[Line], at: int, known: Header | None = None) -> Flat | None:
    """The table whose head begins with a line, laid flat; None where no head begins, or its rows have one line.

    A head that is `known` from before needs no rows that prove it. A title over the head is none of its lines.
    """
    found = _flat_at(lines, at, known)
    if found is None or len(phrases(lines[at].words, 1.0)) > 1:
        return found
    below = _flat_at(lines, at + 1, known)
    return None if below is not None and below.worth > NEARLY * found.worth else found


def flat_rest(lines: Sequence[Line], at: int, header: Header) -> Flat:
    """The lines from one on, up to the next head, as rows of a table that goes on from the page before."""
    return _laid(lines, at, header)[0]


def back_on_paper(events: Sequence[Event], moved: Mapping[int, Moved]) -> list[Event]:
    """The events with the boxes of what was laid flat where it is printed; `moved` are the words of each page."""
    places: Places = {
        (page, *word.box[:2]): (word.x0 - printed.x0, word.top - printed.top)
        for page, words in moved.items()
        for word, printed in words.items()
    }
    return [_on_paper(event, places) for event in events] if places else [*events]


def _on_paper(event: Event, places: Places) -> Event:
    """A row or a sum with its boxes where they are printed."""
    if not isinstance(event, Record | Total):
        return event
    page = event.where.page
    cells = {role: Cell(cell.text, _printed(cell.box, page, places)) for role, cell in event.cells.items()}
    where = Where(page, event.where.row, _printed(event.where.box, page, places))
    if isinstance(event, Total):
        return replace(event, cells=cells, where=where)
    event.cells, event.where = cells, where
    return event


def _printed(box: Box | None, page: int | None, places: Places) -> Box | None:
    """A box where it is printed; that of a whole row without what its further lines print."""
    if box is None or box[2] < FLOOR:
        return box
    right, down = places.get((page, *box[:2]), (0.0, 0.0))
    x0, x1 = box[0] - right, box[2] - depth_of(box[2]) * FLOOR
    return (round(x0, 1), round(box[1] - down, 1), round(max(x0, x1), 1), round(box[3] - down, 1))


def _flat_at(lines: Sequence[Line], at: int, known: Header | None) -> Flat | None:
    best: Flat | None = None
    for band in bands_at(lines, at):
        below = at + len(band)
        near = lines[: below + MOST_LINES + MOST_OF_HEAD]
        stacks = _stacks(ways_of_columns(band), lines[below : _end(near, below)][:MOST_LINES], known)
        header = laid_flat(stacks, at, below - 1) if stacks else None
        if header is None or not is_flat(header):
            continue
        flat, proven = _laid(lines, below, header, known)
        if proven and (best is None or flat.worth >= best.worth):
            best = flat
    return best


def _laid(lines: Sequence[Line], at: int, header: Header, known: Header | None = None) -> tuple[Flat, bool]:
    """The lines from one on, up to the next head, laid flat under a head; and whether they prove it.

    Under a head that is known they need not, where all of them are sums, lots and cash.
    """
    end = _end(lines, at)
    stacked = Stacked(lines[at:end], header)
    blocks = stacked.blocks()
    kept = _sure(blocks, stacked)
    done, moved = flat_lines(stacked, kept)
    proven = _prove(blocks, header) or (header.repeats(known) and all(block.is_told for block in blocks))
    return Flat(header, tuple(done), end, moved, sum(block.worth for block in blocks)), proven


def _sure(blocks: Sequence[Block], stacked: Stacked) -> list[Block]:
    """The rows that are surely cut right: that multiply out, sums, lots, and what stands among rows that do.

    Behind the head of lots under a row only the first of these.
    """
    tied = [block.first for block in blocks if block.tied]
    heads = (at for at in range(len(stacked.lines)) if _is_head(stacked.lines, at))
    end = next(heads, len(stacked.lines))
    return [
        block
        for block in blocks
        if block.tied
        or (block.first < end and (block.is_told or (tied and tied[0] < block.first < tied[-1])))
        or block.summed
    ]


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the next head of another table begins; that of lots under a row is none."""
    return next((place for place in range(at, len(lines)) if _is_head(lines, place, lots=False)), len(lines))


def _is_head(lines: Sequence[Line], at: int, lots: bool = True) -> bool:
    header = find_header(lines, at)
    return header is not None and len(header.columns) > 2 and (header.kind == "lots") <= lots


def _stacks(ways: Sequence[Sequence[Stack]], body: Sequence[Line], known: Header | None) -> list[Stack]:
    """The heads as they part with which the rows multiply out best; empty where they cannot be parted.

    Those that are known from before stay as they were.
    """
    if all(len(stack) == 1 for column in ways for stack in column):
        return []
    labels = {column.label for column in known.columns} if known is not None and is_flat(known) else set()
    same = [next((way for way in column if {one.label for one in way} <= labels), column[0]) for column in ways]
    header = laid_flat(same, 0, 0)
    if header is not None and header.repeats(known):
        return same
    stacks = [column[0] for column in ways]
    for place, column in enumerate(ways):
        others = [[*stacks[:place], other, *stacks[place + 1 :]] for other in column[1:]]
        stacks = max([stacks, *others], key=lambda chosen: _worth(chosen, body))
    return _without_empty(stacks, ways, body)


def _worth(stacks: Sequence[Stack], body: Sequence[Line]) -> float:
    """How well the rows fit heads so parted."""
    header = laid_flat(stacks, 0, 0)
    return -1e9 if header is None else sum(block.worth for block in Stacked(body, header).blocks())


def _without_empty(stacks: Sequence[Stack], ways: Sequence[Sequence[Stack]], body: Sequence[Line]) -> list[Stack]:
    """The heads, those of one label again under which no row prints a second line, though it prints a first.

    What no head names is read only where a row proves it: what one unit cost.
    """
    header = laid_flat(stacks, 0, 0)
    stacked = Stacked(body, header) if header is not None else None
    used = set(_used(stacked)) if stacked is not None else set()
    costs = stacked is not None and stacked.tells_unit_costs(stacked.blocks())
    kept: list[Stack] = []
    for stack, column in zip(stacks, ways, strict=True):
        x = round(stack[0].x0, 1)
        deep = any((x, depth) in used for depth in range(1, len(stack))) and (costs or stack[-1].label != EACH)
        single = next(way for way in column if len(way) == 1)
        kept.append(stack if deep or (x, 0) not in used else single)
    return kept


def _used(stacked: Stacked) -> Iterator[tuple[float, int]]:
    """Where rows print figures: the left edge of the column, and on which line."""
    for block in stacked.blocks():
        for place, depth in block.depths:
            for column, _ in stacked.cells(place, depth).figures:
                yield round(column.x0, 1), depth


def _prove(blocks: Sequence[Block], header: Header) -> bool:
    """Whether most rows with units, price and value multiply out, and most of those have figures on several lines."""
    if not all(map(header.has, ("quantity", "price", "value"))):
        return False
    tied = [block for block in blocks if block.tied]
    deep = sum(block.is_deep for block in tied)
    return bool(tied) and 2 * deep >= len(tied) and len(tied) >= SHARE * sum(block.full for block in blocks)
