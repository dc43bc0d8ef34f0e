"""Good answers soon: completing what an earlier answer chose, plunging, and rounding off what is nearly whole."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from core.rebalance.branching import WHOLE
from core.rebalance.line import Values
from core.rebalance.search_tree import WEIGHTY, Point, Tree

FAIR = 2.0
"""How many times its own cost a choice may add before the other way is looked at as well."""
ROUNDS = 6
"""How often a plunge may tighten the program before it goes on."""
FEW, SOME = 3, 12
"""Whole numbers that may be in part for an answer to be rounded off at once, every way or one by one."""


def complete(tree: Tree, start: Values) -> None:
    """The best answer that keeps what an earlier answer chose; its weighty choices are made anew."""
    kept = tree.ranks < WEIGHTY
    chosen = np.clip(np.round(start), tree.lower, tree.upper)
    lower, upper = np.where(kept, chosen, tree.lower), np.where(kept, chosen, tree.upper)
    point = tree.solve(lower, upper)
    if point is not None:
        plunge(tree, point, lower, upper)


def plunge(tree: Tree, point: Point, lower: Values, upper: Values) -> None:
    """A good answer soon: weighty choices one by one, then those that are nearly made, an eighth at a time."""
    rounds = ROUNDS
    while not tree.closed(point.objective) and tree.nodes < tree.limits.nodes:
        values = tree.choices(point, lower, upper)
        away = np.abs(values - np.round(values))
        loose = np.flatnonzero((away > WHOLE) & (lower < upper))
        if not len(loose):
            tree.take(point)
            return
        rank = tree.ranks[loose].max()
        if rank < WEIGHTY and rounds and tree.tighten(point):
            rounds -= 1
            again = tree.solve(lower, upper)
            if again is None:
                return
            point = again
            continue
        if rank < WEIGHTY:
            rounds = 0
        order = loose[tree.ranks[loose] == rank]
        order = order[np.lexsort((-values[order], -tree.dear()[order]))]
        last = _following(tree, order[:1] if rank else order[: (len(order) + 7) // 8], point, lower, upper)
        if last is None:
            return
        point, lower, upper = last


def _following(
    tree: Tree, chosen: NDArray[np.int64], point: Point, lower: Values, upper: Values
) -> tuple[Point, Values, Values] | None:
    """The point where the choices are made, fewer of them where together they cost more than they should."""
    values = tree.choices(point, lower, upper)
    while True:
        up = lower.copy()
        up[chosen] = np.ceil(values[chosen] - WHOLE)
        made = tree.solve(up, upper, point.stand)
        fair = tree.costs[chosen] @ (np.ceil(values[chosen]) - values[chosen]) * FAIR + tree.room()
        if made is not None and tree.ranks[chosen[0]] < WEIGHTY and made.objective <= point.objective + fair:
            return made, up, upper
        if len(chosen) == 1:
            return _better(tree, chosen[0], point, (made, up, upper), lower, upper)
        chosen = chosen[: len(chosen) // 2]


def _better(
    tree: Tree, place: int, point: Point, made: tuple[Point | None, Values, Values], lower: Values, upper: Values
) -> tuple[Point, Values, Values] | None:
    """A choice made or not made, whichever costs less."""
    down = upper.copy()
    down[place] = np.floor(tree.choices(point, lower, upper)[place])
    made_point, other = made[0], tree.solve(lower, down, point.stand)
    if made_point is not None and (other is None or made_point.objective <= other.objective):
        return made_point, made[1], made[2]
    return None if other is None else (other, lower, down)


def round_off(tree: Tree, values: Values) -> None:
    """Answers that keep every whole number of a point: the few others rounded every way, more of them one by one.

    It takes no more than half of the nodes that a search has.
    """
    before = tree.nodes
    if tree.rounded < tree.limits.nodes // 2:
        _rounded(tree, values)
    tree.rounded += tree.nodes - before


def _rounded(tree: Tree, values: Values) -> None:
    kept = np.round(values)
    loose = np.flatnonzero(np.abs(values - kept) > WHOLE)
    if len(loose) <= FEW:
        for ways in product((0.0, 1.0), repeat=len(loose)):
            kept[loose] = np.floor(values[loose]) + ways
            _take(tree, kept, kept)
    elif len(loose) <= SOME:
        _one_by_one(tree, values, loose)


def _one_by_one(tree: Tree, values: Values, loose: NDArray[np.int64]) -> None:
    """Round what is in part up or down, whichever costs less, the rest free to make up for it until its turn."""
    lower, upper = np.round(values), np.round(values)
    lower[loose], upper[loose] = np.floor(values[loose]), np.ceil(values[loose])
    for place in loose[np.argsort(-np.abs(values[loose] - np.round(values[loose])))]:
        best: tuple[Point, float] | None = None
        for value in (lower[place], upper[place]):
            ends = lower.copy(), upper.copy()
            ends[0][place] = ends[1][place] = value
            point = tree.solve(*ends)
            if point is not None and (best is None or point.objective < best[0].objective):
                best = point, value
        if best is None:
            return
        lower[place] = upper[place] = best[1]
    _take(tree, lower, upper)


def _take(tree: Tree, lower: Values, upper: Values) -> None:
    point = tree.solve(lower, upper)
    if point is not None:
        tree.take(point)
