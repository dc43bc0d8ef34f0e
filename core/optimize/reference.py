"""riskfolio-lib (Cajas): its own answer to a problem, for other risk measures and as the direct solvers' measure.

Importing it takes seconds: it is imported when it is first asked, and nowhere else in the house.
"""

import contextlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Region
from core.optimize.problem import Problem
from core.risk.metrics.tails import TAIL, evar_95
from core.risk.sample import Sample, drawdowns

Vector = NDArray[np.float64]

ROUNDS = 80
"""Times riskfolio is asked again about one problem at most."""
FOURTH_MOMENTS = ("KT", "SKT")
ENTROPIC: dict[str, Callable[[Vector], float]] = {
    "EVaR": lambda earned: evar_95(Sample(earned)),
    "EDaR": lambda earned: evar_95(Sample(drawdowns(earned, compounded=False))),
    "EVRG": lambda earned: evar_95(Sample(earned)) + evar_95(Sample(-earned)),
}
NEAR = 1e-7
"""A distance that exceeds its limit by no more than this is kept."""


def riskfolio_weights(problem: Problem, objective: str, measure: str = "MV") -> Vector | None:
    """riskfolio's weights for `MinRisk`, `Sharpe`, `Utility` or `MaxRet` under a risk measure; None where it has none.

    Moments are the problem's own, per period.
    """
    everybody = np.arange(problem.assets.size)
    options = {"obj": objective, "rm": measure, "rf": _riskless(problem), "l": problem.mandate.risk_aversion / 2}
    most = min(float(problem.region.upper.max()), 1.0)
    ways = Ways(measure, most, shorts=True)
    return _within(problem, everybody, ways, lambda one: one.optimization(model="Classic", hist=True, **options))


def riskfolio_parity(problem: Problem, held: NDArray[np.int64], measure: str) -> Vector | None:
    """riskfolio's weights with equal contributions to a risk measure from the assets held; None where it has none.

    Within limits: the least risk for the same mean of log weights; nobody is held short.
    """
    options = {"rm": measure, "rf": 0, "b": None, "hist": True}
    ways = Ways(measure, 1.0, shorts=False)
    return _within(problem, held, ways, lambda portfolio: portfolio.rp_optimization(model="Classic", **options))


@dataclass(frozen=True, slots=True)
class Ways:
    """How riskfolio is asked: its name of the measure, the most of any asset, whether limits below zero count."""

    measure: str
    most: float
    shorts: bool


def _within(problem: Problem, held: NDArray[np.int64], ways: Ways, ask: Callable[[Any], Any]) -> Vector | None:
    """riskfolio's answer for the assets held, nothing being held of the others.

    Limits on distance (turnover, tracking error, a risk limit), which riskfolio counts differently, join as tangents
    wherever its answer breaks them, and it is asked again; what is still broken after the last round is for the
    caller to mend.
    """
    portfolio, where, weights = _portfolio(problem, held), problem.region, np.zeros(problem.assets.size)
    if ways.measure in FOURTH_MOMENTS:
        _with_fourth_moments(portfolio)
    for _ in range(ROUNDS):
        _limit(portfolio, where, held, ways)
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            answer = ask(portfolio)
        if answer is None:
            return None
        weights[held] = answer["weights"].to_numpy(dtype=np.float64)
        outside = [ball for ball in where.balls if ball.distance(weights) > ball.radius + NEAR]
        if not outside:
            break
        rows, room = zip(*(ball.tangent(weights) for ball in outside), strict=True)
        where = replace(where, rows=np.vstack([where.rows, *rows]), most=np.append(where.most, room))
    return weights


def riskfolio_risk(problem: Problem, weights: Vector, measure: str) -> float:
    """The risk measure of weights, per period, as riskfolio counts it (the entropic ones by our own search)."""
    import riskfolio

    earned = problem.assets.returns @ weights
    if measure in ENTROPIC:
        return ENTROPIC[measure](earned)
    covariance = problem.assets.covariance / problem.assets.periods_per_year
    risk = riskfolio.Sharpe_Risk(
        problem.assets.returns, w=weights[:, None], cov=covariance, rm=measure, rf=_riskless(problem), alpha=TAIL
    )
    return float(np.squeeze(risk))


def _riskless(problem: Problem) -> float:
    """The risk-free rate per period: below it an outcome counts as a shortfall."""
    return problem.mandate.risk_free / problem.assets.periods_per_year


def _portfolio(problem: Problem, held: NDArray[np.int64]) -> Any:
    import pandas as pd
    import riskfolio

    symbols, periods = [problem.assets.symbols[place] for place in held], problem.assets.periods_per_year
    portfolio = riskfolio.Portfolio(returns=pd.DataFrame(problem.assets.returns[:, held], columns=symbols))
    portfolio.mu = pd.DataFrame([problem.assets.mean[held] / periods], columns=symbols)
    covariance = problem.assets.covariance[np.ix_(held, held)] / periods
    portfolio.cov = pd.DataFrame(covariance, index=symbols, columns=symbols)
    return portfolio


def _with_fourth_moments(portfolio: Any) -> None:
    """The matrices of fourth moments, which riskfolio counts where asked to; mean and covariance stay."""
    mean, covariance = portfolio.mu, portfolio.cov
    portfolio.assets_stats(method_mu="hist", method_cov="hist", method_kurt="hist")
    portfolio.mu, portfolio.cov = mean, covariance


def _limit(portfolio: Any, where: Region, held: NDArray[np.int64], ways: Ways) -> None:
    """The limits of the assets held in riskfolio's own form: rows beside its one most and one least weight for all."""
    lower, upper = where.lower[held], where.upper[held]
    unit, short = np.eye(len(held)), float(-np.minimum(lower, 0.0).sum()) if ways.shorts else 0.0
    portfolio.upperlng = ways.most + short
    if short > 0:
        portfolio.sht, portfolio.uppersht, portfolio.budgetsht = True, short, short
    low, high = lower > -short, upper < portfolio.upperlng
    rows = np.vstack([where.rows[:, held], -unit[low], unit[high]])
    if len(rows):
        portfolio.ainequality = rows
        portfolio.binequality = np.concatenate([where.most, -lower[low], upper[high]])[:, None]
