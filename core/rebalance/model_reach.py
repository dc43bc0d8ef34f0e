"""How far a single trade can sensibly go: as far as its class may move, or as losses and required cash move it.

Tight sizes make the yes/no choices of the solve quick to decide. A setting with `wide` has none of them.
"""

from core.rebalance.book import Key
from core.rebalance.goals import Goal
from core.rebalance.model_base import Model
from core.risk.exposure import split

RAISED = 2.0
"""How many times the required cash its sales may move a class: spread, commission and whole shares come on top."""


def most_bought(model: Model, key: Key) -> float:
    """The most of a purchase that any class has room for, in units."""
    return _most(model, key, 1.0)


def most_sold(model: Model, key: Key) -> float:
    """The most of a sale that any class can spare, in units."""
    return _most(model, key, -1.0)


def _most(model: Model, key: Key, sign: float) -> float:
    found = float("inf")
    raises = sign < 0 and model.book.cash[key[0]].required > 0
    if model.setting.wide or raises:
        return found
    for goal in model.goals:
        if key[0] in goal.accounts:
            rooms = [
                (_room(model, goal, name, sign) + _swapped(model, goal, name, key, sign)) / share
                for name, share in split(model.book.securities[key[1]], goal.target.by).items()
                if share > 0 and name in goal.limits
            ]
            found = min(found, max(rooms, default=found))
    return found


def _room(model: Model, goal: Goal, name: str, sign: float) -> float:
    """How far the class may move in a direction before it stands beyond its limit, in units."""
    whole = float(goal.before.total)
    drift = goal.before.drift.get(name, -goal.target.weight(name))
    limit = goal.reach(name, sign)
    return model.units(max(0.0, limit - sign * drift) * whole)


def _swapped(model: Model, goal: Goal, name: str, key: Key, sign: float) -> float:
    """Units of the class that other reasons move the other way: losses replaced in it, and required cash."""
    book, group = model.book, model.book.wash.groups[key[1]]
    moved = RAISED * sum(book.cash[account].required for account in goal.accounts)
    if sign > 0:
        others = (place for place in book.positions if book.wash.groups[place[1]] != group)
        return model.units(moved + sum(_losses(model, goal, name, place) for place in others))
    replaced = any(
        book.wash.groups[place[1]] != group and _share(model, goal, name, place) > 0
        for place in book.buys
        if place[0] in goal.accounts
    )
    return model.units(moved + (_losses(model, goal, name, key) if replaced else 0.0))


def _losses(model: Model, goal: Goal, name: str, key: Key) -> float:
    """Dollars of the class that a position's losses hold."""
    if key[0] not in goal.accounts or not model.book.accounts[key[0]].taxable:
        return 0.0
    held = sum(piece.value for piece in model.book.positions[key].pieces if piece.loss)
    return held * _share(model, goal, name, key) if held else 0.0


def _share(model: Model, goal: Goal, name: str, key: Key) -> float:
    return split(model.book.securities[key[1]], goal.target.by).get(name, 0.0)
