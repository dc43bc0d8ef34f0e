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


def _decaying(periods: int) -> NDArray[np.float64]:
    weights = DECAY ** np.arange(periods - 1, -1, -1, dtype=np.float64)
    return np.asarray(weights / weights.sum())
