"""At most so many assets, none too small: kept by every objective, near the best subset, and named when impossible."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.domain.target import Infeasible, Target
from core.optimize import solve

OBJECTIVES = ["min_volatility", "max_sharpe", "min_cvar", "max_utility", "risk_parity", "hrp", "equal_weight"]


def history(assets: int = 9) -> pd.DataFrame:
    chance = np.random.default_rng(11)
    common = chance.normal(0, 0.006, (250, 1))
    values = common * chance.uniform(0.5, 1.5, assets) + chance.normal(12e-4, 0.006, (250, assets))
    return pd.DataFrame(values, columns=[f"P{i}" for i in range(assets)])


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_objective_keeps_to_the_number_and_the_least(objective):
    asked = Mandate(objective=objective, most_assets=4, least_position=0.1, bounds=FrozenMap({"P3": (0.05, 1.0)}))
    answer = solve(history(), asked)
    assert isinstance(answer, Target)
    held = [weight for weight in answer.weights.values() if weight > 1e-6]
    assert len(held) <= 4 and min(held) >= 0.1 - 1e-6
    assert answer.weights["P3"] >= 0.1 - 1e-6
    assert sum(answer.weights.values()) == pytest.approx(1)


def test_it_is_near_the_best_subset_and_says_that_it_searched():
    returns = history()
    answer = solve(returns, Mandate(most_assets=3))
    best = min(
        solve(returns[list(names)], Mandate()).volatility for names in combinations(returns.columns, 3)
    )  # fmt: skip
    assert best - 1e-9 <= answer.volatility <= best * 1.03
    assert "subset_searched" in {issue.code for issue in answer.issues}


def test_a_limit_that_does_not_bind_changes_nothing():
    plain, asked = solve(history(), Mandate()), solve(history(), Mandate(most_assets=9))
    assert plain.weights == asked.weights
    assert not asked.issues


def test_limits_that_cannot_hold_together_are_named():
    answer = solve(history(), Mandate(most_assets=3, bounds=FrozenMap({"*": (0.0, 0.3)})))
    assert isinstance(answer, Infeasible)
    assert {conflict.constraint for conflict in answer.conflicts} == {"most_assets", "bounds.*.max"}
    assert answer.nearest is not None


@pytest.mark.parametrize(
    "limits",
    [{"most_assets": 0}, {"least_position": 0.0}, {"most_assets": 3, "bounds": FrozenMap({"P1": (-0.1, 1.0)})}],
)
def test_what_makes_no_sense_is_refused(limits):
    with pytest.raises(BadInput, match="mandate"):
        solve(history(), Mandate(**limits))


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10**6), st.integers(1, 3), st.floats(0.05, 0.25), st.sampled_from([None, 0.2, 0.35]),
    st.sampled_from(["min_volatility", "equal_weight", "max_return"]),
)  # fmt: skip
def test_few_assets_under_a_risk_limit_are_found_exactly_where_some_choice_of_them_can_keep_it(
    seed, most, limit, least, objective
):
    """Held against every choice of at most so many of five assets, each by its own least volatility."""
    chance = np.random.default_rng(seed)
    values = chance.normal(0.0003, chance.uniform(0.004, 0.02, 5), (80, 5)) + chance.normal(0, 0.003, (80, 1))
    returns = pd.DataFrame(values, columns=list("ABCDE"))
    mandate = Mandate(objective=objective, most_assets=most, least_position=least, risk_limit=limit)
    calmest = min(
        solve(returns[list(group)], Mandate(bounds=FrozenMap({"*": (least or 0.0, 1.0)}))).volatility
        for size in range(1, most + 1) for group in combinations("ABCDE", size) if size * (least or 0.0) <= 1
    )  # fmt: skip
    if abs(calmest - limit) < 1e-5:
        return
    answer = solve(returns, mandate)
    assert (answer.status == "optimal") == (calmest < limit)
    if answer.status == "optimal":
        held = [weight for weight in answer.weights.values() if weight > 1e-6]
        assert len(held) <= most and answer.volatility <= limit + 1e-6
        assert min(held) >= (least or 0.0) - 1e-6
    else:
        assert "risk_limit" in {conflict.constraint for conflict in answer.conflicts}
