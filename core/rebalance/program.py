"""A linear or mixed-integer program as arrays, solved by HiGHS: the only file that speaks to the solver.

One thread, a fixed seed and stop rules that count nodes, never seconds: the same program has the same answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.highs import new_highs

INFINITY = float("inf")
SOLVER = "HiGHS"
MISLED = 1e-5
"""Relative difference between what the solver says an objective is and what it is."""
LONGER = 100
"""How many times its nodes a search gets that has found nothing yet."""


@dataclass(slots=True)
class Line:
    """A linear expression: columns with their factors, and a constant."""

    terms: dict[int, float] = field(default_factory=dict)
    constant: float = 0.0

    def add(self, column: int, factor: float) -> "Line":
        """Add a multiple of a column."""
        self.terms[column] = self.terms.get(column, 0.0) + factor
        return self

    def plus(self, other: "Line", factor: float = 1.0) -> "Line":
        """Add a multiple of another expression."""
        for column, value in other.terms.items():
            self.add(column, factor * value)
        self.constant += factor * other.constant
        return self

    def at(self, values: NDArray[np.float64]) -> float:
        """The expression's value at a solution."""
        return self.constant + sum(factor * float(values[column]) for column, factor in self.terms.items())


@dataclass(frozen=True, slots=True)
class Effort:
    """When a mixed-integer solve may stop: gaps in units of the objective, and how many nodes it may open.

    patient : a search that has found nothing within its nodes gets many more
    """

    absolute_gap: float = 1e-6
    relative_gap: float = 1e-6
    nodes: int = 400
    patient: bool = True


@dataclass(frozen=True, slots=True)
class Solved:
    """A solution: column values, the objective, the proven gap, and the solver's word for it."""

    values: NDArray[np.float64]
    objective: float
    gap: float
    status: str


class Program:
    """Columns and rows first, then one or more solves with different costs and further rows."""

    def __init__(self) -> None:
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._integer: list[bool] = []
        self._row_lower: list[float] = []
        self._row_upper: list[float] = []
        self._starts: list[int] = [0]
        self._index: list[int] = []
        self._factor: list[float] = []
        self._highs: Any = None

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self._lower)

    def column(self, lower: float = 0.0, upper: float = INFINITY, integer: bool = False) -> int:
        """A new column; returns its index."""
        self._lower.append(lower)
        self._upper.append(upper)
        self._integer.append(integer)
        return len(self._lower) - 1

    def binary(self, relaxed: bool = False) -> int:
        """A yes/no column, or (relaxed) anything between the two."""
        return self.column(0.0, 1.0, not relaxed)

    def bounds(self, column: int) -> tuple[float, float]:
        """Lower and upper bound of a column."""
        return self._lower[column], self._upper[column]

    def row(self, line: Line, lower: float = -INFINITY, upper: float = INFINITY) -> int:
        """Hold an expression (its constant counted) between two values; returns the row's index."""
        terms = [(column, factor) for column, factor in sorted(line.terms.items()) if factor != 0.0]
        if self._highs is not None:
            index, factor = [column for column, _ in terms], [value for _, value in terms]
            self._highs.addRow(lower - line.constant, upper - line.constant, len(terms), index, factor)
            return int(self._highs.getNumRow()) - 1
        self._index += [column for column, _ in terms]
        self._factor += [value for _, value in terms]
        self._starts.append(len(self._index))
        self._row_lower.append(lower - line.constant)
        self._row_upper.append(upper - line.constant)
        return len(self._row_lower) - 1

    def free(self, row: int) -> None:
        """Hold a row no longer, after a solve."""
        self._loaded().changeRowBounds(row, -float(_highspy().kHighsInf), float(_highspy().kHighsInf))

    def relaxed(self, cost: Line) -> float | None:
        """The least value of `cost` where choices may be taken in part: no answer can have less. None: infeasible."""
        found = self._solved_as_linear(cost)
        return None if found is None else found.objective

    def polished(self, cost: Line, found: Solved) -> Solved:
        """The best answer with the same choices: a search that stops at its gap may leave amounts a little off."""
        columns = np.flatnonzero(self._integer).astype(np.int32)
        if not len(columns):
            return found
        chosen = np.round(found.values[columns])
        self._loaded().changeColsBounds(len(columns), columns, chosen, chosen)
        better = self._solved_as_linear(cost)
        lower, upper = _clipped(self._lower)[columns], _clipped(self._upper)[columns]
        self._loaded().changeColsBounds(len(columns), columns, lower, upper)
        return found if better is None else Solved(better.values, better.objective, found.gap, found.status)

    def _solved_as_linear(self, cost: Line) -> Solved | None:
        highs = self._loaded()
        self._charge(cost)
        highs.clearSolver()
        highs.setOptionValue("solve_relaxation", True)
        highs.setOptionValue("presolve", "off")
        highs.run()
        optimal = highs.getModelStatus() == _highspy().HighsModelStatus.kOptimal
        values = np.array(highs.getSolution().col_value, dtype=np.float64) if optimal else None
        highs.setOptionValue("solve_relaxation", False)
        highs.setOptionValue("presolve", "on" if any(self._integer) else "off")
        highs.clearSolver()
        return None if values is None else Solved(values, cost.at(values), 0.0, "Optimal")

    def bound(self, column: int, lower: float, upper: float) -> None:
        """Set the bounds of a column, before or between solves."""
        self._lower[column], self._upper[column] = lower, upper
        if self._highs is not None:
            self._highs.changeColBounds(column, lower, upper)

    def minimise(
        self, cost: Line, effort: Effort = Effort(), start: NDArray[np.float64] | None = None
    ) -> Solved | None:
        """The least value of `cost`, or None where no point meets all rows."""
        if not self.columns:
            return Solved(np.zeros(0), cost.constant, 0.0, "Empty")
        highs = self._loaded()
        self._charge(cost)
        highs.setOptionValue("mip_abs_gap", effort.absolute_gap)
        highs.setOptionValue("mip_rel_gap", effort.relative_gap)
        highs.setOptionValue("mip_max_nodes", effort.nodes)
        if start is not None and any(self._integer):
            self._offer(start)
        highs.run()
        if effort.patient and self._stopped_empty():
            highs.setOptionValue("mip_max_nodes", effort.nodes * LONGER)
            highs.run()
        found = self._answer(cost)
        if start is not None and found is not None and self._misled(cost, found):
            highs.clearSolver()
            highs.run()
            found = self._answer(cost) or found
        return found

    def _charge(self, cost: Line) -> None:
        costs = np.zeros(self.columns)
        for column, factor in cost.terms.items():
            costs[column] = factor
        self._highs.changeColsCost(self.columns, np.arange(self.columns, dtype=np.int32), costs)

    def _misled(self, cost: Line, found: Solved) -> bool:
        """Whether the solver's own word for the objective is not that of its solution.

        Its presolve may judge an offered solution better than it is, and then prune everything that beats it.
        """
        told = self._highs.getInfo().objective_function_value + cost.constant
        return bool(abs(told - found.objective) > MISLED * (1.0 + abs(found.objective)))

    def _stopped_empty(self) -> bool:
        """Whether the search stopped at its limit before it found anything."""
        feasible = _highspy().SolutionStatus.kSolutionStatusFeasible
        limit = self._highs.getModelStatus() == _highspy().HighsModelStatus.kSolutionLimit
        return bool(limit and self._highs.getInfo().primal_solution_status != feasible)

    def _answer(self, cost: Line) -> Solved | None:
        info = self._highs.getInfo()
        status = self._highs.modelStatusToString(self._highs.getModelStatus())
        if info.primal_solution_status != _highspy().SolutionStatus.kSolutionStatusFeasible:
            return None
        values = np.array(self._highs.getSolution().col_value, dtype=np.float64)
        gap = float(info.mip_gap) if any(self._integer) else 0.0
        return Solved(values, cost.at(values), gap if np.isfinite(gap) else 0.0, status)

    def _offer(self, start: NDArray[np.float64]) -> None:
        solution = _highspy().HighsSolution()
        solution.col_value = list(start)
        self._highs.setSolution(solution)

    def _loaded(self) -> Any:
        if self._highs is None:
            self._highs = _new_highs(any(self._integer))
            self._highs.passModel(self._model())
        return self._highs

    def _model(self) -> Any:
        highspy = _highspy()
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.columns, len(self._row_lower)
        model.col_cost_ = np.zeros(self.columns)
        model.col_lower_, model.col_upper_ = _clipped(self._lower), _clipped(self._upper)
        model.row_lower_, model.row_upper_ = _clipped(self._row_lower), _clipped(self._row_upper)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self._starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(self._index, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self._factor, dtype=np.float64)
        if any(self._integer):
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            model.integrality_ = [kinds[flag] for flag in self._integer]
        return model


def total(lines: Iterable[Line]) -> Line:
    """The sum of expressions."""
    result = Line()
    for line in lines:
        result.plus(line)
    return result


def weighted(columns: Mapping[int, float]) -> Line:
    """An expression of columns with their factors."""
    return Line(dict(columns))


def solver_version() -> str:
    """The solver's own version."""
    return str(new_highs().version())


@cache
def _highspy() -> Any:
    import highspy

    return highspy


def _new_highs(integer: bool) -> Any:
    """A solver as this house uses it; its searches in sub-problems cost more here than the search itself."""
    highs = new_highs()
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    highs.setOptionValue("presolve", "on" if integer else "off")
    highs.setOptionValue("mip_feasibility_tolerance", 1e-7)
    highs.setOptionValue("mip_allow_restart", False)
    for sub_search in ("rins", "rens", "root_reduced_cost"):
        highs.setOptionValue(f"mip_heuristic_run_{sub_search}", False)
    return highs


def _clipped(values: list[float]) -> NDArray[np.float64]:
    infinity = float(_highspy().kHighsInf)
    return np.clip(np.array(values, dtype=np.float64), -infinity, infinity)
