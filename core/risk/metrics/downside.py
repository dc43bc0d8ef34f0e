"""Below and above what is required: deviations, frequencies and potentials.

mar : minimum acceptable return per period; the denominators count all periods.
"""

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample, Vector

SORTINO = "Sortino and van der Meer 1991; Bacon 2008"
BACON = "Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. 2008"
OVER_ALL = "root mean square of min(r - mar, 0) over all periods, mar {mar}"


@metric(unit="fraction per period", convention=OVER_ALL, sign="0 or more", source=SORTINO)
def downside_deviation(sample: Sample, *, mar: float = 0.0) -> float:
    """Root mean square shortfall below `mar`, per period."""
    return _root_mean_square(below(sample, mar))


@metric(
    unit="annual fraction",
    convention="root mean square of min(r - {required_return_per_period}, 0) over all, x sqrt({periods_per_year})",
    sign="0 or more",
    source="empyrical, downside_risk",
)
def downside_risk(sample: Sample, *, required_return_per_period: float = 0.0) -> float:
    """Root mean square shortfall below the required return, annualised."""
    return _root_mean_square(below(sample, required_return_per_period)) * sample.year


@metric(
    unit="fraction squared per period",
    convention="below the mean, over n - 1",
    sign="0 or more",
    source="Markowitz 1959",
)
def semi_variance_ddof1(sample: Sample) -> float:
    """Sum of squares below the mean, over n - 1."""
    gaps = below(sample, float(sample.returns.mean()))
    return float((gaps**2).sum()) / (len(gaps) - 1) if len(gaps) > 1 else float("nan")


@metric(
    unit="fraction per period",
    convention="mean of max(t - r, 0), t the mean unless `mar` is given",
    sign="0 or more",
    source="skfolio, first_lower_partial_moment",
)
def first_lower_partial_moment(sample: Sample, *, mar: float | None = None) -> float:
    """Mean shortfall below the mean (or below `mar`)."""
    return float(below(sample, float(sample.returns.mean()) if mar is None else mar).mean())


@metric(unit="fraction per period", convention="mean of max(mar - r, 0), mar {mar}", sign="0 or more", source=BACON)
def downside_potential(sample: Sample, *, mar: float = 0.0) -> float:
    """Mean shortfall below `mar`."""
    return float(below(sample, mar).mean())


@metric(unit="fraction per period", convention="mean of max(r - mar, 0), mar {mar}", sign="0 or more", source=BACON)
def upside_potential(sample: Sample, *, mar: float = 0.0) -> float:
    """Mean excess above `mar`."""
    return float(above(sample, mar).mean())


@metric(
    unit="fraction per period",
    convention="root mean square of max(r - mar, 0), mar {mar}",
    sign="0 or more",
    source=BACON,
)
def upside_risk(sample: Sample, *, mar: float = 0.0) -> float:
    """Root mean square excess above `mar`."""
    return _root_mean_square(above(sample, mar))


@metric(unit="0 to 1", convention="share of periods with r < mar, mar {mar}", sign="0 or more", source=BACON)
def downside_frequency(sample: Sample, *, mar: float = 0.0) -> float:
    """How often the return was below `mar`."""
    return float((sample.returns < mar).mean())


@metric(unit="0 to 1", convention="share of periods with r > mar, mar {mar}", sign="0 or more", source=BACON)
def upside_frequency(sample: Sample, *, mar: float = 0.0) -> float:
    """How often the return was above `mar`."""
    return float((sample.returns > mar).mean())


@metric(unit="ratio", convention="upside risk / downside deviation, mar {mar}", sign="0 or more", source=BACON)
def variability_skewness(sample: Sample, *, mar: float = 0.0) -> float:
    """How much wider the good side is than the bad one."""
    return upside_risk(sample, mar=mar) / downside_deviation(sample, mar=mar)


@metric(unit="ratio", convention="upside variance / downside variance, mar {mar}", sign="0 or more", source=BACON)
def volatility_skewness(sample: Sample, *, mar: float = 0.0) -> float:
    """The square of `variability_skewness`."""
    return variability_skewness(sample, mar=mar) ** 2


@metric(unit="ratio", convention="sum of gains / sum of losses", sign="0 or more", source="Bernardo and Ledoit 2000")
def bernardo_ledoit_omega0(sample: Sample) -> float:
    """Omega with a threshold of 0."""
    return float(above(sample, 0.0).sum() / below(sample, 0.0).sum())


@metric(
    unit="ratio",
    convention="losses x their count / (gains x their count)",
    sign="0 or more",
    source="Bacon 2008; d ratio of Bernell",
)
def d_ratio(sample: Sample) -> float:
    """Number and size of losses over number and size of gains; 0 is best."""
    losses, gains = below(sample, 0.0), above(sample, 0.0)
    return float((losses > 0).sum() * losses.sum() / ((gains > 0).sum() * gains.sum()))


def below(sample: Sample, mark: float | Vector) -> Vector:
    """Shortfall of each period below the mark, 0 or more."""
    return np.asarray(np.maximum(mark - sample.returns, 0.0))


def above(sample: Sample, mark: float | Vector) -> Vector:
    """Excess of each period above the mark, 0 or more."""
    return np.asarray(np.maximum(sample.returns - mark, 0.0))


def _root_mean_square(values: Vector) -> float:
    return float(np.sqrt((values**2).mean()))
