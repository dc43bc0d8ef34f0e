"""A quadratic program of many assets solved over few of them: most end at nothing, and whoever does need not be asked.

Solved over the likely ones, the program's multipliers tell what each asset left out would gain (its reduced cost);
those that would gain join, and it is solved again. Where none would, the answer is that of the whole program.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.optimize.program import Program, Solution
from core.optimize.solvers import piqp_quadratic

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

MANY = 64
"""Fewer variables are all asked at once."""
FIRST = 32
"""Assets asked at first, at least; a quarter of all where that is more."""
ROUNDS = 8
"""After so many the whole program is solved."""
GAIN = 1e-9
"""A reduced cost smaller than this part of the largest slope is none."""
SEARCHED = 12
"""Steps of the search for likely assets."""


def minimise(program: Program, reward: Vector | None = None) -> Solution:
    """Solve one program without cones.

    reward : for programs over scaled weights, what each asset earns where the cost is the risk alone
    """
    assert program.quadratic is not None
    idle = (program.lower == 0) & (np.diag(program.quadratic) > 0)
    if idle.sum() < MANY:
        return piqp_quadratic.minimise(program)
    asked = ~idle
    asked[_likely(program, np.flatnonzero(idle), reward)] = True
    for _ in range(ROUNDS):
        if asked.sum() > 0.7 * program.size:
            break
        among, binding = _among(program, asked)
        found = piqp_quadratic.with_multipliers(among)
        if found is None:
            break
        slope = _slope(program, asked, binding, found)
        gaining = np.flatnonzero(~asked & (slope < -GAIN * max(float(np.abs(slope).max()), 1e-12)))
        if not len(gaining):
            x = np.zeros(program.size)
            x[asked] = found.x
            return Solution("solved", x, piqp_quadratic.name())
        asked = asked.copy()
        asked[gaining[np.argsort(slope[gaining])[: max(FIRST, len(gaining) // 2)]]] = True
    return piqp_quadratic.minimise(program)


def _likely(program: Program, places: NDArray[np.int64], reward: Vector | None) -> NDArray[np.int64]:
    """The assets that a few exponentiated steps down the slope leave the most of."""
    assert program.quadratic is not None
    whole = len(places) == len(program.quadratic)
    square = program.quadratic if whole else program.quadratic[np.ix_(places, places)]
    cost = program.linear[places] if reward is None else -reward[places]
    x = np.full(len(places), 1.0 / len(places))
    for _ in range(SEARCHED):
        risk = square @ x
        aversion = 1.0 if reward is None else max(float(-cost @ x), 0.0) / float(x @ risk)
        slope = aversion * risk + cost
        x = x * np.exp(-4.0 * (slope - slope.min()) / (float(np.ptp(slope)) or 1.0))
        x /= x.sum()
    return places[np.argsort(-x, kind="stable")[: max(FIRST, len(places) // 4)]]


def _among(program: Program, asked: Mask) -> tuple[Program, Mask]:
    """The program over the variables asked, the others being 0, and which of its rows can bind at all."""
    assert program.quadratic is not None
    rows, lower = program.rows[:, asked], program.lower[asked]
    binding = (rows > 0).any(axis=1) | (program.most < 0) if (lower >= 0).all() else np.ones(len(rows), dtype=bool)
    among = replace(
        program,
        quadratic=program.quadratic[np.ix_(asked, asked)],
        linear=program.linear[asked],
        equal=program.equal[:, asked],
        rows=rows[binding],
        most=program.most[binding],
        lower=lower,
        upper=program.upper[asked],
    )
    return among, binding


def _slope(program: Program, asked: Mask, binding: Mask, found: piqp_quadratic.Multiplied) -> Vector:
    """How the cost changes with each variable, the constraints' multipliers counted."""
    assert program.quadratic is not None
    slope = program.quadratic[:, asked] @ found.x + program.linear + program.equal.T @ found.equal
    return np.asarray(slope + found.rows @ program.rows[binding] if binding.any() else slope)
