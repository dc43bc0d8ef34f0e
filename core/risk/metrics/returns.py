"""Return and deviation: what a series earned and how much it varied."""

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample

MOMENTS = "sample moments"
BACON = "Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. 2008"


@metric(unit="return per period", convention="arithmetic", source=MOMENTS)
def mean(sample: Sample) -> float:
    """Arithmetic mean."""
    return float(sample.returns.mean())


@metric(
    unit="annual return", convention="geometric, {periods_per_year} periods a year", source="CFA Institute, GIPS 2020"
)
def annual_return(sample: Sample) -> float:
    """Growth of wealth to the power of periods a year over periods, less 1."""
    return sample.annual_return


@metric(unit="annual fraction", convention="ddof {ddof}, x sqrt({periods_per_year})", sign="0 or more", source=MOMENTS)
def annual_volatility(sample: Sample, *, ddof: int = 1) -> float:
    """Standard deviation of returns, annualised."""
    return float(sample.returns.std(ddof=ddof)) * sample.year


@metric(unit="annual fraction", convention="ddof {ddof}, x sqrt({periods_per_year})", sign="0 or more", source=MOMENTS)
def volatility(sample: Sample, *, ddof: int = 1) -> float:
    """Standard deviation of returns, annualised; another name of `annual_volatility`."""
    return annual_volatility(sample, ddof=ddof)


@metric(unit="fraction per period", convention="ddof 1", sign="0 or more", source=MOMENTS)
def standard_deviation_ddof1(sample: Sample) -> float:
    """Standard deviation per period."""
    return float(sample.returns.std(ddof=1))


@metric(unit="fraction squared per period", convention="ddof 1", sign="0 or more", source=MOMENTS)
def variance_ddof1(sample: Sample) -> float:
    """Variance per period."""
    return float(sample.returns.var(ddof=1))


@metric(
    unit="fraction over the whole time",
    convention="deviation of log returns (log: {log}), ddof {ddof}, x {scale}, n the number of periods",
    sign="0 or more",
    source="Portfolio Performance, Risk.Volatility",
)
def volatility_total(sample: Sample, *, ddof: int = 1, log: bool = True, scale: str = "sqrt(n)") -> float:
    """Standard deviation of log returns times the square root of the number of periods."""
    values = np.log1p(sample.returns) if log else sample.returns
    return float(values.std(ddof=ddof)) * _scale(scale, sample)


@metric(
    unit="fraction over the whole time",
    convention="below the mean of log returns (log: {log}), over n - 1, x {scale}",
    sign="0 or more",
    source="Portfolio Performance, Risk.Volatility",
)
def semi_deviation_total(sample: Sample, *, log: bool = True, scale: str = "sqrt(n)") -> float:
    """Deviation of log returns below their mean, times the square root of the number of periods."""
    values = np.log1p(sample.returns) if log else sample.returns
    below = np.minimum(values - values.mean(), 0.0)
    return float(np.sqrt((below**2).sum() / (len(below) - 1))) * _scale(scale, sample)


@metric(unit="fraction per period", convention="about the mean", sign="0 or more", source="Konno and Yamazaki 1991")
def mean_absolute_deviation(sample: Sample) -> float:
    """Mean distance from the mean."""
    return float(np.abs(sample.returns - sample.returns.mean()).mean())


@metric(
    unit="fraction per period", convention="mean over all pairs of periods", sign="0 or more", source="Yitzhaki 1982"
)
def gini_mean_difference(sample: Sample) -> float:
    """Mean distance between two different periods."""
    ordered, count = np.sort(sample.returns), len(sample.returns)
    ranks = 2.0 * np.arange(1, count + 1) - count - 1.0
    return float(2.0 * (ranks @ ordered) / (count * (count - 1)))


@metric(unit="0 to 1", convention="of the cumulated log return on time", source="empyrical, stability_of_timeseries")
def stability_of_timeseries(sample: Sample) -> float:
    """R squared of a straight line through the cumulated log returns."""
    path = np.cumsum(np.log1p(sample.returns))
    return float(np.corrcoef(np.arange(len(path)), path)[0, 1] ** 2)


def _scale(scale: str, sample: Sample) -> float:
    """`sqrt(n)` for the whole time, `sqrt(periods_per_year)` for a year, `1` for a period."""
    known = {"sqrt(n)": float(len(sample.returns)) ** 0.5, "sqrt(periods_per_year)": sample.year, "1": 1.0}
    return float(known.get(scale, float("nan")))
