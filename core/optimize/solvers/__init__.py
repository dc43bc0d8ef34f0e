"""The solvers, one file each: PIQP for quadratic costs, HiGHS for linear ones, Clarabel where a cone stands."""

from core.optimize.program import Program, Solution
from core.optimize.solvers import clarabel_cones, few_columns, highs_linear, piqp_quadratic


def minimise(program: Program) -> Solution:
    """Solve by the solver that the program's shape asks for."""
    if program.cones:
        return clarabel_cones.minimise(program)
    if program.quadratic is None:
        return highs_linear.minimise(program)
    return few_columns.minimise(program) or piqp_quadratic.minimise(program)
