"""A head over two columns that stands over neither, between them: `Cost Basis` over `Per Unit` and `Total`."""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.head import Column

ASIDE = 15.0
"""So many points the middle of such a head stands from that of both columns at most."""


def with_heads_over_two(
    columns: Sequence[Column], bottoms: Sequence[float], lowest: Sequence[float]
) -> tuple[Column, ...]:
    """The columns, left to right, without heads over two of them, whose words are those of both.

    `bottoms` are the lower edges of those that are one label, `lowest` the upper edges of the lowest label of each.
    """
    found, spent = list(columns), set[int]()
    for place in range(1, len(columns) - 1):
        left, head, right = columns[place - 1 : place + 2]
        under = [_under(head, one) for one in (left, right)]
        told = {one.role for one in under} - {None}
        over = bottoms[place] <= min(lowest[place - 1], lowest[place + 1]) + 1
        if over and len(told) > 1 and abs(head.middle - (left.x0 + right.x1) / 2) < ASIDE:
            found[place - 1], found[place + 1] = under
            spent.add(place)
    return tuple(one for place, one in enumerate(found) if place not in spent)


def _under(head: Column, column: Column) -> Column:
    """The column with the words over it in its label."""
    label = f"{head.label} {column.label}"
    return replace(column, label=label, role=known_role(label))
