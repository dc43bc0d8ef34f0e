"""The goals as rows: every class within its limit or as near as it comes, and inside classes only as counterparty.

One row for each class: its value less its share of the total is the sum of a few columns, one for each stretch of the
way from the lower limit to the upper and one for what lies beyond either.
"""

from collections.abc import Mapping

from core.domain.allocation import CASH
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Joint, Model, bought, sold
from core.rebalance.model_cash import cash_class
from core.rebalance.model_counterparty import Place, only_counterparty
from core.rebalance.model_risk import add_risk, weighed
from core.risk.exposure import split

KEEP_INSIDE = 20.0
"""How much heavier a class that was inside weighs than one that was outside, should one have to give way."""
CLOSENESS = 3e-4
"""Dollars charged for a dollar that stands in a class at the edge of its band: where money that moves anyway goes.

Too little to pay for a trade of its own: movements against one another are charged far more.
"""
CUT = 1.5e-4
"""Shares by which a trade in fractions may miss what the solve says, cut to four decimals."""
SHY = 1e-5
"""The farthest (in weight) that a class is held inside its edge for that."""
LEFT = 5.0
"""How many times that is charged for cash left over where money was to go into the target itself."""
STEPS = ((0.25, 0.0), (0.625, 1.0), (INFINITY, 2.0))
"""The square of a drift counted in bands, in straight pieces: (end in bands, slope); near the target it is flat."""


def add_goals(model: Model) -> None:
    """Rows of every goal."""
    for goal in model.goals:
        values = _class_values(model, goal, model.joint)
        change = _change_of_total(model, goal, _class_values(model, goal, {}) if model.joint else values)
        by_risk = frozenset() if model.setting.whole or _screening(model) else weighed(model, goal)
        places = [_place(model, goal, name, values[name], change, name in by_risk) for name in goal.counted]
        if by_risk:
            add_risk(model, goal, {place.name: _drift(place) for place in places})
        if not model.setting.linear:
            only_counterparty(model, goal, places)


def _class_values(model: Model, goal: Goal, joint: Mapping[str, Joint]) -> dict[str, Line]:
    """The value of each class after the trades, those of `joint` told together."""
    lines = {name: Line(constant=_constant(model, goal, name)) for name in goal.counted}
    lines[CASH].plus(cash_class(model, goal))
    for symbol, added in _added(model, goal, joint):
        for name, share in split(model.book.securities[symbol], goal.target.by).items():
            if name in lines:
                lines[name].plus(added, share)
    return lines


def _added(model: Model, goal: Goal, joint: Mapping[str, Joint]) -> list[tuple[str, Line]]:
    """What the goal's accounts buy of each symbol, less what they sell."""
    counted = {symbol: one for symbol, one in joint.items() if goal.accounts.issuperset(key[0] for key in one.trades)}
    told = {key for one in counted.values() for key in one.trades}
    found = [(symbol, one.added) for symbol, one in counted.items()]
    for side, trades, amount, sign in (("sell", model.sells, sold, -1.0), ("buy", model.buys, bought, 1.0)):
        for key in trades:
            if key[0] in goal.accounts and (*key, side) not in told:
                found.append((key[1], Line().plus(amount(model, key), sign)))
    return found


def _constant(model: Model, goal: Goal, name: str) -> float:
    """Value of the class as it stands; of cash only what stands in securities."""
    value = goal.before.weights.get(name, 0.0) * float(goal.before.total)
    if name == CASH:
        value -= sum(model.book.cash[account].now for account in sorted(goal.accounts))
    return model.units(value)


def _change_of_total(model: Model, goal: Goal, values: dict[str, Line]) -> int:
    """A column for what spreads and commissions take from the total, and sales of what the target does not count."""
    line = Line(constant=-model.units(float(goal.before.total)))
    for value in values.values():
        line.plus(value)
    line.terms = {column: factor for column, factor in line.terms.items() if abs(factor) > 1e-12}
    column = model.program.column(-INFINITY, INFINITY)
    model.program.row(line.add(column, -1.0), lower=0.0, upper=0.0)
    return column


def _drift(place: Place) -> Line:
    """How far a class stands over its target, in units."""
    return Line(dict.fromkeys(place.above, 1.0)).plus(Line(dict.fromkeys(place.below, 1.0)), -1.0)


def _place(model: Model, goal: Goal, name: str, value: Line, change: int, by_risk: bool) -> Place:
    """value - target x total = columns above - columns below, the total of the nearer limit exact.

    by_risk : the covariance says what the drift costs, not the width of the band
    """
    aim, drift = goal.target.weight(name), goal.before.drift.get(name, -goal.target.weight(name))
    above, below = (_stretches(model, goal, name, side, by_risk) for side in (1.0, -1.0))
    row = Line(dict.fromkeys(above, -1.0)).plus(Line(dict.fromkeys(below, 1.0))).plus(value)
    row.constant -= aim * model.units(float(goal.before.total))
    side = 1.0 if drift > 0 else -1.0
    nearer = _reach(model, goal, name, side)
    row.add(change, -aim - (side * nearer if nearer < INFINITY else 0.0))
    model.program.row(row, lower=0.0, upper=0.0)
    if model.setting.whole:
        _far_limit_exact(model, goal, name, below if side > 0 else above, change, -side)
    return Place(name, value, above, below)


def _far_limit_exact(model: Model, goal: Goal, name: str, columns: tuple[int, ...], change: int, side: float) -> None:
    """The farther limit moves with the total as well: in whole shares a share's worth of room may hang on a dollar."""
    nearer, farther = _reach(model, goal, name, -side), _reach(model, goal, name, side)
    if farther == INFINITY or (side < 0 and goal.target.weight(name) <= farther):
        return
    both = farther + (nearer if nearer < INFINITY else 0.0)
    within = Line(dict.fromkeys(columns[:-1], 1.0)).add(change, -both)
    model.program.row(within, upper=farther * model.units(float(goal.before.total)))


def _reach(model: Model, goal: Goal, name: str, side: float) -> float:
    """The largest drift allowed to one side; an edge keeps the room that cutting fractions of shares may take."""
    reach = goal.reach(name, side)
    at_edge = reach >= goal.target.band(name).half_width(goal.target.weight(name))
    if not (model.setting.whole and model.setting.pattern and at_edge):
        return reach
    cut = CUT * sum(
        model.book.unit_price(symbol) * (1.0 if name == CASH else split(security, goal.target.by).get(name, 0.0))
        for (account, symbol, _), amount in model.setting.pattern.trades.items()
        if amount > 0 and account in goal.accounts and (security := model.book.securities[symbol]).fractional
    )
    return max(reach - min(SHY, cut / float(goal.before.total)), reach / 2)


def _stretches(model: Model, goal: Goal, name: str, side: float, by_risk: bool) -> tuple[int, ...]:
    """Columns from the target to the limit on one side, and one for what lies beyond it."""
    aim, limit = goal.target.weight(name), _reach(model, goal, name, side)
    drift, total = goal.before.drift.get(name, -aim), model.units(float(goal.before.total))
    if side < 0 and aim <= limit:
        limit = INFINITY
    start = 0.0
    columns: list[int] = []
    for end, slope in ((INFINITY, 0.0),) if by_risk else _priced(model, goal, name, drift * side > 0):
        stop = min(end, limit)
        if stop > start or not columns:
            columns.append(model.program.column(0.0, (stop - start) * total if stop < INFINITY else INFINITY))
            model.cost.add(columns[-1], CLOSENESS * slope)
            start = stop
    if limit < INFINITY:
        columns.append(model.program.column())
        model.excess.add(columns[-1], (1.0 if name in goal.outside else KEEP_INSIDE) * 1000.0 / max(total, 1e-9))
    return tuple(columns)


def _priced(model: Model, goal: Goal, name: str, drifted: bool) -> tuple[tuple[float, float], ...]:
    """Ends (in weight) and prices of the stretches on one side.

    On the side where a class stood outside only its limit counts: nothing is paid for coming closer than that. Cash
    that goes to the target itself is invested to the last share; its limit is only what rounding may leave.
    """
    if drifted and goal.spends(name):
        return ((INFINITY, 0.0 if _screening(model) else LEFT),)
    width = goal.target.band(name).half_width(goal.target.weight(name))
    if model.setting.whole or _screening(model) or width <= 0 or (name in goal.outside and drifted):
        return ((INFINITY, 0.0),)
    return tuple((end * width, slope) for end, slope in STEPS)


def _screening(model: Model) -> bool:
    """Whether the solve only looks at what can be reached."""
    return model.setting.linear and model.setting.pattern is None
