"""Estimators beyond the sample: they keep variances, remove noise, and work where the sample cannot."""

import numpy as np
import pandas as pd
import pytest

from core.domain.mandate import Estimation, Mandate
from core.domain.target import Target
from core.optimize import solve
from core.optimize.estimation import COVARIANCES, MEANS, sample_covariance


def one_factor(periods: int, assets: int, seed: int = 2) -> np.ndarray:
    chance = np.random.default_rng(seed)
    beta = chance.uniform(0.5, 1.5, assets)
    return chance.normal(0, 0.01, (periods, 1)) * beta + chance.normal(0, 0.01, (periods, assets))


def calmest(covariance: np.ndarray) -> np.ndarray:
    """Weights of the least variance, without limits."""
    weights = np.linalg.solve(covariance, np.ones(len(covariance)))
    return weights / weights.sum()


@pytest.mark.parametrize("name", ["denoised", "factor_model"])
def test_variances_stay_and_the_answer_is_positive_definite(name):
    returns = one_factor(400, 12)
    found = COVARIANCES[name](returns)
    assert np.diag(found) == pytest.approx(np.diag(sample_covariance(returns)))
    assert found == pytest.approx(found.T)
    assert np.linalg.eigvalsh(found).min() > 0


@pytest.mark.parametrize("name", ["denoised", "factor_model"])
def test_the_calmest_mix_by_it_is_calmer_in_truth_than_by_the_sample(name):
    chance = np.random.default_rng(3)
    beta = chance.uniform(0.5, 1.5, 30)
    truth = (np.outer(beta, beta) + np.eye(30)) * 1e-4
    returns = chance.multivariate_normal(np.zeros(30), truth, 90)
    by_sample, found = calmest(sample_covariance(returns)), calmest(COVARIANCES[name](returns))
    assert found @ truth @ found < by_sample @ truth @ by_sample


def test_two_unrelated_series_keep_one_factor_at_least():
    returns = np.random.default_rng(5).normal(0, 0.01, (500, 2))
    assert np.linalg.eigvalsh(COVARIANCES["factor_model"](returns)).min() > 0


def test_the_equilibrium_mean_is_beta_times_the_mixs_average():
    """An asset twice as strong as the other: betas 4/3 and 2/3 of the even mix's average return."""
    base = np.array([0.01, -0.02, 0.03, 0.02])
    found = MEANS["equilibrium"](np.column_stack([2 * base, base]))
    assert found == pytest.approx(np.array([4 / 3, 2 / 3]) * 1.5 * base.mean())


@pytest.mark.parametrize(
    ("mean", "covariance", "rows"), [("equilibrium", "denoised", 60), ("sample", "factor_model", 8)]
)
def test_a_mandate_names_them(mean, covariance, rows):
    returns = pd.DataFrame(one_factor(rows, 10), columns=[f"E{i}" for i in range(10)])
    answer = solve(returns, Mandate(estimation=Estimation(mean, covariance)))
    assert isinstance(answer, Target)
    assert sum(answer.weights.values()) == pytest.approx(1)
