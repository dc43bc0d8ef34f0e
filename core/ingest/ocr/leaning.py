"""Lines of text that lean, some more than others, as on a page seen aslant whose edges are out of sight.

How far they fall to the right is told by the long runs of words, and changes evenly down the page. What leans is
drawn level, so that the words of a row stand on one line and rows keep their distance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

LONG, FEW = 12.0, 6
"""A run that tells is as wide as so many letters are high; with fewer such runs nothing is told."""
LEVEL = 0.0015
"""A page whose lines fall by less than this is level."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words from `left` to `right`, on the lines `low` and `end` at its two ends, in pixels."""

    left: float
    right: float
    low: float
    end: float
    size: float

    @property
    def slope(self) -> float:
        """Pixels down for each pixel across."""
        return (self.end - self.low) / (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Lean:
    """The slope of lines: `slope` at the height `down`, and `change` of it for each pixel further down.

    `across` is the middle of the page, where nothing is moved.
    """

    across: float = 0.0
    down: float = 0.0
    slope: float = 0.0
    change: float = 0.0

    def level(self, x: float, y: float) -> float:
        """The height at which a point stands once its line is drawn level."""
        drop = self._at(y) * (x - self.across)
        return y - self._at(y - drop) * (x - self.across)

    def back(self, x: float, y: float) -> float:
        """Where a point of a line drawn level stands on the page."""
        return y + self._at(y) * (x - self.across)

    def _at(self, y: float) -> float:
        return self.slope + self.change * (y - self.down)


NO_LEAN = Lean()


def lean_of(runs: Sequence[Run], across: float) -> Lean:
    """How the lines of a page lean; none where they are level, or too few to tell."""
    long = [run for run in runs if run.right - run.left > LONG * run.size > 0]
    if len(long) < FEW:
        return NO_LEAN
    down = median(_height(run) for run in long)
    change = _change(long)
    usual = median(run.slope - change * (_height(run) - down) for run in long)
    edges = min(_height(run) for run in long), max(_height(run) for run in long)
    steepest = max(abs(usual + change * (edge - down)) for edge in edges)
    return Lean(across, down, usual, change) if steepest > LEVEL else NO_LEAN


def _change(runs: Sequence[Run]) -> float:
    """The usual change of slope from one run to another that stands far from it, for each pixel between them."""
    ordered = sorted(runs, key=_height)
    far = (_height(ordered[-1]) - _height(ordered[0])) / 4
    pairs = ((one, two) for one, two in combinations(ordered, 2) if _height(two) - _height(one) > far)
    changes = [(two.slope - one.slope) / (_height(two) - _height(one)) for one, two in pairs]
    return median(changes) if changes else 0.0


def _height(run: Run) -> float:
    return (run.low + run.end) / 2
