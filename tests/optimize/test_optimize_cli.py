"""`python -m core target`: one document on standard output, an exit code, one line where the input is wrong."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.cli.door import main
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.optimize import solve

DAYS = [f"2024-02-{day:02d}" for day in range(1, 29)]


def prices() -> dict[str, list[float]]:
    chance = np.random.default_rng(8)
    walks = np.exp(np.cumsum(chance.normal(0.001, 0.01, (28, 3)), axis=0)) * [40, 90, 120]
    return {
        name: [round(float(price), 4) for price in walk]
        for name, walk in zip(("KITE", "LARK", "WREN"), walks.T, strict=True)
    }


def ask(case: object, folder: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, dict, str]:
    (folder / "case.json").write_text(json.dumps(case), encoding="utf-8")
    code = main(["target", str(folder / "case.json"), "--json"])
    out, err = capfd.readouterr()
    return code, json.loads(out) if out.strip() else {}, err


@pytest.mark.parametrize("inline", [True, False])
def test_prices_stand_inline_or_in_a_file_beside_the_case(inline, tmp_path, capfd):
    mandate = {"objective": "min_volatility", "bounds": {"*": [0, 1], "LARK": [0.1, 0.6]}, "views": []}
    table = prices()
    rows = zip(DAYS, *table.values(), strict=True)
    lines = [",".join(["date", *table]), *(",".join(map(str, row)) for row in rows)]
    (tmp_path / "closes.csv").write_text("\n".join(lines), encoding="utf-8")
    given = {"dates": DAYS, **table} if inline else "closes.csv"
    code, answer, _ = ask({"prices": given, "mandate": mandate}, tmp_path, capfd)
    returns = pd.DataFrame(table).pct_change().iloc[1:]
    wanted = solve(returns, Mandate(bounds=FrozenMap({"*": (0, 1), "LARK": (0.1, 0.6)})))
    assert (code, answer["status"]) == (0, "optimal")
    assert answer["weights"] == pytest.approx(dict(wanted.weights))
    assert {"objective", "expected_return", "volatility", "solver"} <= set(answer)


def test_an_infeasible_mandate_is_exit_1_with_its_conflict_and_the_nearest(tmp_path, capfd):
    mandate = {"objective": "max_sharpe", "bounds": {"KITE": [0.7, 1], "WREN": [0.5, 1]}}
    code, answer, _ = ask({"prices": {"dates": DAYS, **prices()}, "mandate": mandate}, tmp_path, capfd)
    assert (code, answer["status"]) == (1, "infeasible")
    assert [conflict["constraint"] for conflict in answer["conflicts"]] == ["bounds.KITE.min", "bounds.WREN.min"]
    assert set(answer["nearest"]) == {"weights", "relaxed"}


def test_classes_issuers_and_factors_are_read_from_the_case(tmp_path, capfd):
    case = {
        "prices": {"dates": DAYS, **prices()},
        "assets": {
            name: {"classes": {"us_equity": 1.0 if name == "KITE" else 0.2}, "issuer": "one"} for name in prices()
        },
        "factor_returns": {"dates": DAYS, "size": [0.01 * (-1) ** i for i in range(28)]},
        "mandate": {
            "objective": "max_utility",
            "class_bounds": {"us_equity": [0.4, 0.5]},
            "factors": {"size": [-5, 5]},
            "bonds": {},
        },
    }
    code, answer, _ = ask(case, tmp_path, capfd)
    assert code == 0
    assert 0.4 - 1e-8 <= answer["weights"]["KITE"] + 0.2 * (1 - answer["weights"]["KITE"]) <= 0.5 + 1e-8
    assert "mandate.bonds (did you mean bounds?)" in [issue["where"] for issue in answer["issues"]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mandate": {"objective": "max_fun"}}, "mandate.objective: 'max_fun' is none of"),
        ({"mandate": {"bounds": {"KITE": [0.6, 0.2]}}}, "bounds.KITE: the least, 0.6, is above the most, 0.2"),
        ({"mandate": {"bounds": {"KITE": 3}}}, "mandate.bounds.KITE: expected a list"),
        ({"mandate": []}, "mandate: expected an object"),
        ({"prices": "nowhere.csv"}, "there is no such price file"),
        ({"prices": {"dates": DAYS, **prices(), "WREN": [1, 2]}}, "prices: WREN: expected 28 values"),
        ({"prices": {"dates": DAYS, **prices(), "WREN": [*prices()["WREN"][:-1], None]}}, "WREN ends 2024-"),
        ({"prices": {"dates": DAYS, **prices(), "WREN": [0, *prices()["WREN"][1:]]}}, "WREN: a price is zero"),
        ({"prices": {"dates": DAYS, **prices(), "WREN": ["x", *prices()["WREN"][1:]]}}, "prices.WREN[0]: 'x' is not"),
        ({"prices": {"dates": DAYS[::-1], **prices()}}, "each date must come after the one before it"),
        ({"prices": {"dates": DAYS, **prices(), "TWIN": prices()["WREN"]}}, "TWIN and WREN are the same series"),
        ({"prices": {"dates": [], "KITE": [], "WREN": []}}, "prices.dates: there are none"),
        ({"prices": {"dates": DAYS, **prices(), " ": prices()["WREN"][::-1]}}, "prices: a series has no name"),
        ({"mandate": {"objective": "max_return", "risk_limit": -1}}, "mandate.risk_limit: expected 0 or more"),
        ({"mandate": {"objective": "hrp", "issuer_limit": -1}}, "mandate.issuer_limit: expected 0 or more"),
        ({"prices": {"dates": DAYS[:3], **{k: v[:3] for k, v in prices().items()}}}, "2 rows of returns for 3 assets"),
    ],
)
def test_wrong_input_is_exit_2_and_one_line_that_says_what_and_where(change, said, tmp_path, capfd):
    case = {"prices": {"dates": DAYS, **prices()}, "mandate": {"objective": "min_volatility"}, **change}
    code, answer, err = ask(case, tmp_path, capfd)
    assert (code, answer) == (2, {})
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_people_see_the_weights_or_the_conflict_in_words(tmp_path, capfd):
    case = {"prices": {"dates": DAYS, **prices()}, "mandate": {"bounds": {"*": [0.4, 1]}}}
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    assert main(["target", str(tmp_path / "case.json")]) == 1
    assert "must be at least 40.0%. (bounds.*.min)" in capfd.readouterr().out
