"""Tracking error of a drift where the case gives a covariance: annual, of the difference to the target.

A class without a row in the covariance counts as riskless. A target by symbol looks through to classes where the
covariance is one of classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from core.domain.case import Case, Risk
from core.domain.errors import BadInput
from core.rebalance.goals import Goal
from core.risk.exposure import split

NOTHING = 1e-9
"""Parts of the largest variance below which a direction carries no risk."""
NEGATIVE = 1e-6
"""Parts of the largest variance by which rounding may push the smallest below zero."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One independent source of risk: what a weight of one in each class adds to it, in annual volatility."""

    loadings: Mapping[str, float]

    def at(self, drift: Mapping[str, float]) -> float:
        """Its part of the tracking error of a drift, signed."""
        return sum(loading * drift.get(name, 0.0) for name, loading in self.loadings.items())


def check_risk(risk: Risk) -> None:
    """BadInput for a matrix that is no covariance."""
    if len(set(risk.classes)) != len(risk.classes):
        raise BadInput("risk.classes", "a class stands twice")
    matrix = _matrix(risk)
    if not np.isfinite(matrix).all():
        raise BadInput("risk.covariance", "a number is missing")
    if not np.allclose(matrix, matrix.T, rtol=1e-6, atol=1e-12):
        raise BadInput("risk.covariance", "is not the same above and below its diagonal")
    values = np.linalg.eigvalsh(matrix) if len(matrix) else np.zeros(1)
    if values[0] < -NEGATIVE * max(float(values[-1]), 1e-12):
        raise BadInput("risk.covariance", "is no covariance: some mix of the classes would have a variance below zero")


def directions(case: Case, goal: Goal) -> tuple[Direction, ...]:
    """The sources of risk of a goal's classes, the strongest first; none without a covariance."""
    if case.risk is None or not case.risk.classes:
        return ()
    loads = _loads(case, goal, case.risk)
    values, vectors = np.linalg.eigh(_matrix(case.risk))
    kept = [place for place in reversed(range(len(values))) if values[place] > NOTHING * values[-1] and values[-1] > 0]
    return tuple(_direction(loads, float(values[place]), vectors[:, place]) for place in kept)


def tracking_error(case: Case, goal: Goal, drift: Mapping[str, float]) -> float | None:
    """Annual tracking error of a drift as a fraction; None without a covariance."""
    if case.risk is None:
        return None
    return sqrt(sum(one.at(drift) ** 2 for one in directions(case, goal)))


def _direction(loads: Mapping[str, NDArray[np.float64]], variance: float, vector: NDArray[np.float64]) -> Direction:
    strength = sqrt(variance)
    found = {name: strength * float(load @ vector) for name, load in loads.items()}
    return Direction({name: loading for name, loading in found.items() if abs(loading) > 1e-12})


def _loads(case: Case, goal: Goal, risk: Risk) -> dict[str, NDArray[np.float64]]:
    """What each class or symbol of the goal is in the classes of the covariance."""
    places = {name: place for place, name in enumerate(risk.classes)}
    securities = {security.symbol: security for security in case.securities}
    found = {}
    for name in goal.counted:
        parts = {name: 1.0}
        if name not in places and goal.target.by == "symbol" and name in securities:
            parts = split(securities[name], "asset_class")
        load = np.zeros(len(places))
        for part, share in parts.items():
            if part in places:
                load[places[part]] += share
        found[name] = load
    return found


def _matrix(risk: Risk) -> NDArray[np.float64]:
    return np.array(risk.covariance, dtype=np.float64).reshape(len(risk.classes), len(risk.classes))
