"""How much hangs on few names."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Matrix, Vector


@portfolio_metric(
    7, unit="weight",
    convention="share classes together, within funds as far as their largest holdings are on file: a floor",
    sign="0 or more", source="formula", needs="holdings",
)  # fmt: skip
def largest_issuer(book: Portfolios) -> Vector:
    """The largest weight of one issuer, held directly and within funds whose largest holdings are on file."""
    found = issuer_weights(book)
    return np.asarray(found.max(axis=1)) if found.shape[1] else np.zeros(len(book.names))


def issuer_weights(book: Portfolios) -> Matrix:
    """(P, I) weight of each issuer in everything held."""
    return np.asarray(book.weights @ book.assets.shares["issuers"])


@portfolio_metric(
    8, unit="weight", convention="sum of the ten largest positions, cash left out", sign="0 or more",
    source="formula", needs="holdings",
)  # fmt: skip
def top_ten(book: Portfolios) -> Vector:
    """The ten largest positions together."""
    return np.asarray(np.sort(_positions(book), axis=1)[:, ::-1][:, :10].sum(axis=1))


@portfolio_metric(
    9, unit="fraction", convention="sum of squared weights, cash a position", sign="0 or more",
    source="Herfindahl 1950", needs="holdings",
)  # fmt: skip
def herfindahl(book: Portfolios) -> Vector:
    """Herfindahl-Hirschman index of the positions."""
    return np.asarray((book.weights**2).sum(axis=1))


@portfolio_metric(
    9, unit="count", convention="1 / sum of squared weights", sign="0 or more", source="riskfolio NEA",
    needs="holdings",
)  # fmt: skip
def effective_positions(book: Portfolios) -> Vector:
    """How many equal positions would be as concentrated."""
    return np.asarray(1.0 / herfindahl(book))


@portfolio_metric(
    10, unit="fraction", convention="largest w_i (Sw)_i / w'Sw, sample covariance x 252, ddof 1",
    source="riskfolio Risk_Contribution; Maillard, Roncalli and Teiletche 2010",
)  # fmt: skip
def largest_risk_share(book: Portfolios) -> Vector:
    """The largest share of the variance that one position brings."""
    return np.asarray(book.contributions.max(axis=1))


@portfolio_metric(
    11, unit="ratio", convention="w's / sqrt(w'Sw)", sign="1 or more", source="Choueifaty and Coignard 2008"
)
def diversification(book: Portfolios) -> Vector:
    """Weighted volatility of the positions over that of the portfolio."""
    return np.asarray(book.risky @ np.sqrt(np.diag(book.covariance)) / np.sqrt(book.variance))


def _positions(book: Portfolios) -> Matrix:
    return np.asarray(book.weights * (1.0 - book.assets.cash))
