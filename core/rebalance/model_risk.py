"""Drift weighed by risk: the tracking error of what is left, in straight lines, where the case gives a covariance.

The square of the tracking error is a sum of squares, one for each independent source of risk; each is held up by
tangents. It decides between answers that leave equally little beyond the limits: bands stay bands.
"""

from collections.abc import Mapping, Sequence

from core.rebalance.goals import Goal
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.tracking import Direction, directions

PRICE = 0.5
"""Dollars charged for each dollar of the total times the variance of the tracking error: 25 cents on $10,000 at 0.7 %.

Too little to pay for a trade of its own or for tax of any size; it says where money that moves anyway goes.
"""
TANGENTS = (0.06, 0.15, 0.3, 0.5, 0.75, 1.0)
"""Where the tangents touch, as parts of the largest amount that is looked at."""
LEAST_SEEN = 0.02
"""Weight up to which the tangents reach at least, in a class that carries the whole of a source of risk."""


def weighed(model: Model, goal: Goal) -> frozenset[str]:
    """The classes of a goal whose drift is weighed by the covariance."""
    found = directions(model.book.case, goal)
    return frozenset(name for one in found for name in one.loadings)


def add_risk(model: Model, goal: Goal, drifts: Mapping[str, Line]) -> None:
    """Charge the tracking error of a goal; `drifts` are value less target of each class, in units."""
    total = model.units(float(goal.before.total))
    for direction in directions(model.book.case, goal):
        amount = Line()
        for name, loading in direction.loadings.items():
            amount.plus(drifts[name], loading)
        _charge(model, amount, _touching(goal, direction), total)


def _touching(goal: Goal, direction: Direction) -> Sequence[float]:
    """Where the tangents touch, on both sides: up to what stands now, or a full band off in every class."""
    strongest = max((abs(loading) for loading in direction.loadings.values()), default=0.0)
    widths = sum(
        abs(loading) * goal.target.band(name).half_width(goal.target.weight(name))
        for name, loading in direction.loadings.items()
    )
    most = max(abs(direction.at(goal.before.drift)), widths, LEAST_SEEN * strongest)
    return [sign * part * most for part in TANGENTS for sign in (-1.0, 1.0)]


def _charge(model: Model, amount: Line, touching: Sequence[float], total: float) -> None:
    """A column of at least amount² / total, charged."""
    square = model.program.column()
    model.cost.add(square, PRICE)
    for at in touching:
        model.program.row(Line({square: 1.0}).plus(amount, -2.0 * at), lower=-at * at * total)
