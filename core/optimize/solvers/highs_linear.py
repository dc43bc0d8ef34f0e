"""HiGHS for linear programs, one thread, so that the same program gives the same vertex."""

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
    solver.passModel(_model(program))
    solver.run()
    status = STATUS.get(solver.getModelStatus(), "failed")
    x = np.array(solver.getSolution().col_value) if status == "solved" else None
    return Solution(status, x, name())


def _model(program: Program) -> Any:
    matrix = np.vstack([program.equal, program.rows])
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = program.size, len(matrix)
    model.col_cost_ = program.linear
    model.col_lower_, model.col_upper_ = program.lower, program.upper
    model.row_lower_ = np.concatenate([program.equal_to, np.full(len(program.most), -np.inf)])
    model.row_upper_ = np.concatenate([program.equal_to, program.most])
    rows, columns = np.nonzero(matrix)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.searchsorted(rows, np.arange(len(matrix) + 1)).astype(np.int32)
    model.a_matrix_.index_ = columns.astype(np.int32)
    model.a_matrix_.value_ = matrix[rows, columns]
    return model
