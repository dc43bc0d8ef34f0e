"""Blocks that tell again what a table lists: a card of each fund behind the table of all of them.

A line outside the blocks prints the first word of the name, the units and the value of such a holding; what was
committed, where it has no units. A line with a day is of a lot, as one with the units and the value alone.
"""

from collections.abc import Sequence

from core.ingest.nouns.events import Record
from core.ingest.nouns.words import Line
from core.ingest.untabled.blocks import DAY, Block


def listed_elsewhere(pages: Sequence[Sequence[Line]], found: Sequence[Sequence[Block]]) -> list[Block]:
    """The blocks of which a line outside all blocks tells a holding."""
    outside = [line for lines, blocks in zip(pages, found, strict=True) for line in _outside(lines, blocks)]
    others = [_printed(line) for line in outside if not _is_of_lots(line)]
    again: list[Block] = []
    for block in (block for blocks in found for block in blocks):
        held = [event for event in block.events if isinstance(event, Record) and event.kind == "holdings"]
        if any(key <= printed for key in map(_key, held) for printed in others):
            again.append(block)
    return again


def _outside(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Line]:
    inside = {at for block in blocks for at in range(block.first, block.last + 1)}
    return [line for at, line in enumerate(lines) if at not in inside]


def _printed(line: Line) -> frozenset[str]:
    return frozenset(_plain(word.text) for word in line.words)


def _is_of_lots(line: Line) -> bool:
    """Whether a line tells a lot, by its day, or the sum of some."""
    return line.text.casefold().startswith("total") or DAY.search(line.text) is not None


def _key(record: Record) -> frozenset[str]:
    """The words that a line prints which tells the holding."""
    name, *_ = record.cells["description"].text.split()
    units = record.cells["quantity" if "quantity" in record.cells else "commitment"]
    return frozenset(_plain(text) for text in (name, units.text.split()[-1], record.cells["value"].text.split()[-1]))


def _plain(text: str) -> str:
    return text.strip("$()*,;: ").casefold()
