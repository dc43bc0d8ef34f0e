"""Clarabel, an interior-point method for quadratic costs under second-order cones (Goulart and Chen 2024)."""

from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np

from core.optimize.program import Program, Solution

ACCURACY = 1e-10
STATUS = {"Solved": "solved", "AlmostSolved": "solved", "PrimalInfeasible": "infeasible",
          "AlmostPrimalInfeasible": "infeasible", "DualInfeasible": "unbounded"}  # fmt: skip


@cache
def name() -> str:
    """`Clarabel 0.11.1`."""
    return f"Clarabel {version('clarabel')}"


def minimise(program: Program) -> Solution:
    """Solve one program."""
    import clarabel  # type: ignore[import-untyped]
    from scipy import sparse

    square = np.zeros((program.size, program.size)) if program.quadratic is None else program.quadratic
    matrix, room, cones = _stacked(program, clarabel)
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.max_threads = 1
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = ACCURACY
    solver = clarabel.DefaultSolver(
        sparse.csc_matrix(np.triu(square)), program.linear, sparse.csc_matrix(matrix), room, cones, settings
    )
    answer = solver.solve()
    status: Any = STATUS.get(str(answer.status), "failed")
    return Solution(status, np.array(answer.x) if status == "solved" else None, name())


def _stacked(program: Program, clarabel: Any) -> tuple[Any, Any, list[Any]]:
    """All constraints as `matrix x + s = room`, s in the cones: equations, inequalities and bounds, norms."""
    least, most = np.isfinite(program.lower), np.isfinite(program.upper)
    unit = np.eye(program.size)
    below = np.vstack([program.rows, -unit[least], unit[most]])
    room = np.concatenate([program.most, -program.lower[least], program.upper[most]])
    blocks = [program.equal, below]
    rooms = [program.equal_to, room]
    cones = [clarabel.ZeroConeT(len(program.equal)), clarabel.NonnegativeConeT(len(below))]
    for cone in program.cones:
        blocks += [-cone.slope[None], -cone.matrix]
        rooms += [np.array([cone.room]), cone.offset]
        cones.append(clarabel.SecondOrderConeT(len(cone.matrix) + 1))
    return np.vstack(blocks), np.concatenate(rooms), cones
