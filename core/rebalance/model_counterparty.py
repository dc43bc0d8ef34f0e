"""Counterparties in the program: what is not asked for moves one way only, and movements against one another cost.

Asked for is that a class that stood outside its band comes to its limit.
"""

from dataclasses import dataclass

from core.domain.allocation import CASH
from core.rebalance.goals import Goal
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.model_harvest import losses_sold
from core.risk.exposure import split

AIMLESS = 0.5
"""Dollars charged for each dollar that counterparties move against one another."""
AIMLESS_ROUNDING = 0.01
"""The same in the rounding step, where shares leave small change."""
HARVESTED = 0.01
"""Dollars charged for each dollar that a class comes nearer to its target than asked because a loss is sold."""


@dataclass(frozen=True, slots=True)
class Place:
    """One class of a goal in the program: its value, and its distance from the target to either side in columns."""

    name: str
    value: Line
    above: tuple[int, ...]
    below: tuple[int, ...]


def only_counterparty(model: Model, goal: Goal, places: list[Place]) -> None:
    """What is not asked for moves one way only, as counterparty; movements against one another are charged.

    Asked for is that a class that was outside comes to its limit; what it moves beyond, and every movement of a
    class that was inside, is counterparty.
    """
    program, ups, downs = model.program, Line(), Line()
    for place in places:
        up, down = _counterparty(model, goal, place)
        ups.plus(up)
        downs.plus(down)
    _excuse_losses(model, goal, places, ups, downs)
    aimless, direction = program.column(), program.binary(rank=3)
    most = 2.0 * model.units(float(goal.before.total))
    program.row(ups.add(direction, -most).add(aimless, -1.0), upper=0.0)
    program.row(downs.add(direction, most).add(aimless, -1.0), upper=most)
    model.cost.add(aimless, AIMLESS_ROUNDING if model.setting.whole else AIMLESS)


def _excuse_losses(model: Model, goal: Goal, places: list[Place], ups: Line, downs: Line) -> None:
    """Between its limit and its target a class that was outside may come nearer as far as losses are sold."""
    losses = losses_sold(model, goal.accounts)
    if not losses.terms or not model.setting.harvest or model.setting.whole:
        return
    for side, moved in ((1.0, ups), (-1.0, downs)):
        nearer = Line()
        for place in places:
            drift = goal.before.drift.get(place.name, -goal.target.weight(place.name))
            if place.name in goal.outside and drift * side < 0:
                nearer.plus(_nearer_than_asked(model, goal, place, drift > 0))
        excused = model.program.column()
        model.program.row(nearer.add(excused, -1.0), lower=0.0)
        model.program.row(Line().plus(losses).add(excused, -1.0), lower=0.0)
        moved.add(excused, -1.0)
        model.cost.add(excused, HARVESTED)


def _counterparty(model: Model, goal: Goal, place: Place) -> tuple[Line, Line]:
    """How far a class moves up and down as counterparty, in units."""
    drift = goal.before.drift.get(place.name, -goal.target.weight(place.name))
    if place.name in goal.outside:
        return _past_the_limit(model, goal, place, drift > 0)
    carried = _carriers(model, goal, place.name)
    if place.name != CASH and len(carried) == 1:
        return _gross(model, goal, place.name, 1.0), _gross(model, goal, place.name, -1.0)
    start = model.units(goal.before.weights.get(place.name, 0.0) * float(goal.before.total))
    if place.name == CASH:
        start += model.units(sum(model.book.cash[account].required for account in goal.accounts))
    up, down = model.program.column(), model.program.column()
    row = Line(dict(place.value.terms), place.value.constant - start).add(up, -1.0).add(down, 1.0)
    model.program.row(row, lower=0.0, upper=0.0)
    return Line({up: 1.0}), Line({down: 1.0})


def _past_the_limit(model: Model, goal: Goal, place: Place, was_over: bool) -> tuple[Line, Line]:
    """Beyond its limit a class that was outside is counterparty like any other."""
    far = place.below if was_over else place.above
    moved = _nearer_than_asked(model, goal, place, was_over).plus(Line(dict.fromkeys(far, 1.0)))
    return (Line(), moved) if was_over else (moved, Line())


def _nearer_than_asked(model: Model, goal: Goal, place: Place, was_over: bool) -> Line:
    """How far a class stands between its limit and its target."""
    near = place.above if was_over else place.below
    limit = goal.limits[place.name] * model.units(float(goal.before.total))
    return Line(dict.fromkeys(near[:-1], -1.0), limit)


def _gross(model: Model, goal: Goal, name: str, sign: float) -> Line:
    """All that is bought (or sold) of a class of one symbol: selling it to buy it again is no way to stand still."""
    line = Line()
    sides = model.sells.items() if sign < 0 else [(key, (column,)) for key, column in model.buys.items()]
    for key, columns in sides:
        share = split(model.book.securities[key[1]], goal.target.by).get(name, 0.0)
        if key[0] in goal.accounts and share > 0:
            line.plus(Line(dict.fromkeys(columns, share)))
    return line


def _carriers(model: Model, goal: Goal, name: str) -> set[str]:
    """Symbols of the class that may be traded in the goal's accounts."""
    return {
        key[1]
        for key in (*model.sells, *model.buys)
        if key[0] in goal.accounts and split(model.book.securities[key[1]], goal.target.by).get(name, 0.0) > 0
    }
