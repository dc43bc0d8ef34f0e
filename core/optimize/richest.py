"""The most return under a volatility: a walk along the frontier to the point where the volatility is reached.

Which limits bind at the volatility is asked for (`binding`), first from none, then from those of the calmest
portfolio. Where that does not settle, the frontier is walked, and from each of its portfolios it is asked again: at
each price of risk the best one is a quadratic program (Markowitz 1956). Where no limit is met or left, the volatility
beyond the least grows in a straight line with the price, so the price sought is read off two others; the walk ends at
the latest when a portfolio meets the volatility (false position, an end that stays twice being halved).
"""

import math
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.optimize.binding import at_variance
from core.optimize.limits import Region
from core.optimize.program import Program, over_weights, with_cost
from core.optimize.solvers import few_columns, minimise, piqp_quadratic

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

NAME = "active sets"
"""Who found a portfolio without a solver's walk."""
MET = 1e-8
"""A variance this near (relative) to the one allowed is met."""
STEPS = 40
SMALL = 64
"""Up to so many assets PIQP finds the most return of all sooner than HiGHS is woken."""


def richest(where: Region, covariance: Matrix, mean: Vector, volatility: float) -> tuple[Vector, str] | None:
    """Weights with the most return within the region and the volatility, and who found them; None where none keeps it.

    covariance, mean : annual
    """
    level, earned = float(covariance.trace()) / len(mean), mean / _largest(mean)
    program, square, allowed = over_weights(where), covariance / level, volatility**2 / level
    frontier = _Frontier(with_cost(program, square, None), earned)
    there = at_variance(frontier.program, earned, allowed)
    if there is not None:
        return there, NAME
    calm = frontier.at(0.0)
    if calm is None or _variance(square, calm) > allowed * (1 + MET):
        return None
    there = at_variance(frontier.program, earned, allowed, calm)
    if there is not None:
        return there, NAME
    free = minimise(with_cost(program, np.zeros_like(square) if len(mean) <= SMALL else None, -earned))
    if free.x is None or _variance(square, free.x) <= allowed:
        return None if free.x is None else (free.x, free.solver)
    return _walk(frontier, square, allowed, calm, free.x)


def _walk(
    frontier: "_Frontier", square: Matrix, allowed: float, calm: Vector, far: Vector
) -> tuple[Vector, str] | None:
    """The best portfolio within the variance allowed, between the calmest and the one with the most return."""
    least = min(_variance(square, calm), allowed)
    prices = _Prices(math.sqrt(allowed - least))
    price, kept = _first_price(square, frontier.mean, calm, far, prices.wanted), calm
    for _ in range(STEPS):
        there = frontier.at(price)
        if there is None:
            return None
        variance = _variance(square, there)
        if variance <= allowed * (1 + MET):
            kept = there
        if abs(variance - allowed) <= MET * allowed:
            break
        met = at_variance(frontier.program, frontier.mean, allowed, there)
        if met is not None:
            return met, NAME
        price = prices.after(price, math.sqrt(max(variance - least, 0.0)) - prices.wanted)
    return kept, piqp_quadratic.name()


def _first_price(square: Matrix, mean: Vector, calm: Vector, far: Vector, wanted: float) -> float:
    """The price at which the straight way from the calmest portfolio to the most return has the volatility wanted."""
    step = far - calm
    reached = calm + step * min(wanted / math.sqrt(max(float(step @ square @ step), 1e-12)), 1.0)
    return float(step @ square @ reached) / max(float(mean @ step), 1e-12)


@dataclass
class _Prices:
    """The prices of risk between which the volatility wanted lies, each with its gap; the low one keeps it."""

    wanted: float
    low: float = 0.0
    low_gap: float = field(init=False)
    high: float = math.inf
    high_gap: float = math.inf
    over_before: bool = False

    def __post_init__(self) -> None:
        self.low_gap = -self.wanted

    def after(self, price: float, gap: float) -> float:
        """The price to look at next, after one whose volatility misses the wanted one by that gap."""
        over = gap > 0
        if self.high < math.inf and over == self.over_before:
            if over:
                self.low_gap /= 2
            else:
                self.high_gap /= 2
        if over:
            self.high, self.high_gap = price, gap
        else:
            self.low, self.low_gap = price, gap
        self.over_before = over
        if self.high == math.inf:
            return price * min(max(1.05 * self.wanted / max(gap + self.wanted, 1e-12), 1.05), 50.0)
        return self.low - self.low_gap * (self.high - self.low) / (self.high_gap - self.low_gap)


class _Frontier:
    """The best portfolio at each price of risk: few assets asked where few are held, else one solver set up once."""

    def __init__(self, program: Program, mean: Vector) -> None:
        self.program, self.mean = program, mean
        self.solver: Any = None

    def at(self, price: float) -> Vector | None:
        """The weights at a price."""
        cost = self.program.linear - price * self.mean
        if self.solver is None:
            many = self.program.size >= few_columns.MANY
            few = few_columns.minimise(replace(self.program, linear=cost)) if many else None
            if few is not None:
                return few.x
            self.solver = piqp_quadratic.prepared(replace(self.program, linear=cost))
            return piqp_quadratic.run(self.solver).x
        self.solver.update(c=cost)
        return piqp_quadratic.run(self.solver).x


def _variance(square: Matrix, x: Vector) -> float:
    return float(x @ square @ x)


def _largest(mean: Vector) -> float:
    return float(np.abs(mean).max()) or 1.0
