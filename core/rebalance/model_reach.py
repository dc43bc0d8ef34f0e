"""How far a single trade can sensibly go: as far as its class may move, or as losses and required cash move it.

Tight sizes make the yes/no choices of the solve quick to decide. A setting with `wide` has none of them.
"""

from core.rebalance.book import Key
from core.rebalance.goals import Goal
from core.rebalance.model_base import Facts, Model
from core.rebalance.model_switch import turned_back
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
    if model.setting.wide or raises or (sign < 0 and _leaves_whole(model, key)):
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


def _leaves_whole(model: Model, key: Key) -> bool:
    """Whether a loss may need the position sold out: its dividends, or a recent purchase, would take it away."""
    wash = model.book.wash
    recent = {leaver[:2] for leavers in wash.leaving.values() for leaver in leavers}
    return key in recent or any(key in places for places in wash.exits.values())


def _room(model: Model, goal: Goal, name: str, sign: float) -> float:
    """How far the class may move in a direction before it stands beyond its limit, in units."""
    whole = float(goal.before.total)
    drift = goal.before.drift.get(name, -goal.target.weight(name))
    limit = goal.reach(name, sign)
    return model.units(max(0.0, limit - sign * drift) * whole)


def _swapped(model: Model, goal: Goal, name: str, key: Key, sign: float) -> float:
    """Units of the class that other reasons move the other way: losses replaced in it, and required cash."""
    group = model.book.wash.groups[key[1]]
    losses, buyable = _facts(model, goal)
    moved = RAISED * sum(model.book.cash[account].required for account in sorted(goal.accounts))
    moved += turned_back(model, (*key, "buy" if sign > 0 else "sell"))
    if sign > 0:
        of_class = losses.get(name, {})
        return model.units(moved + sum(of_class.values()) - of_class.get(group, 0.0))
    if key[0] in goal.accounts and buyable.get(name, set()) - {group}:
        share = split(model.book.securities[key[1]], goal.target.by).get(name, 0.0)
        moved += share * _loss_value(model, key)
    return model.units(moved)


def _facts(model: Model, goal: Goal) -> Facts:
    """By class: dollars of losses by wash-sale identity, and the identities that may be bought. Counted once."""
    if goal.name not in model.facts:
        losses: dict[str, dict[str, float]] = {}
        buyable: dict[str, set[str]] = {}
        book, groups = model.book, model.book.wash.groups
        for key in book.positions:
            held = _loss_value(model, key) if key[0] in goal.accounts else 0.0
            for name, share in split(book.securities[key[1]], goal.target.by).items() if held else ():
                of_class = losses.setdefault(name, {})
                of_class[groups[key[1]]] = of_class.get(groups[key[1]], 0.0) + share * held
        for symbol in {key[1] for key in book.buys if key[0] in goal.accounts}:
            for name, share in split(book.securities[symbol], goal.target.by).items():
                if share > 0:
                    buyable.setdefault(name, set()).add(groups[symbol])
        model.facts[goal.name] = (losses, buyable)
    return model.facts[goal.name]


def _loss_value(model: Model, key: Key) -> float:
    if not model.book.accounts[key[0]].taxable:
        return 0.0
    return sum(piece.value for piece in model.book.positions[key].pieces if piece.loss)
