"""Tracking error of a drift where the case gives a covariance: annual, of the difference to the target.

The covariance is taken apart into independent sources of risk (Cholesky), in plain arithmetic that gives the same
digits everywhere. A class without a row in the covariance counts as riskless. A target by symbol looks through to
classes where the covariance is one of classes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from core.domain.case import Case, Risk
from core.domain.errors import BadInput
from core.rebalance.goals import Goal
from core.risk.exposure import split

NOTHING = 1e-9
"""Parts of the largest variance below which a source carries no risk."""
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
    """The sources of risk of a goal's classes; none without a covariance."""
    if case.risk is None or not case.risk.classes:
        return ()
    loads = _loads(case, goal, case.risk)
    return tuple(one for source in _sources(case.risk) if (one := _direction(loads, source)).loadings)


def tracking_error(case: Case, goal: Goal, drift: Mapping[str, float]) -> float | None:
    """Annual tracking error of a drift as a fraction; None without a covariance."""
    if case.risk is None:
        return None
    return sqrt(sum(one.at(drift) ** 2 for one in directions(case, goal)))


def _direction(loads: Mapping[str, Mapping[int, float]], source: Sequence[float]) -> Direction:
    found = {name: sum(share * source[place] for place, share in load.items()) for name, load in loads.items()}
    return Direction({name: loading for name, loading in found.items() if abs(loading) > 1e-12})


def _sources(risk: Risk) -> list[list[float]]:
    """Columns of the Cholesky factor, those left out that carry no risk beyond the ones before."""
    rows, largest = risk.covariance, max((risk.covariance[i][i] for i in range(len(risk.classes))), default=0.0)
    found: list[list[float]] = []
    for j in range(len(rows)):
        left = rows[j][j] - sum(one[j] ** 2 for one in found)
        if left > NOTHING * largest:
            root = sqrt(left)
            found.append([
                (rows[i][j] - sum(one[i] * one[j] for one in found)) / root if i >= j else 0.0
                for i in range(len(rows))
            ])  # fmt: skip
    return found


def _loads(case: Case, goal: Goal, risk: Risk) -> dict[str, dict[int, float]]:
    """What each class or symbol of the goal is in the classes of the covariance, by place."""
    places = {name: place for place, name in enumerate(risk.classes)}
    securities = {security.symbol: security for security in case.securities}
    found = {}
    for name in goal.counted:
        parts = {name: 1.0}
        if name not in places and goal.target.by == "symbol" and name in securities:
            parts = split(securities[name], "asset_class")
        found[name] = {places[part]: share for part, share in parts.items() if part in places}
    return found


def _matrix(risk: Risk) -> NDArray[np.float64]:
    return np.array(risk.covariance, dtype=np.float64).reshape(len(risk.classes), len(risk.classes))
