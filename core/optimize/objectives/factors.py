"""The factor objective: betas as near to the wanted ones as the limits allow, whoever's factors they are."""

import numpy as np

from core.domain.errors import BadInput
from core.optimize.problem import OBJECTIVES, Found, Problem, weights_of
from core.optimize.program import over_weights, with_cost
from core.optimize.solvers import minimise
from core.words import listing

OWN = 1e-4
"""How much the portfolio's own variance weighs beside that of the factor gap: it decides where betas alone do not."""


@OBJECTIVES.add(sentence="betas to factors as near as can be to those wanted", unit="annual volatility")
def match_factors(problem: Problem) -> Found | None:
    """Least (b - t)'F(b - t), b the betas, t `factor_targets`, F the factors' covariance.

    The value is the annual volatility of what the factors' gap moves; of portfolios that match alike the calmest.
    """
    wanted, known = problem.mandate.factor_targets, problem.factors.betas
    if not wanted:
        raise BadInput("mandate.factor_targets", "the objective 'match_factors' needs a beta for at least one factor")
    for name in wanted:
        if name not in known:
            there = listing(sorted(known)) or "none given"
            raise BadInput(f"mandate.factor_targets.{name}", f"no such factor in factor_returns (known: {there})")
    names = list(known)
    chosen = [names.index(name) for name in wanted]
    betas, aims = np.array([known[name] for name in wanted]), np.array(list(wanted.values()))
    spread = problem.factors.covariance[np.ix_(chosen, chosen)] * problem.assets.periods_per_year
    scale = float(np.mean(np.diag(problem.assets.covariance)))
    square = (betas.T @ spread @ betas + OWN * problem.assets.covariance) / scale
    solution = minimise(with_cost(over_weights(problem.region), square, -(betas.T @ spread @ aims) / scale))
    weights = weights_of(problem, solution)
    if weights is None:
        return None
    gap = betas @ weights - aims
    return Found(weights, float(np.sqrt(max(gap @ spread @ gap, 0.0))), solution.solver)
