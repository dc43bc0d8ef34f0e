"""Each asset's share of a risk measure of historical returns: weight times the measure's slope, over the measure.

All the measures are homogeneous (Euler), so the shares sum to 1; riskfolio counts the same by differences. A slope is
told per period of the portfolio's returns and handed on to the assets; its scale plays no part.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.risk.metrics.tails import TAIL

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Slope = Callable[[Vector], Vector]


def shares_of_risk(measure: str, returns: Matrix, weights: Vector) -> Vector:
    """Shares (asset) of the measure by riskfolio's name. returns : (period x asset), per period."""
    parts = weights * (returns.T @ SLOPES[measure](returns @ weights))
    return np.asarray(parts / parts.sum())


def _mean_absolute(earned: Vector) -> Vector:
    return _centred(np.sign(earned - earned.mean()))


def _semi_deviation(earned: Vector) -> Vector:
    return _centred(np.minimum(earned - earned.mean(), 0.0))


def _first_partial_moment(earned: Vector) -> Vector:
    return np.asarray(-(earned < 0).astype(np.float64))


def _second_partial_moment(earned: Vector) -> Vector:
    return np.minimum(earned, 0.0)


def _gini(earned: Vector) -> Vector:
    """By rank: how many periods lie below, less how many lie above."""
    slope = np.empty(len(earned))
    slope[np.argsort(earned, kind="stable")] = 2.0 * np.arange(1, len(earned) + 1) - 1 - len(earned)
    return slope


def _tail(earned: Vector) -> Vector:
    """The worst 5 % of periods, the one on the border in part."""
    slope = np.zeros(len(earned))
    worst, share = np.argsort(earned, kind="stable"), TAIL * len(earned)
    whole = int(np.floor(share + 1e-9))
    slope[worst[:whole]] = -1.0
    if whole < len(earned):
        slope[worst[whole]] = whole - share
    return slope


def _tail_range(earned: Vector) -> Vector:
    return _tail(earned) - _tail(-earned)


def _entropic(earned: Vector) -> Vector:
    """The worse, the more: exp(-earned / z), z the scale at which the entropic bound is least."""
    from scipy.optimize import minimize_scalar

    losses = earned.min() - earned
    reach = float(np.ptp(losses)) or 1.0

    def bound(log_z: float) -> float:
        z = reach * np.exp(log_z)
        return float(z * np.log(np.exp(losses / z).mean() / TAIL))

    z = reach * np.exp(minimize_scalar(bound, bounds=(-8.0, 8.0), method="bounded", options={"xatol": 1e-10}).x)
    return np.asarray(-np.exp(losses / z))


def _by_drawdown(slope: Slope) -> Slope:
    """A measure of drawdowns of uncompounded wealth: a depth falls with every return since its peak."""

    def of_returns(earned: Vector) -> Vector:
        wealth = np.append(0.0, np.cumsum(earned))
        top = np.maximum.accumulate(wealth)
        peak = np.maximum.accumulate(np.where(wealth >= top, np.arange(len(wealth)), 0))[1:]
        each = slope((wealth - top)[1:])
        since = np.append(0.0, each)
        np.subtract.at(since, peak, each)
        return np.asarray(np.cumsum(since[::-1])[::-1][1:])

    return of_returns


def _centred(slope: Vector) -> Vector:
    return np.asarray(slope - slope.mean())


SLOPES: dict[str, Slope] = {
    "MAD": _mean_absolute,
    "GMD": _gini,
    "MSV": _semi_deviation,
    "FLPM": _first_partial_moment,
    "SLPM": _second_partial_moment,
    "CVaR": _tail,
    "CVRG": _tail_range,
    "EVaR": _entropic,
    "CDaR": _by_drawdown(_tail),
    "EDaR": _by_drawdown(_entropic),
    "UCI": _by_drawdown(_second_partial_moment),
}
