"""Against a benchmark: beta, alpha, tracking error, capture. Periods are paired; a gap in either drops both."""

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample, regression, yearly

BACON = "Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. 2008"


@metric(unit="ratio", convention="covariance / variance", source="Sharpe 1964", needs=("benchmark",))
def beta(sample: Sample) -> float:
    """How much the series moves for each point of the benchmark."""
    return regression(sample)[0]


@metric(
    unit="annual return",
    convention="regression alpha per period a, (1 + a)^{periods_per_year} - 1",
    source="Jensen 1968; empyrical",
    needs=("benchmark",),
)
def alpha(sample: Sample) -> float:
    """What the series earned beyond its beta, compounded to a year."""
    return float((1.0 + regression(sample)[1]) ** sample.periods_per_year - 1.0)


@metric(
    unit="annual return",
    convention="geometric annual return - risk-free - beta x (annual benchmark return - risk-free)",
    source=f"Jensen 1968; {BACON}",
    needs=("benchmark",),
)
def jensen_alpha(sample: Sample) -> float:
    """Annual return beyond what beta explains."""
    rate = sample.annual_risk_free
    return sample.annual_return - rate - beta(sample) * (sample.annual_benchmark - rate)


@metric(
    unit="annual fraction",
    convention="deviation (population) of the regression's residuals, x sqrt({periods_per_year})",
    sign="0 or more",
    source=BACON,
    needs=("benchmark",),
)
def specific_risk(sample: Sample) -> float:
    """The risk that beta does not explain."""
    slope, intercept = regression(sample)
    rest = sample.excess - intercept - slope * (sample.against - sample.risk_free)
    return float(rest.std()) * sample.year


@metric(unit="ratio", convention="Jensen's alpha / specific risk", source=BACON, needs=("benchmark",))
def appraisal_ratio(sample: Sample) -> float:
    """Alpha for each unit of specific risk."""
    return jensen_alpha(sample) / specific_risk(sample)


@metric(
    unit="annual fraction", convention="ddof {ddof}, x sqrt({periods_per_year})", sign="0 or more",
    source="Grinold and Kahn 2000", needs=("benchmark",),
)  # fmt: skip
def tracking_error(sample: Sample, *, ddof: int = 1) -> float:
    """Deviation of the difference to the benchmark, annualised."""
    return float((sample.returns - sample.against).std(ddof=ddof)) * sample.year


@metric(
    unit="ratio",
    convention="mean difference / its deviation, ddof {ddof}, annualised: {annualised}",
    source="Grinold and Kahn 2000; empyrical, excess_sharpe",
    needs=("benchmark",),
)
def information_ratio(sample: Sample, *, ddof: int = 1, annualised: bool = True) -> float:
    """Mean difference to the benchmark over its deviation."""
    gap = sample.returns - sample.against
    return float(gap.mean() / gap.std(ddof=ddof)) * (sample.year if annualised else 1.0)


@metric(
    unit="ratio", convention="deviation / the benchmark's", sign="0 or more", source="Fama 1972", needs=("benchmark",)
)
def fama_beta(sample: Sample) -> float:
    """The beta of an investor who holds nothing else."""
    return float(sample.returns.std() / sample.against.std())


@metric(
    unit="annual return",
    convention="geometric; (return - risk-free) x the benchmark's deviation / its own + risk-free, population",
    source="Modigliani and Modigliani 1997; Bacon 2008",
    needs=("benchmark",),
)
def m_squared(sample: Sample) -> float:
    """The return at the benchmark's risk."""
    rate = sample.annual_risk_free
    return float((sample.annual_return - rate) * sample.against.std() / sample.returns.std() + rate)


@metric(
    unit="ratio",
    convention="geometric annual return over the risk-free rate / (beta x the benchmark's annual population deviation)",
    source=BACON,
    needs=("benchmark",),
)
def modified_treynor(sample: Sample) -> float:
    """Return for each unit of systematic risk."""
    systematic = beta(sample) * float(sample.against.std()) * sample.year
    return float((sample.annual_return - sample.annual_risk_free) / np.float64(systematic))


@metric(unit="-1 to 1", convention="Pearson", source="sample moments", needs=("benchmark",))
def correlation(sample: Sample) -> float:
    """Correlation with the benchmark."""
    return float(np.corrcoef(sample.returns, sample.against)[0, 1])


@metric(
    unit="ratio",
    convention="geometric annual return / the benchmark's",
    source="empyrical, capture",
    needs=("benchmark",),
)
def capture(sample: Sample) -> float:
    """Annual return over the benchmark's."""
    return float(sample.annual_return / np.float64(sample.annual_benchmark))


@metric(
    unit="ratio", convention="annualised over periods in which the benchmark rose", source="Morningstar; empyrical",
    needs=("benchmark",),
)  # fmt: skip
def up_capture(sample: Sample) -> float:
    """Capture in the benchmark's rising periods."""
    return _capture(sample, sample.against > 0)


@metric(
    unit="ratio", convention="annualised over periods in which the benchmark fell", source="Morningstar; empyrical",
    needs=("benchmark",),
)  # fmt: skip
def down_capture(sample: Sample) -> float:
    """Capture in the benchmark's falling periods."""
    return _capture(sample, sample.against < 0)


def _capture(sample: Sample, chosen: np.ndarray) -> float:
    if not chosen.any():
        return float("nan")
    periods = sample.periods_per_year
    return float(yearly(sample.returns[chosen], periods) / np.float64(yearly(sample.against[chosen], periods)))
