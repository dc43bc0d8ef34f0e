"""Reward per unit of risk."""

import numpy as np

from core.risk.metric import metric
from core.risk.metrics.distribution import kurtosis, skew
from core.risk.metrics.downside import above, below, downside_potential, downside_risk
from core.risk.metrics.drawdown import max_drawdown, ulcer_index
from core.risk.sample import Sample

BACON = "Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. 2008"


@metric(unit="ratio", convention="arithmetic mean, ddof {ddof}, x sqrt({periods_per_year})", source="Sharpe 1994")
def sharpe(sample: Sample, *, ddof: int = 1) -> float:
    """Mean excess return over its deviation, annualised; a risk-free series is taken off period by period."""
    excess = sample.excess
    return float(excess.mean() / excess.std(ddof=ddof)) * sample.year


@metric(
    unit="ratio",
    convention="arithmetic mean x {periods_per_year} / annual downside risk, both over {required_return_per_period}",
    source="Sortino and van der Meer 1991; empyrical",
)
def sortino(sample: Sample, *, required_return_per_period: float = 0.0) -> float:
    """Annual mean return over what is required, over the annual downside risk."""
    reward = float((sample.returns - required_return_per_period).mean()) * sample.periods_per_year
    return reward / downside_risk(sample, required_return_per_period=required_return_per_period)


@metric(unit="ratio", convention="geometric annual return / size of the maximum drawdown", source="Young 1991")
def calmar(sample: Sample) -> float:
    """Annual return over the deepest fall."""
    return sample.annual_return / abs(max_drawdown(sample))


@metric(
    unit="ratio",
    convention="geometric annual return over the risk-free rate / ulcer index",
    source="Martin and McCann 1989",
)
def martin_ratio(sample: Sample) -> float:
    """Annual return over the ulcer index."""
    return (sample.annual_return - sample.annual_risk_free) / ulcer_index(sample)


@metric(
    unit="ratio",
    convention="gains / losses beyond the risk-free rate + (1 + {required_return_annual})^(1/{periods_per_year}) - 1",
    sign="0 or more",
    source="Keating and Shadwick 2002; empyrical",
)
def omega(
    sample: Sample, *, required_return_annual: float = 0.0, required_return_per_period: float | None = None
) -> float:
    """Sum of excesses over sum of shortfalls, against what is required."""
    rate = (1.0 + required_return_annual) ** (1.0 / sample.periods_per_year) - 1.0
    mark = (rate if required_return_per_period is None else required_return_per_period) + sample.risk_free
    return float(above(sample, mark).sum() / below(sample, mark).sum())


@metric(unit="ratio", convention="(mean - mar) / downside potential, mar {mar}", source=BACON)
def omega_sharpe(sample: Sample, *, mar: float = 0.0) -> float:
    """Omega less 1."""
    return float(sample.returns.mean() - mar) / downside_potential(sample, mar=mar)


@metric(
    unit="ratio",
    convention="(mean - mar) / root of order {l} of the lower partial moment, mar {mar}",
    source="Kaplan and Knowles 2004",
)
def kappa2(sample: Sample, *, mar: float = 0.0, l: float = 2.0) -> float:  # noqa: E741
    """Mean over `mar` over the lower partial moment of order l."""
    moment = float((below(sample, mar) ** l).mean())
    return float(float(sample.returns.mean() - mar) / moment ** (1.0 / l))


@metric(
    unit="ratio",
    convention="geometric annual Sharpe ratio S, x (1 + skew S/6 - (kurtosis - 3) S^2/24), population moments",
    source="Pezier and White 2006; Bacon 2008",
)
def adjusted_sharpe(sample: Sample) -> float:
    """The Sharpe ratio less what skew and fat tails cost."""
    deviation = float(sample.returns.std(ddof=1)) * sample.year
    ratio = float((sample.annual_return - sample.annual_risk_free) / np.float64(deviation))
    return ratio * (1.0 + skew(sample) / 6.0 * ratio - (kurtosis(sample) - 3.0) / 24.0 * ratio**2)
