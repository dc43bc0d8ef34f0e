"""What an objective is given and what it gives back, and the family of objectives."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.factor_betas import NO_FACTORS, Factors
from core.optimize.limits import Limit, Region
from core.optimize.program import Program, Solution, over_weights, with_cost
from core.optimize.solvers import minimise
from core.optimize.universe import Universe
from core.registry import Registry

Vector = NDArray[np.float64]

KEPT = 1e-7
"""A limit is kept when it is exceeded by no more than this weight (HiGHS' own feasibility tolerance)."""
TINY = 1e-8
"""A weight this small is 0 where its bounds allow it."""


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """The assets, the mandate, its limits, the region they leave, and notes on names that no asset answers to."""

    assets: Universe
    mandate: Mandate
    limits: tuple[Limit, ...]
    region: Region
    notes: tuple[Issue, ...] = ()
    factors: Factors = NO_FACTORS

    def volatility(self, weights: Vector) -> float:
        """Annual volatility of the weights."""
        return math.sqrt(max(float(weights @ self.assets.covariance @ weights), 0.0))

    def expected(self, weights: Vector) -> float:
        """Annual expected return of the weights."""
        return float(self.assets.mean @ weights)

    def keeps(self, weights: Vector) -> bool:
        """Whether the weights keep every limit."""
        return all(limit.excess(weights) <= KEPT for limit in self.limits)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Weights, the objective's value in its own unit, and who found them.

    expected : annual expected return where the objective has means of its own (None: those of the estimation)
    """

    weights: Vector
    objective: float
    solver: str
    issues: tuple[Issue, ...] = ()
    expected: float | None = None


Objective = Callable[[Problem], Found | None]
"""None: no portfolio was found; whoever asked finds out why."""

OBJECTIVES: Registry[Objective] = Registry("objective", "core.optimize.objectives")
"""What may be optimised: a decorated function each, with its sentence and the unit of its value."""


def tidy(problem: Problem, weights: Vector) -> Vector:
    """A solver's weights with noise removed: inside their bounds, exact zeros, summing to 1."""
    lower, upper = problem.region.lower, problem.region.upper
    clean = np.clip(weights, lower, upper)
    clean[(np.abs(clean) < TINY) & (lower <= 0) & (upper >= 0)] = 0.0
    clean = np.where(clean < lower + TINY, lower, np.where(clean > upper - TINY, upper, clean))
    movable = (clean > lower) & (clean < upper) & (clean != 0)
    places = movable if movable.any() else np.ones(len(clean), dtype=bool)
    clean[places] += (1.0 - clean.sum()) / places.sum()
    return clean


def weights_of(problem: Problem, solution: Solution) -> Vector | None:
    """The weights of a solved program over weights, tidied."""
    return None if solution.x is None else tidy(problem, solution.x[: problem.assets.size])


def closest(problem: Problem, wanted: Vector) -> tuple[Vector, str] | None:
    """The portfolio within the limits that lies closest (least squares) to the wanted weights, and who found it."""
    program: Program = with_cost(over_weights(problem.region), np.eye(len(wanted)), -wanted)
    solution = minimise(program)
    weights = weights_of(problem, solution)
    return None if weights is None else (weights, solution.solver)
