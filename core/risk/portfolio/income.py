"""Income and credit of what is held."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector


@portfolio_metric(
    31, unit="fraction", convention="sum of w x yield a year, of what has a yield on file", sign="0 or more",
    source="formula", needs="income",
)  # fmt: skip
def portfolio_yield(book: Portfolios) -> Vector:
    """Income a year over value."""
    return _mean(book, book.assets.income)


@portfolio_metric(
    32, unit="years", convention="sum of w x duration over the whole portfolio, 0 for what is no bond",
    sign="0 or more", source="formula", needs="duration",
)  # fmt: skip
def effective_duration(book: Portfolios) -> Vector:
    """Sensitivity to interest rates."""
    return np.asarray(book.weights @ np.nan_to_num(book.assets.duration))


@portfolio_metric(
    33, unit="weight", convention="share of the whole portfolio", sign="0 or more", source="formula", needs="credit"
)
def below_investment_grade(book: Portfolios) -> Vector:
    """Weight of bonds below investment grade."""
    return np.asarray(book.weights @ np.nan_to_num(book.assets.below_grade))


def _mean(book: Portfolios, values: Vector) -> Vector:
    """Weighted mean over what is known."""
    known = np.isfinite(values).astype(np.float64)
    share = book.weights @ known
    return np.asarray(book.weights @ np.nan_to_num(values) / np.where(share == 0, np.nan, share))
