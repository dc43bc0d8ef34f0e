"""Drift weighed by risk: with a covariance, money that moves anyway goes where it lowers the tracking error most."""

from typing import Any

import pytest
from rebalance_cases import account, answer, case_of, codes, fund, household, lines, lot, only

from core.domain.errors import BadInput
from core.rebalance.engine import make_ready
from core.rebalance.tracking import tracking_error

CLASSES = ["us_equity", "us_bond", "emerging", "gold"]
CALM = {"us_equity": 0.16, "us_bond": 0.05, "emerging": 0.05, "gold": 0.30}


def risk(volatility: dict[str, float], correlation: float = 0.0) -> dict[str, Any]:
    names = list(volatility)
    rows = [[volatility[a] * volatility[b] * (1.0 if a == b else correlation) for b in names] for a in names]
    return {"classes": names, "covariance": rows}


def three_ways(volatility: dict[str, float] | None) -> dict[str, Any]:
    """Stocks stand over their band; bonds, emerging markets and gold each stand two points under, inside theirs."""
    lots = [lot("L", "STOCK", "4600", "460000"), lot("B", "BOND", "3600", "180000"), lot("E", "EM", "1800", "180000"),
            lot("G", "GOLD", "1800", "180000")]  # fmt: skip
    plain = household(
        account("ira", "traditional_ira", "0", *lots),
        weights={"us_equity": 0.40, "us_bond": 0.20, "emerging": 0.20, "gold": 0.20},
    )
    plain["securities"] += [fund("EM", "100", "emerging"), fund("GOLD", "100", "gold")]
    if volatility:
        plain["risk"] = risk(volatility)
    return plain


@pytest.mark.parametrize("riskiest", ["us_bond", "emerging", "gold"])
def test_proceeds_go_to_the_class_whose_drift_is_the_riskiest(riskiest: str) -> None:
    calm = dict.fromkeys(CLASSES, 0.04) | {riskiest: 0.30}
    bought = only(answer(three_ways(calm)), "buy")
    assert {trade.symbol for trade in bought} == {{"us_bond": "BOND", "emerging": "EM", "gold": "GOLD"}[riskiest]}


def test_the_tracking_error_is_named_before_and_after_and_for_each_trade() -> None:
    found = answer(three_ways(CALM))
    # drift of 6, -2, -2 and -2 points at volatilities of 16, 5, 5 and 30 %
    assert found.before.tracking_error == pytest.approx((0.0096**2 + 2 * 0.001**2 + 0.006**2) ** 0.5, rel=1e-6)
    assert 0 < (found.after.tracking_error or 0.0) < (found.before.tracking_error or 0.0)
    assert all("tracking_error" in codes(trade) for trade in found.trades)
    assert answer(three_ways(None)).before.tracking_error is None


def test_bands_stay_bands_and_no_trade_is_made_for_tracking_error_alone() -> None:
    plain = three_ways(CALM)
    plain["accounts"][0]["lots"][0]["quantity"] = "4400"
    assert answer(plain).status == "no_action"
    found = answer(three_ways(CALM))
    assert lines(found)[-1][:3] == ("ira", "sell", "STOCK")
    assert abs(found.after.drift["us_equity"]) == pytest.approx(0.025, abs=2e-4)


def test_what_remains_beyond_the_limits_remains_where_it_is_least_risky() -> None:
    def left(volatility: dict[str, float]) -> dict[str, float]:
        lots = [lot("L", "STOCK", "100", "10000"), lot("X", "BOND", "200", "10000")]
        plain = household(
            account("ira", "traditional_ira", "1000", *lots, cash_flow="9000"),
            weights={"us_equity": 0.2, "us_bond": 0.2, "emerging": 0.3, "gold": 0.3},
            policy={"cash_flow_only": True},
        )
        plain["securities"] += [fund("EM", "10", "emerging"), fund("GOLD", "10", "gold")]
        plain["risk"] = risk(volatility)
        return dict(answer(plain).after.drift)

    gold_is_calm, gold_is_wild = left(dict.fromkeys(CLASSES, 0.1) | {"gold": 0.05}), left(CALM)
    assert gold_is_wild["gold"] > gold_is_calm["gold"]


def test_a_target_by_symbol_looks_through_to_the_classes_of_the_covariance() -> None:
    plain = household(
        account("ira", "roth_ira", "0", lot("L", "STOCK", "600", "60000"), lot("B", "BOND", "800", "40000")),
        weights={"us_equity": 0.5, "us_bond": 0.5}, risk=risk({"us_equity": 0.2, "us_bond": 0.0}),
    )  # fmt: skip
    plain["target"] = {"by": "symbol", "weights": {"STOCK": 0.4, "STOCK2": 0.1, "BOND": 0.5}}
    ready = make_ready(case_of(plain))
    assert tracking_error(ready.case, ready.goals[0], ready.goals[0].before.drift) == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([[0.04, 0.01], [0.02, 0.01]], "not the same above and below"),
        ([[0.01, 0.05], [0.05, 0.01]], "no covariance"),
        ([[0.01]], "expected 2 rows"),
    ],
)
def test_what_is_no_covariance_is_refused(rows: list[list[float]], says: str) -> None:
    plain = three_ways(None) | {"risk": {"classes": ["us_equity", "us_bond"], "covariance": rows}}
    with pytest.raises(BadInput, match=says):
        case_of(plain)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 1.0])
def test_the_sources_of_risk_add_up_to_the_variance(correlation: float) -> None:
    """At a correlation of one three of the four sources carry nothing."""
    ready = make_ready(case_of(three_ways(CALM) | {"risk": risk(CALM, correlation)}))
    drift = {"us_equity": 0.05, "us_bond": -0.03, "emerging": -0.01, "gold": -0.01}
    rows = risk(CALM, correlation)["covariance"]
    exact = sum(drift[a] * drift[b] * rows[i][j] for i, a in enumerate(CALM) for j, b in enumerate(CALM)) ** 0.5
    assert tracking_error(ready.case, ready.goals[0], drift) == pytest.approx(exact, rel=1e-9)
