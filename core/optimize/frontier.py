"""The efficient frontier: the least volatility for each expected return, fast enough to redraw under a slider.

PIQP is set up once and only the wanted return is moved; nothing here imports riskfolio or cvxpy.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.mandate import Mandate
from core.optimize.problem import Problem, tidy, weights_of
from core.optimize.program import Program, over_weights, with_cost, with_equation
from core.optimize.solvers import minimise, piqp_quadratic
from core.optimize.solving import stated

if TYPE_CHECKING:
    import pandas as pd

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frontier:
    """Portfolios from the least volatility to the most return. Risk and expected return are annual fractions.

    weights : one row of weights a point, in the order of `symbols`; all empty where no portfolio is feasible
    """

    risk: tuple[float, ...]
    expected: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    symbols: tuple[str, ...]


def frontier(returns: "pd.DataFrame", mandate: Mandate, points: int = 40) -> Frontier:
    """`points` portfolios within the mandate's limits, evenly spaced in expected return."""
    problem = stated(returns, mandate)
    weights = np.array(list(_portfolios(problem, max(points, 2)))).reshape(-1, problem.assets.size)
    variance = np.einsum("ij,ij->i", weights @ problem.assets.covariance, weights)
    return Frontier(
        risk=tuple(np.sqrt(np.maximum(variance, 0.0)).tolist()),
        expected=tuple((weights @ problem.assets.mean).tolist()),
        weights=tuple(map(tuple, weights.tolist())),
        symbols=problem.assets.symbols,
    )


def _portfolios(problem: Problem, points: int) -> Iterator[Vector]:
    program = with_cost(over_weights(problem.region), problem.assets.covariance / _level(problem), None)
    calmest = weights_of(problem, minimise(program))
    richest = weights_of(problem, minimise(_most_return(problem)))
    if calmest is None or richest is None:
        return
    yield calmest
    low, high = problem.expected(calmest), problem.expected(richest)
    if high - low <= 1e-9:
        return
    yield from _between(problem, program, np.linspace(low, high, points)[1:-1])
    yield richest


def _between(problem: Problem, program: Program, wanted: Vector) -> Iterator[Vector]:
    """The calmest portfolio at each wanted return."""
    scale = float(np.abs(problem.assets.mean).max())
    program = with_equation(program, problem.assets.mean / scale, wanted[0] / scale if len(wanted) else 0.0)
    solver = None if program.cones else piqp_quadratic.prepared(program)
    for value in wanted:
        aim = program.equal_to.copy()
        aim[-1] = value / scale
        if solver is None:
            answer = minimise(replace(program, equal_to=aim))
        else:
            solver.update(b=aim)
            answer = piqp_quadratic.run(solver)
        if answer.x is not None:
            yield tidy(problem, answer.x[: problem.assets.size])


def _most_return(problem: Problem) -> Program:
    """A linear program that PIQP solves as one without risk: no second solver is woken for one point."""
    none = np.zeros_like(problem.assets.covariance)
    scale = float(np.abs(problem.assets.mean).max()) or 1.0
    return with_cost(over_weights(problem.region), none, -problem.assets.mean / scale)


def _level(problem: Problem) -> float:
    return float(np.mean(np.diag(problem.assets.covariance)))
