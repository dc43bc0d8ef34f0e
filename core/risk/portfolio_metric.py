"""The family of portfolio metrics: what a decorated function declares of itself."""

from collections.abc import Callable

from core.registry import Registry
from core.risk.portfolios import COVERAGE, Portfolios
from core.risk.sample import Vector

PortfolioMetric = Callable[[Portfolios], Vector]

PORTFOLIO_METRICS: Registry[PortfolioMetric] = Registry("portfolio metric", "core.risk.portfolio")
"""Functions of a book of portfolios: one value for each, NaN where the metric does not apply or cannot be said."""

LEAST_COVERAGE = 0.8
"""Share of the value behind a metric that must have its data; below it nobody can say, and it never passes."""


def portfolio_metric(
    number: int, *, unit: str, source: str, needs: str = "history", convention: str = "", sign: str = "as it is"
) -> Callable[[PortfolioMetric], PortfolioMetric]:
    """Register a metric under its function's name.

    number : its place in the house's list of 38; several values may share one
    unit : weight, points, dollars, years, days, ratio, annual fraction, fraction, count
    needs : the data whose coverage is part of the value (a key of `COVERAGE`)
    """
    if needs not in COVERAGE:
        raise ValueError(f"no coverage is counted for '{needs}'")
    return PORTFOLIO_METRICS.add(number=number, unit=unit, source=source, needs=needs, convention=convention, sign=sign)


def unit_of(subject: str) -> str:
    """The unit of a limit on a metric; of a class or a security it is a weight."""
    return str(PORTFOLIO_METRICS.entry(subject).facts["unit"]) if subject in PORTFOLIO_METRICS else "weight"
