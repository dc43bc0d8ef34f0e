"""The most return under a volatility: a walk along the frontier to the point where the volatility is reached.

At each price of risk the best portfolio is a quadratic program (Markowitz 1956). Where no limit is met or left, the
volatility beyond the least grows in a straight line with the price, so the price sought is read off two others; the
walk ends when the portfolio there meets the volatility (false position, an end that stays twice being halved).
"""

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Region
from core.optimize.program import Program, over_weights, with_cost
from core.optimize.solvers import few_columns, minimise, piqp_quadratic

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

MET = 1e-8
"""A variance this near (relative) to the one allowed is met."""
STEPS = 40
SMALL = 64
"""Up to so many assets PIQP finds the most return of all sooner than HiGHS is woken."""


def richest(where: Region, covariance: Matrix, mean: Vector, volatility: float) -> tuple[Vector, str] | None:
    """Weights with the most return within the region and the volatility, and who found them; None where none keeps it.

    covariance, mean : annual
    """
    level = float(np.mean(np.diag(covariance)))
    program, square = over_weights(where), covariance / level
    riskless = np.zeros_like(square) if len(mean) <= SMALL else None
    free = minimise(with_cost(program, riskless, -mean / _largest(mean)))
    if free.x is None or _variance(square, free.x) <= volatility**2 / level:
        return None if free.x is None else (free.x, free.solver)
    return _walk(program, square, mean / _largest(mean), volatility**2 / level, free.x)


def _walk(program: Program, square: Matrix, mean: Vector, allowed: float, far: Vector) -> tuple[Vector, str] | None:
    frontier = _Frontier(with_cost(program, square, None), mean)
    calm = frontier.at(0.0)
    if calm is None or _variance(square, calm) > allowed * (1 + MET):
        return None
    least = min(_variance(square, calm), allowed)
    wanted = math.sqrt(allowed - least)
    step = far - calm
    low, low_gap, high, high_gap = 0.0, -wanted, math.inf, math.inf
    reached = calm + step * min(wanted / math.sqrt(max(float(step @ square @ step), 1e-12)), 1.0)
    price, found, over_before = float(step @ square @ reached) / max(float(mean @ step), 1e-12), calm, False
    for _ in range(STEPS):
        there = frontier.at(price)
        if there is None:
            return None
        found, variance = there, _variance(square, there)
        if abs(variance - allowed) <= MET * allowed:
            break
        gap = math.sqrt(max(variance - least, 0.0)) - wanted
        over = gap > 0
        if high < math.inf and over == over_before:
            low_gap, high_gap = (low_gap / 2, high_gap) if over else (low_gap, high_gap / 2)
        if over:
            high, high_gap = price, gap
        else:
            low, low_gap = price, gap
        over_before = over
        if high == math.inf:
            price *= min(max(1.05 * wanted / max(gap + wanted, 1e-12), 1.05), 50.0)
        else:
            price = low - low_gap * (high - low) / (high_gap - low_gap)
    return found, piqp_quadratic.name()


class _Frontier:
    """The best portfolio at each price of risk: few assets asked where few are held, else one solver set up once."""

    def __init__(self, program: Program, mean: Vector) -> None:
        self.program, self.mean = program, np.pad(mean, (0, program.size - len(mean)))
        self.solver: Any = None

    def at(self, price: float) -> Vector | None:
        """The weights (with the program's other variables) at a price."""
        cost = self.program.linear - price * self.mean
        if self.solver is None:
            few = few_columns.minimise(replace(self.program, linear=cost))
            if few is not None:
                return few.x
            self.solver = piqp_quadratic.prepared(self.program)
        self.solver.update(c=cost)
        return piqp_quadratic.run(self.solver).x


def _variance(square: Matrix, x: Vector) -> float:
    return float(x @ square @ x)


def _largest(mean: Vector) -> float:
    return float(np.abs(mean).max()) or 1.0
