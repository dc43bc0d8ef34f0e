"""Averages and sectors as limits: income, duration, cost, any number of an asset; unknown ones are named."""

import numpy as np
import pandas as pd
import pytest

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.domain.target import Infeasible, Target
from core.market.securities import known
from core.optimize import solve

SYMBOLS = ("BND", "VEA", "VTI")


def history(symbols=SYMBOLS) -> pd.DataFrame:
    chance = np.random.default_rng(4)
    risk = np.linspace(0.003, 0.012, len(symbols))
    return pd.DataFrame(chance.normal(0.0004, risk, (300, len(symbols))), columns=list(symbols))


def average(answer: Target, name: str) -> float:
    facts = known()
    return sum(weight * (getattr(facts[symbol], name) or 0.0) for symbol, weight in answer.weights.items())


def test_income_and_duration_come_from_the_table_of_securities():
    answer = solve(history(), Mandate(measures=FrozenMap({"duration": (0.0, 2.0), "income": (0.02, 0.05)})))
    assert isinstance(answer, Target)
    assert average(answer, "duration") == pytest.approx(2.0, abs=1e-6)
    assert average(answer, "dividend_yield") >= 0.02 - 1e-7


def test_what_the_mandate_says_of_an_asset_goes_before_the_table():
    scores = {"BND": 1.0, "VEA": 5.0, "VTI": 9.0}
    facts = {symbol: AssetFacts(measures=FrozenMap({"score": score})) for symbol, score in scores.items()}
    answer = solve(history(), Mandate(assets=FrozenMap(facts), measures=FrozenMap({"score": (7.0, 9.0)})))
    assert isinstance(answer, Target)
    assert sum(weight * scores[symbol] for symbol, weight in answer.weights.items()) == pytest.approx(7.0, abs=1e-6)


def test_a_number_that_nobody_knows_is_asked_for():
    with pytest.raises(BadInput, match=r"measures\.income.*not known of OWN1; give it in `assets`"):
        solve(history(("BND", "OWN1")), Mandate(measures=FrozenMap({"income": (0.0, 0.05)})))


def test_a_sector_is_looked_through():
    technology = known()["VTI"].sectors["technology"]
    asked = Mandate(
        objective="max_return",
        bounds=FrozenMap({"VTI": (0.0, 1.0)}),
        sector_bounds=FrozenMap({"technology": (0.1, 0.12)}),
        assets=FrozenMap({"VEA": AssetFacts(sectors=FrozenMap({"industrials": 1.0}))}),
    )
    answer = solve(history(), asked)
    assert isinstance(answer, Target)
    assert 0.1 - 1e-7 <= answer.weights["VTI"] * technology <= 0.12 + 1e-7


def test_limits_that_cannot_hold_together_are_named():
    answer = solve(history(), Mandate(bounds=FrozenMap({"BND": (0.0, 0.1)}), measures=FrozenMap({"duration": (3, 9)})))
    assert isinstance(answer, Infeasible)
    assert {conflict.constraint for conflict in answer.conflicts} == {"bounds.BND.max", "measures.duration.min"}
