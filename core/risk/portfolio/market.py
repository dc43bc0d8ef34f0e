"""Risk of the market: how much today's weights would have moved, alone and beside the target."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector


@portfolio_metric(
    12, unit="annual fraction", convention="sqrt(w'Sw), daily x 252, ddof 1", sign="0 or more", source="riskfolio MV"
)
def volatility(book: Portfolios) -> Vector:
    """Volatility of today's weights."""
    return np.asarray(np.sqrt(book.variance))


@portfolio_metric(
    13, unit="ratio", convention="cov(r, b) / var(b), b the target with each class as its fund",
    source="quantstats greeks", needs="target_history",
)  # fmt: skip
def beta_to_target(book: Portfolios) -> Vector:
    """How strongly the portfolio moves with its target."""
    ours = book.path - book.path.mean(axis=1, keepdims=True)
    theirs = book.benchmark - book.benchmark.mean(axis=1, keepdims=True)
    spread = (theirs**2).sum(axis=1)
    return np.asarray((ours * theirs).sum(axis=1) / np.where(spread > 0, spread, np.nan))


@portfolio_metric(
    14, unit="annual fraction", convention="sqrt((w-t)'S(w-t)), t the target with each class as its fund",
    sign="0 or more", source="riskfolio; Grinold and Kahn 2000", needs="target_history",
)  # fmt: skip
def tracking_error(book: Portfolios) -> Vector:
    """Tracking error of today's weights against the target."""
    active = (book.aimed_weights - book.target) * book.covered
    return np.asarray(np.sqrt(((active @ book.covariance) * active).sum(axis=1)))


@portfolio_metric(
    15, unit="annual fraction", convention="root of sum(min(r, 0)^2) / (n - 1), x sqrt(252)", sign="0 or more",
    source="riskfolio LPM, MAR 0, p 2",
)  # fmt: skip
def downside_deviation(book: Portfolios) -> Vector:
    """Deviation below a return of zero."""
    below = (np.minimum(book.path, 0.0) ** 2).sum(axis=1) / (book.path.shape[1] - 1)
    return np.asarray(np.sqrt(below * book.periods_per_year))


@portfolio_metric(
    16, unit="ratio", convention="(mean x 252 - risk-free) / volatility, of the history of today's weights",
    source="Sharpe 1994; quantstats",
)  # fmt: skip
def sharpe_ratio(book: Portfolios) -> Vector:
    """Excess return over volatility."""
    reward = book.path.mean(axis=1) * book.periods_per_year - book.risk_free
    return np.asarray(reward / np.where(book.variance > 0, np.sqrt(book.variance), np.nan))


@portfolio_metric(
    17, unit="ratio", convention="pairs weighted by w_i w_j, cash left out", sign="-1 to 1",
    source="Tierens and Anadu 2004",
)  # fmt: skip
def mean_correlation(book: Portfolios) -> Vector:
    """Mean correlation between the positions, weighted by what is held of both."""
    deviation = np.sqrt(np.diag(book.covariance))
    safe = np.where(deviation > 0, deviation, np.inf)
    correlation = book.covariance / np.outer(safe, safe)
    held = book.risky * (deviation > 0)
    own = (held**2).sum(axis=1)
    pairs = held.sum(axis=1) ** 2 - own
    above = ((held @ correlation) * held).sum(axis=1) - own
    return np.asarray(above / np.where(pairs > 1e-12, pairs, np.nan))
