"""Which column of a block of lots is what was paid: by its head, by what it adds up to, by what it multiplies to."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from core.ingest.lexicon.amounts import half_step
from core.ingest.lexicon.figures import ties_at_any
from core.ingest.lots.purchase_lines import Purchase
from core.ingest.lots.purchases import Block, Group
from core.ingest.nouns.events import Record
from core.ingest.rows.row_keys import number_in

SHARE = Decimal("0.6")
Pairs = Sequence[tuple[Group, Record]]


def cost_column(block: Block, pairs: Pairs, units: int, read: Sequence[Record]) -> int | None:
    """The column of what was paid for the lots of groups that are positions, or None where nothing tells it.

    `read` are rows of the block that were read under a head: its word for the cost counts first. Where positions
    print their cost, the column adds up to it; else it is the product of the units and another column, or what
    leaves a gain of the value, or the one column left.
    """
    others = [column for column in range(len(block.columns)) if column != units]
    by_head = _under_head(block, others, read)
    if by_head is not None:
        return by_head
    paid = [(group, row) for group, row in pairs if number_in(row, "cost") is not None]
    if paid:
        return next((column for column in others if _adds_up(block, paid, column, "cost")), None)
    left = [column for column in others if not _adds_up(block, pairs, column, "value")]
    worth = [column for column in others if column not in left]
    return next(_told_by_lines(block, pairs, units, left, worth), left[0] if len(left) == 1 else None)


def _under_head(block: Block, columns: Sequence[int], read: Sequence[Record]) -> int | None:
    boxes = [(row.where.page, row.cells["cost"].box) for row in read if "cost" in row.cells]
    known = [(page, box) for page, box in boxes if box is not None]
    for column in columns:
        if known and all(block.holds(column, page, box) for page, box in known):
            return column
    return None


def _adds_up(block: Block, pairs: Pairs, column: int, role: str) -> bool:
    """Whether a column adds up to what most positions print in a role."""
    sums = [(block.total(group, column), number_in(row, role)) for group, row in pairs]
    return sum(total is not None and total == printed for total, printed in sums) > SHARE * len(sums)


def _told_by_lines(block: Block, pairs: Pairs, units: int, left: Sequence[int], worth: Sequence[int]) -> Iterator[int]:
    """The columns of what was paid by the arithmetic of every line."""
    lines = [one for group, _ in pairs for one in group.purchases]
    for each, whole in itertools.permutations(left, 2):
        if _holds(block, lines, (units, each, whole), _multiplies):
            yield whole
    for value, (cost, gain) in itertools.product(worth, itertools.permutations(left, 2)):
        if _holds(block, lines, (value, cost, gain), _leaves):
            yield cost


def _holds(
    block: Block,
    lines: Sequence[Purchase],
    columns: Sequence[int],
    relation: Callable[[Decimal, Decimal, Decimal], bool],
) -> bool:
    for line in lines:
        first, second, third = (block.figure(line, column) for column in columns)
        if first is None or second is None or third is None or not relation(first, second, third):
            return False
    return True


def _multiplies(quantity: Decimal, price: Decimal, amount: Decimal) -> bool:
    return ties_at_any(quantity, price, amount)


def _leaves(value: Decimal, cost: Decimal, gain: Decimal) -> bool:
    return cost > 0 and abs(value - cost - gain) <= half_step(value) + half_step(cost) + half_step(gain)
