"""Objectives of mean and variance: quadratic programs over the weights, or over weights scaled by a factor.

All moments are annual. Markowitz (1952); maximum Sharpe as the scaled program of Cornuejols and Tutuncu (8.2).
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.optimize.problem import KEPT, OBJECTIVES, Found, Problem, tidy, weights_of
from core.optimize.program import Program, Solution, over_weights, scaled_weights, with_cost, with_equation
from core.optimize.richest import richest
from core.optimize.solvers import few_columns, minimise
from core.words import listing, percent

Vector = NDArray[np.float64]


FEW = 64
"""Up to so many assets every most weight is asked for at once."""
SPARSE = 0.6
"""Up to this part of the assets counts as few."""
NEAR = 0.9
"""Where one most weight is broken, those of assets this near to theirs are asked for as well."""


@OBJECTIVES.add(sentence="the least volatility", unit="annual volatility")
def min_volatility(problem: Problem) -> Found | None:
    """Least w'Sw; the value is the annual volatility."""
    solution = minimise(with_cost(over_weights(problem.region), _scaled(problem.assets.covariance), None))
    weights = weights_of(problem, solution)
    return None if weights is None else Found(weights, problem.volatility(weights), solution.solver)


@OBJECTIVES.add(sentence="the most return for its risk (Sharpe ratio)", unit="ratio")
def max_sharpe(problem: Problem) -> Found | None:
    """Most (m'w - risk free) / volatility; the value is that ratio.

    Raises BadInput where no portfolio within the limits is expected to earn more than the risk-free rate: the
    ratio then has no meaningful maximum.
    """
    excess = problem.assets.mean - problem.mandate.risk_free
    found = _most_per_risk(problem, excess)
    if found is None:
        _refuse_without_excess(problem, excess)
        return None
    weights, solver = found
    ratio = float(excess @ weights) / problem.volatility(weights)
    return Found(weights, ratio, solver)


@OBJECTIVES.add(sentence="the most diversification", unit="ratio")
def max_diversification(problem: Problem) -> Found | None:
    """Most w's / sqrt(w'Sw), s the assets' volatilities (Choueifaty and Coignard 2008); the value is that ratio."""
    volatilities = np.sqrt(np.diag(problem.assets.covariance))
    found = _most_per_risk(problem, volatilities)
    if found is None:
        return None
    weights, solver = found
    return Found(weights, float(volatilities @ weights) / problem.volatility(weights), solver)


@OBJECTIVES.add(sentence="the best balance of return and risk", unit="annual return")
def max_utility(problem: Problem) -> Found | None:
    """Most m'w - a/2 w'Sw, a the mandate's risk aversion; the value is that utility."""
    aversion = problem.mandate.risk_aversion
    if aversion < 0:
        raise BadInput("mandate.risk_aversion", f"expected 0 or more, found {aversion}")
    square = None if aversion == 0 else aversion * problem.assets.covariance
    solution = minimise(with_cost(over_weights(problem.region), square, -problem.assets.mean))
    weights = weights_of(problem, solution)
    if weights is None:
        return None
    utility = problem.expected(weights) - aversion / 2 * problem.volatility(weights) ** 2
    return Found(weights, utility, solution.solver)


@OBJECTIVES.add(sentence="the most return within the risk limit", unit="annual return")
def max_return(problem: Problem) -> Found | None:
    """Most m'w, the volatility at most the mandate's `risk_limit` where it has one; the value is that return."""
    if problem.mandate.risk_limit is not None and len(problem.region.balls) == 1:
        return _richest(problem, problem.mandate.risk_limit)
    solution = minimise(with_cost(over_weights(problem.region), None, -problem.assets.mean))
    weights = weights_of(problem, solution)
    if weights is None:
        return None
    return Found(weights, problem.expected(weights), solution.solver, _on_one_asset(problem, weights))


def _richest(problem: Problem, risk_limit: float) -> Found | None:
    """The same by a search along the frontier, where the volatility is the only round limit."""
    found = richest(replace(problem.region, balls=()), problem.assets.covariance, problem.assets.mean, risk_limit)
    if found is None:
        return None
    weights = tidy(problem, found[0])
    return Found(weights, problem.expected(weights), found[1])


@OBJECTIVES.add(sentence="the least tracking error against the benchmark", unit="annual volatility")
def track(problem: Problem) -> Found | None:
    """Least (w - b)'S(w - b), b the benchmark of `tracking_error`; the value is the annual tracking error."""
    asked = problem.mandate.tracking_error
    if asked is None:
        raise BadInput("mandate.tracking_error", "the objective 'track' needs a benchmark; give one here")
    benchmark = problem.assets.vector(dict(asked.benchmark))
    covariance = _scaled(problem.assets.covariance)
    solution = minimise(with_cost(over_weights(problem.region), covariance, -covariance @ benchmark))
    weights = weights_of(problem, solution)
    return None if weights is None else Found(weights, problem.volatility(weights - benchmark), solution.solver)


def _most_per_risk(problem: Problem, reward: Vector) -> tuple[Vector, str] | None:
    """The weights with the most reward'w per volatility, found where reward'y = 1 and the variance of y is least.

    Each most weight costs a dense row, so that of many assets it is asked for as it is broken, and those that are
    not likely to be held are asked last; both end in the same portfolio.
    """
    largest, size = float(np.abs(reward).max()), problem.assets.size
    earned, square = reward / largest if largest else reward, _scaled(problem.assets.covariance)
    upper, capped, few = problem.region.upper, np.full(size, size <= FEW), np.zeros(size, dtype=bool)
    if size >= few_columns.MANY:
        few |= _likely(square, earned)
    while True:
        program = with_cost(scaled_weights(problem.region, capped), square, None)
        solution = _few_first(with_equation(program, earned, 1.0), np.flatnonzero(few))
        if solution.x is None or solution.x[size] <= 0:
            if capped.all():
                return None
            capped = np.ones_like(capped)
            continue
        weights = solution.x[:size] / solution.x[size]
        if not ((weights > upper + KEPT / 100) & ~capped).any():
            return tidy(problem, weights), solution.solver
        few = (few if few.any() else _likely(square, earned)) | (weights > KEPT)
        capped = capped | (weights > NEAR * upper) | (few if few.sum() < SPARSE * size else False)


def _likely(square: NDArray[np.float64], earned: Vector) -> NDArray[np.bool_]:
    return np.isin(np.arange(len(earned)), few_columns.likely(square, -earned, scaled=True))


def _few_first(program: Program, few: NDArray[np.int64]) -> Solution:
    """The solution, the few assets being asked first where there are some and they are not the most."""
    asks = 0 < len(few) < SPARSE * program.size and not program.cones
    return (few_columns.minimise(program, few) if asks else None) or minimise(program)


def _refuse_without_excess(problem: Problem, excess: Vector) -> None:
    """BadInput where a portfolio exists but none within the limits beats the risk-free rate."""
    solution = minimise(with_cost(over_weights(problem.region), None, -excess))
    weights = weights_of(problem, solution)
    if weights is None or float(excess @ weights) > 1e-12:
        return
    best = problem.assets.symbols[int(np.argmax(problem.assets.mean))]
    raise BadInput(
        "mandate.objective",
        f"max_sharpe has no answer: no portfolio within the limits is expected to earn more than the risk-free rate "
        f"of {percent(problem.mandate.risk_free, 2)} (the best asset, {best}, {percent(problem.assets.mean.max(), 2)} "
        "a year; the best portfolio "
        f"{percent(problem.expected(weights), 2)}); try min_volatility",
    )


def _on_one_asset(problem: Problem, weights: Vector) -> tuple[Issue, ...]:
    """Said when nothing but the return decides: the answer then stands on estimates alone."""
    if problem.mandate.risk_limit is not None:
        return ()
    held = [symbol for symbol, weight in zip(problem.assets.symbols, weights, strict=True) if weight > 0.5]
    if not held:
        return ()
    message = f"Without a risk_limit the most return is mostly {listing(held)}; consider a risk_limit."
    return (Issue("note", "mandate.risk_limit", message, "no_risk_limit"),)


def _scaled(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The covariance over its mean variance: the same minimum, friendlier numbers."""
    return np.asarray(covariance / np.mean(np.diag(covariance)))
