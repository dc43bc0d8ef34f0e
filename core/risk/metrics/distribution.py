"""The shape of returns: skew, kurtosis, and the two tails against each other."""

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample

SOURCE = "sample moments"


@metric(unit="ratio", convention="population moments", source=SOURCE)
def skew(sample: Sample) -> float:
    """Third central moment over the cube of the deviation."""
    return _moment(sample, 3)


@metric(unit="ratio", convention="population moments, 3 for a normal distribution", source=SOURCE)
def kurtosis(sample: Sample) -> float:
    """Fourth central moment over the fourth power of the deviation."""
    return _moment(sample, 4)


@metric(unit="ratio", convention="sample formula, 3 stays in", source="PerformanceAnalytics, kurtosis(method='sample')")
def kurtosis_sample(sample: Sample) -> float:
    """n(n+1)/((n-1)(n-2)(n-3)) times the sum of fourth powers of standardised returns (ddof 1)."""
    n = len(sample.returns)
    if n < 4:
        return float("nan")
    standard = (sample.returns - sample.returns.mean()) / sample.returns.std(ddof=1)
    return float((standard**4).sum()) * n * (n + 1) / ((n - 1) * (n - 2) * (n - 3))


@metric(unit="ratio", convention="sample formula, excess", source="PerformanceAnalytics, kurtosis('sample_excess')")
def kurtosis_sample_excess(sample: Sample) -> float:
    """The sample kurtosis less 3(n-1)^2/((n-2)(n-3))."""
    n = len(sample.returns)
    return kurtosis_sample(sample) - 3.0 * (n - 1) ** 2 / ((n - 2) * (n - 3)) if n > 3 else float("nan")


@metric(unit="ratio", convention="population moments", source="Bacon 2008; Watanabe 2006")
def skew_kurt_ratio(sample: Sample) -> float:
    """Skew over kurtosis."""
    return _moment(sample, 3) / _moment(sample, 4)


@metric(unit="ratio", convention="|95th percentile| / |5th percentile|, linear", sign="0 or more", source="empyrical")
def tail_ratio(sample: Sample) -> float:
    """The size of the good tail over that of the bad one."""
    good, bad = np.percentile(sample.returns, [95, 5])
    return float(abs(good) / abs(bad))


def _moment(sample: Sample, power: int) -> float:
    gap = sample.returns - sample.returns.mean()
    return float((gap**power).mean() / (gap**2).mean() ** (power / 2))
