"""Objectives and estimators are written as the literature writes them."""

import pytest

from core.words.model_names import model_name


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("min_volatility", "Min volatility"), ("max_sharpe", "Max Sharpe"), ("black_litterman", "Black-Litterman"),
        ("risk_parity_cdar", "Risk parity CDaR"), ("ledoit_wolf", "Ledoit-Wolf"), ("hrp", "HRP"), ("ewma", "EWMA"),
        ("my_own_rule", "My own rule"),
    ],
)  # fmt: skip
def test_a_name_is_written_as_people_write_it(name, written):
    assert model_name(name) == written
