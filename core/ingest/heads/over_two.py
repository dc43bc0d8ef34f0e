"""A head over two columns that stands between them, over neither or one: `Cost Basis` over `Per Unit` and `Total`."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.head import Column
from core.ingest.nouns.words import Word, text_of

Pieces = list[list[Word]]
ASIDE = 15.0
"""So many points the middle of such a head stands from that of both columns at most."""
RIGHT_BETWEEN = 3.0
"""So many where it stands over one of them."""


def share_heads(groups: Sequence[Pieces]) -> None:
    """Give the upper label of a column to its neighbour too, where it stands right between both and each names more.

    `groups` are the labels of each column, left to right.
    """
    for left, right in itertools.pairwise(groups):
        for own, other in ((left, right), (right, left)):
            upper = min(own, key=lambda words: words[0].top)
            if len(own) == 2 and len(other) == 1 and upper not in other and _is_between(upper, own, other):
                other.append(upper)


def _is_between(upper: list[Word], own: Pieces, other: Pieces) -> bool:
    lower = next(words for words in own if words is not upper)
    beside = other[0]
    ends = sorted((lower[0].x0, lower[-1].x1, beside[0].x0, beside[-1].x1))
    middle = (upper[0].x0 + upper[-1].x1) / 2
    over = upper[0].bottom <= beside[0].top + 1
    roles = {known_role(f"{text_of(upper)} {text_of(words)}") for words in (lower, beside)}
    return over and abs(middle - (ends[0] + ends[-1]) / 2) < RIGHT_BETWEEN and len(roles - {None}) == 2


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


def _is_over(head: Pieces, other: Pieces) -> bool:
    """Whether a head stands higher than all labels of another column."""
    return head[0][0].bottom <= min(words[0].top for words in other) + 1


def _under(head: Column, column: Column) -> Column:
    """The column with the words over it in its label."""
    label = f"{head.label} {column.label}"
    return replace(column, label=label, role=known_role(label))
