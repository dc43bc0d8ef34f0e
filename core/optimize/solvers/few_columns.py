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
Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]

MANY = 150
"""Fewer variables are all asked at once."""
FIRST = 32
"""Assets asked at first, at least; a quarter of all where that is more."""
ROUNDS = 8
HALF = 0.5
"""Where more than this part of those left out would gain, most of them are held: asking few does not help."""
GAIN = 1e-9
"""A reduced cost smaller than this part of the largest slope is none."""
SEARCHED = 12
"""Steps of the search for likely assets."""


def minimise(program: Program, first: NDArray[np.int64] | None = None) -> Solution | None:
    """Solve one program without cones; None where its assets are few, or many of them are held.

    first : the assets to begin with; the likely ones where nobody says
    """
    assert program.quadratic is not None
    idle = (program.lower == 0) & (np.diag(program.quadratic) > 0)
    if first is None:
        places = np.flatnonzero(idle)
        if len(places) < MANY:
            return None
        among = program.quadratic if len(places) == program.size else program.quadratic[np.ix_(places, places)]
        first = places[likely(among, program.linear[places])]
    asked = ~idle
    asked[first] = True
    for _ in range(ROUNDS):
        among_asked, binding = _among(program, asked)
        found = piqp_quadratic.with_multipliers(among_asked)
        if found is None:
            return None
        slope = _slope(program, asked, binding, found)
        gaining = ~asked & (slope < -GAIN * max(float(np.abs(slope).max()), 1e-12))
        if not gaining.any():
            x = np.zeros(program.size)
            x[asked] = found.x
            return Solution("solved", x, piqp_quadratic.name())
        if gaining.sum() > HALF * (~asked).sum():
            return None
        asked = asked | gaining
    return None


def likely(square: Matrix, cost: Vector, scaled: bool = False) -> NDArray[np.int64]:
    """The assets that a few exponentiated steps down the slope leave the most of.

    scaled : the cost is that of risk at the price at which the mix of the moment is the best
    """
    size = len(cost)
    x = np.full(size, 1.0 / size)
    for _ in range(SEARCHED):
        risk = square @ x
        slope = (max(float(-cost @ x), 0.0) / float(x @ risk) if scaled else 1.0) * risk + cost
        x = x * np.exp(-4.0 * (slope - slope.min()) / (float(np.ptp(slope)) or 1.0))
        x /= x.sum()
    return np.argsort(-x, kind="stable")[: max(FIRST, size // 4)]


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
