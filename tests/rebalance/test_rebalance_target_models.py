"""A target as a model of models: opened into weights before the case is built, and proposed like any other."""

from typing import Any

import pytest
from rebalance_cases import account, answer, case_of, household, lines, lot

from core.domain.errors import BadInput

MODELS: dict[str, Any] = {
    "core": {"by": "symbol", "weights": {"STOCK": 0.5, "BOND": 0.5}},
    "growth": {"by": "symbol", "weights": {"STOCK": 0.9, "STOCK2": 0.1}},
    "both": {"by": "models", "weights": {"core": 0.5, "growth": 0.5}},
}


def blended(weights: dict[str, Any], models: dict[str, Any] | None = None) -> dict[str, Any]:
    plain = household(
        account("ira", "roth_ira", "0", lot("S", "STOCK", "900", "1"), lot("B", "BOND", "200", "1")), weights={}
    )
    plain["target"] = {"by": "models", "weights": weights, "models": models or MODELS, "destination": "target"}
    return plain


def test_sleeves_are_blended_by_their_shares_and_traded_as_one_target() -> None:
    plain = blended({"core": 0.8, "growth": 0.2})
    case = case_of(plain)
    assert case.target.by == "symbol" and case.target.destination == "target"
    assert dict(case.target.weights) == pytest.approx({"STOCK": 0.58, "BOND": 0.4, "STOCK2": 0.02})
    assert ("ira", "sell", "STOCK") in [line[:3] for line in lines(answer(plain))]


def test_models_of_models_open_as_deep_as_they_go_and_accounts_may_have_their_own() -> None:
    assert dict(case_of(blended({"both": 1})).target.weights) == pytest.approx(
        {"STOCK": 0.7, "BOND": 0.25, "STOCK2": 0.05}
    )
    plain = blended({"core": 1})
    plain["accounts"][0]["target"] = {"by": "models", "weights": {"growth": 1}, "models": MODELS}
    own = case_of(plain).account("ira").target
    assert own is not None and dict(own.weights) == pytest.approx({"STOCK": 0.9, "STOCK2": 0.1})


def test_the_answer_is_that_of_the_weights_written_out() -> None:
    plain = blended({"core": 0.8, "growth": 0.2})
    written = {**plain, "target": {"by": "symbol", "destination": "target",
                                   "weights": {"STOCK": 0.58, "STOCK2": 0.02, "BOND": 0.4}}}  # fmt: skip
    assert answer(plain).fingerprint == answer(written).fingerprint


@pytest.mark.parametrize(
    ("weights", "models", "says"),
    [
        ({"core": 0.8}, None, "sum to 1, not to 0.8"),
        ({"none": 1}, None, "no model of that name"),
        ({"a": 1}, {"a": {"by": "models", "weights": {"b": 1}}, "b": {"by": "models", "weights": {"a": 1}}}, "contain"),
        ({"core": 0.5, "c": 0.5}, {**MODELS, "c": {"by": "asset_class", "weights": {"us_bond": 1}}}, "by class and"),
        ({"core": "x"}, None, "not a number"),
    ],
)  # fmt: skip
def test_what_cannot_be_blended_is_refused_in_one_line(weights: Any, models: Any, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        case_of(blended(weights, models))
