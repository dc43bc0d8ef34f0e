"""The portfolio of the frontier with a given variance, found by asking which limits bind there.

While the same limits bind, the best weights run in a straight line with the price of risk (Markowitz 1956), so the
price with the variance wanted is a root of a quadratic equation. Limits that are broken there bind next, those that
hold the portfolio back from what it would gain by no more are let go (primal-dual active sets, Hintermueller, Ito and
Kunisch 2003, SIAM J. Optim. 13:865); where none changes, the conditions of Karush, Kuhn and Tucker hold.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.optimize.program import Program

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

TOUCHED = 1e-7
"""A limit nearer than this to a portfolio may bind it."""
BROKEN = 1e-9
"""A limit passed by more than this is broken; a slope below this part of the largest is none."""
PROVED = 1e-7
"""What may remain of the slope of the weights that no limit holds, as a part of the largest slope."""
ROUNDS = 12
FLAT = 1e-12
"""Where the price of risk moves the variance less than this, returns differ too little to choose by."""


@dataclass(frozen=True, slots=True, eq=False)
class Binding:
    """Which limits hold the portfolio: its variables at their least, at their most, and rows without room."""

    low: Mask
    high: Mask
    rows: Mask

    def same(self, other: "Binding") -> bool:
        """Whether the same limits bind."""
        moved = (self.low != other.low).any() or (self.high != other.high).any() or (self.rows != other.rows).any()
        return not moved


@dataclass(frozen=True, slots=True, eq=False)
class Reached:
    """The portfolio at a price of risk, how its cost changes with each variable, and what each binding row costs."""

    x: Vector
    slope: Vector
    rows: Vector
    largest: float


def at_variance(program: Program, mean: Vector, variance: float, near: Vector | None = None) -> Vector | None:
    """The variables with the most `mean` whose variance is the one given; None where the search does not settle.

    program : a region over weights, its quadratic cost their covariance
    near : a portfolio whose binding limits are the first guess; that none binds where there is none
    """
    binding = _none(program) if near is None else _touched(program, near)
    for _ in range(ROUNDS):
        reached = _reached(program, mean, variance, binding)
        if reached is None:
            return None
        after = _binding_after(program, binding, reached)
        if after.same(binding):
            return reached.x if _proved(program, binding, reached) else None
        binding = after
    return None


def _none(program: Program) -> Binding:
    size, rows = program.size, len(program.most)
    return Binding(np.zeros(size, dtype=bool), np.zeros(size, dtype=bool), np.zeros(rows, dtype=bool))


def _touched(program: Program, x: Vector) -> Binding:
    low = x - program.lower < TOUCHED
    high = ~low & (program.upper - x < TOUCHED)
    return Binding(low, high, program.most - program.rows @ x < TOUCHED)


def _reached(program: Program, mean: Vector, variance: float, binding: Binding) -> Reached | None:
    """Where the line of portfolios with these limits binding has the variance; None where it never does."""
    square = program.quadratic
    assert square is not None
    held = binding.low | binding.high
    free = np.flatnonzero(~held)
    start = np.where(binding.high, program.upper, np.where(binding.low, program.lower, 0.0))
    equations = np.vstack([program.equal, program.rows[binding.rows]])
    wanted = np.concatenate([program.equal_to, program.most[binding.rows]]) - equations @ start
    solved = _solved(square, mean, free, start, equations, wanted)
    if solved is None:
        return None
    line = np.zeros((len(start), 2))
    line[:, 0] = start
    line[free] += solved[: len(free)]
    price = _price(line, square @ line, variance)
    if price is None:
        return None
    multipliers = solved[len(free) :, 0] + price * solved[len(free) :, 1]
    x = line[:, 0] + price * line[:, 1]
    slope = square @ x - price * mean
    return Reached(x, slope + multipliers @ equations, multipliers[len(program.equal) :], float(np.abs(slope).max()))


def _solved(
    square: NDArray[np.float64], mean: Vector, free: NDArray[np.int64], start: Vector, equations: Vector, wanted: Vector
) -> NDArray[np.float64] | None:
    """The free variables and the multipliers: one column at no price of risk, one for each unit of it."""
    size, count = len(free), len(free) + len(equations)
    matrix, right = np.zeros((count, count)), np.zeros((count, 2))
    matrix[:size, :size] = square[np.ix_(free, free)]
    matrix[size:, :size] = equations[:, free]
    matrix[:size, size:] = matrix[size:, :size].T
    right[:size, 0] = -square[free] @ start if start.any() else 0.0
    right[size:, 0], right[:size, 1] = wanted, mean[free]
    try:
        return np.asarray(np.linalg.solve(matrix, right), dtype=np.float64)
    except np.linalg.LinAlgError:
        return None


def _price(line: Vector, risk: Vector, variance: float) -> float | None:
    """The price at which the line's variance is the one wanted, beyond its least; None where it stays elsewhere."""
    (least, cross), (_, steep) = line.T @ risk
    root = cross**2 - steep * (least - variance)
    if not steep > FLAT or not 0 <= root < math.inf:
        return None
    price = (math.sqrt(root) - cross) / steep
    return price if price >= 0 and math.isfinite(price) else None


def _binding_after(program: Program, binding: Binding, reached: Reached) -> Binding:
    """Broken limits bind; those that bind go on where letting go would gain nothing."""
    x, little = reached.x, BROKEN * reached.largest
    low = np.where(binding.low, reached.slope >= -little, ~binding.high & (x < program.lower - BROKEN))
    high = np.where(binding.high, reached.slope <= little, ~binding.low & (x > program.upper + BROKEN))
    rows = program.rows @ x > program.most + BROKEN
    rows[binding.rows] = reached.rows >= -little
    return Binding(low, high, rows)


def _proved(program: Program, binding: Binding, reached: Reached) -> bool:
    """Whether the equations really were solved: nothing is gained by moving what no limit holds."""
    free = ~(binding.low | binding.high)
    still = float(np.abs(reached.slope[free]).max(initial=0.0)) <= PROVED * reached.largest
    exact = np.abs(program.equal @ reached.x - program.equal_to).max(initial=0.0) <= BROKEN
    kept = (program.rows @ reached.x - program.most).max(initial=0.0) <= TOUCHED
    return bool(still and exact and kept)
