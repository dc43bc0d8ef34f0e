"""Depth below the last high of today's weights over the history, compounded."""

import numpy as np

from core.risk.portfolio.tail import tail_means
from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector


@portfolio_metric(24, unit="fraction", convention="compounded", sign="positive depth", source="riskfolio MDD_Rel")
def deepest_fall(book: Portfolios) -> Vector:
    """The deepest fall from a high."""
    return np.asarray(-np.minimum(book.depths.min(axis=1), 0.0))


@portfolio_metric(
    25, unit="fraction", convention="mean of the deepest 5 %, compounded", sign="positive depth",
    source="riskfolio CDaR_Rel; Chekhlov, Uryasev and Zabarankin 2005",
)  # fmt: skip
def drawdown_at_risk(book: Portfolios) -> Vector:
    """The mean depth on the deepest 5 % of days."""
    return tail_means(np.sort(-book.depths, axis=1)[:, ::-1])


@portfolio_metric(
    26, unit="fraction", convention="root mean square depth, compounded", sign="0 or more", source="riskfolio UCI_Rel"
)
def ulcer(book: Portfolios) -> Vector:
    """Ulcer index: root mean square depth."""
    return np.asarray(np.sqrt((book.depths**2).mean(axis=1)))
