"""Portfolio metrics beside independent counts: riskfolio, the single-series metrics, closed forms, pandas."""

import inspect
from typing import Any

import numpy as np
import pandas as pd
import pytest

from core.risk.assets import Assets
from core.risk.metrics import downside, drawdown, holdings, tails
from core.risk.portfolio.stress import own_stress
from core.risk.portfolio_metric import PORTFOLIO_METRICS
from core.risk.portfolios import Portfolios
from core.risk.sample import Sample

SIZE, DAYS = 5, 600


def book(weights: Any = None, **changed: Any) -> Portfolios:
    """Three portfolios of five invented assets; the last asset is cash, the first two are companies."""
    random = np.random.default_rng(7)
    returns = random.standard_t(5, (DAYS, SIZE)) * [0.012, 0.009, 0.006, 0.004, 0.0] + [4e-4, 3e-4, 2e-4, 1e-4, 0.0]
    held = np.array(weights if weights is not None else [[40, 30, 20, 5, 5], [10, 10, 50, 20, 10], [0, 0, 0, 90, 10]])
    held = held.astype(float) * 1000
    target = np.tile([0.3, 0.3, 0.2, 0.1, 0.1], (len(held), 1))
    classes = np.array([[1, 0, 0], [1, 0, 0], [0.5, 0.5, 0], [0, 1, 0], [0, 0, 1.0]])
    facts = {
        "symbols": ("AAA", "BBB", "MIX", "BON", "cash"),
        "shares": {
            "classes": classes,
            "sectors": classes[:, :1] * [[0.6, 0.4]],
            "regions": classes,
            "issuers": np.array([[1.0], [1.0], [0.0], [0.0], [0.0]]),
        },
        "names": {"classes": ("equity", "bonds", "cash"), "sectors": ("tech", "rest"), "regions": ("us", "eu", "em")},
        "expense_ratio": np.array([0, 0, 0.002, 0.001, 0]),
        "income": np.array([0.01, 0.02, 0.03, 0.04, 0.0]),
        "duration": np.array([0, 0, 3.0, 6.0, 0]),
        "below_grade": np.array([0, 0, 0.1, 0.2, 0]),
        "bonds": classes[:, 1],
        "equity": classes[:, 0],
        "spread": np.array([0.001, 0.001, 0.0005, 0.0005, 0]),
        "volume": np.array([50_000.0, 25_000.0, 1e9, 1e9, np.inf]),
        "illiquid": np.zeros(SIZE),
        "proxied": np.zeros(SIZE),
        "cash": np.array([0, 0, 0, 0, 1.0]),
        "shocks": {name: np.array([-0.4, -0.4, -0.2, 0.05, 0]) for name in ("fall_2008", "fall_2020", "year_2022")},
    }
    facts.update({name: changed.pop(name) for name in list(changed) if name in facts})
    many = np.zeros(len(held))
    names = (
        "cash",
        "cash_needed",
        "unfunded",
        "embedded_short",
        "embedded_long",
        "tax_to_liquidate",
        "harvestable",
        "realized",
        "budget_left",
        "days_to_long",
    )
    made: dict[str, Any] = {
        "names": tuple(f"P{number}" for number in range(len(held))),
        "assets": Assets(**facts),
        "dollars": held,
        "aimed": held,
        "target": target,
        "class_target": np.tile([0.6, 0.3, 0.1], (len(held), 1)),
        "counted": np.ones((len(held), 3)),
        "returns": returns,
        "figures": dict.fromkeys(names, many),
        "basis_known": many + 1,
        "risk_free": 0.03,
    }
    return Portfolios(**{**made, **changed})


def value(name: str, of: Portfolios) -> Any:
    return PORTFOLIO_METRICS[name](of)


def sample(of: Portfolios, place: int) -> Sample:
    weights = of.weights[place]
    return Sample(
        returns=of.returns @ weights,
        periods_per_year=252.0,
        weights=weights,
        target=of.target[place],
        assets=of.returns[:, :],
        risk_free=0.0,
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "sign"),
    [
        ("volatility", holdings.portfolio_volatility, 1),
        ("tracking_error", holdings.tracking_error_ex_ante, 1),
        ("largest_risk_share", holdings.largest_risk_contribution, 1),
        ("herfindahl", holdings.hhi, 1),
        ("effective_positions", holdings.effective_number_assets, 1),
        ("value_at_risk", tails.value_at_risk_95, 1),
        ("expected_shortfall", tails.cvar_95, 1),
        ("entropic_value_at_risk", tails.evar_95, 1),
        ("deepest_fall", drawdown.max_drawdown, -1),
        ("drawdown_at_risk", drawdown.cdar_95, -1),
        ("ulcer", drawdown.ulcer_index, 1),
    ],
)
def test_the_whole_book_at_once_gives_what_one_series_gives(ours, theirs, sign):
    of = book()
    for place in range(3):
        assert value(ours, of)[place] == pytest.approx(sign * theirs(sample(of, place)), rel=1e-6)


def test_risk_figures_agree_with_riskfolio():
    import riskfolio.src.RiskFunctions as rk

    of = book()
    for place in range(3):
        path = (of.returns @ of.weights[place]).reshape(-1, 1)
        assert value("value_at_risk", of)[place] == pytest.approx(float(np.squeeze(rk.VaR_Hist(path, 0.05))), abs=1e-12)
        shortfall = float(np.squeeze(rk.CVaR_Hist(path, 0.05)))
        assert value("expected_shortfall", of)[place] == pytest.approx(shortfall, abs=1e-12)
        assert value("deepest_fall", of)[place] == pytest.approx(float(np.squeeze(rk.MDD_Rel(path))), abs=1e-12)
        assert value("drawdown_at_risk", of)[place] == pytest.approx(
            float(np.squeeze(rk.CDaR_Rel(path, 0.05))), rel=1e-9
        )
        assert value("ulcer", of)[place] == pytest.approx(float(np.squeeze(rk.UCI_Rel(path))), rel=1e-9)
        moment = float(np.squeeze(rk.LPM(path, MAR=0, p=2))) * np.sqrt(252)
        assert value("downside_deviation", of)[place] == pytest.approx(moment, rel=1e-9)


def test_skew_and_tails_agree_with_pandas():
    of = book()
    for place in range(3):
        path = pd.Series(of.returns @ of.weights[place])
        assert value("return_skew", of)[place] == pytest.approx(float(path.skew()), rel=1e-9)
        wanted = abs(path.quantile(0.95) / path.quantile(0.05))
        assert value("tail_balance", of)[place] == pytest.approx(wanted, rel=1e-9)
        assert value("downside_deviation", of)[place] == pytest.approx(
            downside.downside_deviation(sample(of, place)) * np.sqrt(252 * DAYS / (DAYS - 1)), rel=1e-9
        )


def test_beta_to_a_target_that_is_held_is_one_and_betas_are_those_of_least_squares():
    of = book(weights=[[30, 30, 20, 10, 10], [60, 60, 40, 20, 20]])
    assert value("beta_to_target", of) == pytest.approx([1.0, 1.0])
    assert value("tracking_error", of) == pytest.approx([0.0, 0.0], abs=1e-9)
    random = np.random.default_rng(3)
    factors = {name: random.normal(0, 0.01, DAYS) for name in ("market", "size", "value", "quality", "momentum")}
    mixed = of.returns.copy()
    mixed[:, 0] = 1.2 * factors["market"] + 0.4 * factors["size"] - 0.3 * factors["value"]
    exact = book(weights=[[100, 0, 0, 0, 0]], returns=mixed, factors=factors)
    found = {name: value(name, exact)[0] for name in ("size_beta", "value_beta", "momentum_beta", "quality_beta")}
    assert found == pytest.approx(
        {"size_beta": 0.4, "value_beta": -0.3, "momentum_beta": 0, "quality_beta": 0}, abs=1e-9
    )
    assert np.isnan(value("size_beta", of)).all()
    assert of.coverage("factors") == pytest.approx([0, 0])


def test_drift_cash_and_looking_through_are_sums():
    of = book()
    held = np.array([0.8, 0.15, 0.05])
    assert of.class_weights[0] == pytest.approx(held)
    assert value("class_drift", of)[0] == pytest.approx(0.2)
    assert value("relative_drift", of)[0] == pytest.approx(-0.5)
    assert value("total_drift", of)[0] == pytest.approx(np.abs(held - [0.6, 0.3, 0.1]).sum() / 2)
    assert value("largest_issuer", of)[0] == pytest.approx(0.7)
    assert value("top_ten", of)[0] == pytest.approx(0.95)
    assert value("portfolio_yield", of)[0] == pytest.approx(0.4 * 0.01 + 0.3 * 0.02 + 0.2 * 0.03 + 0.05 * 0.04)
    assert value("effective_duration", of)[0] == pytest.approx(0.2 * 3 + 0.05 * 6)
    assert value("below_investment_grade", of)[0] == pytest.approx(0.2 * 0.1 + 0.05 * 0.2)
    assert value("expense_ratio", of)[0] == pytest.approx(0.2 * 0.002 + 0.05 * 0.001)
    assert value("stress_2008", of)[0] == pytest.approx(0.7 * 0.4 + 0.2 * 0.2 - 0.05 * 0.05)
    assert value("stress_rates_up", of)[0] == pytest.approx(0.009)
    assert own_stress(of, {"equity": -0.5})[0] == pytest.approx(0.4)


def test_95_percent_is_sold_when_the_slowest_position_has_given_enough():
    """70,000 of two companies at 10,000 and 5,000 a day, the rest at once: 95,000 of 100,000 take 5 days."""
    of = book()
    sold_by_day_5 = min(40_000, 5 * 10_000) + min(30_000, 5 * 5_000) + 30_000
    assert sold_by_day_5 == 95_000
    assert value("days_to_liquidate", of)[0] == pytest.approx(5.0, abs=1e-6)
    locked = book(illiquid=np.array([0, 1.0, 0, 0, 0]))
    assert value("days_to_liquidate", locked)[0] == 9999
    assert value("illiquid_share", locked)[0] == pytest.approx(0.3)


def test_the_half_year_loss_of_steady_days_is_their_sum_and_is_the_same_every_time():
    steady = np.full((DAYS, SIZE), -0.001)
    of = book(returns=steady)
    assert value("six_month_loss", of) == pytest.approx(np.full(3, 1 - 0.999**126))
    assert (value("six_month_loss", book()) == value("six_month_loss", book())).all()
    spread = value("six_month_loss", book())[0]
    normal = 1.645 * value("volatility", book())[0] / np.sqrt(2)
    assert 0.3 * normal < spread < 1.7 * normal


def test_an_asset_without_history_lowers_coverage_and_leaves_the_others_standing():
    gap = book().returns.copy()
    gap[:, 0] = np.nan
    of = book(returns=gap)
    assert of.coverage("history") == pytest.approx([0.6, 0.9, 1.0])
    assert np.isfinite(value("volatility", of)).all()
    assert of.coverage("holdings") == pytest.approx([1, 1, 1])


def test_every_metric_says_what_it_is():
    entries = PORTFOLIO_METRICS.entries()
    assert {entry.facts["number"] for entry in entries} == set(range(1, 39))
    for entry in entries:
        assert inspect.getdoc(entry.function), entry.name
        assert entry.facts["unit"] and entry.facts["source"] and entry.facts["sign"], entry.name
        assert entry.facts["convention"] or "." in (inspect.getdoc(entry.function) or "")
