"""What a search over yes/no choices and whole numbers asks of a linear program, and what it knows so far.

Nodes and gaps stop a search, never seconds, so the same program has the same answer.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.rebalance.branching import WHOLE
from core.rebalance.line import Values

HOPELESS = 1e5
"""An objective above which nothing can be: bounds contradict one another there, and the solver need not go on."""
WEIGHTY = 2
"""Rank from which both ways of a choice are looked at before one is followed."""


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
class Tree:
    """One search's program and its best point: `columns` are the whole-number ones.

    ranks : which are decided first (highest); costs : what each costs to be chosen
    nodes, rounded : how many were solved, and how many of them to round off; rows : how often it was tightened
    besides : nodes of a second try, which come on top of the limit
    """

    linear: Linear
    columns: NDArray[np.int32]
    ranks: NDArray[np.int64]
    costs: Values
    lower: Values
    upper: Values
    limits: Limits
    best: Point | None = None
    nodes: int = 0
    rows: int = 0
    rounded: int = 0
    besides: int = 0

    @property
    def counting(self) -> bool:
        """Whether whole numbers are sought, and not choices alone."""
        return bool(np.any(self.upper - self.lower > 1.0))

    def solve(self, lower: Values, upper: Values, stand: object = None) -> Point | None:
        """The point of a node; None where there is none that would be worth having."""
        self.nodes += 1
        below = HOPELESS if self.best is None else self.best.objective - self.room()
        return self.linear.at(lower, upper, below, stand)

    def tighten(self, point: Point) -> bool:
        """Add the rows that the point breaks; whether there were any."""
        added = self.linear.tighten(point.values)
        self.rows += added
        return added

    def take(self, point: Point) -> None:
        """Keep a point whose choices are all made, if it is the best."""
        if self.best is None or point.objective < self.best.objective:
            self.best = point

    def closed(self, bound: float) -> bool:
        """Whether nothing at or above a bound is worth looking for."""
        return self.best is not None and bound >= self.best.objective - self.room()

    def room(self) -> float:
        """By how much an answer must be better to be worth having."""
        size = abs(self.best.objective) if self.best else 0.0
        return max(self.limits.absolute, self.limits.relative * size)

    def spent(self) -> bool:
        """Whether the nodes are used up; a first dive goes on to its end."""
        depth = 0 if self.best is not None else 2 * len(self.columns)
        return self.nodes >= self.limits.nodes + self.besides + depth

    def choices(self, point: Point, lower: Values, upper: Values) -> Values:
        """The point's whole-number columns, the solver's tolerance taken off."""
        values = np.clip(point.values[self.columns], lower, upper)
        nearest = np.round(values)
        whole: Values = np.where(np.abs(values - nearest) <= WHOLE, nearest, values)
        return whole

    def dear(self) -> Values:
        """What a step of a whole number costs: the dear are decided first, for the others can make up for them."""
        steps: Values = np.where(self.upper - self.lower > 1.0, self.costs, 0.0)
        return steps

    def result(self, bound: float) -> Found | None:
        """The best point, where nothing that is open lies below `bound`."""
        if self.best is None:
            return None
        bound = min(bound, self.best.objective)
        return Found(self.best, bound, self.closed(bound))
