"""Betas to factors, all in one regression with the market, and the part of the risk that equity brings."""

import numpy as np

from core.risk.portfolio_metric import portfolio_metric
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector

HOW = "one regression on market, size, value, quality, momentum; needs firm/factors.csv"
SOURCE = "Fama and French 2015; Carhart 1997; statsmodels OLS"


@portfolio_metric(27, unit="ratio", convention=HOW, source=SOURCE, needs="factors")
def size_beta(book: Portfolios) -> Vector:
    """Beta to small less big companies (SMB)."""
    return _beta(book, "size")


@portfolio_metric(28, unit="ratio", convention=HOW, source=SOURCE, needs="factors")
def value_beta(book: Portfolios) -> Vector:
    """Beta to cheap less dear companies (HML)."""
    return _beta(book, "value")


@portfolio_metric(29, unit="ratio", convention=HOW, source=SOURCE, needs="factors")
def momentum_beta(book: Portfolios) -> Vector:
    """Beta to past winners less losers (MOM)."""
    return _beta(book, "momentum")


@portfolio_metric(29, unit="ratio", convention=HOW, source=SOURCE, needs="factors")
def quality_beta(book: Portfolios) -> Vector:
    """Beta to robust less weak profitability (RMW)."""
    return _beta(book, "quality")


@portfolio_metric(
    30, unit="fraction", convention="share of w'Sw that the equity part of each asset brings",
    source="riskfolio Risk_Contribution",
)  # fmt: skip
def equity_risk_share(book: Portfolios) -> Vector:
    """How much of the variance comes from equity."""
    return np.asarray(book.contributions @ book.assets.equity)


def _beta(book: Portfolios, name: str) -> Vector:
    return book.factor_betas.get(name, np.full(len(book.names), np.nan))
