"""How much a solve may take, and what it gives back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.rebalance.line import INFINITY

ALL = 99
"""Above every rank."""
WORK = 150_000
"""Columns x nodes that a search may take, so that a large program opens fewer nodes."""
FEWEST = 40
"""Nodes that every search may open."""


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


TO_THE_END = Effort()
"""Until next to nothing is left to gain."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A solution: column values, the objective, the proven gap, and the solver's word for it."""

    values: NDArray[np.float64]
    objective: float
    gap: float
    status: str
