"""Of weights, and of the assets' own returns: concentration, diversification, contribution to risk, drift.

Covariances are annual, ddof 1, of the asset returns given.
"""

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample, Vector


@metric(
    unit="0 to 1", convention="sum of squared weights", sign="0 or more", source="Herfindahl 1950", needs=("weights",)
)
def hhi(sample: Sample) -> float:
    """Herfindahl-Hirschman index."""
    return float(sample.held @ sample.held)


@metric(
    unit="assets", convention="1 / sum of squared weights", sign="0 or more", source="riskfolio NEA", needs=("weights",)
)
def effective_number_assets(sample: Sample) -> float:
    """How many equal positions would be as concentrated."""
    return 1.0 / hhi(sample)


@metric(unit="weight", convention="largest weight", source="formula", needs=("weights",))
def largest_weight(sample: Sample) -> float:
    """The largest position."""
    return float(sample.held.max())


@metric(unit="weight", convention="sum of the {count} largest weights", source="formula", needs=("weights",))
def top_weights(sample: Sample, *, count: int = 10) -> float:
    """The largest positions together."""
    return float(np.sort(sample.held)[::-1][:count].sum())


@metric(
    unit="weight",
    convention="half the sum of |w - target|",
    sign="0 or more",
    source="formula",
    needs=("weights", "target"),
)
def total_active_drift(sample: Sample) -> float:
    """How much would have to be moved to reach the target."""
    return float(np.abs(_active(sample)).sum()) / 2.0


@metric(
    unit="annual fraction",
    convention="sqrt(w'Sw)",
    sign="0 or more",
    source="Markowitz 1952",
    needs=("weights", "assets"),
)
def portfolio_volatility(sample: Sample) -> float:
    """Volatility of the weights held constant."""
    return float(np.sqrt(sample.held @ sample.covariance @ sample.held))


@metric(
    unit="annual fraction", convention="sqrt((w-t)'S(w-t))", sign="0 or more", source="Grinold and Kahn 2000",
    needs=("weights", "target", "assets"),
)  # fmt: skip
def tracking_error_ex_ante(sample: Sample) -> float:
    """Tracking error of the weights against the target."""
    return float(np.sqrt(_active(sample) @ sample.covariance @ _active(sample)))


@metric(
    unit="share of variance", convention="largest w_i (Sw)_i / w'Sw", source="Maillard, Roncalli and Teiletche 2010",
    needs=("weights", "assets"),
)  # fmt: skip
def largest_risk_contribution(sample: Sample) -> float:
    """The largest share of the portfolio's variance that one asset brings."""
    shares = sample.held * (sample.covariance @ sample.held)
    return float((shares / shares.sum()).max())


@metric(
    unit="ratio", convention="w's / sqrt(w'Sw)", sign="0 or more", source="Choueifaty and Coignard 2008",
    needs=("weights", "assets"),
)  # fmt: skip
def diversification_ratio(sample: Sample) -> float:
    """Weighted volatility of the assets over that of the portfolio."""
    return float(sample.held @ np.sqrt(np.diag(sample.covariance))) / portfolio_volatility(sample)


@metric(
    unit="-1 to 1", convention="pairs weighted by w_i w_j", source="Tierens and Anadu 2004", needs=("weights", "assets")
)
def average_correlation(sample: Sample) -> float:
    """Mean correlation between the assets, weighted by what is held of both."""
    covariance = sample.covariance
    deviations = np.sqrt(np.diag(covariance))
    pairs = np.outer(sample.held, sample.held) * (1.0 - np.eye(len(sample.held)))
    return float((pairs * covariance / np.outer(deviations, deviations)).sum() / pairs.sum())


def _active(sample: Sample) -> Vector:
    assert sample.target is not None
    return np.asarray(sample.held - sample.target)
