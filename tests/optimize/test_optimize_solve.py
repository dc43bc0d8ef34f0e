"""Solving: closed forms, limits kept, the order of columns playing no part."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Estimation, Mandate, TrackingLimit, TurnoverLimit
from core.domain.target import Target
from core.optimize import solve
from core.optimize.objectives.views import View, blended
from core.optimize.problem import OBJECTIVES
from core.optimize.solving import stated

DIRECT = ("min_volatility", "max_sharpe", "max_utility", "max_return", "max_diversification", "min_cvar", "min_cdar",
          "risk_parity", "hrp", "equal_weight")  # fmt: skip


def history(assets: int = 6, periods: int = 260, seed: int = 5) -> pd.DataFrame:
    """Invented daily returns with one common factor."""
    chance = np.random.default_rng(seed)
    common = chance.standard_normal((periods, 1)) * 0.006
    own = chance.standard_normal((periods, assets)) * np.linspace(0.004, 0.014, assets)
    drift = np.linspace(0.0002, 0.0009, assets)
    dates = pd.bdate_range("2023-01-02", periods=periods)
    return pd.DataFrame(common + own + drift, index=dates, columns=[f"FND{i}" for i in range(assets)])


def vector(answer: Target) -> np.ndarray:
    return np.array(list(answer.weights.values()))


def solved(returns: pd.DataFrame, objective: str, **mandate: object) -> Target:
    answer = solve(returns, Mandate(objective=objective, **mandate))
    assert isinstance(answer, Target), answer
    return answer


def test_the_least_volatile_mix_of_two_assets_is_the_textbook_one():
    returns = history(2)
    (a, c), (_, b) = np.cov(returns.to_numpy().T)
    answer = solved(returns, "min_volatility", bounds=FrozenMap({"*": (-5.0, 5.0)}))
    assert vector(answer)[0] == pytest.approx((b - c) / (a + b - 2 * c), abs=1e-8)
    assert answer.objective == answer.volatility == pytest.approx(np.sqrt(252 * (a * b - c * c) / (a + b - 2 * c)))


def test_the_best_sharpe_mix_without_limits_is_the_tangency_portfolio():
    returns = history(4)
    excess = returns.mean().to_numpy() * 252 - 0.02
    wanted = np.linalg.solve(np.cov(returns.to_numpy().T) * 252, excess)
    answer = solved(returns, "max_sharpe", risk_free=0.02, bounds=FrozenMap({"*": (-9.0, 9.0)}))
    assert vector(answer) == pytest.approx(wanted / wanted.sum(), abs=1e-6)
    assert answer.objective == pytest.approx((answer.expected_return - 0.02) / answer.volatility)


def test_the_best_utility_of_two_assets_is_the_textbook_one():
    returns = history(2)
    mean, (a, c), (_, b) = returns.mean().to_numpy() * 252, *(np.cov(returns.to_numpy().T) * 252)
    first = ((mean[0] - mean[1]) / 6 + b - c) / (a + b - 2 * c)
    answer = solved(returns, "max_utility", risk_aversion=6.0, bounds=FrozenMap({"*": (-9.0, 9.0)}))
    assert vector(answer)[0] == pytest.approx(first, abs=1e-7)


def test_equal_risk_of_two_assets_is_inverse_volatility():
    returns = history(2)
    inverse = 1 / returns.std().to_numpy()
    assert vector(solved(returns, "risk_parity")) == pytest.approx(inverse / inverse.sum())


def test_every_share_of_risk_is_alike_under_risk_parity():
    answer, covariance = solved(history(), "risk_parity"), np.cov(history().to_numpy().T)
    shares = vector(answer) * (covariance @ vector(answer))
    assert shares / shares.sum() == pytest.approx(np.full(6, 1 / 6))


def test_the_least_cvar_is_what_its_own_definition_says():
    returns = history(3, 200)
    answer = solved(returns, "min_cvar")
    losses = np.sort(-(returns.to_numpy() @ vector(answer)))
    assert answer.objective == pytest.approx(losses[-10:].mean())
    for other in np.random.default_rng(1).dirichlet(np.ones(3), 200):
        assert np.sort(-(returns.to_numpy() @ other))[-10:].mean() >= answer.objective - 1e-9


@pytest.mark.parametrize("objective", DIRECT)
def test_the_order_of_columns_plays_no_part_and_weights_sum_to_one(objective):
    returns = history()
    bounds = FrozenMap({"*": (0.02, 0.5)})
    first = solved(returns, objective, bounds=bounds)
    turned = solved(returns[returns.columns[::-1]], objective, bounds=bounds)
    assert first.weights == turned.weights
    assert sum(first.weights.values()) == pytest.approx(1, abs=1e-12)
    assert all(0.02 - 1e-9 <= weight <= 0.5 + 1e-9 for weight in first.weights.values())
    assert first.solver


CLASSES = FrozenMap(
    {f"FND{i}": AssetFacts(FrozenMap({"us_equity": i / 5, "us_bond": 1 - i / 5}), f"house {i % 3}") for i in range(6)}
)
EVERY_LIMIT = {
    "assets": CLASSES,
    "bounds": FrozenMap({"*": (0.0, 0.6), "FND1": (0.1, 0.3)}),
    "class_bounds": FrozenMap({"us_equity": (0.3, 0.45)}),
    "issuer_limit": 0.45,
    "turnover": TurnoverLimit(0.35, FrozenMap({"FND0": 0.5, "FND1": 0.5})),
    "tracking_error": TrackingLimit(0.06, FrozenMap({"FND0": 0.6, "FND4": 0.4})),
    "restricted": ("FND2",),
}


@pytest.mark.parametrize("objective", [*DIRECT, "track"])
def test_every_kind_of_limit_is_kept_by_every_objective(objective):
    returns = history()
    mandate = Mandate(objective=objective, **EVERY_LIMIT)
    answer = solve(returns, mandate)
    weights = vector(answer)
    covariance = np.cov(returns.to_numpy().T) * 252
    stocks = np.arange(6) / 5
    gap = weights - np.array([0.6, 0, 0, 0, 0.4, 0])
    assert 0.3 - 1e-7 <= stocks @ weights <= 0.45 + 1e-7
    assert weights[2] == 0 and 0.1 - 1e-9 <= weights[1] <= 0.3 + 1e-9
    assert max(weights[i] + weights[i + 3] for i in range(3)) <= 0.45 + 1e-7
    assert np.abs(weights - np.array([0.5, 0.5, 0, 0, 0, 0])).sum() / 2 <= 0.35 + 1e-7
    assert np.sqrt(gap @ covariance @ gap) <= 0.06 + 1e-6
    assert weights.sum() == pytest.approx(1, abs=1e-12)


def test_no_random_portfolio_within_the_limits_is_calmer_or_has_the_better_ratio():
    returns = history()
    calm, best = (
        solved(returns, name, bounds=FrozenMap({"*": (0.0, 0.4)})) for name in ("min_volatility", "max_sharpe")
    )
    mean, covariance = returns.mean().to_numpy() * 252, np.cov(returns.to_numpy().T) * 252
    for weights in np.random.default_rng(3).dirichlet(np.ones(6) * 2, 3000):
        if weights.max() <= 0.4:
            risk = np.sqrt(weights @ covariance @ weights)
            assert risk >= calm.volatility - 1e-9
            assert mean @ weights / risk <= best.objective + 1e-9


def test_the_most_return_under_a_risk_limit_takes_all_the_risk_it_may():
    returns = history()
    free = solved(returns, "max_return")
    limited = solved(returns, "max_return", risk_limit=0.12)
    assert free.objective == pytest.approx(returns.mean().max() * 252)
    assert limited.volatility == pytest.approx(0.12, abs=1e-7)
    assert limited.objective < free.objective
    assert [issue.code for issue in free.issues] == ["no_risk_limit"]


def test_a_factor_limit_holds_the_regressed_beta():
    returns = history()
    factor = returns.mean(axis=1).rename("market").to_frame()
    answer = solve(returns, Mandate(factors=FrozenMap({"market": (1.1, 1.2)})), factor)
    mix = returns.to_numpy() @ vector(answer)
    slope = np.cov(mix, factor["market"])[0, 1] / factor["market"].var()
    assert slope == pytest.approx(1.1, abs=1e-6)


def test_a_sharpe_that_no_portfolio_can_earn_is_refused_in_words():
    with pytest.raises(BadInput, match="no portfolio within the limits is expected to earn more than the risk-free"):
        solve(history(), Mandate(objective="max_sharpe", risk_free=5.0))


def test_an_objective_that_is_not_built_names_those_that_are():
    with pytest.raises(BadInput, match=r"'max_luck' is none of .*max_sharpe.*min_volatility"):
        solve(history(), Mandate(objective="max_luck"))


def test_an_estimator_that_is_not_built_names_those_that_are():
    with pytest.raises(BadInput, match="'oracle' is none of denoised, ewma, factor_model, ledoit_wolf, sample"):
        solve(history(), Mandate(estimation=Estimation(covariance="oracle")))


def test_every_objective_has_its_sentence_and_unit():
    assert {"min_volatility", "max_sharpe", "track", *DIRECT} <= set(OBJECTIVES)
    assert all(entry.facts["sentence"] and entry.facts["unit"] for entry in OBJECTIVES.entries())


def test_names_that_no_asset_answers_to_are_said():
    answer = solve(
        history(),
        Mandate(
            restricted=("GONE",), class_bounds=FrozenMap({"gold": (0.0, 0.1)}), assets=FrozenMap({"FND9": AssetFacts()})
        ),
    )
    said = " ".join(issue.message for issue in answer.issues)
    assert all(name in said for name in ("GONE", "gold", "FND9", "FND0"))


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    least=st.floats(0, 0.15),
    most=st.floats(0.2, 1),
    shorts=st.booleans(),
    size=st.integers(2, 6),
)
def test_the_answer_meets_the_first_order_conditions(seed, least, most, shorts, size):
    """At the least variance, no asset that may grow has a lower marginal risk than one that may shrink."""
    low = -least if shorts else least if least * size <= 1 else 0.0
    high = max(most, 1.0 / size)
    answer = solved(history(size, 80, seed), "min_volatility", bounds=FrozenMap({"*": (low, high)}))
    weights = vector(answer)
    marginal = stated(history(size, 80, seed), Mandate()).assets.covariance @ weights
    may_shrink, may_grow = weights > low + 1e-6, weights < high - 1e-6
    if may_shrink.any() and may_grow.any():
        assert marginal[may_shrink].max() <= marginal[may_grow].min() + 1e-6 * np.abs(marginal).max() + 1e-9


def test_without_views_black_litterman_holds_the_market():
    market = FrozenMap({"FND0": 0.5, "FND3": 0.3, "FND5": 0.2})
    answer = solved(history(), "black_litterman", risk_aversion=3.0, tracking_error=TrackingLimit(1.0, market))
    assert dict(answer.weights) == pytest.approx({**{f"FND{i}": 0.0 for i in range(6)}, **market}, abs=1e-4)


def test_a_certain_view_is_met_and_a_doubtful_one_half():
    market = FrozenMap({f"FND{i}": 1 / 6 for i in range(6)})
    view = {"assets": {"FND2": 1.0, "FND4": -1.0}, "return": 0.05}
    problem = stated(history(), Mandate())
    mix = np.array([0, 0, 1.0, 0, -1.0, 0])
    prior = 3.0 * problem.assets.covariance @ np.full(6, 1 / 6)
    sure = blended(prior, problem.assets.covariance, [View(mix, 0.05, 1.0)])
    half = blended(prior, problem.assets.covariance, [View(mix, 0.05, 0.5)])
    assert mix @ sure == pytest.approx(0.05)
    assert mix @ half == pytest.approx((0.05 + mix @ prior) / 2)
    plain = {"risk_aversion": 3.0, "tracking_error": TrackingLimit(1.0, market)}
    before, after = (
        solved(history(), "black_litterman", views=views, **plain).weights for views in ((), (FrozenMap(view),))
    )
    assert after["FND2"] > before["FND2"] and after["FND4"] < before["FND4"]


def test_a_view_that_cannot_be_read_says_what_it_expects():
    for view, said in (({"assets": {"GONE": 1}, "return": 0.1}, "no price series"), ({"for": "luck"}, "expected {")):
        with pytest.raises(BadInput, match=said):
            solve(history(), Mandate(objective="black_litterman", views=(FrozenMap(view),)))
