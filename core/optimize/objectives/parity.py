"""Risk parity: the same share of a risk from every asset. Volatility directly, other measures by riskfolio-lib.

The value is the largest difference of shares. Where the mandate's limits forbid equal shares, the risk is least for
the same mean of log weights within them (riskfolio's own definition), which is said.
"""

import numpy as np
from numpy.typing import NDArray

from core.domain.issue import Issue
from core.optimize.objectives.balance import closest_within, may_be_held, placed
from core.optimize.problem import KEPT, OBJECTIVES, Found, Problem, Vector, tidy
from core.optimize.risk_budget import even_risk, even_risk_within
from core.optimize.shares import shares_of_risk
from core.words import listing

UNIT = "largest difference of shares of risk"


@OBJECTIVES.add(sentence="the same share of risk from every asset", unit=UNIT)
def risk_parity(problem: Problem) -> Found | None:
    """w_i (Sw)_i alike for all (Maillard, Roncalli and Teiletche 2010)."""
    held, covariance = may_be_held(problem), problem.assets.covariance
    wanted = placed(problem, held, even_risk(covariance[np.ix_(held, held)]))
    if problem.keeps(wanted):
        return Found(wanted, _uneven(covariance, wanted, held), "Newton")
    found = even_risk_within(problem.region, covariance, held)
    if found is None:
        return closest_within(problem, wanted, "Newton", lambda weights: _uneven(covariance, weights, held))
    weights = tidy(problem, found[0])
    return Found(weights, _uneven(covariance, weights, held), f"Newton, {found[1]}", (_bound(problem, wanted),))


@OBJECTIVES.add(sentence="the same share of mean absolute deviation from every asset", unit=UNIT)
def risk_parity_mad(problem: Problem) -> Found | None:
    """Equal contributions to the mean absolute deviation."""
    return _even(problem, "MAD")


@OBJECTIVES.add(sentence="the same share of semi-deviation from every asset", unit=UNIT)
def risk_parity_semi_deviation(problem: Problem) -> Found | None:
    """Equal contributions to the semi standard deviation."""
    return _even(problem, "MSV")


@OBJECTIVES.add(sentence="the same share of the tail loss (CVaR) from every asset", unit=UNIT)
def risk_parity_cvar(problem: Problem) -> Found | None:
    """Equal contributions to the conditional value at risk at 95 %."""
    return _even(problem, "CVaR")


@OBJECTIVES.add(sentence="the same share of entropic value at risk from every asset", unit=UNIT)
def risk_parity_evar(problem: Problem) -> Found | None:
    """Equal contributions to the entropic value at risk at 95 %."""
    return _even(problem, "EVaR")


@OBJECTIVES.add(sentence="the same share of the tail drawdown (CDaR) from every asset", unit=UNIT)
def risk_parity_cdar(problem: Problem) -> Found | None:
    """Equal contributions to the conditional drawdown at risk at 95 %, of uncompounded wealth."""
    return _even(problem, "CDaR")


@OBJECTIVES.add(sentence="the same share of the Ulcer index from every asset", unit=UNIT)
def risk_parity_ulcer(problem: Problem) -> Found | None:
    """Equal contributions to the Ulcer index of uncompounded wealth."""
    return _even(problem, "UCI")


@OBJECTIVES.add(sentence="the same share of the average loss from every asset", unit=UNIT)
def risk_parity_loss(problem: Problem) -> Found | None:
    """Equal contributions to the first lower partial moment below zero."""
    return _even(problem, "FLPM")


@OBJECTIVES.add(sentence="the same share of the downside deviation from every asset", unit=UNIT)
def risk_parity_downside(problem: Problem) -> Found | None:
    """Equal contributions to the square root of the second lower partial moment below zero."""
    return _even(problem, "SLPM")


@OBJECTIVES.add(sentence="the same share of the range between both tails from every asset", unit=UNIT)
def risk_parity_tail_range(problem: Problem) -> Found | None:
    """Equal contributions to the mean of the best 5 % of periods over that of the worst 5 %."""
    return _even(problem, "CVRG")


@OBJECTIVES.add(sentence="the same share of the entropic drawdown at risk from every asset", unit=UNIT)
def risk_parity_edar(problem: Problem) -> Found | None:
    """Equal contributions to the entropic drawdown at risk at 95 %, of uncompounded wealth."""
    return _even(problem, "EDaR")


@OBJECTIVES.add(sentence="the same share of the mean difference between periods (Gini) from every asset", unit=UNIT)
def risk_parity_gini(problem: Problem) -> Found | None:
    """Equal contributions to the Gini mean difference."""
    return _even(problem, "GMD")


def _even(problem: Problem, measure: str) -> Found | None:
    from core.optimize.reference import riskfolio_parity

    held = may_be_held(problem)
    weights = riskfolio_parity(problem, held, measure)
    if weights is None:
        return None
    clean = tidy(problem, placed(problem, held, weights))
    return closest_within(problem, clean, f"riskfolio ({measure})", lambda one: _apart(problem, measure, one, held))


def _apart(problem: Problem, measure: str, weights: Vector, held: NDArray[np.int64]) -> float:
    shares = shares_of_risk(measure, problem.assets.returns, weights)[held]
    return float(np.abs(shares - 1.0 / len(held)).max())


def _uneven(covariance: NDArray[np.float64], weights: Vector, held: NDArray[np.int64]) -> float:
    shares = (weights * (covariance @ weights))[held]
    return float(np.abs(shares / shares.sum() - 1.0 / len(shares)).max())


def _bound(problem: Problem, wanted: Vector) -> Issue:
    """Said where the limits keep the shares from being equal."""
    broken = sorted(limit.path for limit in problem.limits if limit.excess(wanted) > KEPT)
    message = f"Equal shares of risk would break {listing(broken)}; within the limits these are the most even ones."
    return Issue("note", "mandate.objective", message, "limits_bind")
