"""Linear expressions: columns with their factors and a constant, the words in which a program is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

INFINITY = float("inf")
Values = NDArray[np.float64]
"""Numbers of all columns, or of some."""


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

    def row(self, columns: int) -> NDArray[np.float64]:
        """The factors of all columns, 0 for those that are not in it."""
        factors = np.zeros(columns)
        for column, factor in self.terms.items():
            factors[column] = factor
        return factors


def total(lines: Iterable[Line]) -> Line:
    """The sum of expressions."""
    result = Line()
    for line in lines:
        result.plus(line)
    return result
