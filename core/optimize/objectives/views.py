"""Black-Litterman: the returns under which a market mix is already the best, bent by views (Black and Litterman 1992).

The market is the benchmark of `tracking_error`, or equal weights where there is none, which is said. A view is
`{"assets": {"VTI": 1, "BND": -1}, "return": 0.02, "confidence": 0.5}`: the mix of assets is expected to earn that
excess a year; confidence 1 is certain, 0.5 (the default) weighs the view like the market's own returns
(He and Litterman 1999; the same pull as Idzorek 2005 gives a single view). Views in words: `words_to_views`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.optimize.problem import OBJECTIVES, Found, Problem, weights_of
from core.optimize.program import over_weights, with_cost
from core.optimize.solvers import minimise

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

TAU = 0.05
"""How uncertain the market's returns are, as a share of the covariance (He and Litterman 1999)."""
KEYS = ("assets", "return", "confidence")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A mix of assets (in the order of the symbols), its expected annual excess return, and how sure it is."""

    mix: Vector
    excess: float
    confidence: float


@OBJECTIVES.add(
    sentence="the best balance of return and risk under the market's returns and the views", unit="annual return"
)
def black_litterman(problem: Problem) -> Found | None:
    """Most m'w - a/2 w'Sw, m the blended returns, a the mandate's risk aversion; the value is that utility."""
    aversion, covariance = problem.mandate.risk_aversion, problem.assets.covariance
    if aversion <= 0:
        raise BadInput("mandate.risk_aversion", "black_litterman needs one above 0")
    market, issues = _market(problem)
    views = [_view(problem, plain, f"mandate.views[{place}]") for place, plain in enumerate(problem.mandate.views)]
    mean = problem.mandate.risk_free + blended(aversion * covariance @ market, covariance, views)
    solution = minimise(with_cost(over_weights(problem.region), aversion * covariance, -mean))
    weights = weights_of(problem, solution)
    if weights is None:
        return None
    expected = float(mean @ weights)
    utility = expected - aversion / 2 * problem.volatility(weights) ** 2
    return Found(weights, utility, solution.solver, issues, expected)


def blended(prior: Vector, covariance: Matrix, views: list[View]) -> Vector:
    """The prior excess returns bent by the views: prior + t S P'(P t S P' + O)^-1 (q - P prior)."""
    if not views:
        return prior
    mixes = np.array([view.mix for view in views])
    spread = TAU * mixes @ covariance @ mixes.T
    doubt = np.array([(1.0 - view.confidence) / view.confidence for view in views]) * np.diag(spread)
    surprise = np.array([view.excess for view in views]) - mixes @ prior
    pull = np.linalg.lstsq(spread + np.diag(doubt), surprise, rcond=None)[0]
    return np.asarray(prior + TAU * covariance @ mixes.T @ pull)


def _market(problem: Problem) -> tuple[Vector, tuple[Issue, ...]]:
    asked = problem.mandate.tracking_error
    if asked is not None:
        return problem.assets.vector(dict(asked.benchmark)), ()
    message = "No benchmark is given, so equal weights stand for the market."
    even = np.full(problem.assets.size, 1.0 / problem.assets.size)
    return even, (Issue("note", "mandate.tracking_error.benchmark", message, "no_market"),)


def _view(problem: Problem, plain: Mapping[str, Any], where: str) -> View:
    unknown = [key for key in plain if key not in KEYS]
    assets, excess, confidence = plain.get("assets"), plain.get("return"), plain.get("confidence", 0.5)
    if unknown or not isinstance(assets, Mapping) or not assets or not _is_number(excess):
        raise BadInput(where, 'expected {"assets": {"SYMBOL": 1}, "return": 0.02, "confidence": 0.5}')
    for symbol, part in assets.items():
        if symbol not in problem.assets.symbols:
            raise BadInput(f"{where}.assets.{symbol}", "there is no price series of that symbol")
        if not _is_number(part):
            raise BadInput(f"{where}.assets.{symbol}", "expected a number")
    if not _is_number(confidence) or not 0 < confidence <= 1:
        raise BadInput(f"{where}.confidence", "expected a number above 0, up to 1")
    return View(problem.assets.vector(dict(assets)), float(excess), float(confidence))


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
