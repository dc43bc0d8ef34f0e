"""Branch and bound over one warm linear program: the yes/no choices of a household, best first, diving.

Every node changes a few bounds and goes on with the dual simplex from where the last node stood. Nodes and gaps stop
the search, never seconds, so the same program has the same answer.
"""

import heapq
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.rebalance.branching import WHOLE, Child, Experience, children
from core.rebalance.line import Values

FAIR = 2.0
"""How many times its own cost a choice may add before the other way is looked at as well."""
HOPELESS = 1e5
"""An objective above which nothing can be: bounds contradict one another there, and the solver need not go on."""
ROUNDS = 6
"""How often a plunge may tighten the program before it goes on."""
WEIGHTY = 2
"""Rank from which both ways of a choice are looked at before one is followed."""
FEW = 3
"""Whole numbers that may be in part for an answer to be rounded off at once, every way."""


@dataclass(frozen=True, slots=True)
class Point:
    """An answer of the linear program: its objective, all column values, and the price of each column's bound.

    stand : where the solver stood, so that it can go on from there
    """

    objective: float
    values: Values
    prices: Values
    stand: object = None


class Linear(Protocol):
    """A linear program that is solved again and again with other bounds of its whole-number columns."""

    def at(self, lower: Values, upper: Values, below: float, stand: object) -> Point | None:
        """The best point with these bounds, or None where none has an objective below `below`.

        The solver goes on from `stand`, that of an earlier point, or from where it is.
        """

    def tighten(self, values: Values) -> bool:
        """Add rows that every whole answer keeps and the point breaks; whether there were any.

        No earlier stand can be gone on from after that.
        """


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop: gaps in units of the objective and relative to it, and how many nodes."""

    absolute: float
    relative: float
    nodes: int


@dataclass(frozen=True, slots=True)
class Found:
    """The best point, the least objective that any point can have, and whether the gap was closed."""

    point: Point
    bound: float
    finished: bool


@dataclass(slots=True)
class Search:
    """One search: `columns` are the whole-number ones, `ranks` say which are decided first (highest), `costs` what
    each costs to be chosen."""

    linear: Linear
    columns: NDArray[np.int32]
    ranks: NDArray[np.int64]
    costs: Values
    lower: Values
    upper: Values
    limits: Limits
    best: Point | None = None
    nodes: int = 0
    aside: int = 0
    rows: int = 0
    open: list[tuple[float, int, Child, object]] = field(default_factory=list)
    learnt: Experience = field(init=False)

    def __post_init__(self) -> None:
        self.learnt = Experience(self.ranks, self._dear())

    @property
    def counting(self) -> bool:
        """Whether whole numbers are sought, and not choices alone."""
        return bool(np.any(self.upper - self.lower > 1.0))

    def run(self, start: Values | None = None) -> Found | None:
        """The best point found from a start (values of the whole-number columns); None where there is none."""
        if start is not None:
            self._complete(start)
        root = self._solve(self.lower, self.upper)
        if root is None:
            return self._result(np.inf)
        before = self.rows
        if not self.counting:
            self._plunge(root, self.lower, self.upper)
        if self.rows > before:
            root = self._solve(self.lower, self.upper)
            if root is None:
                return self._result(np.inf)
        self._dive(root, self.lower, self.upper)
        while self.open and not self._spent() and not self._closed(self.open[0][0]):
            above, _, child, stand = heapq.heappop(self.open)
            point = self._decide(child, above, stand)
            if point is not None and not self._closed(point.objective):
                self._dive(point, child.lower, child.upper)
        return self._result(self.open[0][0] if self.open else np.inf)

    def _result(self, bound: float) -> Found | None:
        if self.best is None:
            return None
        bound = min(bound, self.best.objective)
        return Found(self.best, bound, self._closed(bound))

    def _closed(self, bound: float) -> bool:
        """Whether nothing at or above a bound is worth looking for."""
        return self.best is not None and bound >= self.best.objective - self._room()

    def _room(self) -> float:
        size = abs(self.best.objective) if self.best else 0.0
        return max(self.limits.absolute, self.limits.relative * size)

    def _solve(self, lower: Values, upper: Values, stand: object = None) -> Point | None:
        """The point of a node; None where there is none that would be worth having."""
        self.nodes += 1
        below = HOPELESS if self.best is None else self.best.objective - self._room()
        return self.linear.at(lower, upper, below, stand)

    def _complete(self, start: Values) -> None:
        """The best answer that keeps what an earlier answer chose; its weighty choices are made anew."""
        kept = self.ranks < WEIGHTY
        chosen = np.clip(np.round(start), self.lower, self.upper)
        lower, upper = np.where(kept, chosen, self.lower), np.where(kept, chosen, self.upper)
        point = self._solve(lower, upper)
        if point is not None:
            self._plunge(point, lower, upper)

    def _plunge(self, point: Point, lower: Values, upper: Values) -> None:
        """A good answer soon: weighty choices one by one, then those that are nearly made, an eighth at a time."""
        rounds = ROUNDS
        while not self._closed(point.objective) and self.nodes < self.limits.nodes:
            values = self._choices(point, lower, upper)
            away = np.abs(values - np.round(values))
            loose = np.flatnonzero((away > WHOLE) & (lower < upper))
            if not len(loose):
                self._take(point)
                return
            rank = self.ranks[loose].max()
            if rank < WEIGHTY and rounds and self.linear.tighten(point.values):
                rounds, self.rows = rounds - 1, self.rows + 1
                again = self._solve(lower, upper)
                if again is None:
                    return
                point = again
                continue
            if rank < WEIGHTY:
                rounds = 0
            order = loose[self.ranks[loose] == rank]
            order = order[np.lexsort((-values[order], -self._dear()[order]))]
            last = self._following(order[:1] if rank else order[: (len(order) + 7) // 8], point, lower, upper)
            if last is None:
                return
            point, lower, upper = last

    def _following(
        self, chosen: NDArray[np.int64], point: Point, lower: Values, upper: Values
    ) -> tuple[Point, Values, Values] | None:
        """The point where the choices are made, fewer of them where together they cost more than they should."""
        values = self._choices(point, lower, upper)
        while True:
            up = lower.copy()
            up[chosen] = np.ceil(values[chosen] - WHOLE)
            made = self._solve(up, upper, point.stand)
            fair = self.costs[chosen] @ (np.ceil(values[chosen]) - values[chosen]) * FAIR + self._room()
            if made is not None and self.ranks[chosen[0]] < WEIGHTY and made.objective <= point.objective + fair:
                return made, up, upper
            if len(chosen) == 1:
                return self._better(chosen[0], point, (made, up, upper), lower, upper)
            chosen = chosen[: len(chosen) // 2]

    def _better(
        self, place: int, point: Point, made: tuple[Point | None, Values, Values], lower: Values, upper: Values
    ) -> tuple[Point, Values, Values] | None:
        """A choice made or not made, whichever costs less."""
        down = upper.copy()
        down[place] = np.floor(self._choices(point, lower, upper)[place])
        made_point, other = made[0], self._solve(lower, down, point.stand)
        if made_point is not None and (other is None or made_point.objective <= other.objective):
            return made_point, made[1], made[2]
        return None if other is None else (other, lower, down)

    def _fixed_by_price(self, point: Point, lower: Values, upper: Values) -> tuple[Values, Values]:
        """Bounds without what would cost more than the best answer known: reduced costs at a node."""
        if self.best is None:
            return lower, upper
        room = self.best.objective - self._room() - point.objective + 1e-9
        values, prices = point.values[self.columns], point.prices[self.columns]
        stays_low = (prices > room) & (values <= lower + WHOLE)
        stays_high = (prices < -room) & (values >= upper - WHOLE)
        return np.where(stays_high, upper, lower), np.where(stays_low, lower, upper)

    def _dive(self, point: Point, lower: Values, upper: Values) -> None:
        """Follow the likelier child down; put the other aside."""
        while not self._closed(point.objective):
            values = self._choices(point, lower, upper)
            place = self.learnt.next(values)
            if place is None:
                self._take(point)
                return
            if self.counting:
                self._round_off(values)
            near, far = children(values, place, *self._fixed_by_price(point, lower, upper))
            if self._spent():
                self._put_aside(point, near)
                self._put_aside(point, far)
                return
            deeper = self._decide(near, point.objective, point.stand)
            if deeper is None or self.ranks[place] >= WEIGHTY or self.counting:
                other = self._decide(far, point.objective, point.stand)
                if other is not None and (deeper is None or other.objective < deeper.objective):
                    near, far, deeper, other = far, near, other, deeper
                if other is not None:
                    self._put_aside(other, far)
            else:
                self._put_aside(point, far)
            if deeper is None:
                return
            point, lower, upper = deeper, near.lower, near.upper

    def _round_off(self, values: Values) -> None:
        """Answers that keep every whole number of a point and round the few others up or down, every way."""
        away = np.abs(values - np.round(values))
        loose = np.flatnonzero(away > WHOLE)
        if len(loose) > FEW:
            return
        for ways in product((0.0, 1.0), repeat=len(loose)):
            kept = np.round(values)
            kept[loose] = np.floor(values[loose]) + ways
            point = self._solve(kept, kept)
            if point is not None:
                self._take(point)

    def _decide(self, child: Child, above: float, stand: object) -> Point | None:
        """Solve a child of a node with the objective `above`, and learn what its choice costs."""
        point = self._solve(child.lower, child.upper, stand)
        if point is not None:
            self.learnt.learn(child, point.objective - above)
        elif self.best is not None:
            self.learnt.learn(child, self.best.objective - above)
        return point

    def _spent(self) -> bool:
        """Whether the nodes are used up; a first dive goes on to its end."""
        depth = 0 if self.best is not None else 2 * len(self.columns)
        return self.nodes >= self.limits.nodes + depth

    def _put_aside(self, point: Point, child: Child) -> None:
        """Keep a node for later; of equals the one put aside first is looked at first."""
        self.aside += 1
        heapq.heappush(self.open, (point.objective, self.aside, child, point.stand))

    def _choices(self, point: Point, lower: Values, upper: Values) -> Values:
        """The point's whole-number columns, the solver's tolerance taken off."""
        values = np.clip(point.values[self.columns], lower, upper)
        nearest = np.round(values)
        whole: Values = np.where(np.abs(values - nearest) <= WHOLE, nearest, values)
        return whole

    def _dear(self) -> Values:
        """What a step of a whole number costs: the dear are decided first, for the others can make up for them."""
        steps: Values = np.where(self.upper - self.lower > 1.0, self.costs, 0.0)
        return steps

    def _take(self, point: Point) -> None:
        if self.best is None or point.objective < self.best.objective:
            self.best = point
