"""How means and covariances are estimated from returns (period x asset): the two families of estimators.

Every function takes returns per period and gives moments per period; they are annualised by whoever asks.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.registry import Entry, Registry

Estimator = Callable[[NDArray[np.float64]], NDArray[np.float64]]

MEANS: Registry[Estimator] = Registry("mean estimator", "core.optimize.estimation")
COVARIANCES: Registry[Estimator] = Registry("covariance estimator", "core.optimize.estimation")

DECAY = 0.94
"""RiskMetrics' daily decay (J.P. Morgan, RiskMetrics Technical Document, 4th ed. 1996)."""


def named(family: Registry[Estimator], name: str, where: str) -> Entry[Estimator]:
    """The estimator of that name; BadInput lists those that there are."""
    if name not in family:
        raise BadInput(where, f"'{name}' is none of {', '.join(family)}")
    return family.entry(name)


@MEANS.add("sample", sentence="the average return of the history")
def sample_mean(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Arithmetic mean."""
    average: NDArray[np.float64] = returns.mean(axis=0)
    return average


@MEANS.add("ewma", sentence="the average return, recent days weighing more (decay 0.94)")
def ewma_mean(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Exponentially weighted mean, weights adding up to one."""
    average: NDArray[np.float64] = _decaying(len(returns)) @ returns
    return average


@MEANS.add("james_stein", sentence="average returns drawn toward their common mean")
def james_stein_mean(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shrunk to the grand mean (Meucci 2005, ch. 4); never beyond it, never away from it."""
    mean = returns.mean(axis=0)
    periods, assets = returns.shape
    spread = float(((mean - mean.mean()) ** 2).sum())
    if assets < 2 or spread == 0:
        return np.asarray(mean)
    eigenvalues = np.linalg.eigvalsh(np.atleast_2d(np.cov(returns, rowvar=False)))
    pull = (assets * eigenvalues.mean() - 2 * eigenvalues.max()) / (periods * spread)
    pull = float(np.clip(pull, 0.0, 1.0))
    drawn: NDArray[np.float64] = (1 - pull) * mean + pull * mean.mean()
    return drawn


@MEANS.add("equilibrium", sentence="the even mix's average return, shared out by each asset's beta to it")
def equilibrium_mean(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Beta to the equally weighted mix times its average return (Sharpe 1964, the even mix as market)."""
    market = returns.mean(axis=1)
    spread = market - market.mean()
    variance = float(spread @ spread)
    if variance == 0:
        return np.full(returns.shape[1], market.mean())
    beta = spread @ (returns - returns.mean(axis=0)) / variance
    return np.asarray(beta * market.mean())


@COVARIANCES.add("sample", rows=lambda assets: assets + 1, sentence="the covariance of the history, ddof 1")
def sample_covariance(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unbiased sample covariance; needs a row more than there are assets."""
    centred = returns - returns.mean(axis=0)
    return np.asarray(centred.T @ centred / (len(returns) - 1))


@COVARIANCES.add(
    "ewma", rows=lambda assets: assets + 1, sentence="the covariance, recent days weighing more (decay 0.94)"
)
def ewma_covariance(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Exponentially weighted covariance about the weighted mean, without bias (as pandas' `ewm(adjust=True).cov`)."""
    weights = _decaying(len(returns))
    centred = returns - weights @ returns
    return np.asarray((centred * weights[:, None]).T @ centred / (1.0 - float(weights @ weights)))


@COVARIANCES.add("ledoit_wolf", rows=lambda assets: 2, sentence="the covariance drawn toward equal, unrelated risks")
def ledoit_wolf_covariance(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shrunk to a multiple of the identity (Ledoit and Wolf 2004, J. Multivariate Analysis 88), ddof 0."""
    periods, assets = returns.shape
    centred = returns - returns.mean(axis=0)
    sample = centred.T @ centred / periods
    level = float(np.trace(sample)) / assets
    distance = float((sample**2).sum()) - assets * level**2
    noise = float(((centred**2).sum(axis=1) ** 2).sum()) / periods - float((sample**2).sum())
    pull = 0.0 if distance <= 0 else min(max(noise / periods, 0.0), distance) / distance
    return np.asarray((1 - pull) * sample + pull * level * np.eye(assets))


@COVARIANCES.add(
    "denoised", rows=lambda assets: assets + 1, sentence="the covariance with what looks like noise evened"
)
def denoised_covariance(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Eigenvalues of the correlation below Marchenko and Pastur's edge become their mean (Lopez de Prado 2020, 2.5)."""
    deviation, values, vectors, noise = _spectrum(returns)
    if not noise.any():
        return sample_covariance(returns)
    evened = np.where(noise, values[noise].mean(), values)
    correlation = (vectors * evened) @ vectors.T
    scale = deviation / np.sqrt(np.diag(correlation))
    return np.asarray(correlation * np.outer(scale, scale))


@COVARIANCES.add("factor_model", rows=lambda assets: 3, sentence="the covariance of a few common factors and own risks")
def factor_covariance(returns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Principal components above Marchenko and Pastur's edge, one at least, and each asset's own rest.

    Variances are the sample's; works with fewer rows than assets (Connor and Korajczyk 1986 for the factors).
    """
    deviation, values, vectors, noise = _spectrum(returns)
    kept = ~noise
    kept[-1] = True
    common = (vectors[:, kept] * values[kept]) @ vectors[:, kept].T
    np.fill_diagonal(common, 1.0)
    return np.asarray(common * np.outer(deviation, deviation))


def _spectrum(
    returns: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Standard deviations; eigenvalues (rising) and eigenvectors of the correlation; which eigenvalues are noise."""
    periods, assets = returns.shape
    covariance = sample_covariance(returns)
    deviation = np.sqrt(np.diag(covariance))
    values, vectors = np.linalg.eigh(covariance / np.outer(deviation, deviation))
    edge = (1 + np.sqrt(assets / periods)) ** 2
    return deviation, values, vectors, values < edge


def _decaying(periods: int) -> NDArray[np.float64]:
    weights = DECAY ** np.arange(periods - 1, -1, -1, dtype=np.float64)
    return np.asarray(weights / weights.sum())
