"""The most return under a volatility: a walk along the frontier to the point where the volatility is reached.

At each price of risk the best portfolio is a quadratic program. Between two prices with the same limits binding the
weights move in a straight line, so the price at which the volatility is met is read off it; the walk ends when the
portfolio there meets it (Markowitz 1956, critical lines).
"""

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Region
from core.optimize.program import Program, over_weights, with_cost
from core.optimize.solvers import minimise

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

MET = 1e-10
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
    calm = minimise(with_cost(program, square, None))
    if calm.x is None or _variance(square, calm.x) > allowed * (1 + MET):
        return None
    low, low_x, high, high_x, best = 0.0, calm.x, np.inf, far, calm
    price = float((far - calm.x) @ square @ (far - calm.x)) / max(float(mean @ (far - calm.x)), 1e-12)
    for _ in range(STEPS):
        best = minimise(with_cost(program, square, -price * mean))
        if best.x is None:
            return None
        over = _variance(square, best.x) - allowed
        if abs(over) <= MET * allowed:
            break
        if over > 0:
            high, high_x = price, best.x
        else:
            low, low_x = price, best.x
        price = 2 * price if high == np.inf else low + (high - low) * _share(square, low_x, high_x, allowed)
    return None if best.x is None else (best.x, best.solver)


def _share(square: Matrix, low: Vector, high: Vector, allowed: float) -> float:
    """How far from one portfolio to the other the variance is the allowed one."""
    step = high - low
    a, b, c = float(step @ square @ step), float(low @ square @ step), _variance(square, low) - allowed
    root = (-b + np.sqrt(max(b * b - a * c, 0.0))) / a if a > 0 else 0.5
    return float(np.clip(root, 1e-6, 1 - 1e-6))


def _variance(square: Matrix, x: Vector) -> float:
    return float(x @ square @ x)


def _largest(mean: Vector) -> float:
    return float(np.abs(mean).max()) or 1.0
