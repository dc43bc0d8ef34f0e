"""Risk parity by other measures than volatility, answered by riskfolio-lib: the same share of each from every asset.

The value is the largest difference of shares. Where the mandate's limits forbid the portfolio, the closest one within
them is taken, and said.
"""

import numpy as np

from core.optimize.objectives.balance import may_be_held, placed, within
from core.optimize.problem import OBJECTIVES, Found, Problem, Vector
from core.optimize.shares import shares_of_risk

UNIT = "largest difference of shares of risk"


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


def _even(problem: Problem, measure: str) -> Found | None:
    from core.optimize.reference import riskfolio_parity

    held = may_be_held(problem)
    weights = riskfolio_parity(problem, held, measure)
    if weights is None:
        return None

    def uneven(one: Vector) -> float:
        shares = shares_of_risk(measure, problem.assets.returns, one)[held]
        return float(np.abs(shares - 1.0 / len(held)).max())

    return within(problem, placed(problem, held, weights / weights.sum()), f"riskfolio ({measure})", uneven)
