"""The worst periods: value at risk and what lies beyond it. Positive losses, historical, per period."""

import math
from collections.abc import Callable

import numpy as np

from core.risk.metric import metric
from core.risk.sample import Sample, Vector

TAIL = 0.05


@metric(
    unit="loss per period",
    convention="order statistic ceil(0.05 n)",
    sign="positive loss",
    source="skfolio, value_at_risk",
)
def value_at_risk_95(sample: Sample) -> float:
    """The loss that 95 % of periods do not exceed."""
    return worst_but(-sample.returns)


@metric(
    unit="loss per period",
    convention="minus the {cutoff} quantile of returns, {interpolation}",
    sign="positive loss",
    source="empyrical, value_at_risk",
)
def var_historical(sample: Sample, *, cutoff: float = 0.05, interpolation: str = "linear") -> float:
    """The loss at a quantile of returns."""
    return -float(np.quantile(sample.returns, cutoff, method=interpolation))  # type: ignore[call-overload]


@metric(
    unit="loss per period",
    convention="mean of the worst 5 %, the one on the border counting in part",
    sign="positive loss",
    source="Rockafellar and Uryasev 2000",
)
def cvar_95(sample: Sample) -> float:
    """Mean loss in the worst 5 % of periods."""
    return tail_mean(-sample.returns)


@metric(
    unit="loss per period", convention="least entropic bound at 95 %", sign="positive loss", source="Ahmadi-Javid 2012"
)
def evar_95(sample: Sample) -> float:
    """The tightest Chernoff bound on value at risk: least over z of z log(mean(exp(-r/z)) / 0.05)."""
    losses = -sample.returns
    reach = float(np.ptp(losses))
    if reach == 0:
        return float(losses.max())

    def bound(log_z: float) -> float:
        z = reach * math.exp(log_z)
        return float(losses.max()) + z * math.log(float(np.exp((losses - losses.max()) / z).mean()) / TAIL)

    return min(bound(_least(bound, -12.0, 12.0)), float(losses.max()))


@metric(unit="loss per period", convention="the worst period", sign="positive loss", source="Young 1998")
def worst_loss(sample: Sample) -> float:
    """The loss of the worst period."""
    return float(-sample.returns.min())


def worst_but(losses: Vector, tail: float = TAIL) -> float:
    """The loss at the order statistic ceil(tail n), counted from the worst."""
    rank = max(1, math.ceil(tail * len(losses) - 1e-9))
    return float(np.sort(losses)[::-1][rank - 1])


def tail_mean(losses: Vector, tail: float = TAIL) -> float:
    """The mean of the worst `tail` of losses, the one on the border counting in part."""
    ordered = np.sort(losses)[::-1]
    share = tail * len(ordered)
    whole = min(math.floor(share + 1e-9), len(ordered))
    part = (share - whole) * ordered[whole] if whole < len(ordered) else 0.0
    return float((ordered[:whole].sum() + part) / share)


def _least(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one valley is least, by golden section."""
    golden = (math.sqrt(5) - 1) / 2
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = function(left), function(right)
    for _ in range(120):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = function(right)
    return (low + high) / 2
