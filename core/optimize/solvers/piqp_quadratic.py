"""PIQP, a proximal interior-point method for dense quadratic programs (Schwan et al. 2023, arXiv:2304.00290)."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np
import piqp
from numpy.typing import NDArray

from core.optimize.program import Program, Solution

Vector = NDArray[np.float64]

ACCURACY = 1e-10
STATUS: dict[Any, Any] = {
    piqp.PIQP_SOLVED: "solved",
    piqp.PIQP_PRIMAL_INFEASIBLE: "infeasible",
    piqp.PIQP_DUAL_INFEASIBLE: "unbounded",
}


@cache
def name() -> str:
    """`PIQP 0.7.0`."""
    return f"PIQP {version('piqp')}"


def prepared(program: Program) -> Any:
    """A solver set up with the program, ready to be solved and updated."""
    assert program.quadratic is not None
    solver = piqp.DenseSolver()
    solver.settings.eps_abs = solver.settings.eps_rel = ACCURACY
    solver.settings.eps_duality_gap_abs = solver.settings.eps_duality_gap_rel = ACCURACY
    solver.settings.preconditioner_iter = 1
    inequalities = len(program.most) > 0
    solver.setup(
        program.quadratic.T,
        program.linear,
        np.asfortranarray(program.equal),
        program.equal_to,
        np.asfortranarray(program.rows) if inequalities else None,
        None,
        program.most if inequalities else None,
        program.lower,
        program.upper,
    )
    return solver


def minimise(program: Program) -> Solution:
    """Solve one program."""
    return run(prepared(program))


def run(solver: Any) -> Solution:
    """Solve a prepared (or updated) solver."""
    status = STATUS.get(solver.solve(), "failed")
    return Solution(status, np.array(solver.result.x) if status == "solved" else None, name())


@dataclass(frozen=True, slots=True, eq=False)
class Multiplied:
    """A minimum with the multipliers of the equations and of the inequalities."""

    x: Vector
    equal: Vector
    rows: Vector


def with_multipliers(program: Program) -> Multiplied | None:
    """Solve one program; None unless it was solved."""
    solver = prepared(program)
    if run(solver).x is None:
        return None
    result = solver.result
    return Multiplied(np.array(result.x), np.array(result.y), np.array(result.z_u))
