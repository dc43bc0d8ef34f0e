"""Whether some choice of assets can keep every limit: a whole-number program, and cuts where a limit is round.

Limits on distance (tracking error, volatility) are no rows of a linear program. A choice that HiGHS makes without
them is held against them by Clarabel; where it breaks them, the tangents at its best portfolio and the choice itself
are cut off, and HiGHS chooses again (outer approximation, Duran and Grossmann 1986). Every round rules a choice out.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Ball, Region
from core.optimize.program import Program, over_weights, widened, with_choices, with_rows
from core.optimize.solvers import minimise

Vector = NDArray[np.float64]
Mask = NDArray[np.bool_]

ROOM = 1e-7
"""A cone limit counts as kept when it is exceeded by no more than this annual volatility."""
ROUNDS = 150
"""Choices tried at most; beyond them the limits count as contradictory."""


def some_choice(where: Region) -> Mask | None:
    """The assets held in some portfolio within all limits, each at least the least; None where there is none."""
    size = len(where.lower)
    round_ones = tuple(ball for ball in where.balls if ball.root is not None)
    flat = replace(where, balls=tuple(ball for ball in where.balls if ball.root is None))
    program = with_choices(over_weights(flat), flat)
    for _ in range(ROUNDS):
        found = minimise(program)
        if found.x is None:
            return None
        held = found.x[-size:] > 0.5
        if not round_ones:
            return held
        excess, weights = least_excess(over_weights(among(where, held)), size)
        if excess <= ROOM:
            return held
        program = _without(program, held, where.least_held is None)
        if weights is not None:
            program = _with_tangents(program, round_ones, weights)
    return None


def among(where: Region, held: Mask) -> Region:
    """The region with nothing held beyond the chosen assets, and each of those at least the least position."""
    lower = np.where(held, np.maximum(where.lower, where.least_held or -np.inf), where.lower)
    upper = np.where(held, where.upper, np.minimum(where.upper, 0.0))
    return replace(where, lower=lower, upper=upper, most_held=None, least_held=None)


def least_excess(program: Program, size: int) -> tuple[float, Vector | None]:
    """By how much the cones must be widened, all alike, and where; inf where nothing helps."""
    wide = widened(program, np.array([-1.0]), np.array([np.inf]), np.array([1.0]))
    cones = []
    for cone in wide.cones:
        slope = cone.slope.copy()
        slope[-1] = 1.0
        cones.append(replace(cone, slope=slope))
    if (wide.lower > wide.upper).any():
        return np.inf, None
    answer = minimise(replace(wide, cones=tuple(cones)))
    return (np.inf, None) if answer.x is None else (float(answer.x[-1]), answer.x[:size])


def _without(program: Program, held: Mask, subsets_too: bool) -> Program:
    """This choice ruled out; where no least position stands, every part of it with it."""
    row = np.zeros((1, program.size))
    signs = np.where(held, 0.0 if subsets_too else 1.0, -1.0)
    row[0, -len(held) :] = signs
    return with_rows(program, row, np.array([-1.0 if subsets_too else held.sum() - 1.0]))


def _with_tangents(program: Program, balls: tuple[Ball, ...], weights: Vector) -> Program:
    """Half-spaces that hold each ball whole and touch it in the direction of the weights."""
    touching = [ball.tangent(weights) for ball in balls if ball.distance(weights) > ball.radius]
    rows = [np.pad(row, (0, program.size - len(row))) for row, _ in touching]
    return with_rows(program, np.array(rows), np.array([most for _, most in touching])) if rows else program
