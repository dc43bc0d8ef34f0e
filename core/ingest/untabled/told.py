"""Which holdings the pages tell outside their tables, and the pages without the lines that tell them.

Of each block its first line stays on the page, so that what it tells comes in its place: under its account and its
heading, before the sums below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Event
from core.ingest.nouns.words import Line, phrases, text_of
from core.ingest.untabled.abreast import abreast
from core.ingest.untabled.blocks import Block, sure
from core.ingest.untabled.cards import cards
from core.ingest.untabled.figure_lines import PRODUCT
from core.ingest.untabled.ledgers import ledgers
from core.ingest.untabled.repeated import listed_elsewhere
from core.ingest.untabled.rolled import rolled
from core.ingest.untabled.side_by_side import in_columns

REPEATED = frozenset({"quantity", "price", "commitment"})
FEW = 2


@dataclass(frozen=True, slots=True)
class ToldPages:
    """The pages in reading order, and what the blocks tell of which the first lines are left on them."""

    pages: list[Sequence[Line]]
    told: dict[Line, tuple[Event, ...]] = field(default_factory=dict)


def told_on(pages: Sequence[Sequence[Line]], balances: bool = False) -> ToldPages:
    """The pages with the holdings that they tell outside tables taken out; `balances`: those rolled forward alone."""
    if balances:
        return _taken(pages, pages, [rolled(lines) for lines in pages])
    parted = [in_columns(lines, _blocks) if _repeats_labels(lines) else lines for lines in pages]
    found = [_blocks(lines) for lines in parted]
    known = sure([block for blocks in found for block in blocks])
    again = listed_elsewhere(parted, found)
    told = [[block for block in blocks if block in known and block not in again] for blocks in found]
    return _taken(pages, parted, told)


def _taken(
    pages: Sequence[Sequence[Line]], parted: Sequence[Sequence[Line]], found: Sequence[Sequence[Block]]
) -> ToldPages:
    """The pages without the lines of these blocks, in the order in which those were read."""
    told = ToldPages([])
    for before, lines, taken in zip(pages, parted, found, strict=True):
        told.pages.append(_without(lines, taken) if taken else before)
        told.told.update({lines[block.first]: block.events for block in taken})
    return told


def _repeats_labels(lines: Sequence[Line]) -> bool:
    """Whether several lines of a page have a label of units, prices or commitments, or tell units at a price."""
    return sum(_labels(line) for line in lines) >= FEW


def _labels(line: Line) -> bool:
    roles = (known_role(text_of(run).partition(":")[0]) for run in phrases(line.words, 1.0))
    return any(role in REPEATED for role in roles) or PRODUCT.search(line.text) is not None


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """What a page tells outside its tables."""
    found = sorted([*cards(lines), *abreast(lines), *ledgers(lines)], key=lambda block: (block.first, -block.last))
    kept: list[Block] = []
    for block in found:
        if not kept or block.first > kept[-1].last:
            kept.append(block)
    return kept


def _without(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    """The lines of a page without those of blocks but for the first of each."""
    gone = {at for block in blocks for at in range(block.first + 1, block.last + 1)}
    return [line for at, line in enumerate(lines) if at not in gone]
