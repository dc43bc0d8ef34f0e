"""The goals as rows: every class within its limit or as near as it comes, and inside classes only as counterparty."""

from core.domain.allocation import CASH
from core.rebalance.goals import Goal
from core.rebalance.model_base import Model
from core.rebalance.model_cash import cash_class
from core.rebalance.program import INFINITY, Line
from core.risk.exposure import split

KEEP_INSIDE = 20.0
"""How much heavier a class that was inside weighs than one that was outside, should one have to give way."""
AIMLESS = 0.5
"""Dollars charged for each dollar that counterparties move against one another."""
AIMLESS_ROUNDING = 0.01
"""The same in the rounding step, where shares leave small change."""
CLOSENESS = 3e-4
"""Dollars charged for a dollar that stands in a class at the edge of its band: where money that moves anyway goes.

Too little to pay for a trade of its own: movements against one another are charged far more.
"""
STEPS = ((0.25, 0.0), (0.25, 0.75), (0.25, 1.25), (0.25, 1.75), (INFINITY, 2.25))
"""The square of a drift counted in bands, in straight pieces: (length in bands, slope); near the target it is flat."""


def add_goals(model: Model) -> None:
    """Rows of every goal."""
    for goal in model.goals:
        values = _class_values(model, goal)
        whole = _total(model, goal, values)
        for name in goal.counted:
            _hold(model, goal, name, values[name], whole)
            _keep_close(model, goal, name, values[name], whole)
        _only_counterparty(model, goal, values, whole)


def _class_values(model: Model, goal: Goal) -> dict[str, int]:
    """A column for the value of each class after the trades."""
    lines = {name: Line(constant=_constant(model, goal, name)) for name in goal.counted}
    lines[CASH].plus(cash_class(model, goal))
    for key, columns in model.sells.items():
        if key[0] in goal.accounts:
            _spread_over(model, goal, lines, key[1], columns, -1.0)
    for key, column in model.buys.items():
        if key[0] in goal.accounts:
            _spread_over(model, goal, lines, key[1], (column,), 1.0)
    return {name: _column_for(model, line) for name, line in lines.items()}


def _constant(model: Model, goal: Goal, name: str) -> float:
    """Value of the class as it stands; of cash only what stands in securities."""
    value = goal.before.weights.get(name, 0.0) * float(goal.before.total)
    if name == CASH:
        value -= sum(model.book.cash[account].now for account in goal.accounts)
    return model.units(value)


def _spread_over(
    model: Model, goal: Goal, lines: dict[str, Line], symbol: str, columns: tuple[int, ...], sign: float
) -> None:
    for name, share in split(model.book.securities[symbol], goal.target.by).items():
        if name in lines:
            for column in columns:
                lines[name].add(column, sign * share)


def _column_for(model: Model, line: Line) -> int:
    column = model.program.column(-INFINITY, INFINITY)
    model.program.row(Line(dict(line.terms), line.constant).add(column, -1.0), lower=0.0, upper=0.0)
    return column


def _total(model: Model, goal: Goal, values: dict[str, int]) -> int:
    return _column_for(model, Line({values[name]: 1.0 for name in goal.counted}))


def _hold(model: Model, goal: Goal, name: str, value: int, whole: int) -> None:
    """|value - target x total| <= limit x total + what remains."""
    program = model.program
    aim, limit = goal.target.weight(name), goal.limits[name]
    weight = (1.0 if name in goal.outside else KEEP_INSIDE) * 1000.0 / max(model.units(float(goal.before.total)), 1e-9)
    over, under = program.column(), program.column()
    model.excess.add(over, weight).add(under, weight)
    program.row(Line({value: 1.0, whole: -(aim + limit), over: -1.0}), upper=0.0)
    if aim > limit:
        program.row(Line({value: 1.0, whole: -(aim - limit), under: 1.0}), lower=0.0)


def _keep_close(model: Model, goal: Goal, name: str, value: int, whole: int) -> None:
    """Charge the class for its distance from the target, more with every quarter of the band.

    On the side where a class stood outside only its limit counts: nothing is paid for coming closer than that.
    """
    aim = goal.target.weight(name)
    width = goal.target.band(name).half_width(aim) * model.units(float(goal.before.total))
    loose = model.setting.linear and model.setting.pattern is None
    if model.setting.whole or loose or width <= 0:
        return
    apart, drift = Line({value: 1.0, whole: -aim}), goal.before.drift.get(name, -aim)
    for side in (-1.0, 1.0):
        free = name in goal.outside and drift * side < 0
        for length, slope in ((INFINITY, 0.0),) if free else STEPS:
            part = model.program.column(0.0, length * width)
            apart.add(part, side)
            model.cost.add(part, CLOSENESS * slope)
    model.program.row(apart, lower=0.0, upper=0.0)


def _only_counterparty(model: Model, goal: Goal, values: dict[str, int], whole: int) -> None:
    """What is not asked for moves one way only, as counterparty; movements against one another are charged.

    Asked for is that a class that was outside comes to its limit; what it moves beyond, and every movement of a
    class that was inside, is counterparty.
    """
    if model.setting.linear:
        return
    program, ups, downs = model.program, Line(), Line()
    for name in goal.counted:
        up, down = _counterparty(model, goal, name, values[name], whole)
        ups.plus(up)
        downs.plus(down)
    aimless, direction = program.column(), program.binary()
    most = 2.0 * model.units(float(goal.before.total))
    program.row(ups.add(direction, -most).add(aimless, -1.0), upper=0.0)
    program.row(downs.add(direction, most).add(aimless, -1.0), upper=most)
    model.cost.add(aimless, AIMLESS_ROUNDING if model.setting.whole else AIMLESS)


def _counterparty(model: Model, goal: Goal, name: str, value: int, whole: int) -> tuple[Line, Line]:
    """How far a class moves up and down as counterparty, in units."""
    program, moved = model.program, model.program.column()
    drift = goal.before.drift.get(name, -goal.target.weight(name))
    if name in goal.outside:
        edge = goal.target.weight(name) + (goal.limits[name] if drift > 0 else -goal.limits[name])
        past = Line({value: 1.0, whole: -edge, moved: 1.0 if drift > 0 else -1.0})
        program.row(past, lower=0.0 if drift > 0 else -INFINITY, upper=INFINITY if drift > 0 else 0.0)
        return (Line(), Line({moved: 1.0})) if drift > 0 else (Line({moved: 1.0}), Line())
    start = model.units(goal.before.weights.get(name, 0.0) * float(goal.before.total))
    if name == CASH:
        start += model.units(sum(model.book.cash[account].required for account in goal.accounts))
    down = program.column()
    program.row(Line({value: 1.0, moved: -1.0, down: 1.0}, -start), lower=0.0, upper=0.0)
    return Line({moved: 1.0}), Line({down: 1.0})
