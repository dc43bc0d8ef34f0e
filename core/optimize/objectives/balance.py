"""Objectives that spread rather than optimise: equal weights, hierarchical risk parity.

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


@OBJECTIVES.add(sentence="the same weight in every asset", unit="largest difference of weights")
def equal_weight(problem: Problem) -> Found | None:
    """1/n each; the value is the largest difference from it."""
    even = np.full(problem.assets.size, 1.0 / problem.assets.size)
    return closest_within(problem, even, "closed form", lambda weights: float(np.abs(weights - even).max()))


@OBJECTIVES.add(sentence="risk split between clusters of related assets (HRP)", unit="annual volatility")
def hrp(problem: Problem) -> Found | None:
    """Hierarchical risk parity (Lopez de Prado 2016), single linkage of sqrt((1 - c)/2); value: volatility."""
    held = may_be_held(problem)
    wanted = placed(
        problem, held, hrp_weights(problem.assets.covariance[np.ix_(held, held)], problem.assets.returns[:, held])
    )
    return closest_within(problem, wanted, "clusters", problem.volatility)


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


def may_be_held(problem: Problem) -> NDArray[np.int64]:
    """The assets whose limits allow any weight at all: what is restricted has no share of the risk."""
    held = np.flatnonzero(problem.region.upper > 0)
    return held if len(held) else np.arange(problem.assets.size)


def placed(problem: Problem, held: NDArray[np.int64], weights: Vector) -> Vector:
    """Weights of the assets held, among all of them."""
    whole = np.zeros(problem.assets.size)
    whole[held] = weights
    return whole


def closest_within(problem: Problem, wanted: Vector, solver: str, value: Callable[[Vector], float]) -> Found | None:
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
