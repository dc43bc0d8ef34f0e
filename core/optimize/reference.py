"""riskfolio-lib (Cajas): its own answer to a problem, for other risk measures and as the direct solvers' measure.

Importing it takes seconds: it is imported when it is first asked, and nowhere else in the house.
"""

import contextlib
import io
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.optimize.limits import Region
from core.optimize.problem import Problem

Vector = NDArray[np.float64]


def riskfolio_weights(problem: Problem, objective: str, measure: str = "MV") -> Vector | None:
    """riskfolio's weights for `MinRisk`, `Sharpe`, `Utility` or `MaxRet` under a risk measure; None where it has none.

    Moments are the problem's own, per period. Raises BadInput for limits that riskfolio counts differently
    (turnover, tracking error, a risk limit) and for short positions.
    """
    portfolio = _portfolio(problem)
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = portfolio.optimization(
            model="Classic",
            rm=measure,
            obj=objective,
            rf=problem.mandate.risk_free / problem.assets.periods_per_year,
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


def riskfolio_shares(problem: Problem, weights: Vector, measure: str) -> Vector:
    """Each asset's share of the risk measure, as riskfolio counts it; they sum to 1."""
    import riskfolio

    covariance = problem.assets.covariance / problem.assets.periods_per_year
    parts = riskfolio.Risk_Contribution(
        weights[:, None], problem.assets.returns, covariance, rm=measure, rf=0, alpha=0.05
    )
    shares = np.squeeze(np.asarray(parts, dtype=np.float64))
    return np.asarray(shares / shares.sum())


def riskfolio_risk(problem: Problem, weights: Vector, measure: str) -> float:
    """The risk measure of weights, per period, as riskfolio counts it."""
    import riskfolio

    covariance = problem.assets.covariance / problem.assets.periods_per_year
    risk = riskfolio.Sharpe_Risk(problem.assets.returns, w=weights[:, None], cov=covariance, rm=measure, alpha=0.05)
    return float(np.squeeze(risk))


def _portfolio(problem: Problem) -> Any:
    import pandas as pd
    import riskfolio

    _refuse_what_differs(problem)
    symbols, periods = list(problem.assets.symbols), problem.assets.periods_per_year
    portfolio = riskfolio.Portfolio(returns=pd.DataFrame(problem.assets.returns, columns=symbols))
    portfolio.mu = pd.DataFrame([problem.assets.mean / periods], columns=symbols)
    portfolio.cov = pd.DataFrame(problem.assets.covariance / periods, index=symbols, columns=symbols)
    _limit(portfolio, problem.region)
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


def _refuse_what_differs(problem: Problem) -> None:
    if problem.region.balls:
        raise BadInput(
            "mandate.objective",
            f"'{problem.mandate.objective}' is answered by riskfolio, under bounds on assets, classes, issuers and "
            "factors; leave out turnover, tracking_error and risk_limit, or choose another objective",
        )
    if (problem.region.lower < 0).any():
        raise BadInput("mandate.bounds", f"'{problem.mandate.objective}' is answered without short positions only")
