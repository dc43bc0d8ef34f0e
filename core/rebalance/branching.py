"""Which yes/no choice a search decides next: the one that tells the most, by what deciding it has cost so far.

The price of a choice is learnt from every node that was solved (pseudo-costs); one that was never made is taken to
cost what the others of its rank do.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.rebalance.line import Values

WHOLE = 1e-6
"""How far from a whole number a column may be and still count as one."""
LEAST = 1e-6
"""Units of the objective that every choice is taken to cost at least, so that products stay above nothing."""


@dataclass(frozen=True, slots=True)
class Child:
    """A node to come: bounds with one choice decided, `part` of a step away from where its parent stood."""

    lower: Values
    upper: Values
    place: int
    up: bool
    part: float


@dataclass(slots=True)
class Experience:
    """What deciding each column has cost, a step of one, down and up."""

    ranks: NDArray[np.int64]
    steps: Values
    sums: Values = field(init=False)
    counts: Values = field(init=False)

    def __post_init__(self) -> None:
        self.sums, self.counts = np.zeros((2, len(self.ranks))), np.zeros((2, len(self.ranks)))

    def learn(self, child: Child, rise: float) -> None:
        """A child's objective lies `rise` above its parent's."""
        self.sums[int(child.up), child.place] += max(rise, 0.0) / max(child.part, 0.05)
        self.counts[int(child.up), child.place] += 1.0

    def next(self, values: Values) -> int | None:
        """The column to decide: of the highest rank that is open, dear steps first, then what tells the most."""
        away = np.abs(values - np.round(values))
        loose = np.flatnonzero(away > WHOLE)
        if not len(loose):
            return None
        weight = self.ranks[loose] * 1000.0 + 100.0 * self.steps[loose]
        loose = loose[weight >= weight.max() - 1e-9]
        part = values[loose] - np.floor(values[loose])
        down, up = (self._price(side, loose) for side in (0, 1))
        score = np.maximum(down * part, LEAST) * np.maximum(up * (1.0 - part), LEAST)
        return int(loose[np.argmax(score)])

    def _price(self, side: int, places: NDArray[np.int64]) -> Values:
        """Cost of a step, of those never made the mean of all."""
        counts, known = self.counts[side, places], self.counts[side].sum()
        mean = self.sums[side].sum() / known if known else 1.0
        found: Values = np.where(counts > 0, self.sums[side, places] / np.maximum(counts, 1.0), max(mean, LEAST))
        return found


def children(values: Values, place: int, lower: Values, upper: Values) -> tuple[Child, Child]:
    """The child nearer to the value first."""
    value = values[place]
    down, up = upper.copy(), lower.copy()
    down[place], up[place] = np.floor(value), np.ceil(value)
    part = float(value - np.floor(value))
    pair = Child(lower, down, place, False, part), Child(up, upper, place, True, 1.0 - part)
    return pair if part <= 0.5 else (pair[1], pair[0])
