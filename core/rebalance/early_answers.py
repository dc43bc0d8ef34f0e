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
NEARLY = 0.25
"""How far from a whole number a choice may be and still be taken as made, or as left."""
FINE = 5e-4
"""Fraction of its cost that a first answer may lie above what none can be better than."""
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
    """A good answer soon: weighty choices one by one, the program tightened, then all that is nearly whole."""
    rounds = ROUNDS
    while not tree.closed(point.objective) and tree.nodes < tree.limits.nodes:
        values = tree.choices(point, lower, upper)
        loose = np.flatnonzero((np.abs(values - np.round(values)) > WHOLE) & (lower < upper))
        weighty = loose[tree.ranks[loose] >= WEIGHTY]
        if len(weighty):
            order = np.lexsort((-values[weighty], -tree.ranks[weighty]))
            last = _settled(tree, weighty[order[:1]], np.round(values), point, lower, upper)
        elif rounds and tree.tighten(point):
            rounds -= 1
            again = tree.solve(lower, upper)
            last = None if again is None else (again, lower, upper)
        else:
            fall_in(tree, point, lower, upper)
            before = tree.nodes
            if not _near_enough(tree, point):
                fall_in(tree, point, lower, upper, upward=True)
            tree.besides += tree.nodes - before
            return
        if last is None:
            return
        point, lower, upper = last


def _near_enough(tree: Tree, point: Point) -> bool:
    """Whether the best answer costs hardly more than a point that none can be better than."""
    return tree.best is not None and point.objective >= tree.best.objective * (1.0 - FINE) - tree.room()


def fall_in(tree: Tree, point: Point, lower: Values, upper: Values, upward: bool = False) -> None:
    """What is nearly whole becomes so, the nearest first, and choices that are made are kept.

    upward : choices are made instead, those nearest to it first, and fewer at a time
    """
    while not tree.closed(point.objective):
        values = tree.choices(point, lower, upper)
        away = np.abs(values - np.round(values))
        loose = np.flatnonzero(away > WHOLE)
        if not len(loose):
            tree.take(point)
            return
        made = (values > upper - WHOLE) & (tree.ranks < WEIGHTY)
        order = loose[np.argsort(-values[loose] if upward else away[loose], kind="stable")]
        nearly = 0 if upward else int(np.count_nonzero(away[order] <= NEARLY))
        count = max(nearly, (len(order) + 7) // 8 if upward else (len(order) + 3) // 4)
        aims = np.ceil(values - WHOLE) if upward else np.round(values)
        last = _settled(tree, order[:count], aims, point, np.where(made, upper, lower), upper)
        if last is None:
            return
        point, lower, upper = last


def _settled(
    tree: Tree, chosen: NDArray[np.int64], aims: Values, point: Point, lower: Values, upper: Values
) -> tuple[Point, Values, Values] | None:
    """The point where the chosen are what they aim at, fewer of them where that costs more than it should.

    The last of them, and what is weighty, is whichever costs less.
    """
    values = tree.choices(point, lower, upper)
    while True:
        kept = _held(tree, chosen, aims[chosen], point, lower, upper)
        fair = tree.costs[chosen] @ np.abs(aims[chosen] - values[chosen]) * FAIR + tree.room()
        weighty = tree.ranks[chosen[0]] >= WEIGHTY
        if kept is not None and not weighty and kept[0].objective <= point.objective + fair:
            return kept
        if len(chosen) == 1:
            beside = np.floor(values[chosen]) + np.ceil(values[chosen]) - aims[chosen]
            other = _held(tree, chosen, beside, point, lower, upper)
            found = [one for one in (kept, other) if one is not None]
            return min(found, key=lambda one: one[0].objective, default=None)
        chosen = chosen[: (len(chosen) + 3) // 4]


def _held(
    tree: Tree, chosen: NDArray[np.int64], at: Values, point: Point, lower: Values, upper: Values
) -> tuple[Point, Values, Values] | None:
    low, high = lower.copy(), upper.copy()
    low[chosen] = high[chosen] = at
    held = tree.solve(low, high, point.stand)
    return None if held is None else (held, low, high)


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
