"""Why no portfolio meets a mandate: a smallest set of limits in conflict, and the portfolio that breaks least.

The set is found by QuickXplain (Junker 2004, AAAI): dropping any one of its limits makes the others feasible
together. Weights summing to 1 is never dropped.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.domain.frozen_map import FrozenMap
from core.domain.target import Infeasible, LimitConflict, Nearest, Relaxed
from core.optimize.limits import Ball, Limit, plain_rows, region
from core.optimize.problem import KEPT, Problem
from core.optimize.program import Program, over_weights, widened, with_ball
from core.optimize.solvers import minimise
from core.optimize.subsets import ROOM, least_excess, some_choice
from core.words import start


def explain(problem: Problem) -> Infeasible:
    """The conflict in words and the nearest feasible portfolio."""
    fixed = tuple(limit for limit in problem.limits if limit.standing)
    named = tuple(limit for limit in problem.limits if not limit.standing)
    conflict = _conflict(fixed, False, named, problem.assets.size)
    return Infeasible(
        conflicts=tuple(LimitConflict(limit.path, f"{start(limit.sentence)}.") for limit in conflict),
        nearest=nearest(problem, fixed, named),
        issues=(*problem.assets.issues, *problem.notes),
    )


def feasible(limits: Sequence[Limit], size: int) -> bool:
    """Whether some weights that sum to 1 keep all these limits."""
    where = region(limits, size)
    if where.crossed or any(ball.radius < 0 for ball in where.balls):
        return False
    if where.chooses:
        return some_choice(where) is not None
    program = over_weights(where)
    if not program.cones:
        return minimise(program).status == "solved"
    return least_excess(program, size)[0] <= ROOM


def nearest(problem: Problem, fixed: Sequence[Limit], named: Sequence[Limit]) -> Nearest | None:
    """The portfolio with the least sum of excesses, each in its own unit and weighed by how firm the limit is."""
    size = problem.assets.size
    program = over_weights(region(fixed, size))
    for limit in named:
        program = _relaxable(program, limit, size)
    solution = minimise(program)
    if solution.x is None:
        return None
    weights = solution.x[:size] + (1.0 - solution.x[:size].sum()) / size
    weights[np.abs(weights) < KEPT / 10] = 0.0
    weights[np.argmax(weights)] += 1.0 - weights.sum()
    excesses = [(limit.path, limit.excess(weights)) for limit in named]
    return Nearest(
        FrozenMap(zip(problem.assets.symbols, map(float, weights), strict=True)),
        tuple(Relaxed(path, float(by)) for path, by in excesses if by > KEPT),
    )


def _conflict(kept: tuple[Limit, ...], added: bool, open_: tuple[Limit, ...], size: int) -> tuple[Limit, ...]:
    if added and not feasible(kept, size):
        return ()
    if len(open_) <= 1:
        return open_
    half = len(open_) // 2
    first, second = open_[:half], open_[half:]
    in_second = _conflict(kept + first, bool(first), second, size)
    in_first = _conflict(kept + in_second, bool(in_second), first, size)
    return in_first + in_second


def _relaxable(program: Program, limit: Limit, size: int) -> Program:
    """The program with the limit, and a variable that widens it at the cost of its firmness."""
    wide = widened(program, np.zeros(1), np.array([np.inf]), np.array([limit.firm]))
    slack = wide.size - 1
    rows, most = plain_rows(limit, size)
    if len(rows):
        padded = np.zeros((len(rows), wide.size))
        padded[:, :size], padded[:, slack] = rows, -1.0
        wide = replace(wide, rows=np.vstack([wide.rows, padded]), most=np.append(wide.most, most))
    return wide if limit.ball is None else _with_ball(wide, limit.ball, slack)


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
