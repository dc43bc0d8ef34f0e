"""riskfolio-lib (Cajas): its own answer to a problem, for other risk measures and as the direct solvers' measure.

Importing it takes seconds: it is imported when it is first asked, and nowhere else in the house.
"""

import contextlib
import io
import warnings
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.optimize.limits import Region
from core.optimize.problem import Problem
from core.risk.metrics.tails import TAIL, evar_95
from core.risk.sample import Sample, drawdowns

Vector = NDArray[np.float64]

ROUNDS = 80
"""Times riskfolio is asked again about one problem at most."""
NEAR = 1e-7
"""A distance that exceeds its limit by no more than this is kept."""


def riskfolio_weights(problem: Problem, objective: str, measure: str = "MV") -> Vector | None:
    """riskfolio's weights for `MinRisk`, `Sharpe`, `Utility` or `MaxRet` under a risk measure; None where it has none.

    Moments are the problem's own, per period. Limits on distance (turnover, tracking error, a risk limit), which
    riskfolio counts differently, join as tangents wherever its answer breaks them, and it is asked again; what is
    still broken after the last round is for the caller to mend. Raises BadInput for short positions.
    """
    if (problem.region.lower < 0).any():
        raise BadInput("mandate.bounds", f"'{problem.mandate.objective}' is answered without short positions only")
    portfolio, where = _portfolio(problem), problem.region
    for _ in range(ROUNDS):
        _limit(portfolio, where)
        weights = _asked(portfolio, problem, objective, measure)
        outside = (
            () if weights is None else [ball for ball in where.balls if ball.distance(weights) > ball.radius + NEAR]
        )
        if weights is None or not outside:
            return weights
        rows, most = zip(*(ball.tangent(weights) for ball in outside), strict=True)
        where = replace(where, rows=np.vstack([where.rows, *rows]), most=np.append(where.most, most))
    return weights


def _asked(portfolio: Any, problem: Problem, objective: str, measure: str) -> Vector | None:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = portfolio.optimization(
            model="Classic",
            rm=measure,
            obj=objective,
            rf=_riskless(problem),
            l=problem.mandate.risk_aversion / 2,
            hist=True,
        )
    return None if answer is None else np.asarray(answer["weights"].to_numpy(dtype=np.float64))


def riskfolio_parity(problem: Problem, held: NDArray[np.int64], measure: str) -> Vector | None:
    """riskfolio's weights with equal contributions to a risk measure from the assets held; None where it has none."""
    import pandas as pd
    import riskfolio

    symbols = [problem.assets.symbols[place] for place in held]
    portfolio = riskfolio.Portfolio(returns=pd.DataFrame(problem.assets.returns[:, held], columns=symbols))
    periods = problem.assets.periods_per_year
    portfolio.mu = pd.DataFrame([problem.assets.mean[held] / periods], columns=symbols)
    covariance = problem.assets.covariance[np.ix_(held, held)] / periods
    portfolio.cov = pd.DataFrame(covariance, index=symbols, columns=symbols)
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = portfolio.rp_optimization(model="Classic", rm=measure, rf=0, b=None, hist=True)
    return None if answer is None else np.asarray(answer["weights"].to_numpy(dtype=np.float64))


def riskfolio_risk(problem: Problem, weights: Vector, measure: str) -> float:
    """The risk measure of weights, per period, as riskfolio counts it (the entropic ones by our own search)."""
    import riskfolio

    earned = problem.assets.returns @ weights
    if measure in ("EVaR", "EDaR"):
        return evar_95(Sample(earned if measure == "EVaR" else drawdowns(earned, compounded=False)))
    covariance = problem.assets.covariance / problem.assets.periods_per_year
    risk = riskfolio.Sharpe_Risk(
        problem.assets.returns, w=weights[:, None], cov=covariance, rm=measure, rf=_riskless(problem), alpha=TAIL
    )
    return float(np.squeeze(risk))


def _riskless(problem: Problem) -> float:
    """The risk-free rate per period: below it an outcome counts as a shortfall."""
    return problem.mandate.risk_free / problem.assets.periods_per_year


def _portfolio(problem: Problem) -> Any:
    import pandas as pd
    import riskfolio

    symbols, periods = list(problem.assets.symbols), problem.assets.periods_per_year
    portfolio = riskfolio.Portfolio(returns=pd.DataFrame(problem.assets.returns, columns=symbols))
    portfolio.mu = pd.DataFrame([problem.assets.mean / periods], columns=symbols)
    portfolio.cov = pd.DataFrame(problem.assets.covariance / periods, index=symbols, columns=symbols)
    return portfolio


def _limit(portfolio: Any, region: Region) -> None:
    """The limits in riskfolio's own form: one least and most weight for all, a row for what is tighter."""
    least, most = float(region.lower.min()), float(region.upper.max())
    portfolio.lowerlng, portfolio.upperlng = max(least, 0.0), min(most, 1.0)
    unit = np.eye(len(region.lower))
    low, high = region.lower > portfolio.lowerlng, region.upper < portfolio.upperlng
    rows = np.vstack([region.rows, -unit[low], unit[high]])
    if len(rows):
        portfolio.ainequality = rows
        portfolio.binequality = np.concatenate([region.most, -region.lower[low], region.upper[high]])[:, None]
