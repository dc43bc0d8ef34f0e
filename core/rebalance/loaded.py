"""A program loaded into HiGHS and kept warm: the only file of this room that speaks to the solver.

One thread, a fixed seed and stop rules that count nodes and iterations, never seconds: the same program has the same
answer. Every solve goes on from where the last one stood, or from where it is told to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.highs import new_highs
from core.rebalance.line import INFINITY, Values
from core.rebalance.search_tree import Point

SOLVER = "HiGHS"
LOST = 20
"""Iterations for each row and column after which the solver goes round in circles."""
FINEST = 1e-10
"""Difference that the solver still heeds where it is asked to; 1e-7 elsewhere."""
Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A program as arrays: bounds of columns and rows, and the rows' entries one row after the other."""

    lower: Sequence[float]
    upper: Sequence[float]
    row_lower: Sequence[float]
    row_upper: Sequence[float]
    starts: Sequence[int]
    index: Sequence[int]
    factor: Sequence[float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the solver's own search found: column values, its gap, and its word for it."""

    values: Values
    gap: float
    status: str


class Loaded:
    """The program inside the solver."""

    def __init__(self, matrix: Matrix) -> None:
        self._highs, self._constant = _new_highs(), 0.0
        self._highs.passModel(_model(matrix))
        self._highs.setOptionValue("simplex_iteration_limit", LOST * (len(matrix.lower) + len(matrix.row_lower)))
        kinds = _highspy().HighsModelStatus
        self._optimal = kinds.kOptimal
        self._certain = (kinds.kOptimal, kinds.kInfeasible, kinds.kObjectiveBound)
        self._stand: object = None

    def add_row(self, index: Sequence[int], factor: Sequence[float], lower: float, upper: float) -> None:
        """One more row."""
        self._highs.addRow(lower, upper, len(index), index, factor)

    def limit(self, rows: Places, lower: Values, upper: Values) -> None:
        """Hold rows between other values."""
        self._highs.changeRowsBounds(len(rows), rows, lower, upper)

    def bound(self, columns: Places, lower: Values, upper: Values) -> None:
        """Set the bounds of columns."""
        self._highs.changeColsBounds(len(columns), columns, lower, upper)

    def tell_apart(self) -> None:
        """Heed differences of cost and of amounts as small as the solver can."""
        self._highs.setOptionValue("dual_feasibility_tolerance", FINEST)
        self._highs.setOptionValue("primal_feasibility_tolerance", FINEST)

    def charge(self, costs: Values, constant: float = 0.0) -> None:
        """What every column costs, and what is owed anyway."""
        self._highs.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        self._constant = constant

    def solved(self, below: float = INFINITY, stand: object = None) -> Point | None:
        """The best point as the bounds are; None where none has an objective below `below`.

        The solver goes on from `stand`, that of an earlier point, or from where it is.
        """
        if stand is not None and stand is not self._stand:
            self._highs.setBasis(stand)
        self._highs.setOptionValue("objective_bound", below - self._constant)
        status, self._stand = self._run(), None
        self._highs.setOptionValue("objective_bound", INFINITY)
        if status != self._optimal:
            return None
        solution, self._stand = self._highs.getSolution(), self._highs.getBasis()
        objective = float(self._highs.getInfo().objective_function_value) + self._constant
        return Point(objective, np.array(solution.col_value), np.array(solution.col_dual), self._stand)

    def searched(self, columns: Places, absolute: float, relative: float, nodes: int) -> Outcome | None:
        """The solver's own search over whole-number columns, with its presolve and cuts, within gaps and nodes."""
        highs, kinds = self._highs, _highspy().HighsVarType
        highs.changeColsIntegrality(len(columns), columns, np.array([kinds.kInteger] * len(columns)))
        highs.setOptionValue("presolve", "on")
        highs.setOptionValue("mip_abs_gap", absolute)
        highs.setOptionValue("mip_rel_gap", relative)
        highs.setOptionValue("mip_max_nodes", nodes)
        highs.clearSolver()
        highs.run()
        found = self._outcome()
        highs.changeColsIntegrality(len(columns), columns, np.array([kinds.kContinuous] * len(columns)))
        highs.setOptionValue("presolve", "off")
        highs.clearSolver()
        self._stand = None
        return found

    def _outcome(self) -> Outcome | None:
        info = self._highs.getInfo()
        if info.primal_solution_status != _highspy().SolutionStatus.kSolutionStatusFeasible:
            return None
        gap = float(info.mip_gap)
        status = self._highs.modelStatusToString(self._highs.getModelStatus())
        values = np.array(self._highs.getSolution().col_value, dtype=np.float64)
        return Outcome(values, gap if np.isfinite(gap) else 0.0, status)

    def _run(self) -> Any:
        """The solver's word; where it is lost it starts afresh, at last with its presolve."""
        self._highs.run()
        for presolve in ("off", "on"):
            if self._highs.getModelStatus() in self._certain:
                break
            self._highs.clearSolver()
            self._highs.setOptionValue("presolve", presolve)
            self._highs.run()
            self._highs.setOptionValue("presolve", "off")
        return self._highs.getModelStatus()


@dataclass(frozen=True, slots=True)
class Nodes:
    """A loaded program as a search sees it: only the bounds of its whole-number columns move.

    tighten : adds the rows held back that a point breaks, and says whether there were any
    """

    loaded: Loaded
    columns: Places
    tighten: Callable[[Values], bool]

    def at(self, lower: Values, upper: Values, below: float, stand: object) -> Point | None:
        """The best point with these bounds, from a stand, and below an objective."""
        self.loaded.bound(self.columns, lower, upper)
        return self.loaded.solved(below, stand)


def solver_version() -> str:
    """The solver's own version."""
    return str(new_highs().version())


def clipped(values: Sequence[float]) -> Values:
    """Bounds as the solver takes them: its own infinity for ours."""
    infinity = float(_highspy().kHighsInf)
    return np.clip(np.array(values, dtype=np.float64), -infinity, infinity)


def _model(matrix: Matrix) -> Any:
    highspy = _highspy()
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(matrix.lower), len(matrix.row_lower)
    model.col_cost_ = np.zeros(len(matrix.lower))
    model.col_lower_, model.col_upper_ = clipped(matrix.lower), clipped(matrix.upper)
    model.row_lower_, model.row_upper_ = clipped(matrix.row_lower), clipped(matrix.row_upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(matrix.starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(matrix.index, dtype=np.int32)
    model.a_matrix_.value_ = np.array(matrix.factor, dtype=np.float64)
    return model


@cache
def _highspy() -> Any:
    import highspy

    return highspy


def _new_highs() -> Any:
    """A solver as this house uses it; its searches in sub-problems cost more here than the search itself."""
    highs = new_highs()
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    highs.setOptionValue("presolve", "off")
    highs.setOptionValue("mip_feasibility_tolerance", 1e-7)
    highs.setOptionValue("mip_allow_restart", False)
    for sub_search in ("rins", "rens", "root_reduced_cost"):
        highs.setOptionValue(f"mip_heuristic_run_{sub_search}", False)
    return highs
