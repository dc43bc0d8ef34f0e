"""A linear or mixed-integer program: written column by column and row by row, then solved within gaps and nodes."""

import numpy as np
from numpy.typing import NDArray

from core.rebalance.covers import Cover, Need, Room, broken
from core.rebalance.effort import TO_THE_END, Effort, Solved
from core.rebalance.line import INFINITY, Line, Values
from core.rebalance.loaded import Loaded, Matrix, Nodes, clipped
from core.rebalance.narrowed import narrowed, rows_of
from core.rebalance.search import Search
from core.rebalance.search_tree import Found, Limits, Tree

SMALL = 0.1
"""Units of an objective below which a gap is not counted as a fraction of it."""
LARGE = 1_600
"""Columns above which a search that found something is not doubted: the solver's own takes minutes there."""


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
        self._covers: list[Cover | Need | Room] = []
        self._loaded: Loaded | None = None

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

    def span(self, line: Line) -> tuple[float, float]:
        """The least and the most that an expression can come to, as the bounds of its columns are."""
        low = high = line.constant
        for column, factor in line.terms.items():
            ends = self._lower[column] * factor, self._upper[column] * factor
            low, high = low + min(ends), high + max(ends)
        return low, high

    def row(self, line: Line, lower: float = -INFINITY, upper: float = INFINITY) -> int:
        """Hold an expression (its constant counted) between two values; returns the row's index."""
        terms = [(column, factor) for column, factor in sorted(line.terms.items()) if factor != 0.0]
        index, factors = [column for column, _ in terms], [value for _, value in terms]
        if self._loaded is not None:
            self._loaded.add_row(index, factors, lower - line.constant, upper - line.constant)
        self._index += index
        self._factor += factors
        self._starts.append(len(self._index))
        self._row_lower.append(lower - line.constant)
        self._row_upper.append(upper - line.constant)
        return len(self._row_lower) - 1

    def cover(self, cover: Cover | Need | Room) -> None:
        """Hold a cover back until a search comes to a point that breaks it."""
        self._covers.append(cover)

    def free(self, row: int) -> None:
        """Hold a row no longer, after a solve."""
        self._row_lower[row], self._row_upper[row] = -INFINITY, INFINITY
        self.loaded().limit(_one(row), clipped([-INFINITY]), clipped([INFINITY]))

    def bound(self, column: int, lower: float, upper: float) -> None:
        """Set the bounds of a column, before or between solves."""
        self._lower[column], self._upper[column] = lower, upper
        if self._loaded is not None:
            self._loaded.bound(_one(column), clipped([lower]), clipped([upper]))

    def limits(self) -> tuple[Values, Values, Values, Values]:
        """Bounds of all columns and of all rows, before a first solve."""
        lower, upper, row_lower, row_upper = (
            clipped(side) for side in (self._lower, self._upper, self._row_lower, self._row_upper)
        )
        return lower, upper, row_lower, row_upper

    def loaded(self) -> Loaded:
        """The program inside the solver; columns come before, rows may still be added."""
        if self._loaded is None:
            self._loaded = Loaded(
                Matrix(self._lower, self._upper, self._row_lower, self._row_upper, self._starts, self._index,
                       self._factor)
            )  # fmt: skip
        return self._loaded

    def relaxed(self, cost: Line) -> float | None:
        """The least value of `cost` where choices may be taken in part: no answer can have less. None: infeasible."""
        point = self._charged(cost).solved()
        return None if point is None else point.objective

    def minimise(
        self, cost: Line, effort: Effort = TO_THE_END, start: NDArray[np.float64] | None = None
    ) -> Solved | None:
        """The least value of `cost`, or None where no point meets all rows."""
        if not self.columns:
            return Solved(np.zeros(0), cost.constant, 0.0, "Empty")
        loaded, columns = self._charged(cost), self._whole_below(effort.below)
        if not len(columns):
            point = loaded.solved()
            return None if point is None else Solved(point.values, point.objective, 0.0, "Optimal")
        room = self._room(columns)
        if room is None:
            return None
        tree = self._tree(cost, Nodes(loaded, columns, self._tighten), effort, room)
        found = Search(tree).run(None if start is None else start[columns])
        loaded.bound(columns, clipped(self._lower)[columns], clipped(self._upper)[columns])
        if found is None:
            return self._searched_by_solver(cost, effort, columns) if effort.patient else None
        if found.point.objective - found.bound <= effort.doubt or self.columns > LARGE:
            return _solved(found)
        other = self._searched_by_solver(cost, effort, columns)
        return other if other is not None and other.objective < found.point.objective else _solved(found)

    def _room(self, columns: NDArray[np.int32]) -> tuple[Values, Values] | None:
        """Bounds of whole-number columns; where some are more than choices, only as far as the rows let them move."""
        lower, upper = np.array(self._lower), np.array(self._upper)
        if not np.any(upper[columns] - lower[columns] > 1.0):
            return lower[columns], upper[columns]
        rows = rows_of(self._starts, self._index, self._factor, self._row_lower, self._row_upper)
        return narrowed(rows, lower, upper, columns)

    def _tree(self, cost: Line, nodes: Nodes, effort: Effort, room: tuple[Values, Values]) -> Tree:
        columns = nodes.columns
        return Tree(
            nodes,
            columns,
            np.array([self._ranks.get(int(column), 0) for column in columns]),
            np.array([self._worth.get(int(column), cost.terms.get(int(column), 0.0)) for column in columns]),
            *room,
            Limits(effort.absolute_gap, effort.relative_gap, effort.nodes_for(self.columns)),
        )

    def _searched_by_solver(self, cost: Line, effort: Effort, columns: NDArray[np.int32]) -> Solved | None:
        """The solver's own search, where ours has found nothing."""
        found = self._charged(cost).searched(columns, effort.absolute_gap, effort.relative_gap, effort.nodes)
        return None if found is None else Solved(found.values, cost.at(found.values), found.gap, found.status)

    def _tighten(self, values: Values) -> bool:
        """Add the rows held back that a point breaks; whether there were any."""
        rows = broken(self._covers, values)
        for row in rows:
            self.row(row, upper=0.0)
        return bool(rows)

    def _whole_below(self, rank: int) -> NDArray[np.int32]:
        """The whole-number columns below a rank."""
        columns = (column for column, whole in enumerate(self._integer) if whole and self._ranks.get(column, 0) < rank)
        return np.array(list(columns), dtype=np.int32)

    def _charged(self, cost: Line) -> Loaded:
        loaded = self.loaded()
        loaded.charge(cost.row(self.columns), cost.constant)
        return loaded


def _one(place: int) -> NDArray[np.int32]:
    return np.array([place], dtype=np.int32)


def _solved(found: Found) -> Solved:
    point = found.point
    gap = (point.objective - found.bound) / max(abs(point.objective), SMALL)
    return Solved(point.values, point.objective, gap, "Optimal" if found.finished else "Node limit")
