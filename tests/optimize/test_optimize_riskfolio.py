"""The direct solvers against riskfolio-lib's own answers: the same objective to one part in a million."""

import numpy as np
import pandas as pd
import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate, TrackingLimit, TurnoverLimit
from core.optimize import solve
from core.optimize.objectives.balance import hrp_weights
from core.optimize.reference import riskfolio_risk, riskfolio_weights
from core.optimize.risk_budget import even_risk
from core.optimize.shares import SLOPES, shares_of_risk
from core.optimize.solving import stated

pytestmark = pytest.mark.long

PAIRS = [
    ("min_volatility", "MinRisk", "MV"),
    ("max_sharpe", "Sharpe", "MV"),
    ("max_utility", "Utility", "MV"),
    ("max_return", "MaxRet", "MV"),
    ("min_cvar", "MinRisk", "CVaR"),
    ("min_cdar", "MinRisk", "CDaR"),
]


def history(assets: int, seed: int) -> pd.DataFrame:
    chance = np.random.default_rng(seed)
    common = chance.standard_normal((300, 3)) @ chance.normal(0, 0.4, (3, assets))
    values = (common + chance.standard_normal((300, assets))) * 0.008 + chance.normal(0.0005, 0.0002, assets)
    return pd.DataFrame(values, columns=[f"R{i:02d}" for i in range(assets)])


def mandate(objective: str, assets: int) -> Mandate:
    facts = {f"R{i:02d}": AssetFacts(FrozenMap({f"class {i % 3}": 1.0}), f"issuer {i % 5}") for i in range(assets)}
    return Mandate(
        objective=objective,
        bounds=FrozenMap({"*": (0.0, 0.25), "R01": (0.05, 0.3)}),
        class_bounds=FrozenMap({f"class {i}": (0.2, 0.5) for i in range(3)}),
        issuer_limit=0.4,
        restricted=("R03",),
        risk_free=0.01,
        risk_aversion=5.0,
        assets=FrozenMap(facts),
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("objective", "theirs", "measure"), PAIRS)
def test_the_objective_is_riskfolios_to_a_millionth(objective, theirs, measure, seed):
    returns, asked = history(12, seed), mandate(objective, 12)
    ours, problem = solve(returns, asked), stated(returns, asked)
    other = riskfolio_weights(problem, theirs, measure)
    value = {
        "min_volatility": problem.volatility(other),
        "max_sharpe": (problem.expected(other) - 0.01) / problem.volatility(other),
        "max_utility": problem.expected(other) - 2.5 * problem.volatility(other) ** 2,
        "max_return": problem.expected(other),
        "min_cvar": riskfolio_risk(problem, other, "CVaR"),
        "min_cdar": riskfolio_risk(problem, other, "CDaR"),
    }[objective]
    assert ours.objective == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("objective", "measure"),
    [
        ("min_mad", "MAD"), ("min_semi_deviation", "MSV"), ("min_evar", "EVaR"),
        ("min_worst_loss", "WR"), ("min_max_drawdown", "MDD"), ("min_ulcer", "UCI"), ("min_shortfall", "FLPM"),
        ("min_downside", "SLPM"), ("min_range", "RG"), ("min_tail_range", "CVRG"), ("min_average_drawdown", "ADD"),
        ("min_edar", "EDaR"),
    ],
)  # fmt: skip
def test_other_measures_are_answered_and_no_random_mix_has_less(objective, measure):
    returns = history(5, 4)
    answer, problem = solve(returns, Mandate(objective=objective)), stated(returns, Mandate())
    assert answer.status == "optimal" and "riskfolio" in answer.solver
    for weights in np.random.default_rng(0).dirichlet(np.ones(5), 20):
        assert riskfolio_risk(problem, weights, measure) >= answer.objective - 1e-7


def test_a_mandate_without_a_portfolio_is_explained_for_riskfolios_objectives_too():
    answer = solve(history(4, 4), Mandate(objective="min_mad", bounds=FrozenMap({"*": (0.4, 1.0)})))
    assert [conflict.constraint for conflict in answer.conflicts] == ["bounds.*.min"]


DISTANCES = {
    "turnover": {"turnover": TurnoverLimit(0.3, FrozenMap({"R00": 0.5, "R01": 0.5}))},
    "tracking": {"tracking_error": TrackingLimit(0.02, FrozenMap({"R00": 0.5, "R01": 0.5}))},
    "volatility": {"risk_limit": 0.105},
}


@pytest.mark.parametrize("kind", list(DISTANCES))
def test_limits_on_distance_hold_where_riskfolio_answers_too(kind):
    """Held against the same problem written down in cvxpy."""
    import cvxpy as cp

    returns = history(6, 8)
    asked = Mandate(objective="min_semi_deviation", **DISTANCES[kind])
    answer, problem = solve(returns, asked), stated(returns, asked)
    weights, values = cp.Variable(6, nonneg=True), returns.to_numpy()
    held = problem.assets.vector({"R00": 0.5, "R01": 0.5})
    root = np.linalg.cholesky(problem.assets.covariance).T
    limit = {
        "turnover": cp.norm1(weights - held) <= 0.6,
        "tracking": cp.norm(root @ (weights - held)) <= 0.02,
        "volatility": cp.norm(root @ weights) <= 0.105,
    }[kind]
    least = cp.norm(cp.neg((values - values.mean(axis=0)) @ weights)) / np.sqrt(len(values) - 1)
    value = cp.Problem(cp.Minimize(least), [cp.sum(weights) == 1, limit]).solve(solver="CLARABEL")
    assert answer.objective == pytest.approx(value, abs=1e-6)
    assert problem.keeps(problem.assets.vector(dict(answer.weights)))


SPREADS = {
    "min_gini": "GMD",
    "min_entropic_range": "EVRG",
    "min_kurtosis": "KT",
    "min_semi_kurtosis": "SKT",
}


@pytest.mark.parametrize(("objective", "measure"), SPREADS.items())
def test_spreads_and_fourth_moments_are_riskfolios_own_call(objective, measure):
    import riskfolio

    returns = history(4, 5).iloc[:80]
    answer = solve(returns, Mandate(objective=objective))
    portfolio = riskfolio.Portfolio(returns=returns)
    portfolio.assets_stats(method_mu="hist", method_cov="hist", method_kurt="hist")
    theirs = portfolio.optimization(model="Classic", rm=measure, obj="MinRisk", hist=True)["weights"].to_numpy()
    assert answer.objective == pytest.approx(riskfolio_risk(stated(returns, Mandate()), theirs, measure), rel=1e-5)
    assert list(answer.weights.values()) == pytest.approx(theirs, abs=2e-3)


def test_short_positions_are_held_where_riskfolio_answers_and_limits_allow_them():
    import cvxpy as cp

    returns = history(4, 4)
    returns["R03"] = 1.5 * returns["R00"] + 0.2 * returns["R03"]
    bounds = FrozenMap({"*": (-0.2, 1.0), "R02": (-0.1, 0.3)})
    answer = solve(returns, Mandate(objective="min_mad", bounds=bounds))
    centred, weights = (returns - returns.mean()).to_numpy(), cp.Variable(4)
    limits = [cp.sum(weights) == 1, weights >= [-0.2, -0.2, -0.1, -0.2], weights[2] <= 0.3]
    value = cp.Problem(cp.Minimize(cp.norm1(centred @ weights) / len(centred)), limits).solve(solver="CLARABEL")
    assert answer.objective == pytest.approx(value, rel=1e-6)
    assert min(answer.weights.values()) < 0


def test_equal_shares_of_a_tail_hold_nobody_short_though_limits_would_allow_it():
    allowed = solve(history(4, 4), Mandate(objective="risk_parity_mad", bounds=FrozenMap({"*": (-0.2, 1.0)})))
    assert allowed.weights == solve(history(4, 4), Mandate(objective="risk_parity_mad")).weights
    assert min(allowed.weights.values()) > 0


@pytest.mark.parametrize("measure", list(SLOPES))
def test_shares_of_a_measure_are_riskfolios(measure):
    import riskfolio

    values, weights = history(6, 9).to_numpy(), np.random.default_rng(1).dirichlet(np.ones(6))
    theirs = np.squeeze(riskfolio.Risk_Contribution(weights[:, None], values, np.cov(values.T), rm=measure, rf=0))
    assert shares_of_risk(measure, values, weights) == pytest.approx(theirs / theirs.sum(), abs=1e-7)


def test_clusters_and_equal_risk_are_riskfolios():
    import riskfolio

    returns = history(12, 6)
    problem = stated(returns, Mandate())
    clusters = riskfolio.HCPortfolio(returns=returns).optimization(
        model="HRP", codependence="pearson", rm="MV", linkage="single", leaf_order=True
    )
    assert hrp_weights(problem.assets.covariance, problem.assets.returns) == pytest.approx(
        clusters["weights"].to_numpy(), abs=1e-8
    )
    portfolio = riskfolio.Portfolio(returns=returns)
    portfolio.assets_stats()
    even = portfolio.rp_optimization(model="Classic", rm="MV", b=None)
    assert even_risk(problem.assets.covariance) == pytest.approx(even["weights"].to_numpy(), abs=1e-5)
