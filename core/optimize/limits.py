"""Limits as geometry: what one named line of a mandate asks of a weight vector, and several of them together.

Weights always sum to 1; that is part of every region and never a limit.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.mandate import Mandate
from core.optimize.universe import Universe
from core.registry import Registry

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


HELD = 1e-6
"""A weight above this is a position."""


@dataclass(frozen=True, slots=True, eq=False)
class Ball:
    """Distance from `centre` at most `radius`: the sum of |w - centre| (root None), or the norm of root (w - centre).

    scale : how much of the mandate's own unit one unit of radius is (turnover counts half the sum)
    """

    centre: Vector
    radius: float
    root: Matrix | None = None
    scale: float = 1.0

    def distance(self, weights: Vector) -> float:
        """How far the weights lie from the centre."""
        gap = weights - self.centre
        return float(np.abs(gap).sum()) if self.root is None else float(np.linalg.norm(self.root @ gap))

    def tangent(self, weights: Vector) -> tuple[Vector, float]:
        """`row @ w <= most`, kept by the whole ball and touching it in the direction of the weights."""
        gap = weights - self.centre
        if self.root is None:
            row = np.sign(gap)
        else:
            far = self.root @ gap
            row = self.root.T @ far / max(float(np.linalg.norm(far)), 1e-12)
        return row, self.radius + float(row @ self.centre)


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """One named limit. `path` is its place in the mandate; the parts that are None do not bind.

    lower, upper : least and most weight of each asset (±inf where it does not bind)
    rows, most : rows @ w <= most
    ball : a distance that may not be exceeded
    most_held, least_held : assets held at most; the least weight of what is held at all
    standing : part of the house, not of the mandate: never named, never relaxed
    firm : how dear one unit of relaxing is when the nearest portfolio is looked for
    """

    path: str
    sentence: str
    lower: Vector | None = None
    upper: Vector | None = None
    rows: Matrix | None = None
    most: Vector | None = None
    ball: Ball | None = None
    most_held: int | None = None
    least_held: float | None = None
    standing: bool = False
    firm: float = 1.0

    @property
    def only_ball(self) -> bool:
        """Whether it is a distance and nothing else."""
        others = (self.lower, self.upper, self.rows, self.most_held, self.least_held)
        return self.ball is not None and all(part is None for part in others)

    def excess(self, weights: Vector) -> float:
        """By how much the weights break the limit, in the mandate's unit; 0 or less where they keep it."""
        worst = -np.inf
        if self.lower is not None:
            worst = max(worst, float((self.lower - weights).max()))
        if self.upper is not None:
            worst = max(worst, float((weights - self.upper).max()))
        if self.rows is not None and self.most is not None and len(self.most):
            worst = max(worst, float((self.rows @ weights - self.most).max()))
        if self.ball is not None:
            worst = max(worst, (self.ball.distance(weights) - self.ball.radius) * self.ball.scale)
        held = weights[weights > HELD]
        if self.most_held is not None:
            worst = max(worst, float(len(held) - self.most_held))
        if self.least_held is not None:
            worst = max(worst, float((self.least_held - held).max(initial=-np.inf)))
        return worst


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """All limits of a solve together: bounds, rows, balls, and choices of what to hold (None: free)."""

    lower: Vector
    upper: Vector
    rows: Matrix
    most: Vector
    balls: tuple[Ball, ...]
    most_held: int | None = None
    least_held: float | None = None

    @property
    def chooses(self) -> bool:
        """Whether some limit is on what is held at all."""
        return self.most_held is not None or self.least_held is not None

    def holds(self, weights: Vector, noise: float) -> bool:
        """Whether the weights keep all limits, each exceeded by no more than `noise` of the mandate's unit."""
        if (weights < self.lower - noise).any() or (weights > self.upper + noise).any() or self.chooses:
            return False
        if len(self.most) and (self.rows @ weights > self.most + noise).any():
            return False
        return all((ball.distance(weights) - ball.radius) * ball.scale <= noise for ball in self.balls)

    @property
    def crossed(self) -> bool:
        """Whether some asset's least weight lies above its most."""
        return bool((self.lower > self.upper).any())


def region(limits: Iterable[Limit], size: int) -> Region:
    """The limits of `size` assets put together; free (±inf) where none binds."""
    kept = tuple(limits)
    lower, upper = np.full(size, -np.inf), np.full(size, np.inf)
    for limit in kept:
        if limit.lower is not None:
            lower = np.maximum(lower, limit.lower)
        if limit.upper is not None:
            upper = np.minimum(upper, limit.upper)
    rows = [limit.rows for limit in kept if limit.rows is not None]
    most = [limit.most for limit in kept if limit.most is not None]
    return Region(
        lower,
        upper,
        np.vstack(rows) if rows else np.empty((0, size)),
        np.concatenate(most) if most else np.empty(0),
        tuple(limit.ball for limit in kept if limit.ball is not None),
        min((limit.most_held for limit in kept if limit.most_held is not None), default=None),
        max((limit.least_held for limit in kept if limit.least_held is not None), default=None),
    )


def not_below_zero(value: float, where: str) -> float:
    """The value of a limit that cannot be negative; BadInput where it is."""
    if value < 0:
        raise BadInput(f"mandate.{where}", f"expected 0 or more, found {value}")
    return value


def plain_rows(limit: Limit, size: int) -> tuple[Matrix, Vector]:
    """Bounds and rows of a limit, all as rows @ w <= most."""
    blocks, rooms = [np.empty((0, size))], [np.empty(0)]
    unit = np.eye(size)
    if limit.lower is not None:
        there = np.isfinite(limit.lower)
        blocks, rooms = [*blocks, -unit[there]], [*rooms, -limit.lower[there]]
    if limit.upper is not None:
        there = np.isfinite(limit.upper)
        blocks, rooms = [*blocks, unit[there]], [*rooms, limit.upper[there]]
    if limit.rows is not None and limit.most is not None:
        blocks, rooms = [*blocks, limit.rows], [*rooms, limit.most]
    return np.vstack(blocks), np.concatenate(rooms)


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What a constraint may look at: the mandate, the assets, and each asset's betas to named factors."""

    mandate: Mandate
    assets: Universe
    betas: dict[str, Vector]


Constraint = Callable[[Facts], tuple[Limit, ...]]

CONSTRAINTS: Registry[Constraint] = Registry("constraint", "core.optimize.constraints")
"""Kinds of limit: a decorated function each, from the mandate to its named limits."""
