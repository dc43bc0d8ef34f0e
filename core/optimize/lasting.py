"""What a mandate asks whatever the returns are: its limits on the symbols, read once and remembered.

A slider or a walk through time solves the same mandate again and again on other returns. Constraints that declare
`lasting=True` look at the mandate and the symbols alone, so their limits hold for every one of those solves.
"""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.limits import CONSTRAINTS, Constraint, Facts, Limit, Region, region
from core.optimize.unknown import unknown_names
from core.registry import Entry

REMEMBERED = 8
"""Mandates whose limits are remembered, the latest first."""


@dataclass(frozen=True, slots=True, eq=False)
class Lasting:
    """A mandate's limits on some symbols, by constraint, the region they leave, and the names nobody answers to."""

    mandate: Mandate
    symbols: tuple[str, ...]
    entries: tuple[Entry[Constraint], ...]
    limits: dict[str, tuple[Limit, ...]]
    region: Region
    notes: tuple[Issue, ...]

    def answers(self, facts: Facts, entries: tuple[Entry[Constraint], ...]) -> bool:
        """Whether this was read from the very same mandate, symbols and constraints."""
        same = self.mandate is facts.mandate and self.entries is entries
        return same and (self.symbols is facts.assets.symbols or self.symbols == facts.assets.symbols)


_remembered: deque[Lasting] = deque(maxlen=REMEMBERED)


def all_limits(facts: Facts) -> tuple[tuple[Limit, ...], Region, tuple[Issue, ...]]:
    """Every limit of the mandate, the region they leave together, and the notes on unknown names."""
    known = lasting(facts)
    limits: list[Limit] = []
    moved: list[Limit] = []
    for entry in known.entries:
        here = known.limits.get(entry.name)
        if here is None:
            here = entry.function(facts)
            moved += here
        limits += here
    return tuple(limits), _together(known, moved, limits, facts.assets.size), known.notes


def _together(known: Lasting, moved: list[Limit], limits: list[Limit], size: int) -> Region:
    """The region of all limits; where only distances come to what is remembered, that is not counted again."""
    if not all(limit.only_ball for limit in moved):
        return region(limits, size)
    balls = tuple(limit.ball for limit in limits if limit.ball is not None)
    return replace(known.region, balls=balls)


def lasting(facts: Facts) -> Lasting:
    """The limits that do not look at returns, remembered where the mandate was asked just before."""
    entries = CONSTRAINTS.entries()
    for one in tuple(_remembered):
        if one.answers(facts, entries):
            return one
    found = {entry.name: entry.function(facts) for entry in entries if entry.facts.get("lasting")}
    together = region((limit for limits in found.values() for limit in limits), facts.assets.size)
    for part in (together.lower, together.upper, together.rows, together.most):
        _freeze(part)
    made = Lasting(
        facts.mandate, facts.assets.symbols, entries, found, together, unknown_names(facts.mandate, facts.assets)
    )
    _remembered.appendleft(made)
    return made


def _freeze(part: np.ndarray) -> None:
    """What is remembered is shared by every solve: nobody writes into it."""
    part.flags.writeable = False
