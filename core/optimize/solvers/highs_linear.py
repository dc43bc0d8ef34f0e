"""HiGHS for linear programs, whole variables among them, one thread, so that the same program gives the same vertex."""

from functools import cache
from importlib.metadata import version
from typing import Any

import highspy
import numpy as np

from core.highs import new_highs
from core.optimize.program import Program, Solution

STATUS: dict[Any, Any] = {
    highspy.HighsModelStatus.kOptimal: "solved",
    highspy.HighsModelStatus.kInfeasible: "infeasible",
    highspy.HighsModelStatus.kUnboundedOrInfeasible: "infeasible",
    highspy.HighsModelStatus.kUnbounded: "unbounded",
}


@cache
def name() -> str:
    """`HiGHS 1.16.0`."""
    return f"HiGHS {version('highspy')}"


def minimise(program: Program) -> Solution:
    """Solve one program; its cost must be linear and no cone may stand."""
    if (program.lower > program.upper).any():
        return Solution("infeasible", None, name())
    solver = new_highs()
    if not program.presolve:
        solver.setOptionValue("presolve", "off")
    _pass(solver, program)
    solver.run()
    status = STATUS.get(solver.getModelStatus(), "failed")
    x = np.array(solver.getSolution().col_value) if status == "solved" else None
    return Solution(status, x, name())


def _pass(solver: Any, program: Program) -> None:
    """Hand the program over as arrays, the matrix row by row without its zeros."""
    matrix = np.vstack([program.equal, program.rows])
    there = matrix != 0
    places = np.flatnonzero(there)
    solver.passModel(
        program.size,
        len(matrix),
        len(places),
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        program.linear,
        program.lower,
        program.upper,
        np.concatenate([program.equal_to, np.full(len(program.most), -np.inf)]),
        np.concatenate([program.equal_to, program.most]),
        np.append(0, np.count_nonzero(there, axis=1).cumsum()).astype(np.int32),
        (places % program.size).astype(np.int32),
        matrix.ravel()[places],
        (np.zeros(program.size) if program.whole is None else program.whole).astype(np.int32),
    )
