"""The portfolio that breaks a contradictory mandate least: the sum of what each limit gives way by.

How many assets are held, and how small they may be, gives way last: the other limits are widened first, on the best
choice of assets (a whole-number program; limits that are round join it as tangents, as in `subsets`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.frozen_map import FrozenMap
from core.domain.target import Nearest, Relaxed
from core.optimize.limits import Ball, Limit, Region, plain_rows, region
from core.optimize.problem import KEPT, Problem
from core.optimize.program import Program, over_weights, widened, with_ball, with_choices, with_rows
from core.optimize.solvers import minimise
from core.optimize.subsets import among

Vector = NDArray[np.float64]

ROUNDS = 20
"""Choices of assets tried at most."""
SAME = 1e-6
"""Sums of excesses that differ by less are alike."""


@dataclass(frozen=True, slots=True, eq=False)
class _Bent:
    """A program in which every limit may give way, and the place of each limit's excess among its variables."""

    program: Program
    excess: tuple[int, ...]


def nearest(problem: Problem, fixed: Sequence[Limit], named: Sequence[Limit]) -> Nearest | None:
    """The portfolio with the least sum of excesses, each in its own unit and weighed by how firm the limit is."""
    size = problem.assets.size
    counting = [limit for limit in named if limit.most_held is not None or limit.least_held is not None]
    bending = [limit for limit in named if limit not in counting]
    found = _least(region(fixed, size), bending)
    if found is not None and any(limit.excess(_clean(found[1])) > 0 for limit in counting):
        found = _on_few(region((*fixed, *counting), size), bending) or found
    if found is None:
        return None
    weights = _clean(found[1])
    excesses = [(limit.path, limit.excess(weights)) for limit in named]
    return Nearest(
        FrozenMap(zip(problem.assets.symbols, map(float, weights), strict=True)),
        tuple(Relaxed(path, float(by)) for path, by in excesses if by > KEPT),
    )


def _least(where: Region, bending: Sequence[Limit]) -> tuple[float, Vector] | None:
    """The least sum of excesses within the region, and its weights."""
    program = _bent(where, bending, cones=True).program
    solution = minimise(program)
    return None if solution.x is None else (float(program.linear @ solution.x), solution.x[: len(where.lower)])


def _on_few(where: Region, bending: Sequence[Limit]) -> tuple[float, Vector] | None:
    """The same where few assets, or none too small, may be held: the choice made by HiGHS, the rest exactly."""
    size, best = len(where.lower), None
    bent = _bent(where, bending, cones=False)
    program = with_choices(bent.program, where)
    for _ in range(ROUNDS):
        choice = minimise(program)
        if choice.x is None:
            return best
        held = choice.x[-size:] > 0.5
        exact = _least(among(where, held), bending)
        if exact is not None and (best is None or exact[0] < best[0]):
            best = (exact[0], np.where(held, exact[1], 0.0))
        if best is not None and best[0] <= float(program.linear @ choice.x) + SAME:
            return best
        at = [choice.x[:size]] if exact is None else [choice.x[:size], exact[1]]
        program = _with_tangents(program, bent, bending, at)
    return best


def _bent(where: Region, bending: Sequence[Limit], cones: bool) -> _Bent:
    """The region with every limit widened by a variable at the cost of its firmness; round limits where asked."""
    program, places = over_weights(where), []
    for limit in bending:
        program = widened(program, np.zeros(1), np.array([np.inf]), np.array([limit.firm]))
        places.append(program.size - 1)
        rows, most = plain_rows(limit, len(where.lower))
        if len(rows):
            program = with_rows(program, _giving_way(rows, program.size, places[-1], 1.0), most)
        if limit.ball is not None and (cones or limit.ball.root is None):
            program = _with_ball(program, limit.ball, places[-1])
    return _Bent(program, tuple(places))


def _giving_way(rows: NDArray[np.float64], size: int, place: int, scale: float) -> NDArray[np.float64]:
    padded = np.pad(rows, ((0, 0), (0, size - rows.shape[1])))
    padded[:, place] = -1.0 / scale
    return padded


def _with_ball(program: Program, ball: Ball, slack: int) -> Program:
    """The ball around its centre, its radius widened by the slack (in the mandate's unit)."""
    made = with_ball(program, ball)
    if ball.root is None:
        rows = made.rows.copy()
        rows[-1, slack] = -1.0 / ball.scale
        return replace(made, rows=rows)
    slope = made.cones[-1].slope.copy()
    slope[slack] = 1.0 / ball.scale
    return replace(made, cones=(*made.cones[:-1], replace(made.cones[-1], slope=slope)))


def _with_tangents(program: Program, bent: _Bent, bending: Sequence[Limit], at: Sequence[Vector]) -> Program:
    """Each round limit's tangent toward the weights, giving way as the limit itself does."""
    for limit, place in zip(bending, bent.excess, strict=True):
        if limit.ball is None or limit.ball.root is None:
            continue
        for weights in at:
            row, most = limit.ball.tangent(weights)
            rows = _giving_way(row[None], program.size, place, limit.ball.scale)
            program = with_rows(program, rows, np.array([most]))
    return program


def _clean(found: Vector) -> Vector:
    """Weights without a solver's noise, summing to 1."""
    weights = np.where(np.abs(found) < KEPT / 10, 0.0, found)
    weights[np.argmax(weights)] += 1.0 - weights.sum()
    return weights
