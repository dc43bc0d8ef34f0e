"""Objectives that spread rather than optimise: equal weights, equal risk, hierarchical risk parity.

Each has a portfolio of its own; where the mandate's limits forbid it, the closest one within them is taken, and said.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.domain.issue import Issue
from core.optimize.problem import KEPT, OBJECTIVES, Found, Problem, closest
from core.words import listing

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

STEPS = 100
EVEN = 1e-12
"""Risk parity stops when the shares of risk differ by no more than this."""


@OBJECTIVES.add(sentence="the same weight in every asset", unit="largest difference of weights")
def equal_weight(problem: Problem) -> Found | None:
    """1/n each; the value is the largest difference from it."""
    even = np.full(problem.assets.size, 1.0 / problem.assets.size)
    return within(problem, even, "closed form", lambda weights: float(np.abs(weights - even).max()))


@OBJECTIVES.add(sentence="the same share of risk from every asset", unit="largest difference of shares of risk")
def risk_parity(problem: Problem) -> Found | None:
    """w_i (Sw)_i alike for all (Maillard, Roncalli and Teiletche 2010); value: the largest difference of shares."""
    held, covariance = may_be_held(problem), problem.assets.covariance
    wanted = placed(problem, held, risk_parity_weights(covariance[np.ix_(held, held)]))
    return within(problem, wanted, "Newton", lambda weights: _uneven(covariance, weights, held))


@OBJECTIVES.add(sentence="risk split between clusters of related assets (HRP)", unit="annual volatility")
def hrp(problem: Problem) -> Found | None:
    """Hierarchical risk parity (Lopez de Prado 2016), single linkage of sqrt((1 - c)/2); value: volatility."""
    held = may_be_held(problem)
    wanted = placed(
        problem, held, hrp_weights(problem.assets.covariance[np.ix_(held, held)], problem.assets.returns[:, held])
    )
    return within(problem, wanted, "clusters", problem.volatility)


def risk_parity_weights(covariance: Matrix) -> Vector:
    """The minimum of x'Sx/2 - sum(log x)/n by damped Newton steps, scaled to sum to 1."""
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    size = len(correlation)
    x = np.full(size, 1.0 / np.sqrt(correlation.sum()))
    for _ in range(STEPS):
        gradient = correlation @ x - 1.0 / (size * x)
        step = np.linalg.solve(correlation + np.diag(1.0 / (size * x**2)), gradient)
        decrement = float(np.sqrt(max(size * (gradient @ step), 0.0)))
        x = x - step / (1.0 + decrement if decrement > 0.25 else 1.0)
        if float(np.abs(x * (correlation @ x) * size - 1.0).max()) <= EVEN:
            break
    weights = x / scale
    return np.asarray(weights / weights.sum())


def hrp_weights(covariance: Matrix, returns: Matrix) -> Vector:
    """Weights by recursive bisection of the clusters' order, inverse to each half's variance."""
    if len(covariance) == 1:
        return np.ones(1)
    weights = np.ones(len(covariance))
    open_ = [_leaves(returns)]
    while open_:
        group = open_.pop()
        if len(group) < 2:
            continue
        left, right = group[: len(group) // 2], group[len(group) // 2 :]
        risk_left, risk_right = _cluster_variance(covariance, left), _cluster_variance(covariance, right)
        share = risk_right / (risk_left + risk_right)
        weights[left] *= share
        weights[right] *= 1.0 - share
        open_ += [left, right]
    return weights


def _leaves(returns: Matrix) -> list[int]:
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    distance = np.sqrt(np.clip((1.0 - np.corrcoef(returns, rowvar=False)) / 2.0, 0.0, 1.0))
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="single", optimal_ordering=True)
    return [int(leaf) for leaf in leaves_list(tree)]


def _cluster_variance(covariance: Matrix, members: list[int]) -> float:
    """Variance of the members held in proportion to the inverse of their own variances."""
    part = covariance[np.ix_(members, members)]
    weights = 1.0 / np.diag(part)
    weights /= weights.sum()
    return float(weights @ part @ weights)


def _uneven(covariance: Matrix, weights: Vector, held: NDArray[np.int64]) -> float:
    shares = (weights * (covariance @ weights))[held]
    return float(np.abs(shares / shares.sum() - 1.0 / len(shares)).max())


def may_be_held(problem: Problem) -> NDArray[np.int64]:
    """The assets whose limits allow any weight at all: what is restricted has no share of the risk."""
    held = np.flatnonzero(problem.region.upper > 0)
    return held if len(held) else np.arange(problem.assets.size)


def placed(problem: Problem, held: NDArray[np.int64], weights: Vector) -> Vector:
    """Weights of the assets held, among all of them."""
    whole = np.zeros(problem.assets.size)
    whole[held] = weights
    return whole


def within(problem: Problem, wanted: Vector, solver: str, value: Callable[[Vector], float]) -> Found | None:
    """The wanted weights where the limits allow them, else the closest allowed ones, which is said."""
    if problem.keeps(wanted):
        return Found(wanted, value(wanted), solver)
    allowed = closest(problem, wanted)
    if allowed is None:
        return None
    broken = sorted(limit.path for limit in problem.limits if limit.excess(wanted) > KEPT)
    message = f"Its own weights break {listing(broken)}; these are the closest within the limits."
    issue = Issue("note", "mandate.objective", message, "closest_within_limits")
    return Found(allowed[0], value(allowed[0]), f"{solver}, {allowed[1]}", (issue,))
