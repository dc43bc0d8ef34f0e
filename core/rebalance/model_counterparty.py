"""Counterparties in the program: what is not asked for moves one way only, and movements against one another cost.

Asked for is that a class that stood outside its band comes to its limit.
"""

from dataclasses import dataclass

from core.domain.allocation import CASH
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model
from core.rebalance.model_harvest import losses_sold
from core.rebalance.model_moves import Moves, moves_of
from core.rebalance.model_replaced import add_replacements, add_room
from core.rebalance.needed import change_of_total, need_moves

AIMLESS = 0.5
"""Dollars charged for each dollar that counterparties move against one another."""
AIMLESS_ROUNDING = 0.01
"""The same in the rounding step, where shares leave small change."""
HARVESTED = 0.001
"""Dollars charged for each dollar of counterparty that a sale at a loss moves."""


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
    moves, wary = moves_of(model, goal), change_of_total(model, goal)
    for place in places:
        moved = moves.get(place.name, Moves())
        up, down = _counterparty(model, goal, place, moved)
        ups.plus(up)
        downs.plus(down)
        if not model.setting.whole and place.name != CASH and len(moved.carriers()) == 1:
            add_room(model, moved, _room_to_fall(model, goal, place.name, wary), place.below[-1])
        if place.name in goal.outside:
            over = goal.before.drift.get(place.name, 0.0) > 0
            need_moves(model, goal, place.name, moved, (place.above if over else place.below)[-1])
        if _replaceable(model, place, moved) and (fall := _fall(model, goal, place, down, wary)) is not None:
            add_replacements(model, moved, fall)
    _excuse_losses(model, goal, ups, downs)
    aimless, direction = program.column(), _direction(model, goal)
    most = 2.0 * model.units(float(goal.before.total))
    program.row(ups.add(direction, -most).add(aimless, -1.0), upper=0.0)
    program.row(downs.add(direction, most).add(aimless, -1.0), upper=most)
    model.cost.add(aimless, AIMLESS_ROUNDING if model.setting.whole else AIMLESS)


def _direction(model: Model, goal: Goal) -> int:
    """Whether counterparties may move up, or else down; a first rounding keeps what its pattern says."""
    setting = model.setting
    rising = setting.pattern.rising.get(goal.name) if setting.pattern and setting.whole and setting.slack == 1 else None
    direction = model.program.binary(rank=3) if rising is None else model.program.column(float(rising), float(rising))
    model.directions[goal.name] = direction
    return direction


def _room_to_fall(model: Model, goal: Goal, name: str, wary: tuple[float, float]) -> float:
    """Units by which a class may fall at most and keep its limit, however the total changes."""
    total, reach = model.units(float(goal.before.total)), goal.reach(name, -1.0)
    least = 0.0 if reach == INFINITY else max(0.0, goal.target.weight(name) - reach) * (total - wary[0])
    return max(0.0, goal.before.weights.get(name, 0.0) * total - least)


def _excuse_losses(model: Model, goal: Goal, ups: Line, downs: Line) -> None:
    """What is sold at a loss, and what its money buys instead, has an aim of its own: the loss."""
    losses = losses_sold(model, goal.accounts)
    if not losses.terms or not model.setting.harvest:
        return
    excused = model.program.column()
    model.program.row(losses.add(excused, -1.0), lower=0.0)
    for moved in (ups, downs):
        moved.add(excused, -1.0)
    model.cost.add(excused, HARVESTED)


def _counterparty(model: Model, goal: Goal, place: Place, moves: Moves) -> tuple[Line, Line]:
    """How far a class moves up and down as counterparty, in units."""
    drift = goal.before.drift.get(place.name, -goal.target.weight(place.name))
    if place.name in goal.outside:
        return _past_the_limit(model, goal, place, drift > 0)
    if place.name != CASH and len(moves.carriers()) == 1:
        return moves.bought(model), moves.sold(model)
    start = model.units(goal.before.weights.get(place.name, 0.0) * float(goal.before.total))
    if place.name == CASH:
        start += model.units(sum(model.book.cash[account].required for account in sorted(goal.accounts)))
    up, down = model.program.column(), model.program.column()
    row = Line(dict(place.value.terms), place.value.constant - start).add(up, -1.0).add(down, 1.0)
    model.program.row(row, lower=0.0, upper=0.0)
    return Line({up: 1.0}), Line({down: 1.0})


def _replaceable(model: Model, place: Place, moves: Moves) -> bool:
    """Whether what is sold of the class may come back as something else of it."""
    return not model.setting.whole and place.name != CASH and len(moves.carriers()) > 1


def _fall(model: Model, goal: Goal, place: Place, down: Line, wary: tuple[float, float]) -> Line | None:
    """Units that are no less than the fall of the class and never below 0; None where that is not known.

    wary : units by which the total may fall and rise
    """
    if place.name not in goal.outside:
        return down
    if model.draws:
        return None
    aim, total, start = goal.target.weight(place.name), model.units(float(goal.before.total)), place.value.constant
    if goal.before.drift.get(place.name, -aim) > 0:
        most = (aim + goal.reach(place.name, 1.0)) * (total + wary[1])
        fallen, column = Line({place.above[-1]: 1.0}, max(0.0, start, most)), model.program.column()
        model.program.row(fallen.plus(place.value, -1.0).add(column, -1.0), lower=0.0, upper=0.0)
        return Line({column: 1.0})
    least = max(0.0, aim - goal.reach(place.name, -1.0)) * (total - wary[0])
    return Line({place.below[-1]: 1.0}, max(0.0, start - least))


def _past_the_limit(model: Model, goal: Goal, place: Place, was_over: bool) -> tuple[Line, Line]:
    """Beyond its limit a class that was outside is counterparty like any other."""
    far = place.below if was_over else place.above
    moved = Line() if goal.spends(place.name) else _nearer_than_asked(model, goal, place, was_over)
    moved.plus(Line(dict.fromkeys(far, 1.0)))
    return (Line(), moved) if was_over else (moved, Line())


def _nearer_than_asked(model: Model, goal: Goal, place: Place, was_over: bool) -> Line:
    """How far a class stands between its limit and its target."""
    near = place.above if was_over else place.below
    limit = goal.limits[place.name] * model.units(float(goal.before.total))
    return Line(dict.fromkeys(near[:-1], -1.0), limit)
