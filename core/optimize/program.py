"""A convex program in one standard form, and how a region of weights becomes one.

minimise  1/2 x'Px + c'x   where   A x = b,   G x <= h,   lower <= x <= upper,   |F x + g| <= d'x + e
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.optimize.limits import Ball, Region

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cone:
    """|matrix x + offset| <= slope x + room, the norm being Euclidean."""

    matrix: Matrix
    offset: Vector
    slope: Vector
    room: float


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Cost and constraints over x; `quadratic` is None for a linear cost.

    whole : 1 where a variable takes whole values only (linear costs without cones); None where none does
    presolve : whether a linear program is worth simplifying before it is solved
    """

    quadratic: Matrix | None
    linear: Vector
    equal: Matrix
    equal_to: Vector
    rows: Matrix
    most: Vector
    lower: Vector
    upper: Vector
    cones: tuple[Cone, ...] = ()
    whole: Vector | None = None
    presolve: bool = True

    @property
    def size(self) -> int:
        """How many variables."""
        return len(self.linear)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What a solver found; x is None unless it was solved."""

    status: Literal["solved", "infeasible", "unbounded", "failed"]
    x: Vector | None
    solver: str


def over_weights(region: Region) -> Program:
    """The region as constraints on x = (weights, distances of the sum-balls), summing to 1, without a cost."""
    size = len(region.lower)
    program = Program(
        quadratic=None,
        linear=np.zeros(size),
        equal=np.ones((1, size)),
        equal_to=np.ones(1),
        rows=region.rows,
        most=region.most,
        lower=region.lower,
        upper=region.upper,
    )
    for ball in region.balls:
        program = with_ball(program, ball)
    return program


def scaled_weights(region: Region, capped: NDArray[np.bool_]) -> Program:
    """The region as constraints on x = (y, k, distances) where weights are y / k, without a cost.

    The sum of y is k; every limit is multiplied by k, so one linear equation of the objective may fix the scale
    (Cornuejols and Tutuncu, Optimization Methods in Finance, 8.2).
    capped : the assets whose most weight is asked for at all, one row each
    """
    size = len(region.lower)
    free_low = region.lower == 0.0
    implied = bool((region.lower >= 0).all())
    least = np.isfinite(region.lower) & ~free_low
    most = np.isfinite(region.upper) & capped & ~((region.upper >= 1) & implied)
    rows = np.vstack([region.rows, -np.eye(size)[least], np.eye(size)[most]])
    room = np.concatenate([region.most, -region.lower[least], region.upper[most]])
    program = Program(
        quadratic=None,
        linear=np.zeros(size + 1),
        equal=np.append(np.ones(size), -1.0)[None],
        equal_to=np.zeros(1),
        rows=np.column_stack([rows, -room]),
        most=np.zeros(len(rows)),
        lower=np.append(np.where(free_low, 0.0, -np.inf), 0.0),
        upper=np.full(size + 1, np.inf),
    )
    for ball in region.balls:
        program = _with_scaled_cone(program, ball) if ball.root is not None else _with_scaled_sum_ball(program, ball)
    return program


def with_choices(program: Program, region: Region) -> Program:
    """The program with one yes/no variable an asset: held or not, at most so many, none smaller than the least."""
    size, before = len(region.lower), program.size
    wide = widened(program, np.zeros(size), np.ones(size), np.zeros(size))
    rows = np.zeros((2 * size + 1, wide.size))
    rows[:size, :size], rows[:size, before:] = np.eye(size), -np.diag(np.minimum(region.upper, 1.0))
    rows[size : 2 * size, :size] = -np.eye(size)
    rows[size : 2 * size, before:] = np.eye(size) * (region.least_held or 0.0)
    rows[-1, before:] = 1.0
    most = np.append(np.zeros(2 * size), size if region.most_held is None else region.most_held)
    return replace(with_rows(wide, rows, most), whole=np.append(np.zeros(before), np.ones(size)))


def widened(program: Program, lower: Vector, upper: Vector, cost: Vector) -> Program:
    """The program with further variables at the end, in no constraint yet."""
    more = len(lower)
    return replace(
        program,
        quadratic=None if program.quadratic is None else np.pad(program.quadratic, (0, more)),
        linear=np.append(program.linear, cost),
        equal=np.pad(program.equal, ((0, 0), (0, more))),
        rows=np.pad(program.rows, ((0, 0), (0, more))),
        lower=np.append(program.lower, lower),
        upper=np.append(program.upper, upper),
        cones=tuple(
            replace(cone, matrix=np.pad(cone.matrix, ((0, 0), (0, more))), slope=np.pad(cone.slope, (0, more)))
            for cone in program.cones
        ),
    )


def with_rows(program: Program, rows: Matrix, most: Vector) -> Program:
    """The program with further inequalities."""
    return replace(program, rows=np.vstack([program.rows, rows]), most=np.append(program.most, most))


def with_cost(program: Program, quadratic: Matrix | None, linear: Vector | None) -> Program:
    """The program with a cost on its first variables."""
    cost = program.linear.copy()
    if linear is not None:
        cost[: len(linear)] += linear
    square = program.quadratic
    if quadratic is not None:
        square = _summed(square, quadratic, program.size)
    return replace(program, quadratic=square, linear=cost)


def _summed(square: Matrix | None, quadratic: Matrix, size: int) -> Matrix:
    """Both squares, the second on the first variables."""
    if square is None and len(quadratic) == size:
        return quadratic
    whole = np.zeros((size, size)) if square is None else square.copy()
    whole[: len(quadratic), : len(quadratic)] += quadratic
    return whole


def with_equation(program: Program, row: Vector, value: float) -> Program:
    """The program with `row x = value` on its first variables."""
    padded = np.pad(row, (0, program.size - len(row)))
    return replace(program, equal=np.vstack([program.equal, padded]), equal_to=np.append(program.equal_to, value))


def with_ball(program: Program, ball: Ball) -> Program:
    """The program over weights with a ball: its last cone, or (a sum-ball) its last row with further variables."""
    return _with_cone(program, ball) if ball.root is not None else _with_sum_ball(program, ball)


def _with_sum_ball(program: Program, ball: Ball) -> Program:
    """|w - centre| <= u for each asset, and the sum of u <= radius."""
    size, before = len(ball.centre), program.size
    wide = widened(program, np.zeros(size), np.full(size, np.inf), np.zeros(size))
    rows = np.zeros((2 * size + 1, wide.size))
    rows[:size, :size], rows[size : 2 * size, :size] = np.eye(size), -np.eye(size)
    rows[:size, before:] = rows[size : 2 * size, before:] = -np.eye(size)
    rows[-1, before:] = 1.0
    return with_rows(wide, rows, np.concatenate([ball.centre, -ball.centre, [ball.radius]]))


def _with_scaled_sum_ball(program: Program, ball: Ball) -> Program:
    size, before = len(ball.centre), program.size
    wide = widened(program, np.zeros(size), np.full(size, np.inf), np.zeros(size))
    rows = np.zeros((2 * size + 1, wide.size))
    rows[:size, :size], rows[size : 2 * size, :size] = np.eye(size), -np.eye(size)
    rows[:size, before:] = rows[size : 2 * size, before:] = -np.eye(size)
    rows[-1, before:] = 1.0
    rows[:, size] -= np.concatenate([ball.centre, -ball.centre, [ball.radius]])
    return with_rows(wide, rows, np.zeros(len(rows)))


def _with_cone(program: Program, ball: Ball) -> Program:
    assert ball.root is not None
    matrix = np.pad(ball.root, ((0, 0), (0, program.size - len(ball.centre))))
    cone = Cone(matrix, -ball.root @ ball.centre, np.zeros(program.size), ball.radius)
    return replace(program, cones=(*program.cones, cone))


def _with_scaled_cone(program: Program, ball: Ball) -> Program:
    assert ball.root is not None
    size = len(ball.centre)
    matrix = np.pad(ball.root, ((0, 0), (0, program.size - size)))
    matrix[:, size] = -ball.root @ ball.centre
    slope = np.zeros(program.size)
    slope[size] = ball.radius
    return replace(program, cones=(*program.cones, Cone(matrix, np.zeros(len(matrix)), slope, 0.0)))
