"""The data a metric is measured on: one return series, and what it may be compared with."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Simple returns per period without gaps, and what stands beside them.

    returns : (period,); benchmark : (period,), paired with the returns, or None
    risk_free : per period, one number or one for each period
    weights, target : (asset,) weights; assets : (period x asset) returns of the assets, no NaN
    dropped : share of the periods given that had no observation
    """

    returns: Vector
    periods_per_year: float = 252.0
    risk_free: float | Vector = 0.0
    benchmark: Vector | None = None
    weights: Vector | None = None
    target: Vector | None = None
    assets: Matrix | None = None
    dropped: float = 0.0

    @property
    def against(self) -> Vector:
        """The benchmark's returns (only for metrics that declare that they need one)."""
        assert self.benchmark is not None
        return self.benchmark

    @property
    def held(self) -> Vector:
        """The weights (only for metrics that declare that they need them)."""
        assert self.weights is not None
        return self.weights

    @property
    def excess(self) -> Vector:
        """Returns over the risk-free rate, per period."""
        return np.asarray(self.returns - self.risk_free)

    @property
    def year(self) -> float:
        """The square root of the periods in a year, which turns a deviation per period into an annual one."""
        return float(np.sqrt(self.periods_per_year))

    @property
    def covariance(self) -> Matrix:
        """Annual covariance of the assets, ddof 1 (only for metrics that declare that they need assets)."""
        assert self.assets is not None
        return np.asarray(np.atleast_2d(np.cov(self.assets, rowvar=False)) * self.periods_per_year)

    @property
    def annual_return(self) -> float:
        """Geometric return a year."""
        return yearly(self.returns, self.periods_per_year)

    @property
    def annual_benchmark(self) -> float:
        """Geometric return of the benchmark a year."""
        return yearly(self.against, self.periods_per_year)

    @property
    def annual_risk_free(self) -> float:
        """The risk-free rate a year, as the mean per period times the periods."""
        return float(np.mean(self.risk_free) * self.periods_per_year)


def yearly(returns: Vector, periods_per_year: float) -> float:
    """The geometric return a year of returns per period; NaN where wealth was lost altogether or none stand."""
    if not len(returns):
        return float("nan")
    growth = float(np.prod(1.0 + returns))
    return growth ** (periods_per_year / len(returns)) - 1.0 if growth > 0 else float("nan")


def wealth(returns: Vector, compounded: bool) -> Vector:
    """Wealth that starts at 1 before the first return: compounded, or the running sum of simple returns."""
    path = np.cumprod(1.0 + returns) if compounded else 1.0 + np.cumsum(returns)
    return np.concatenate([[1.0], path])


def drawdowns(returns: Vector, compounded: bool) -> Vector:
    """Depth below the highest point so far at the end of each period, 0 or less.

    Compounded: as a fraction of that point; uncompounded: in units of the first wealth.
    """
    path = wealth(returns, compounded)
    top = np.maximum.accumulate(path)
    depth = path / top - 1.0 if compounded else path - top
    return np.asarray(depth[1:])


def regression(sample: Sample) -> tuple[float, float]:
    """Beta, and alpha per period, of the excess returns on the benchmark's."""
    ours, theirs = sample.excess, sample.against - sample.risk_free
    spread = theirs - theirs.mean()
    beta = float(spread @ ours / (spread @ spread))
    return beta, float(ours.mean() - beta * theirs.mean())
