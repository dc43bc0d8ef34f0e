"""Equal shares of volatility: without limits by Newton's method, within limits by a sequence of quadratic programs.

Both minimise log volatility - the mean of log weights (Maillard, Roncalli and Teiletche 2010; within limits
Richard and Roncalli 2019). It is written free of scale, over x with weights x / sum(x), as x'Sx / 2 - the mean of
log x, which is self-concordant: damped steps stay above zero and end quadratically.
"""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Region
from core.optimize.program import over_weights, scaled_weights, widened, with_cost, with_rows
from core.optimize.solvers import minimise

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

STEPS = 100
EVEN = 1e-12
"""Without limits: the shares of risk differ by no more than this."""
STILL = 1e-8
"""Within limits: Newton's decrement at which the steps end."""
WHOLE = 0.25
"""A decrement up to which the whole step is taken."""
LEAST = 1e-9
"""A weight that every asset held must be able to exceed."""


def even_risk(covariance: Matrix) -> Vector:
    """Weights with equal shares of risk, summing to 1, nothing else asked of them."""
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    size = len(correlation)
    x = np.full(size, 1.0 / np.sqrt(correlation.sum()))
    for _ in range(STEPS):
        gradient = correlation @ x - 1.0 / (size * x)
        step = np.linalg.solve(correlation + np.diag(1.0 / (size * x**2)), gradient)
        decrement = math.sqrt(max(size * float(gradient @ step), 0.0))
        x = x - step / (1.0 + decrement if decrement > WHOLE else 1.0)
        if float(np.abs(x * (correlation @ x) * size - 1.0).max()) <= EVEN:
            break
    weights = x / scale
    return np.asarray(weights / weights.sum())


def even_risk_within(region: Region, covariance: Matrix, held: NDArray[np.int64]) -> tuple[Vector, str] | None:
    """The weights within the limits that share risk most evenly among the assets held, and who found them.

    None where the limits leave some of them no weight at all, or no portfolio.
    """
    start = _all_above_zero(region, held)
    if start is None:
        return None
    size, level = len(covariance), float(np.mean(np.diag(covariance)))
    square = covariance / level
    x = np.asarray(start / math.sqrt(float(start @ square @ start)))
    solver = ""
    program = scaled_weights(region, np.ones(size, dtype=bool))
    for _ in range(STEPS):
        barrier = np.zeros(size)
        barrier[held] = 1.0 / (len(held) * x[held])
        bent = square + np.diag(barrier * np.where(x > 0, 1.0 / np.where(x > 0, x, 1.0), 0.0))
        answer = minimise(with_cost(program, bent, square @ x - barrier - bent @ x))
        if answer.x is None:
            return None
        step, solver = answer.x[:size] - x, answer.solver
        decrement = math.sqrt(max(len(held) * float(step @ bent @ step), 0.0))
        x = np.asarray(np.maximum(x + step / (1.0 + decrement if decrement > WHOLE else 1.0), 0.0))
        if decrement <= STILL:
            break
    return np.asarray(x / x.sum()), solver


def _all_above_zero(region: Region, held: NDArray[np.int64]) -> Vector | None:
    """Weights within the limits whose smallest among the assets held is as large as can be."""
    program = widened(over_weights(region), np.zeros(1), np.ones(1), np.array([-1.0]))
    rows = np.zeros((len(held), program.size))
    rows[np.arange(len(held)), held], rows[:, -1] = -1.0, 1.0
    if region.crossed:
        return None
    answer = minimise(with_rows(replace(program, presolve=False), rows, np.zeros(len(held))))
    if answer.x is None or answer.x[-1] <= LEAST:
        return None
    return np.asarray(np.maximum(answer.x[: len(region.lower)], 0.0))
