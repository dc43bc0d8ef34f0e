"""The solvers, one file each: PIQP for quadratic costs, HiGHS for linear ones, Clarabel where a cone stands."""

import numpy as np
from numpy.typing import NDArray

from core.optimize.program import Program, Solution
from core.optimize.solvers import clarabel_cones, few_columns, highs_linear


def minimise(program: Program, reward: NDArray[np.float64] | None = None) -> Solution:
    """Solve by the solver that the program's shape asks for.

    reward : what each asset earns, where a program over scaled weights costs risk alone; it says where to look first
    """
    if program.cones:
        return clarabel_cones.minimise(program)
    if program.quadratic is None:
        return highs_linear.minimise(program)
    return few_columns.minimise(program, reward)
