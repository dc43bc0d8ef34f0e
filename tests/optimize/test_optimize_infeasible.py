"""No portfolio is an answer: the named limits are a smallest conflict, and the nearest portfolio is one."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate, TrackingLimit, TurnoverLimit
from core.domain.target import Infeasible
from core.optimize import solve

SYMBOLS = ("BAY", "COVE", "DUNE", "FORD", "GLEN")
CLASSES = {"BAY": "land", "COVE": "land", "DUNE": "sea", "FORD": "sea", "GLEN": "air"}
ASSETS = FrozenMap({name: AssetFacts(FrozenMap({CLASSES[name]: 1.0}), name[0]) for name in SYMBOLS})


def history() -> pd.DataFrame:
    chance = np.random.default_rng(2)
    common = chance.standard_normal((120, 1)) * 0.005
    values = common + chance.standard_normal((120, 5)) * 0.01 + 0.0004
    return pd.DataFrame(values, columns=list(SYMBOLS), index=pd.bdate_range("2024-01-01", periods=120))


def paths(answer: Infeasible) -> set[str]:
    return {conflict.constraint for conflict in answer.conflicts}


def limit_rows(mandate: Mandate) -> dict[str, tuple[np.ndarray, float]]:
    """Every linear limit of a mandate by its path, as row @ w <= most, counted apart from the product."""
    rows: dict[str, tuple[np.ndarray, float]] = {}
    for name, (least, most) in mandate.bounds.items():
        unit = np.array([float(symbol == name) for symbol in SYMBOLS])
        rows[f"bounds.{name}.min"], rows[f"bounds.{name}.max"] = (-unit, -least), (unit, most)
    for name, (least, most) in mandate.class_bounds.items():
        unit = np.array([float(CLASSES[symbol] == name) for symbol in SYMBOLS])
        rows[f"class_bounds.{name}.min"], rows[f"class_bounds.{name}.max"] = (-unit, -least), (unit, most)
    for name in mandate.restricted:
        rows[f"restricted.{name}"] = (np.array([float(symbol == name) for symbol in SYMBOLS]), 0.0)
    return rows


def holds(rows: list[tuple[np.ndarray, float]]) -> bool:
    """Whether weights from 0 to 1 that sum to 1 keep the rows, by another solver."""
    matrix = np.array([row for row, _ in rows]).reshape(-1, 5)
    answer = linprog(
        np.zeros(5), matrix, [most + 1e-9 for _, most in rows], np.ones((1, 5)), [1.0], bounds=[(0, 1)] * 5
    )
    return answer.status == 0


steps = st.integers(0, 10).map(lambda tenth: tenth / 10)
ranges = st.tuples(steps, steps).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=80, deadline=None)
@given(
    bounds=st.dictionaries(st.sampled_from(SYMBOLS), ranges, max_size=4),
    class_bounds=st.dictionaries(st.sampled_from(("land", "sea", "air")), ranges, max_size=3),
    restricted=st.sets(st.sampled_from(SYMBOLS), max_size=2),
)
def test_the_conflict_is_smallest_and_the_nearest_portfolio_is_feasible(bounds, class_bounds, restricted):
    mandate = Mandate(
        bounds=FrozenMap(bounds), class_bounds=FrozenMap(class_bounds), restricted=tuple(restricted), assets=ASSETS
    )
    rows = limit_rows(mandate)
    answer = solve(history(), mandate)
    assert (answer.status == "optimal") == holds(list(rows.values()))
    if not isinstance(answer, Infeasible):
        return
    named = paths(answer)
    assert named <= set(rows)
    assert not holds([rows[path] for path in named])
    for path in named:
        assert holds([rows[other] for other in named - {path}])
    assert all(conflict.sentence.endswith(".") for conflict in answer.conflicts)
    weights = np.array(list(answer.nearest.weights.values()))
    given_way = {relaxed.constraint: relaxed.by for relaxed in answer.nearest.relaxed}
    assert weights.sum() == pytest.approx(1, abs=1e-9)
    assert given_way
    for path, (row, most) in rows.items():
        assert row @ weights <= most + given_way.get(path, 0.0) + 1e-6


@pytest.mark.parametrize(
    ("mandate", "conflict"),
    [
        (Mandate(bounds=FrozenMap({"*": (0.3, 1.0)})), {"bounds.*.min"}),
        (Mandate(bounds=FrozenMap({"*": (0.0, 0.15)})), {"bounds.*.max"}),
        (Mandate(bounds=FrozenMap({"BAY": (0.7, 1.0), "COVE": (0.4, 1.0)})), {"bounds.BAY.min", "bounds.COVE.min"}),
        (Mandate(bounds=FrozenMap({"BAY": (0.1, 1.0)}), restricted=("BAY",)), {"bounds.BAY.min", "restricted.BAY"}),
        (Mandate(class_bounds=FrozenMap({"gold": (0.1, 0.2)})), {"class_bounds.gold.min"}),
        (Mandate(issuer_limit=0.15), {"issuer_limit"}),
        (
            Mandate(turnover=TurnoverLimit(0.1, FrozenMap({"BAY": 1.0})), bounds=FrozenMap({"BAY": (0.0, 0.5)})),
            {"turnover.limit", "bounds.BAY.max"},
        ),
        (
            Mandate(
                tracking_error=TrackingLimit(0.01, FrozenMap({"BAY": 1.0})), class_bounds=FrozenMap({"air": (0.8, 1.0)})
            ),
            {"tracking_error.limit", "class_bounds.air.min"},
        ),
        (Mandate(risk_limit=0.01), {"risk_limit"}),
        (Mandate(turnover=TurnoverLimit(0.5, FrozenMap({"SOLD": 1.0}))), {"turnover.limit"}),
    ],
)
@pytest.mark.parametrize("objective", ["min_volatility", "max_sharpe", "min_cvar", "risk_parity"])
def test_each_kind_of_limit_is_named_by_its_path(mandate, conflict, objective):
    answer = solve(history(), replace(mandate, objective=objective, assets=ASSETS))
    assert isinstance(answer, Infeasible)
    assert paths(answer) == conflict
    assert {relaxed.constraint for relaxed in answer.nearest.relaxed} <= conflict
    assert sum(answer.nearest.weights.values()) == pytest.approx(1, abs=1e-9)


def test_a_factor_limit_out_of_reach_is_named():
    returns = history()
    factor = returns.mean(axis=1).rename("size").to_frame()
    answer = solve(returns, Mandate(factors=FrozenMap({"size": (3.0, 4.0)})), factor)
    assert paths(answer) == {"factors.size.min"}


def test_the_nearest_portfolio_under_a_tracking_error_gives_way_by_no_more_than_it_must():
    returns = history()
    mandate = Mandate(
        tracking_error=TrackingLimit(0.01, FrozenMap({"BAY": 1.0})), bounds=FrozenMap({"BAY": (0.0, 0.0)})
    )
    answer = solve(returns, mandate)
    covariance = np.cov(returns.to_numpy().T) * 252

    def cost(weights: np.ndarray) -> float:
        gap = weights - np.array([1.0, 0, 0, 0, 0])
        return float(np.sqrt(gap @ covariance @ gap)) - 0.01 + weights[0]

    best = minimize(
        cost, np.full(5, 0.2), bounds=[(0, 1)] * 5, constraints={"type": "eq", "fun": lambda weights: weights.sum() - 1}
    )
    assert sum(relaxed.by for relaxed in answer.nearest.relaxed) == pytest.approx(best.fun, abs=1e-5)


def test_selling_short_is_never_the_way_out():
    answer = solve(history(), Mandate(bounds=FrozenMap({"*": (0.0, 1.0), "BAY": (0.6, 1.0), "COVE": (0.6, 1.0)})))
    assert paths(answer) == {"bounds.BAY.min", "bounds.COVE.min"}
    assert min(answer.nearest.weights.values()) >= 0


def test_how_many_are_held_gives_way_last():
    mandate = Mandate(
        most_assets=2,
        bounds=FrozenMap({"BAY": (0.1, 1.0), "COVE": (0.1, 1.0), "DUNE": (0.1, 1.0)}),
        tracking_error=TrackingLimit(0.05, FrozenMap({"BAY": 1.0})),
    )
    answer = solve(history(), mandate)
    assert paths(answer) == {"most_assets", "bounds.BAY.min", "bounds.COVE.min", "bounds.DUNE.min"}
    assert sum(weight > 0 for weight in answer.nearest.weights.values()) == 2
    assert [relaxed.by for relaxed in answer.nearest.relaxed] == [pytest.approx(0.1, abs=1e-6)]
