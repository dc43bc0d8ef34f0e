"""The optimiser's answer: weights, or the reasons why there are none."""

from dataclasses import dataclass, field
from typing import Literal

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue


@dataclass(frozen=True, slots=True)
class Target:
    """Weights by symbol that sum to 1; expected return and volatility are annual fractions."""

    weights: FrozenMap[float]
    objective: float
    expected_return: float
    volatility: float
    solver: str
    status: Literal["optimal"] = "optimal"
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitConflict:
    """One limit of a set that cannot hold together; `constraint` is its path in the mandate."""

    constraint: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Relaxed:
    """How far one limit had to give way for the nearest feasible portfolio."""

    constraint: str
    by: float


@dataclass(frozen=True, slots=True)
class Nearest:
    """The feasible portfolio that breaks the named limits least."""

    weights: FrozenMap[float]
    relaxed: tuple[Relaxed, ...]


@dataclass(frozen=True, slots=True)
class Infeasible:
    """No portfolio meets the mandate: a minimal set of limits in conflict, and the nearest one."""

    conflicts: tuple[LimitConflict, ...]
    nearest: Nearest | None = None
    status: Literal["infeasible"] = "infeasible"
    issues: tuple[Issue, ...] = field(default=())
