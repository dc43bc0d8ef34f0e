"""Many assets: the ways that make large problems quick end where the slow ways end."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate, TurnoverLimit
from core.optimize import solve
from core.optimize.binding import at_variance
from core.optimize.program import over_weights, scaled_weights, with_cost, with_equation
from core.optimize.solvers import clarabel_cones, few_columns, piqp_quadratic
from core.optimize.solving import stated

SIZE = 120
NAMES = [f"L{place:03d}" for place in range(SIZE)]


def history(seed: int) -> pd.DataFrame:
    """Fat tails and four common factors."""
    chance = np.random.default_rng(seed)
    common = chance.standard_t(3, (300, 4)) @ chance.normal(0.003, 0.002, (4, SIZE))
    values = common + chance.standard_t(3, (300, SIZE)) * 0.006 + chance.normal(5e-4, 3e-4, SIZE)
    return pd.DataFrame(values, columns=NAMES)


LIMITS = {
    "caps": {"bounds": FrozenMap({"*": (0.0, 0.05)})},
    "classes": {"class_bounds": FrozenMap({f"class {k}": (0.1, 0.3) for k in range(5)})},
    "least weights": {"bounds": FrozenMap({"*": (0.0, 0.1), "L007": (0.05, 0.2)}), "issuer_limit": 0.2},
    "turnover": {"turnover": TurnoverLimit(0.4, FrozenMap(dict.fromkeys(NAMES, 1 / SIZE)))},
}
FACTS = {name: AssetFacts(FrozenMap({f"class {i % 5}": 1.0}), f"issuer {i % 9}") for i, name in enumerate(NAMES)}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", list(LIMITS))
def test_asking_few_assets_first_ends_where_asking_all_does(kind, seed):
    problem = stated(history(seed), Mandate(assets=FrozenMap(FACTS), **LIMITS[kind]))
    square, earned = problem.assets.covariance * 20, problem.assets.mean / problem.assets.mean.max()
    everybody = np.ones(SIZE, dtype=bool)
    programs = [
        with_cost(over_weights(problem.region), square, -problem.assets.mean),
        with_cost(over_weights(problem.region), square, -5 * problem.assets.mean),
        with_equation(with_cost(scaled_weights(problem.region, everybody), square, None), earned, 1.0),
    ]
    for program in programs:
        whole = piqp_quadratic.minimise(program)
        held = np.flatnonzero(whole.x[:SIZE] > 1e-7)
        begun = np.union1d(held[np.argsort(-whole.x[held])][:-2], np.arange(0, SIZE, 4))
        few = few_columns.minimise(program, begun)
        assert few is not None
        assert few.x == pytest.approx(whole.x, abs=1e-6)


@pytest.mark.parametrize("cap", [0.02, 0.05, 1.0])
def test_the_best_ratio_of_many_assets_is_that_of_the_whole_program(cap):
    returns, limits = history(5), Mandate(objective="max_sharpe", bounds=FrozenMap({"*": (0.0, cap)}))
    answer, problem = solve(returns, limits), stated(returns, limits)
    everybody = np.ones(SIZE, dtype=bool)
    earned = problem.assets.mean / problem.assets.mean.max()
    program = with_cost(scaled_weights(problem.region, everybody), problem.assets.covariance * 20, None)
    whole = piqp_quadratic.minimise(with_equation(program, earned, 1.0)).x
    assert list(answer.weights.values()) == pytest.approx(whole[:SIZE] / whole[SIZE], abs=1e-6)


def test_the_most_return_under_a_volatility_meets_it_and_no_other_mix_earns_more():
    returns = history(3)
    limits = {"bounds": FrozenMap({"*": (0.0, 0.05)})}
    least = solve(returns, Mandate(**limits)).volatility
    answer = solve(returns, Mandate(objective="max_return", risk_limit=1.3 * least, **limits))
    assert answer.volatility == pytest.approx(1.3 * least, rel=1e-7)
    for aversion in (5.0, 20.0, 60.0):
        other = solve(returns, Mandate(objective="max_utility", risk_aversion=aversion, **limits))
        assert other.volatility > 1.3 * least or other.expected_return <= answer.expected_return + 1e-9


@pytest.mark.parametrize("more", [1.0001, 1.05, 1.3, 1.5])
@pytest.mark.parametrize("kind", ["caps", "classes", "least weights"])
def test_the_most_return_under_a_volatility_is_that_of_the_cone_program(kind, more):
    returns, mandate = history(3), Mandate(objective="max_return", assets=FrozenMap(FACTS), **LIMITS[kind])
    least = solve(returns, replace(mandate, objective="min_volatility")).volatility
    problem = stated(returns, replace(mandate, risk_limit=more * least))
    cones = clarabel_cones.minimise(with_cost(over_weights(problem.region), None, -problem.assets.mean)).x
    answer = solve(returns, replace(mandate, risk_limit=more * least))
    assert answer.volatility == pytest.approx(more * least, rel=1e-7)
    assert answer.expected_return == pytest.approx(float(problem.assets.mean @ cones), rel=1e-6)


def test_which_limits_bind_is_settled_from_the_calmest_portfolio_and_refused_where_none_reaches_the_variance():
    problem = stated(history(3), Mandate(bounds=FrozenMap({"*": (0.0, 0.05)})))
    program = with_cost(over_weights(problem.region), problem.assets.covariance * 20, None)
    calm = piqp_quadratic.minimise(program).x
    least = float(calm @ program.quadratic @ calm)
    reached = at_variance(program, problem.assets.mean, 1.5 * least, calm)
    assert float(reached @ program.quadratic @ reached) == pytest.approx(1.5 * least, rel=1e-9)
    assert problem.region.holds(reached, 1e-9)
    assert at_variance(program, problem.assets.mean, 50 * least, calm) is None


def test_equal_risk_within_limits_is_the_least_of_its_own_definition():
    """log volatility - the mean of log weights, minimised by another solver."""
    returns = history(4).iloc[:, :5]
    answer = solve(
        returns, Mandate(objective="risk_parity", bounds=FrozenMap({"L000": (0.4, 1.0), "L003": (0.0, 0.1)}))
    )
    covariance = np.cov(returns.to_numpy().T) * 252

    def cost(weights: np.ndarray) -> float:
        return float(np.log(np.sqrt(weights @ covariance @ weights)) - np.log(weights).mean())

    best = minimize(
        cost,
        np.array([0.5, 0.15, 0.15, 0.05, 0.15]),
        method="SLSQP",
        bounds=[(0.4, 1), (1e-6, 1), (1e-6, 1), (1e-6, 0.1), (1e-6, 1)],
        constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1},
        options={"ftol": 1e-14, "maxiter": 500},
    )
    weights = np.array([answer.weights[name] for name in returns.columns])
    assert weights == pytest.approx(best.x, abs=2e-5)
    assert cost(weights) <= best.fun + 1e-9
    assert [issue.code for issue in answer.issues] == ["limits_bind"]
