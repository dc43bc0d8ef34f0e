"""The frontier: convex, within the limits, ending where the objectives end, and cheap to import."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate, TrackingLimit, TurnoverLimit
from core.optimize import frontier, solve


def history(assets: int = 8) -> pd.DataFrame:
    chance = np.random.default_rng(9)
    values = chance.normal(np.linspace(0.0001, 0.0008, assets), np.linspace(0.004, 0.012, assets), (300, assets))
    return pd.DataFrame(values, columns=[f"N{i}" for i in range(assets)])


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"bounds": FrozenMap({"*": (0.05, 0.4)})},
        {"turnover": TurnoverLimit(0.4, FrozenMap({"N0": 0.5, "N7": 0.5}))},
        {"tracking_error": TrackingLimit(0.05, FrozenMap({"N0": 0.5, "N7": 0.5}))},
    ],
)
def test_it_runs_from_the_calmest_to_the_richest_portfolio_and_bends_one_way(limits):
    curve = frontier(history(), Mandate(**limits), points=25)
    calm = solve(history(), Mandate(objective="min_volatility", **limits))
    rich = solve(history(), Mandate(objective="max_return", **limits))
    risk, expected = np.array(curve.risk), np.array(curve.expected)
    assert len(risk) == len(expected) == len(curve.weights) == 25
    assert risk[0] == pytest.approx(calm.volatility, rel=1e-6)
    assert expected[-1] == pytest.approx(rich.expected_return, rel=1e-6)
    assert (np.diff(expected) > 0).all()
    assert (np.diff(risk) > -1e-7).all()
    assert (np.diff(np.diff(risk) / np.diff(expected)) > -1e-4).all()
    assert np.array(curve.weights).sum(axis=1) == pytest.approx(np.ones(25))


def test_the_best_ratio_on_the_curve_is_that_of_max_sharpe():
    curve = frontier(history(), Mandate(), points=400)
    best = solve(history(), Mandate(objective="max_sharpe"))
    assert max(np.array(curve.expected) / np.array(curve.risk)) == pytest.approx(best.objective, rel=1e-4)


def test_a_mandate_that_cannot_be_met_has_no_frontier():
    assert frontier(history(), Mandate(bounds=FrozenMap({"*": (0.3, 1.0)}))).risk == ()


def test_neither_riskfolio_nor_cvxpy_is_imported_for_it():
    script = (
        "import sys, numpy as np, pandas as pd\n"
        "from core.optimize import frontier, solve\n"
        "from core.domain.mandate import Mandate\n"
        "returns = pd.DataFrame(np.random.default_rng(0).normal(size=(50, 3)), columns=list('abc'))\n"
        "frontier(returns, Mandate()), solve(returns, Mandate(objective='min_cvar'))\n"
        "print(sorted({'riskfolio', 'cvxpy', 'sklearn'} & set(sys.modules)))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
