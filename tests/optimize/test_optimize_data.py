"""Data that carry no estimate are answered with the assets named; singular ones are repaired and said."""

import numpy as np
import pandas as pd
import pytest

from core.domain.errors import BadInput
from core.domain.mandate import Estimation, Mandate
from core.optimize import solve
from core.optimize.estimation import COVARIANCES, MEANS


@pytest.fixture
def returns() -> pd.DataFrame:
    chance = np.random.default_rng(11)
    dates = pd.bdate_range("2024-01-01", periods=60)
    return pd.DataFrame(chance.normal(0.0004, 0.01, (60, 4)), index=dates, columns=["OAK", "ELM", "ASH", "FIR"])


def refused(returns: pd.DataFrame, **mandate: object) -> str:
    with pytest.raises(BadInput) as caught:
        solve(returns, Mandate(**mandate))
    return str(caught.value)


def test_missing_values_name_the_asset_how_many_and_where(returns):
    returns.loc["2024-01-10", "ELM"] = np.nan
    returns.loc["2024-01-12", "ELM"] = np.inf
    assert "ELM has 2 missing values, the first on 2024-01-10" in refused(returns)


def test_unequal_histories_name_who_begins_late_and_who_ends_early(returns):
    returns.iloc[:5, 0] = np.nan
    returns.iloc[-3:, 2] = np.nan
    said = refused(returns)
    assert "OAK begins 2024-01-08, later than the first row" in said
    assert "ASH ends 2024-03-19, before the last row" in said


def test_a_late_beginning_shortens_the_history_of_all_and_is_said(returns):
    returns.iloc[:5, 0] = np.nan
    answer = solve(returns, Mandate())
    (issue,) = answer.issues
    assert "OAK begins 2024-01-08: everything counts from 2024-01-08, 55 rows of 60" in issue.message
    assert answer.weights == solve(returns.iloc[5:], Mandate()).weights


def test_a_late_beginning_may_be_regressed_on_the_longer_histories(returns):
    whole = solve(returns, Mandate())
    returns.iloc[:20, 0] = np.nan
    answer = solve(returns, Mandate(estimation=Estimation(histories="regressed")))
    (issue,) = answer.issues
    assert "OAK begins 2024-01-29" in issue.message and "estimates, not observations" in issue.message
    for symbol, weight in whole.weights.items():
        assert answer.weights[symbol] == pytest.approx(weight, abs=0.1)


def test_a_late_beginning_may_be_refused_and_a_way_that_is_not_known_names_the_others(returns):
    returns.iloc[:5, 0] = np.nan
    assert "OAK begins 2024-01-08" in refused(returns, estimation=Estimation(histories="full"))
    assert "'guessed' is none of shared, regressed, full" in refused(
        returns, estimation=Estimation(histories="guessed")
    )


def test_too_short_a_shared_history_names_who_shortens_it(returns):
    returns.iloc[:57, 0] = np.nan
    said = refused(returns)
    assert "3 rows of returns for 4 assets" in said and "OAK begins" in said


def test_an_asset_without_any_value_is_named(returns):
    returns["FIR"] = np.nan
    assert "FIR has no values at all" in refused(returns)


def test_a_name_twice_is_named(returns):
    returns.columns = ["OAK", "ELM", "OAK", "FIR"]
    assert "OAK: the column stands twice" in refused(returns)


def test_a_series_twice_names_both(returns):
    returns["ELM"] = returns["FIR"]
    assert "ELM and FIR are the same series" in refused(returns)


def test_returns_that_never_vary_are_named(returns):
    returns["ASH"] = 0.0001
    assert "ASH: the returns never vary" in refused(returns)


def test_fewer_rows_than_the_estimator_needs_name_the_assets_and_a_way_out(returns):
    said = refused(returns.iloc[:4])
    assert "4 rows of returns for 4 assets (ASH, ELM, FIR and OAK)" in said
    assert "needs 5" in said and "ledoit_wolf" in said
    assert solve(returns.iloc[:4], Mandate(estimation=Estimation(covariance="ledoit_wolf"))).status == "optimal"


def test_a_bound_on_an_unknown_symbol_is_refused(returns):
    assert refused(returns, bounds={"YEW": (0.1, 0.2)}).startswith("mandate.bounds.YEW: there is no price series")


def test_a_limit_that_nothing_answers_to_is_said(returns):
    issues = solve(returns, Mandate(issuer_limit=0.3, exclude=("tobacco",))).issues
    said = {issue.where: issue.message for issue in issues}
    assert said["mandate.assets"].startswith("ASH, ELM, FIR and OAK: no issuer is given")
    assert said["mandate.exclude"].startswith("tobacco: no asset carries this tag")


def test_a_singular_covariance_is_repaired_and_the_assets_named(returns):
    returns["MIX"] = 0.5 * returns["OAK"] + 0.5 * returns["ELM"]
    answer = solve(returns, Mandate())
    (issue,) = answer.issues
    assert issue.code == "covariance_repaired"
    assert all(name in issue.message for name in ("OAK", "ELM", "MIX")) and "FIR" not in issue.message
    assert sum(answer.weights.values()) == pytest.approx(1)


def test_exponential_weights_are_those_of_pandas(returns):
    values = returns.to_numpy()
    smooth = returns.ewm(alpha=0.06)
    assert MEANS["ewma"](values) == pytest.approx(smooth.mean().iloc[-1].to_numpy())
    assert COVARIANCES["ewma"](values) == pytest.approx(smooth.cov().iloc[-4:].to_numpy())


def test_ledoit_wolf_is_that_of_scikit_learn(returns):
    covariance = pytest.importorskip("sklearn.covariance")
    expected = covariance.LedoitWolf().fit(returns.to_numpy()).covariance_
    assert COVARIANCES["ledoit_wolf"](returns.to_numpy()) == pytest.approx(expected)


def test_james_stein_draws_means_together_and_keeps_their_order(returns):
    values = returns.to_numpy()
    plain, drawn = MEANS["sample"](values), MEANS["james_stein"](values)
    assert np.ptp(drawn) < np.ptp(plain)
    assert drawn.mean() == pytest.approx(plain.mean())
    assert (np.diff(drawn[np.argsort(plain)]) >= -1e-15).all()
