"""Every metric on numbers that can be checked by hand, and in general where a law holds."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import BadInput, UnknownName
from core.risk.measuring import describe, measure_case
from core.risk.metric import METRICS

RETURNS = [0.02, -0.01, 0.03, -0.04, 0.01, 0.02, -0.02, 0.05, -0.03, 0.01]
BENCHMARK = [0.01, -0.02, 0.02, -0.03, 0.01, 0.01, -0.01, 0.04, -0.02, 0.0]


def value(name: str, **case: object) -> float | None:
    return measure_case({"returns": RETURNS, "metrics": [name], **case})[name].value


def paired(name: str, **case: object) -> float | None:
    return value(name, benchmark=BENCHMARK, **case)


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        ("mean", {}, 0.004),
        ("annual_return", {"periods_per_year": 10}, np.prod([1 + one for one in RETURNS]) - 1),
        ("volatility", {"periods_per_year": 4, "ddof": 0}, 2 * np.std(RETURNS)),
        ("sharpe", {"periods_per_year": 9, "risk_free": 0.009}, 3 * 0.003 / np.std(RETURNS, ddof=1)),
        ("downside_deviation", {}, math.sqrt((1 + 16 + 4 + 9) / 10) / 100),
        ("downside_potential", {"mar": 0.01}, (0.02 + 0.05 + 0.03 + 0.04) / 10),
        ("upside_frequency", {"mar": 0.015}, 0.4),
        ("bernardo_ledoit_omega0", {}, 1.4),
        ("d_ratio", {}, 4 * 0.10 / (6 * 0.14)),
        ("omega_sharpe", {}, 0.4),
        ("value_at_risk_95", {}, 0.04),
        ("cvar_95", {}, 0.04),
        ("worst_loss", {}, 0.04),
        ("var_historical", {"cutoff": 0.5}, -0.01),
        ("mean_absolute_deviation", {}, np.abs(np.array(RETURNS) - 0.004).mean()),
        ("tail_ratio", {}, 0.041 / 0.0355),
        ("kappa2", {"l": 1}, 0.4),
    ],
)
def test_a_metric_of_ten_returns_is_what_the_hand_says(name, case, expected):
    assert value(name, **case) == pytest.approx(expected)


def test_drawdowns_are_negative_compounded_or_not():
    fall = [0.5, -0.5, 0.2, -0.1]
    assert value("max_drawdown", returns=fall) == pytest.approx(-0.5)
    assert value("max_drawdown", returns=fall, compounded=False) == pytest.approx(-0.5)
    assert value("max_drawdown", returns=[-0.1, -0.1]) == pytest.approx(-0.19)
    assert value("max_drawdown", returns=[-0.1, -0.1], compounded=False) == pytest.approx(-0.2)
    assert value("average_drawdown", returns=[-0.1, -0.1], compounded=False) == pytest.approx(-0.15)
    assert value("ulcer_index", returns=[-0.1, -0.1]) == pytest.approx(math.sqrt((0.01 + 0.0361) / 2))
    assert value("max_drawdown", returns=[0.1, 0.1]) == 0
    assert value("calmar", returns=[0.1, 0.1]) is None


def test_a_recovery_is_counted_from_the_low_to_the_next_high():
    path = [100, 110, 90, 80, 95, 105, 111, 120]
    assert measure_case({"wealth": path, "metrics": ["longest_recovery_days"]})["longest_recovery_days"].value == 3


def test_against_a_benchmark_that_it_doubles_everything_is_known():
    double = [2 * one for one in BENCHMARK]
    case = {"returns": double, "benchmark": BENCHMARK}
    assert value("beta", **case) == pytest.approx(2)
    assert value("alpha", **case) == pytest.approx(0, abs=1e-12)
    assert value("fama_beta", **case) == pytest.approx(2)
    assert value("correlation", **case) == pytest.approx(1)
    assert value("specific_risk", **case) == pytest.approx(0, abs=1e-12)
    assert value("tracking_error", **case) == pytest.approx(value("volatility", returns=BENCHMARK))


def test_concentration_and_risk_of_two_unrelated_assets():
    chance = np.random.default_rng(4).standard_normal((400, 2)) * [0.01, 0.02]
    case = {
        "weights": {"A": 0.75, "B": 0.25},
        "target": {"A": 0.5, "B": 0.5},
        "asset_returns": {"A": list(chance[:, 0]), "B": list(chance[:, 1])},
    }
    found = {name: one.value for name, one in measure_case(case).items()}
    covariance = np.cov(chance.T) * 252
    weights = np.array([0.75, 0.25])
    risk = math.sqrt(weights @ covariance @ weights)
    assert found["hhi"] == pytest.approx(0.625)
    assert found["effective_number_assets"] == pytest.approx(1.6)
    assert found["total_active_drift"] == pytest.approx(0.25)
    assert found["portfolio_volatility"] == pytest.approx(risk)
    assert found["diversification_ratio"] == pytest.approx(weights @ np.sqrt(np.diag(covariance)) / risk)
    assert found["average_correlation"] == pytest.approx(np.corrcoef(chance.T)[0, 1])
    assert found["largest_risk_contribution"] == pytest.approx(max(weights * (covariance @ weights)) / risk**2)


def test_the_effective_number_of_assets_takes_a_plain_list():
    assert measure_case({"weights": [0.25] * 4, "metrics": ["effective_number_assets"]})[
        "effective_number_assets"
    ].value == pytest.approx(4)


def test_a_null_is_no_observation_and_drops_the_pair():
    gap = measure_case(
        {"returns": [0.01, None, 0.03, -0.01], "benchmark": [0.02, 0.01, None, -0.01], "metrics": ["beta", "mean"]}
    )
    assert gap["mean"].value == pytest.approx(0.0)
    assert gap["mean"].observations == 2
    assert gap["mean"].coverage == pytest.approx(0.5)
    assert gap["beta"].value == pytest.approx(2 / 3)


def test_a_value_that_the_data_cannot_give_is_null():
    assert value("sharpe", returns=[0.01, 0.01]) is None
    assert value("volatility", returns=[0.01]) is None
    assert value("kurtosis_sample", returns=[0.01, 0.02, 0.0]) is None


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"metrics": ["volatilty"]}, "Did you mean 'volatility'|Did you mean volatility"),
        ({"metrics": ["sharpe"], "cutoff": 0.1}, "cutoff: no asked metric takes this parameter. They take ddof"),
        ({"metrics": ["sharpe"], "ddoff": 1}, "ddoff: no asked metric takes this parameter. Did you mean ddof"),
        ({"metrics": ["beta"]}, "beta needs benchmark"),
        ({"metrics": ["sharpe"], "ddof": "one"}, "ddof: expected a number"),
        ({"metrics": ["max_drawdown"], "compounded": 1}, "compounded: expected true or false"),
        ({"metrics": "sharpe"}, "metrics: expected a list of names"),
        ({"returns": [0.1, "x"]}, r"returns\[1\]: 'x' is not a number"),
        ({"benchmark": [0.1]}, "benchmark: expected 10 values"),
        ({"periods_per_year": 0}, "periods_per_year: must be above zero"),
        ({"weights": {"A": 1.0}, "asset_returns": [[0.1]]}, "all as objects by symbol, or all as lists"),
    ],
)
def test_a_wrong_case_says_what_and_where(case, said):
    with pytest.raises((BadInput, UnknownName), match=said):
        measure_case({"returns": RETURNS, **case})


def test_every_metric_declares_itself():
    for one in describe():
        assert one.unit and one.sign and one.source and one.formula
    assert len(METRICS.entries()) >= 60


def test_all_metrics_that_the_data_allow_are_measured_where_none_is_named():
    plain, with_benchmark = (
        measure_case({"returns": RETURNS}),
        measure_case({"returns": RETURNS, "benchmark": BENCHMARK}),
    )
    assert "beta" not in plain and "beta" in with_benchmark
    assert set(plain) < set(with_benchmark)


series = st.lists(st.floats(-0.2, 0.2), min_size=25, max_size=80)


@settings(max_examples=60, deadline=None)
@given(returns=series)
def test_tails_and_drawdowns_stand_in_their_order(returns):
    found = {name: one.value for name, one in measure_case({"returns": returns}).items()}
    assert found["value_at_risk_95"] <= found["cvar_95"] + 1e-12
    assert found["cvar_95"] <= found["evar_95"] + 1e-9
    assert found["evar_95"] <= found["worst_loss"] + 1e-9
    assert found["max_drawdown"] <= found["cdar_95"] + 1e-12
    assert found["cdar_95"] <= found["drawdown_at_risk_95"] + 1e-12
    assert found["cdar_95"] <= found["average_drawdown"] + 1e-12 <= 1e-12
    assert found["ulcer_index"] >= found["pain_index"] - 1e-12


@settings(max_examples=40, deadline=None)
@given(returns=series, factor=st.floats(0.1, 1.0))
def test_deviations_scale_with_the_returns(returns, factor):
    smaller = [factor * one for one in returns]
    for name in ("volatility", "downside_deviation", "cvar_95", "mean_absolute_deviation", "gini_mean_difference"):
        assert value(name, returns=smaller) == pytest.approx(factor * value(name, returns=returns), abs=1e-9)


@pytest.mark.long
def test_riskfolio_counts_the_same():
    import riskfolio

    values = np.random.default_rng(3).standard_t(4, 400) * 0.01
    series = values[:, None]
    ours = {name: one.value for name, one in measure_case({"returns": list(values)}).items()}
    assert ours["value_at_risk_95"] == pytest.approx(riskfolio.VaR_Hist(series, 0.05))
    assert ours["cvar_95"] == pytest.approx(riskfolio.CVaR_Hist(series, 0.05))
    assert ours["evar_95"] == pytest.approx(riskfolio.EVaR_Hist(series, 0.05)[0], rel=1e-5)
    assert -ours["max_drawdown"] == pytest.approx(riskfolio.MDD_Rel(series))
    assert -ours["cdar_95"] == pytest.approx(riskfolio.CDaR_Rel(series, 0.05))
    assert ours["ulcer_index"] == pytest.approx(riskfolio.UCI_Rel(series), rel=1e-2)
    assert ours["gini_mean_difference"] == pytest.approx(riskfolio.GMD(series))
    assert ours["mean_absolute_deviation"] == pytest.approx(riskfolio.MAD(series))
