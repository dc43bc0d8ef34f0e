"""By class of a goal: the sales and purchases that move it, with the part of each dollar that stands in the class."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.rebalance.book import Key
from core.rebalance.goals import Goal
from core.rebalance.line import Line
from core.rebalance.model_base import Model, bought, sold
from core.risk.exposure import split


@dataclass(frozen=True, slots=True)
class Moves:
    """What moves one class: trade -> part of each of its dollars that is of the class."""

    sells: dict[Key, float] = field(default_factory=dict)
    buys: dict[Key, float] = field(default_factory=dict)

    def carriers(self) -> set[str]:
        """Symbols of the class that may be traded."""
        return {symbol for _, symbol in (*self.sells, *self.buys)}

    def bought(self, model: Model) -> Line:
        """All that is bought of the class, in units."""
        return _sum((bought(model, key), share) for key, share in self.buys.items())

    def sold(self, model: Model) -> Line:
        """All that is sold of the class, in units."""
        return _sum((sold(model, key), share) for key, share in self.sells.items())


def moves_of(model: Model, goal: Goal) -> dict[str, Moves]:
    """The moves of every class that a trade in the goal's accounts carries."""
    found: dict[str, Moves] = {}
    for key, name, share in _shares(model, goal, model.sells):
        found.setdefault(name, Moves()).sells[key] = share
    for key, name, share in _shares(model, goal, model.buys):
        found.setdefault(name, Moves()).buys[key] = share
    return found


def _shares(model: Model, goal: Goal, trades: Iterable[Key]) -> Iterable[tuple[Key, str, float]]:
    for key in trades:
        if key[0] in goal.accounts:
            for name, share in split(model.book.securities[key[1]], goal.target.by).items():
                if share > 0:
                    yield key, name, share


def _sum(parts: Iterable[tuple[Line, float]]) -> Line:
    found = Line()
    for line, factor in parts:
        found.plus(line, factor)
    return found
