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
from core.rebalance.search import Found, Limits, Point, Search, Values

INFINITY = float("inf")
SOLVER = "HiGHS"
SMALL = 0.1
"""Units of an objective below which a gap is not counted as a fraction of it."""
ALL = 99
"""Above every rank."""
WORK = 150_000
"""Columns x nodes that a search may take, so that a large program opens fewer nodes."""
LOST = 20
"""Iterations for each row and column after which the solver goes round in circles."""
FEWEST = 40
"""Nodes that every search may open."""


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

    work : columns x nodes that it may take, so that a large program opens fewer nodes
    below : choices of this rank and higher are left open, for they make no difference to the objective
    patient : where a search finds nothing within its nodes, the solver's own is asked
    doubt : units of the objective that a search may leave unproven before the solver's own is asked as well
    """

    absolute_gap: float = 1e-6
    relative_gap: float = 1e-6
    nodes: int = 400
    work: int = WORK
    below: int = ALL
    patient: bool = True
    doubt: float = INFINITY

    def nodes_for(self, columns: int) -> int:
        """Nodes that a program of that many columns may open in our own search."""
        return int(min(self.nodes, max(FEWEST, self.work // max(1, columns))))


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
        self._ranks: dict[int, int] = {}
        self._worth: dict[int, float] = {}
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

    def whole_column(self, lower: float, upper: float, worth: float) -> int:
        """A whole-number column, with what moving it by less than one may cost before the search looks twice."""
        column = self.column(lower, upper, True)
        self._worth[column] = worth
        return column

    def column(self, lower: float = 0.0, upper: float = INFINITY, integer: bool = False) -> int:
        """A new column; returns its index."""
        self._lower.append(lower)
        self._upper.append(upper)
        self._integer.append(integer)
        return len(self._lower) - 1

    def binary(self, relaxed: bool = False, rank: int = 0) -> int:
        """A yes/no column, or (relaxed) anything between the two; the search decides higher ranks first."""
        column = self.column(0.0, 1.0, not relaxed)
        self._ranks[column] = rank
        return column

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

    def limit(self, row: int, lower: float, upper: float) -> None:
        """Hold a row (without a constant) between two other values, before or between solves."""
        self._loaded().changeRowBounds(row, lower, upper)

    def free(self, row: int) -> None:
        """Hold a row no longer, after a solve."""
        self.limit(row, -INFINITY, INFINITY)

    def relaxed(self, cost: Line) -> float | None:
        """The least value of `cost` where choices may be taken in part: no answer can have less. None: infeasible."""
        point = self._linear(cost).solved()
        return None if point is None else point.objective

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
        linear, columns = self._linear(cost, effort.below), self._whole_below(effort.below)
        if not len(columns):
            point = linear.solved()
            return None if point is None else Solved(point.values, point.objective, 0.0, "Optimal")
        lower, upper = (_clipped(side)[columns] for side in (self._lower, self._upper))
        found = self._search(cost, linear, effort).run(None if start is None else start[columns])
        linear.put(lower, upper)
        if found is None:
            return self._searched_by_solver(cost, effort) if effort.patient else None
        if found.point.objective - found.bound <= effort.doubt:
            return _solved(found)
        other = self._searched_by_solver(cost, effort)
        return other if other is not None and other.objective < found.point.objective else _solved(found)

    def _search(self, cost: Line, linear: "_Warm", effort: Effort) -> Search:
        columns = self._whole_below(effort.below)
        return Search(
            linear,
            columns,
            np.array([self._ranks.get(int(column), 0) for column in columns]),
            np.array([self._worth.get(int(column), cost.terms.get(int(column), 0.0)) for column in columns]),
            _clipped(self._lower)[columns],
            _clipped(self._upper)[columns],
            Limits(effort.absolute_gap, effort.relative_gap, effort.nodes_for(self.columns)),
        )

    def _searched_by_solver(self, cost: Line, effort: Effort) -> Solved | None:
        """The solver's own search, with its presolve and cuts, where ours has found nothing."""
        highs, columns = self._loaded(), self._whole_below(effort.below)
        self._charge(cost)
        kinds = _highspy().HighsVarType
        highs.changeColsIntegrality(len(columns), columns, np.array([kinds.kInteger] * len(columns)))
        highs.setOptionValue("presolve", "on")
        highs.setOptionValue("mip_abs_gap", effort.absolute_gap)
        highs.setOptionValue("mip_rel_gap", effort.relative_gap)
        highs.setOptionValue("mip_max_nodes", effort.nodes)
        highs.clearSolver()
        highs.run()
        found = self._answer(cost)
        highs.changeColsIntegrality(len(columns), columns, np.array([kinds.kContinuous] * len(columns)))
        highs.setOptionValue("presolve", "off")
        highs.clearSolver()
        return found

    def _whole_below(self, rank: int) -> NDArray[np.int32]:
        """The whole-number columns below a rank."""
        columns = (column for column, whole in enumerate(self._integer) if whole and self._ranks.get(column, 0) < rank)
        return np.array(list(columns), dtype=np.int32)

    def _charge(self, cost: Line) -> None:
        costs = np.zeros(self.columns)
        for column, factor in cost.terms.items():
            costs[column] = factor
        self._highs.changeColsCost(self.columns, np.arange(self.columns, dtype=np.int32), costs)

    def _answer(self, cost: Line) -> Solved | None:
        info = self._highs.getInfo()
        status = self._highs.modelStatusToString(self._highs.getModelStatus())
        if info.primal_solution_status != _highspy().SolutionStatus.kSolutionStatusFeasible:
            return None
        values = np.array(self._highs.getSolution().col_value, dtype=np.float64)
        gap = float(info.mip_gap)
        return Solved(values, cost.at(values), gap if np.isfinite(gap) else 0.0, status)

    def _linear(self, cost: Line, below: int = ALL) -> "_Warm":
        highs = self._loaded()
        self._charge(cost)
        return _Warm(highs, self._whole_below(below), cost.constant)

    def _loaded(self) -> Any:
        if self._highs is None:
            self._highs = _new_highs()
            self._highs.passModel(self._model())
            self._highs.setOptionValue("simplex_iteration_limit", LOST * (self.columns + len(self._row_lower)))
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
        return model


def _solved(found: Found) -> Solved:
    point = found.point
    gap = (point.objective - found.bound) / max(abs(point.objective), SMALL)
    return Solved(point.values, point.objective, gap, "Optimal" if found.finished else "Node limit")


class _Warm:
    """The loaded program as a linear one that goes on from where it stands."""

    def __init__(self, highs: Any, columns: NDArray[np.int32], constant: float) -> None:
        self._highs, self._columns, self._constant = highs, columns, constant
        kinds = _highspy().HighsModelStatus
        self._optimal = kinds.kOptimal
        self._certain = (kinds.kOptimal, kinds.kInfeasible, kinds.kObjectiveBound)
        self._stand: object = None

    def put(self, lower: Values, upper: Values) -> None:
        """Set the bounds of the whole-number columns."""
        self._highs.changeColsBounds(len(self._columns), self._columns, lower, upper)

    def at(self, lower: Values, upper: Values, below: float, stand: object) -> Point | None:
        """The best point with these bounds of the whole-number columns, from a stand, and below an objective."""
        self.put(lower, upper)
        if stand is not None and stand is not self._stand:
            self._highs.setBasis(stand)
        self._highs.setOptionValue("objective_bound", below - self._constant)
        point = self.solved()
        self._highs.setOptionValue("objective_bound", INFINITY)
        return point

    def solved(self) -> Point | None:
        """The best point as the bounds are."""
        self._stand = None
        if self._run() != self._optimal:
            return None
        solution, self._stand = self._highs.getSolution(), self._highs.getBasis()
        objective = float(self._highs.getInfo().objective_function_value) + self._constant
        return Point(objective, np.array(solution.col_value), np.array(solution.col_dual), self._stand)

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


def _clipped(values: list[float]) -> NDArray[np.float64]:
    infinity = float(_highspy().kHighsInf)
    return np.clip(np.array(values, dtype=np.float64), -infinity, infinity)
