"""A model of models is flattened exactly, cycles are refused, and views are read as they are said."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cli.door import main
from core.domain.allocation import Allocation, Band
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Estimation, Mandate
from core.domain.target import Infeasible, Target
from core.optimize import solve, solve_blend
from core.optimize.blending import flattened, flattened_target
from core.optimize.words_to_views import view_of, views_of, words_of


def model(name: str, weights: dict[str, float] | None = None, sleeves: dict[str, float] | None = None) -> Mandate:
    target = Allocation("asset_class", FrozenMap(weights)) if weights else None
    return Mandate(id=name, name=name, target=target, sleeves=FrozenMap(sleeves or {}))


def standing(one: Mandate, where: str) -> dict[str, float]:
    assert one.target is not None
    return dict(one.target.weights)


MODELS = {
    "shares": model("shares", {"us_equity": 0.7, "intl_developed": 0.3}),
    "bonds": model("bonds", {"us_bond": 1.0}),
    "core": model("core", sleeves={"shares": 0.6, "bonds": 0.4}),
    "house": model("house", sleeves={"core": 0.9, "shares": 0.1}),
}


def test_sleeves_within_sleeves_are_opened_and_blended_exactly():
    weights = flattened(MODELS["house"], MODELS.get, standing)
    assert dict(weights) == {"us_equity": 0.448, "intl_developed": 0.192, "us_bond": 0.36}
    assert sum(weights.values()) == 1.0


def test_ten_tenths_are_one_whole():
    models = {f"s{i}": model(f"s{i}", {"us_equity": 0.1, "us_bond": 0.9}) for i in range(10)}
    weights = flattened(model("all", sleeves=dict.fromkeys(models, 0.1)), models.get, standing)
    assert dict(weights) == {"us_equity": 0.1, "us_bond": 0.9}


@pytest.mark.parametrize(
    ("models", "said"),
    [
        ({"a": {"a": 1.0}}, "a → a: a model cannot contain itself"),
        ({"a": {"b": 1.0}, "b": {"c": 1.0}, "c": {"a": 1.0}}, "a → b → c → a: a model cannot contain itself"),
        ({"a": {"gone": 1.0}}, "mandate.sleeves.gone: there is no model of that id"),
        ({"a": {"b": 0.5}, "b": {}}, "sum to 100 %, not 50"),
        ({"a": {"b": 1.0}, "b": {}}, "has no target weights to blend"),
    ],
)
def test_cycles_and_broken_shares_are_refused_with_the_way_they_go(models, said):
    known = {name: model(name, sleeves=sleeves) for name, sleeves in models.items()}
    with pytest.raises(BadInput, match="(?s)" + said.replace("→", ".")):
        flattened_target(known["a"], known.get)


def test_the_blended_target_keeps_its_own_bands_and_destination():
    own = Allocation(
        "asset_class", FrozenMap({"us_bond": 1.0}), FrozenMap({"us_bond": Band("absolute", 0.03)}), "target"
    )
    blend = Mandate(id="mix", target=own, sleeves=FrozenMap({"shares": 0.5, "bonds": 0.5}))
    found = flattened_target(blend, MODELS.get)
    assert dict(found.weights) == {"us_equity": 0.35, "intl_developed": 0.15, "us_bond": 0.5}
    assert found.band("us_bond").width == 0.03 and found.destination == "target"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(0, 10**6))
def test_whatever_is_blended_sums_to_one_and_lies_between_its_sleeves(parts, seed):
    chance = np.random.default_rng(seed)
    shares = [part / sum(parts) for part in parts]
    models = {f"s{i}": model(f"s{i}", dict(zip("abc", map(float, chance.dirichlet(np.ones(3))), strict=True)))
              for i in range(len(parts))}  # fmt: skip
    blend = flattened(model("all", sleeves=dict(zip(models, shares, strict=True))), models.get, standing)
    assert sum(blend.values()) == pytest.approx(1.0, abs=1e-12)
    for name in "abc":
        inside = [one.target.weights[name] for one in models.values()]
        assert min(inside) - 1e-12 <= blend[name] <= max(inside) + 1e-12


def history() -> pd.DataFrame:
    chance = np.random.default_rng(8)
    values = chance.normal([0.0003, 0.0005, 0.0007], [0.004, 0.008, 0.012], (150, 3))
    return pd.DataFrame(values, columns=["CALM", "FAIR", "WILD"], index=pd.bdate_range("2024-01-01", periods=150))


def test_a_blend_of_solved_models_is_their_weighted_sum_and_its_own_limits_are_said():
    models = {"calm": Mandate(id="calm"), "even": Mandate(id="even", objective="equal_weight")}
    mix = Mandate(sleeves=FrozenMap({"calm": 0.25, "even": 0.75}), bounds=FrozenMap({"WILD": (0.0, 0.1)}))
    answer = solve_blend(history(), mix, models)
    calm = solve(history(), models["calm"])
    assert isinstance(answer, Target)
    for name in history():
        assert answer.weights[name] == pytest.approx(0.25 * calm.weights[name] + 0.25)
    assert [issue.where for issue in answer.issues if issue.code == "limit_missed"] == ["mandate.bounds.WILD.max"]
    assert any(issue.message.startswith("WILD") and "missed by" in issue.message for issue in answer.issues)


def test_the_limits_of_a_blend_count_the_classes_that_its_models_know():
    known = FrozenMap({name: AssetFacts(classes=FrozenMap({"us_equity": 1.0})) for name in history()})
    models = {"even": Mandate(id="even", objective="equal_weight", assets=known)}
    mix = Mandate(sleeves=FrozenMap({"even": 1.0}), class_bounds=FrozenMap({"us_equity": (0.0, 0.5)}))
    answer = solve_blend(history(), mix, models)
    assert [issue.where for issue in answer.issues] == ["mandate.class_bounds.us_equity.max"]


def test_a_sleeve_that_cannot_be_met_is_the_answer_with_its_path():
    models = {"tight": Mandate(id="tight", bounds=FrozenMap({"*": (0.5, 1.0)}))}
    answer = solve_blend(history(), Mandate(sleeves=FrozenMap({"tight": 1.0})), models)
    assert isinstance(answer, Infeasible)
    assert [one.constraint for one in answer.conflicts] == ["sleeves.tight.bounds.*.min"]


def ask(case: dict[str, Any], folder: Path, capfd: Any) -> tuple[int, dict[str, Any], str]:
    (folder / "case.json").write_text(json.dumps(case), encoding="utf-8")
    code = main(["target", str(folder / "case.json"), "--json"])
    told = capfd.readouterr()
    return code, json.loads(told.out) if told.out.strip() else {}, told.err


def prices() -> dict[str, Any]:
    closes = 100 * (1 + history()).cumprod()
    return {"dates": [str(day.date()) for day in closes.index], **{name: list(closes[name]) for name in closes}}


def test_the_command_line_blends_models_and_refuses_a_cycle(tmp_path, capfd):
    models = {"one": {"objective": "equal_weight"}, "two": {"sleeves": {"one": 0.5, "three": 0.5}},
              "three": {"objective": "min_volatility"}}  # fmt: skip
    code, answer, _ = ask({"prices": prices(), "models": models, "mandate": {"sleeves": {"two": 1.0}}}, tmp_path, capfd)
    calm = ask({"prices": prices(), "mandate": {}}, tmp_path, capfd)[1]["weights"]
    assert code == 0
    assert answer["weights"]["CALM"] == pytest.approx(0.5 / 3 + 0.5 * calm["CALM"])
    models["three"] = {"sleeves": {"two": 1.0}}
    code, _, err = ask({"prices": prices(), "models": models, "mandate": {"sleeves": {"two": 1.0}}}, tmp_path, capfd)
    assert code == 2 and "a model cannot contain itself" in err and len(err.strip().splitlines()) == 1


def test_views_in_words_are_the_views_in_numbers(tmp_path, capfd):
    said = "WILD beats CALM by 3 %, confidence 80 %"
    mandate = {"objective": "black_litterman", "risk_aversion": 3, "views": [said]}
    view = {"assets": {"WILD": 1, "CALM": -1}, "return": 0.03, "confidence": 0.8}
    words = ask({"prices": prices(), "mandate": mandate}, tmp_path, capfd)[1]
    numbers = ask({"prices": prices(), "mandate": {**mandate, "views": [view]}}, tmp_path, capfd)[1]
    assert words["weights"] == numbers["weights"]


@pytest.mark.parametrize(
    ("said", "assets", "size", "confidence"),
    [
        ("VTI beats BND by 2 %, confidence 60 %", {"VTI": 1.0, "BND": -1.0}, 0.02, 0.6),
        ("vti outperforms VEA and VWO by 1.5 points a year", {"VTI": 1.0, "VEA": -0.5, "VWO": -0.5}, 0.015, 0.5),
        ("70% VEA and 30% VWO trail VTI by 1%", {"VEA": -0.7, "VWO": -0.3, "VTI": 1.0}, 0.01, 0.5),
        ("VNQ earns 4 % over cash (confidence 0.25)", {"VNQ": 1.0}, 0.04, 0.25),
        ("BND returns -1 % a year with confidence of 90%", {"BND": 1.0}, -0.03, 0.9),
    ],
)
def test_how_a_view_may_be_said(said, assets, size, confidence):
    view = view_of(said, risk_free=0.02)
    assert dict(view["assets"]) == pytest.approx(assets)
    assert view["return"] == pytest.approx(size) and view["confidence"] == pytest.approx(confidence)
    again = view_of(words_of(view))
    assert dict(again["assets"]) == pytest.approx(assets) and again["return"] == pytest.approx(size)


def test_what_is_no_view_is_shown_how_one_is_said():
    with pytest.raises(BadInput, match="view 2: 'gold is nice': expected a view such as"):
        views_of("VTI beats BND by 2%\n\ngold is nice")
    with pytest.raises(BadInput, match="a confidence lies above 0"):
        view_of("VTI beats BND by 2 %, confidence 300 %")


def test_the_factor_objective_meets_betas_that_can_be_met_and_comes_near_to_others():
    returns = history()
    factors = pd.DataFrame({"market": returns.mean(axis=1), "style": returns["WILD"] - returns["CALM"]})
    near = Mandate(objective="match_factors", factor_targets=FrozenMap({"market": 1.0, "style": 0.2}))
    answer = solve(returns, near, factors)
    mix = returns.to_numpy() @ np.array([answer.weights[name] for name in returns])
    design = np.column_stack([np.ones(len(mix)), factors.to_numpy()])
    betas = np.linalg.lstsq(design, mix, rcond=None)[0][1:]
    assert betas == pytest.approx([1.0, 0.2], abs=2e-3)
    far = solve(returns, Mandate(objective="match_factors", factor_targets=FrozenMap({"market": 9.0})), factors)
    assert isinstance(far, Target) and far.objective > 0.1
    with pytest.raises(BadInput, match=r"factor_targets\.value: no such factor"):
        solve(returns, Mandate(objective="match_factors", factor_targets=FrozenMap({"value": 1.0})), factors)


def test_an_excluded_tag_is_not_held_and_is_named_when_it_must_be():
    facts = FrozenMap({"CALM": AssetFacts(tags=("arms",)), "FAIR": AssetFacts(), "WILD": AssetFacts()})
    mandate = Mandate(assets=facts, exclude=("arms",))
    assert solve(history(), mandate).weights["CALM"] == 0
    stuck = solve(history(), Mandate(assets=facts, exclude=("arms",), bounds=FrozenMap({"CALM": (0.2, 1.0)})))
    assert {one.constraint for one in stuck.conflicts} == {"exclude.arms", "bounds.CALM.min"}


@pytest.mark.parametrize("objective", ["risk_parity", "hrp", "equal_weight"])
def test_what_may_not_be_held_takes_no_share(objective):
    answer = solve(history(), Mandate(objective=objective, restricted=("WILD",)))
    alone = solve(history()[["CALM", "FAIR"]], Mandate(objective=objective))
    assert {**answer.weights} == pytest.approx({**alone.weights, "WILD": 0.0}, abs=1e-7)


@pytest.mark.long
@pytest.mark.parametrize(
    "measure", ["mad", "semi_deviation", "loss", "downside", "cvar", "tail_range", "evar", "cdar", "edar", "ulcer"]
)
def test_risk_parity_by_other_measures_is_even_in_that_measure(measure):
    answer = solve(history(), Mandate(objective=f"risk_parity_{measure}"))
    assert isinstance(answer, Target) and "riskfolio" in answer.solver
    assert answer.objective < 0.06
    assert sum(answer.weights.values()) == pytest.approx(1, abs=1e-12)


def test_every_estimator_answers_every_kind_of_history():
    returns = history()
    returns.iloc[:40, 0] = np.nan
    for covariance in ("sample", "ewma", "ledoit_wolf", "denoised", "factor_model"):
        for mean in ("sample", "ewma", "james_stein", "equilibrium"):
            asked = Estimation(mean=mean, covariance=covariance, histories="regressed")
            answer = solve(returns, Mandate(objective="max_utility", risk_aversion=4.0, estimation=asked))
            assert isinstance(answer, Target) and [one.code for one in answer.issues] == ["unequal_histories"]
