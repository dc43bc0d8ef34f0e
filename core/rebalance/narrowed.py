"""Bounds of whole-number columns as the rows leave them: what no answer can take is not searched.

Every row gives each of its columns the room that the others leave (bound propagation: Savelsbergh, 1994). Rows of
choices are short, so a few rounds come to the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.rebalance.line import INFINITY, Values

ROUNDS = 6
"""How often the bounds that were found are given back to the rows."""
HAIR = 1e-5
"""How far beyond a whole number a bound may lie and still reach it: the solver is no more exact."""
SPARE = 1e-9
"""Units left to every bound for the rounding of sums."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows between two values: the row, the column and the factor of every entry."""

    row: NDArray[np.int64]
    column: NDArray[np.int64]
    factor: Values
    lower: Values
    upper: Values


def rows_of(
    starts: Sequence[int], index: Sequence[int], factor: Sequence[float], lower: Sequence[float], upper: Sequence[float]
) -> Rows:
    """Rows from their entries written one row after the other."""
    row = np.repeat(np.arange(len(lower)), np.diff(starts))
    return Rows(row, np.array(index, dtype=np.int64), np.array(factor), np.array(lower), np.array(upper))


def narrowed(rows: Rows, lower: Values, upper: Values, whole: NDArray[np.int32]) -> tuple[Values, Values] | None:
    """Bounds of the whole-number columns as far as the rows leave them any room; None where they contradict."""
    for _ in range(ROUNDS):
        found_low, found_high = _implied(rows, lower, upper)
        low, high = np.maximum(lower, found_low - SPARE), np.minimum(upper, found_high + SPARE)
        low[whole], high[whole] = np.ceil(low[whole] - HAIR), np.floor(high[whole] + HAIR)
        if np.any(low > high + HAIR):
            return None
        still = np.array_equal(low[whole], lower[whole]) and np.array_equal(high[whole], upper[whole])
        known = np.array_equal(np.isfinite(low), np.isfinite(lower)) and np.array_equal(
            np.isfinite(high), np.isfinite(upper)
        )
        lower, upper = low, high
        if still and known:
            break
    return lower[whole], upper[whole]


def _implied(rows: Rows, lower: Values, upper: Values) -> tuple[Values, Values]:
    """The least and the most of every column that its rows allow, the others of each as they are."""
    ends = rows.factor * lower[rows.column], rows.factor * upper[rows.column]
    rest_least, rest_most = -_rest(rows, -np.minimum(*ends)), _rest(rows, np.maximum(*ends))
    at_most, at_least = rows.upper[rows.row] - rest_least, rows.lower[rows.row] - rest_most
    rising = rows.factor > 0
    low, high = np.full(len(lower), -INFINITY), np.full(len(upper), INFINITY)
    np.maximum.at(low, rows.column, np.where(rising, at_least, at_most) / rows.factor)
    np.minimum.at(high, rows.column, np.where(rising, at_most, at_least) / rows.factor)
    return low, high


def _rest(rows: Rows, most: Values) -> Values:
    """By entry: the most that the other entries of its row come to together."""
    endless = np.isinf(most)
    part, count = np.where(endless, 0.0, most), len(rows.lower)
    sums, infinite = np.bincount(rows.row, part, count), np.bincount(rows.row, endless, count)
    others: Values = np.where(infinite[rows.row] - endless > 0, INFINITY, sums[rows.row] - part)
    return others
