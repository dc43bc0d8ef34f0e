"""Values that others print for the same series, at their last digit, and values counted by other code."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from core.risk.measuring import measure_case

BACON = Path(__file__).resolve().parents[2].parent / "shared" / "golden" / "metrics" / "bacon.json"
PRINTED = [
    ("appraisal_ratio", {}, -0.4302756, 5e-8),
    ("bernardo_ledoit_omega0", {}, 1.779783, 5e-7),
    ("d_ratio", {}, 0.401, 5e-4),
    ("downside_frequency", {"mar": 0.005}, 0.458, 5e-4),
    ("fama_beta", {}, 1.03, 5e-3),
    ("jensen_alpha", {}, -0.01416944, 5e-9),
    ("kappa2", {"mar": 0.005}, 0.157, 5e-4),
    ("kurtosis_sample_excess", {}, -0.41, 5e-3),
    ("martin_ratio", {}, 1.70, 1e-2),
    ("modified_treynor", {}, 0.7975, 5e-5),
    ("pain_index", {}, 0.04, 5e-3),
    ("specific_risk", {}, 0.0329, 5e-5),
    ("variability_skewness", {"mar": 0.005}, 1.150, 5e-4),
]
"""As the examples of the R package PerformanceAnalytics print them for the portfolio of Bacon's book."""


@pytest.mark.parametrize(("name", "case", "printed", "digit"), PRINTED, ids=[row[0] for row in PRINTED])
def test_the_portfolio_of_bacon_s_book_has_its_printed_values(name, case, printed, digit):
    if not BACON.exists():
        pytest.skip("the published series is not here")
    rows = json.loads(BACON.read_text("utf-8"))
    both = next(row["inputs"] for row in rows if "benchmark" in row["inputs"])
    found = measure_case({**both, "periods_per_year": 12, "metrics": [name], **case})[name].value
    assert found == pytest.approx(printed, abs=digit)


def test_the_longest_recovery_is_from_the_low_to_the_old_high():
    """Low on the fourth day, back on the twelfth: eight days (an example of the program Portfolio Performance)."""
    wealth = [100, 120, 110, 80, 85, 90, 95, 100, 105, 110, 115, 120]
    found = measure_case({"wealth": wealth, "metrics": ["longest_recovery_days"]})
    assert found["longest_recovery_days"].value == 8


CHANCE = np.random.default_rng(11)
SERIES = (CHANCE.standard_t(4, 300) * 0.008 + 0.0004).tolist()
MARKET = (0.7 * np.array(SERIES) + CHANCE.normal(0.0002, 0.006, 300)).tolist()


def ours(name: str, **case: object) -> float:
    data = {"returns": SERIES, "benchmark": MARKET, "periods_per_year": 252, "risk_free": 0.0252, "metrics": [name]}
    return float(measure_case({**data, **case})[name].value or 0.0)


def test_moments_and_regressions_are_those_of_scipy_and_pandas():
    frame = pd.DataFrame({"r": SERIES, "b": MARKET})
    fit = stats.linregress(frame["b"] - 0.0001, frame["r"] - 0.0001)
    path = stats.linregress(np.arange(300), np.log1p(frame["r"]).cumsum())
    wealth = np.concatenate([[1.0], (1 + frame["r"]).cumprod()])
    expected = {
        "beta": fit.slope,
        "alpha": (1 + fit.intercept) ** 252 - 1,
        "correlation": frame.corr().iloc[0, 1],
        "skew": stats.skew(SERIES),
        "kurtosis": stats.kurtosis(SERIES, fisher=False),
        "stability_of_timeseries": path.rvalue**2,
        "annual_volatility": frame["r"].std() * np.sqrt(252),
        "sharpe": (frame["r"] - 0.0001).mean() / frame["r"].std() * np.sqrt(252),
        "tracking_error": (frame["r"] - frame["b"]).std() * np.sqrt(252),
        "information_ratio": (frame["r"] - frame["b"]).mean() / (frame["r"] - frame["b"]).std() * np.sqrt(252),
        "max_drawdown": (wealth / np.maximum.accumulate(wealth) - 1).min(),
        "kurtosis_sample_excess": frame["r"].kurt(),
        "gini_mean_difference": np.abs(np.subtract.outer(SERIES, SERIES)).sum() / (300 * 299),
        "semi_variance_ddof1": ((frame["r"] - frame["r"].mean()).clip(upper=0) ** 2).sum() / 299,
        "var_historical": -np.quantile(SERIES, 0.05),
    }
    for name, value in expected.items():
        assert ours(name) == pytest.approx(value, rel=1e-9), name
