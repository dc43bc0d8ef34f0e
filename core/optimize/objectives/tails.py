"""Objectives of tail losses and drawdowns: linear programs over weights and one variable a period.

Per period and historical, at 95 %: conditional value at risk (Rockafellar and Uryasev 2000), conditional drawdown at
risk over uncompounded wealth (Chekhlov, Uryasev and Zabarankin 2005).
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.optimize.problem import OBJECTIVES, Found, Problem, weights_of
from core.optimize.program import Program, over_weights, widened, with_rows
from core.optimize.solvers import minimise
from core.risk.metrics.tails import TAIL, tail_mean
from core.risk.sample import drawdowns

Vector = NDArray[np.float64]


@OBJECTIVES.add(sentence="the least loss in the worst 5 % of periods (CVaR)", unit="loss per period")
def min_cvar(problem: Problem) -> Found | None:
    """Least average loss of the worst 5 % of periods; the value is that loss, positive, per period."""
    returns = problem.assets.returns
    program = over_weights(problem.region)
    periods, start = len(returns), program.size
    program = _with_tail(program, periods)
    rows = np.zeros((periods, program.size))
    rows[:, : problem.assets.size] = -returns
    rows[:, start] = -1.0
    rows[:, start + 1 :] = -np.eye(periods)
    return _found(problem, with_rows(program, rows, np.zeros(periods)), lambda weights: tail_mean(-returns @ weights))


@OBJECTIVES.add(sentence="the least drawdown in the worst 5 % of periods (CDaR)", unit="drawdown")
def min_cdar(problem: Problem) -> Found | None:
    """Least average of the worst 5 % of drawdowns of uncompounded wealth; the value is that drawdown, positive."""
    returns = problem.assets.returns
    program = over_weights(problem.region)
    periods, start = len(returns), program.size
    program = _with_tail(program, periods)
    depth = program.size
    program = widened(program, np.zeros(periods), np.full(periods, np.inf), np.zeros(periods))
    deepens = np.zeros((periods, program.size))
    deepens[:, : problem.assets.size] = -returns
    deepens[:, depth:] = np.eye(periods, k=-1) - np.eye(periods)
    beyond = np.zeros((periods, program.size))
    beyond[:, start] = -1.0
    beyond[:, start + 1 : depth] = -np.eye(periods)
    beyond[:, depth:] = np.eye(periods)
    program = with_rows(program, np.vstack([deepens, beyond]), np.zeros(2 * periods))
    return _found(problem, program, lambda weights: tail_mean(-drawdowns(returns @ weights, compounded=False)))


def _with_tail(program: Program, periods: int) -> Program:
    """Further variables: the threshold, and each period's excess over it, costing as much as the tail is thin.

    There is nothing in such a program to simplify: looking for it takes a fifth of the time.
    """
    lower = np.append(-np.inf, np.zeros(periods))
    cost = np.append(1.0, np.full(periods, 1.0 / (TAIL * periods)))
    return replace(widened(program, lower, np.full(periods + 1, np.inf), cost), presolve=False)


def _found(problem: Problem, program: Program, value: Callable[[Vector], float]) -> Found | None:
    solution = minimise(program)
    weights = weights_of(problem, solution)
    return None if weights is None else Found(weights, value(weights), solution.solver)
