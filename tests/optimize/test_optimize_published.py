"""Closed forms and published examples: numbers that anybody can look up or count by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate, TrackingLimit
from core.domain.target import Target
from core.optimize import frontier, solve
from core.optimize.objectives.balance import hrp_weights
from core.optimize.objectives.views import View, blended
from core.optimize.risk_budget import even_risk

COUNTRIES = ("Australia", "Canada", "France", "Germany", "Japan", "UK", "USA")
DEVIATION = np.array([16.0, 20.3, 24.8, 27.1, 21.0, 20.0, 18.7]) / 100
MARKET = np.array([1.6, 2.2, 5.2, 5.5, 11.6, 12.4, 61.5]) / 100
CORRELATION = np.array(
    [
        [1.000, 0.488, 0.478, 0.515, 0.439, 0.512, 0.491],
        [0.488, 1.000, 0.664, 0.655, 0.310, 0.608, 0.779],
        [0.478, 0.664, 1.000, 0.861, 0.355, 0.783, 0.668],
        [0.515, 0.655, 0.861, 1.000, 0.354, 0.777, 0.653],
        [0.439, 0.310, 0.355, 0.354, 1.000, 0.405, 0.306],
        [0.512, 0.608, 0.783, 0.777, 0.405, 1.000, 0.652],
        [0.491, 0.779, 0.668, 0.653, 0.306, 0.652, 1.000],
    ]
)
COVARIANCE = CORRELATION * np.outer(DEVIATION, DEVIATION)


def exact_history(covariance: np.ndarray, mean: np.ndarray, names: tuple[str, ...], periods: int = 120) -> pd.DataFrame:
    """Returns a period (252 a year) whose annualised sample moments are exactly these."""
    chance = np.random.default_rng(3)
    raw = chance.standard_normal((periods, len(mean)))
    raw -= raw.mean(axis=0)
    white = raw @ np.linalg.inv(np.linalg.cholesky(np.cov(raw.T).reshape(len(mean), -1)).T)
    values = white @ np.linalg.cholesky(covariance / 252).T + mean / 252
    return pd.DataFrame(values, columns=list(names))


def solved(returns: pd.DataFrame, **mandate: object) -> np.ndarray:
    answer = solve(returns, Mandate(**mandate))
    assert isinstance(answer, Target), answer
    return np.array([answer.weights[name] for name in returns.columns])


def test_he_and_littermans_equilibrium_returns():
    """He and Litterman 1999, table 2: risk aversion 2.5, market weights of seven countries."""
    prior = 2.5 * COVARIANCE @ MARKET
    assert prior * 100 == pytest.approx([3.9, 6.9, 8.4, 9.0, 4.3, 6.8, 7.6], abs=0.06)


def test_he_and_littermans_view_on_germany_bends_every_return():
    """Table 4: Germany beats the rest of Europe by 5 % a year, tau 0.05, omega / tau 0.021."""
    mix = np.array([0, 0, -0.295, 1.0, 0, -0.705, 0])
    spread = float(mix @ COVARIANCE @ mix)
    doubt = 0.021 / spread
    view = View(mix, 0.05, 1.0 / (1.0 + doubt))
    found = blended(2.5 * COVARIANCE @ MARKET, COVARIANCE, [view])
    assert found * 100 == pytest.approx([4.3, 7.6, 9.3, 11.0, 4.5, 7.0, 8.1], abs=0.06)


def test_he_and_littermans_portfolio_by_the_front_door():
    """The optimal weights of table 4 are the market plus a multiple of the view: w = (1/d)(1+t)^-1 of its own scale."""
    returns = exact_history(COVARIANCE, np.zeros(7), COUNTRIES)
    mix = {"Germany": 1.0, "France": -0.295, "UK": -0.705}
    spread = float(np.array([0, 0, -0.295, 1.0, 0, -0.705, 0]) @ COVARIANCE @ [0, 0, -0.295, 1.0, 0, -0.705, 0])
    view = FrozenMap({"assets": mix, "return": 0.05, "confidence": 1.0 / (1.0 + 0.021 / spread)})
    weights = solved(
        returns, objective="black_litterman", risk_aversion=2.5, views=(view,), bounds=FrozenMap({"*": (-5.0, 5.0)}),
        tracking_error=TrackingLimit(9.0, FrozenMap(zip(COUNTRIES, MARKET / MARKET.sum(), strict=True))),
    )  # fmt: skip
    shift = weights - MARKET / MARKET.sum()
    assert shift[[0, 1, 4, 6]] == pytest.approx(np.zeros(4), abs=1e-6)
    assert shift[2] / shift[3] == pytest.approx(-0.295, abs=1e-6)
    assert shift[5] / shift[3] == pytest.approx(-0.705, abs=1e-6)
    assert weights[3] == pytest.approx(0.354 * 1.0, abs=0.02)


def test_tangency_by_hand():
    """Two assets, 10 and 6 % over cash, volatilities 20 and 10 %, correlation 0.3: (a, b) by Cramer's rule."""
    mean, deviation = np.array([0.10, 0.06]), np.array([0.2, 0.1])
    covariance = np.array([[0.04, 0.006], [0.006, 0.01]])
    weights = solved(exact_history(covariance, mean, ("AAA", "BBB")), objective="max_sharpe")
    a = 0.10 * 0.01 - 0.06 * 0.006
    b = 0.06 * 0.04 - 0.10 * 0.006
    assert weights == pytest.approx([a / (a + b), b / (a + b)], abs=1e-7)
    assert deviation @ weights > np.sqrt(weights @ covariance @ weights)


def test_least_variance_without_correlation_is_inverse_variance():
    deviation = np.array([0.1, 0.2, 0.4])
    weights = solved(exact_history(np.diag(deviation**2), np.full(3, 0.05), ("A", "B", "C")))
    assert weights == pytest.approx(np.array([16, 4, 1]) / 21, abs=1e-7)


def test_most_diversification_of_equal_correlations_is_inverse_volatility():
    """Choueifaty and Coignard 2008: where all correlations are alike, each weighs the inverse of its volatility."""
    deviation = np.array([0.08, 0.16, 0.24, 0.32])
    covariance = (0.4 + 0.6 * np.eye(4)) * np.outer(deviation, deviation)
    weights = solved(exact_history(covariance, np.full(4, 0.05), tuple("ABCD")), objective="max_diversification")
    inverse = 1 / deviation
    assert weights == pytest.approx(inverse / inverse.sum(), abs=1e-7)


def test_equal_risk_of_equal_correlations_is_inverse_volatility():
    """Maillard, Roncalli and Teiletche 2010, the closed form of a constant correlation."""
    deviation = np.array([0.05, 0.1, 0.2, 0.3, 0.4])
    covariance = (0.25 + 0.75 * np.eye(5)) * np.outer(deviation, deviation)
    inverse = 1 / deviation
    assert even_risk(covariance) == pytest.approx(inverse / inverse.sum(), abs=1e-10)


def test_equal_risk_of_roncallis_three_assets():
    """Roncalli, Introduction to Risk Parity 2.2.1: volatilities 30, 20, 15 %, correlations 0.8, 0.5, 0.3."""
    deviation = np.array([0.30, 0.20, 0.15])
    correlation = np.array([[1, 0.8, 0.5], [0.8, 1, 0.3], [0.5, 0.3, 1]])
    weights = even_risk(correlation * np.outer(deviation, deviation))
    assert weights * 100 == pytest.approx([19.69, 32.44, 47.87], abs=0.01)


def test_lopez_de_prados_split_of_two_clusters_by_hand():
    """Two pairs, unrelated to each other: half by the pairs' variances, then within each by the assets' own."""
    covariance = np.array([[0.04, 0.03, 0, 0], [0.03, 0.04, 0, 0], [0, 0, 0.01, 0.008], [0, 0, 0.008, 0.01]])
    returns = exact_history(covariance, np.zeros(4), tuple("ABCD"), 400).to_numpy()
    first, second = 0.035, 0.009
    share = second / (first + second)
    assert hrp_weights(covariance, returns) == pytest.approx([share / 2, share / 2, (1 - share) / 2, (1 - share) / 2])


def test_the_frontier_of_two_assets_is_the_hyperbola():
    mean, covariance = np.array([0.10, 0.04]), np.array([[0.04, 0.002], [0.002, 0.0025]])
    curve = frontier(exact_history(covariance, mean, ("HOT", "MILD")), Mandate(), 25)
    for risk, expected in zip(curve.risk, curve.expected, strict=True):
        first = (expected - 0.04) / 0.06
        weights = np.array([first, 1 - first])
        assert risk == pytest.approx(np.sqrt(weights @ covariance @ weights), abs=1e-9)


def test_the_most_return_at_a_volatility_of_two_assets():
    mean, covariance = np.array([0.10, 0.04]), np.diag([0.04, 0.0025])
    weights = solved(exact_history(covariance, mean, ("HOT", "MILD")), objective="max_return", risk_limit=0.12)
    roots = np.roots([0.0425, -0.005, 0.0025 - 0.0144])
    assert weights[0] == pytest.approx(max(roots), abs=1e-7)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.05, 0.4), st.floats(0.05, 0.4), st.floats(-0.8, 0.9), st.floats(0.5, 20.0), st.floats(-0.05, 0.1))
def test_two_assets_under_every_mean_variance_objective(first, second, together, aversion, ahead):
    """Least variance, tangency, utility and tracking of two assets by their textbook formulas."""
    covariance = np.array([[first**2, together * first * second], [together * first * second, second**2]])
    mean = np.array([0.06 + ahead, 0.06])
    returns = exact_history(covariance, mean, ("AAA", "BBB"))
    wide = FrozenMap({"*": (-50.0, 50.0)})
    spread = covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
    calm = (covariance[1, 1] - covariance[0, 1]) / spread
    assert solved(returns, bounds=wide)[0] == pytest.approx(calm, abs=1e-6)
    useful = calm + (mean[0] - mean[1]) / (aversion * spread)
    found = solved(returns, objective="max_utility", risk_aversion=aversion, bounds=wide)
    assert found[0] == pytest.approx(np.clip(useful, -49, 50), abs=1e-5)
    benchmark = FrozenMap({"AAA": 0.3, "BBB": 0.7})
    tracked = solved(returns, objective="track", tracking_error=TrackingLimit(9.0, benchmark))
    assert tracked == pytest.approx([0.3, 0.7], abs=1e-6)
