"""What one move sets: the bounds of all columns and rows and what each column costs, as arrays."""

import math
from dataclasses import dataclass

import numpy as np

from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Values
from core.rebalance.model_counterparty import AIMLESS
from core.rebalance.model_goals import CLOSENESS
from core.rebalance.model_trades import TRADE_COST
from core.rebalance.slider_arrays import Arrays, ClassColumns
from core.rebalance.waiting import held_back

BEYOND = 100.0
"""Charged for each dollar beyond a limit."""
INSIDE = 20.0
"""How much heavier a class that was inside weighs, should one have to give way."""
MISSING = 50_000.0
"""Charged for each dollar of required cash that is missing."""
OVER_BUDGET = 10_000.0
"""Charged for each dollar over a gain budget, which only required cash may break."""

APART = 2e-6
"""Dollars for each dollar by which trades of equal worth may differ, so that a move has one best answer."""
UNEVEN = 0.6180339887498949
"""Its multiples by squares fall evenly between 0 and 1, and no two exchanges of trades differ by the same."""


@dataclass(slots=True)
class Bounds:
    """Bounds of columns and rows, and the costs of columns, in the program's units."""

    lower: Values
    upper: Values
    row_lower: Values
    row_upper: Values
    costs: Values

    def row(self, place: int, lower: float, upper: float) -> None:
        """Hold a row between two values."""
        self.row_lower[place], self.row_upper[place] = lower, upper


def told_apart(trades: int) -> Values:
    """A crumb of cost for each trade, another one for each."""
    crumbs: Values = APART * (np.arange(1.0, trades + 1.0) ** 2 * UNEVEN % 1.0)
    return crumbs


def bounds_of(arrays: Arrays, book: Book, goals: tuple[Goal, ...], base: Bounds) -> Bounds:
    """The bounds of a case: `book` and `goals` as they are now, `base` those of the program as it was built."""
    made = Bounds(*(side.copy() for side in (base.lower, base.upper, base.row_lower, base.row_upper, base.costs)))
    for account in arrays.cash:
        _set_account(arrays, book, made, account)
    for payer in arrays.payers:
        _set_payer(arrays, book, made, payer)
    for row, calls in arrays.calls:
        now = sum(book.cash[account].now for account in sorted(calls.accounts))
        made.row(row, arrays.units(min(now, float(calls.amount)) - now), INFINITY)
    _keep_short_gains(arrays, book, made)
    for goal in goals:
        _set_goal(arrays, book, goal, made)
    _charge_trades(arrays, book, goals, made)
    return made


def _set_account(arrays: Arrays, book: Book, made: Bounds, account: str) -> None:
    """The least cash, and where only a flow may be traded what it may buy and sell."""
    rule, holder, units = book.cash[account], book.accounts[account], arrays.units
    row, short = arrays.cash[account]
    least = rule.least if rule.required > 0 else min(rule.now, rule.least_buying)
    made.row(row, units(least - rule.now), INFINITY)
    made.upper[short] = INFINITY if rule.required > 0 else 0.0
    made.costs[short] += MISSING
    if book.case.policy.cash_flow_only or not (holder.counts_in_target or holder.target is not None):
        spent, raised = arrays.flows[account]
        made.row(spent, -INFINITY, units(max(0.0, float(holder.cash_flow))))
        made.row(raised, -INFINITY, units(rule.required) * 1.01)


def _set_payer(arrays: Arrays, book: Book, made: Bounds, payer: str) -> None:
    """The year so far, the gain budget, and whether losses count."""
    columns, person, units = arrays.payers[payer], book.taxpayers[payer], arrays.units
    done, carried = person.realized, person.carryforward
    for row, start in zip(columns.starts, (done.short - carried.short, done.long - carried.long), strict=True):
        made.row(row, -units(float(start)), -units(float(start)))
    for column in columns.losses:
        made.upper[column] = INFINITY if book.case.policy.harvest_losses else 0.0
    if person.gain_budget is not None:
        made.row(columns.budget, -INFINITY, units(max(0.0, float(person.gain_budget - done.short - done.long))))
    made.upper[columns.over] = INFINITY if book.required > 0 else 0.0
    made.costs[columns.over] += OVER_BUDGET


def _keep_short_gains(arrays: Arrays, book: Book, made: Bounds) -> None:
    policy = book.case.policy
    if book.required > 0 or (policy.short_term_gains != "avoid" and not policy.wait_days):
        return
    for column, (key, piece) in enumerate(arrays.pieces):
        if held_back(book, arrays.curves, key, piece):
            made.upper[column] = 0.0


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the classes of a goal stand, in its order of them: drift in weight, and how far it may go either way."""

    drift: Values
    high: Values
    low: Values


def _stand(goal: Goal) -> Stand:
    drift = [goal.before.drift.get(name, -goal.target.weight(name)) for name in goal.counted]
    high, low = ([goal.reach(name, side) for name in goal.counted] for side in (1.0, -1.0))
    return Stand(np.array(drift), np.array(high), np.array(low))


def _set_goal(arrays: Arrays, book: Book, goal: Goal, made: Bounds) -> None:
    """Limits of every class, and the price of moving a class that was inside against the others."""
    total, required, stand = arrays.units(float(goal.before.total)), book.required, _stand(goal)
    aims = {name: math.copysign(goal.limits[name], goal.before.drift.get(name, -1.0)) for name in goal.outside}
    pushed = (
        0.0 if required else sum(aims[name] - goal.before.drift.get(name, -goal.target.weight(name)) for name in aims)
    )
    for name, drift, high, low in zip(goal.counted, stand.drift, stand.high, stand.low, strict=True):
        columns, outside = arrays.classes[(goal.name, name)], name in aims
        made.row(columns.drift, (-low - drift) * total, (high - drift) * total)
        made.costs[columns.over] += BEYOND if outside else BEYOND * INSIDE
        made.costs[columns.under] += BEYOND if outside else BEYOND * INSIDE
        aim = aims.get(name, 0.0)
        made.row(columns.aimed, (aim - drift) * total, (aim - drift) * total)
        _price(columns, made, drift if outside else 0.0, pushed)
        if not outside and not required:
            made.costs[columns.down if pushed < 0 else columns.up] += AIMLESS


def _price(columns: ClassColumns, made: Bounds, drifted: float, pushed: float) -> None:
    """Money that moves anyway goes where it is missed; beyond its limit a class that was outside is counterparty.

    drifted : the drift of a class that was outside, 0 for one that was inside
    """
    if drifted <= 0:
        made.costs[columns.above] += AIMLESS if drifted and pushed > 0 else CLOSENESS
    if drifted >= 0:
        made.costs[columns.below] += AIMLESS if drifted and pushed < 0 else CLOSENESS


def _charge_trades(arrays: Arrays, book: Book, goals: tuple[Goal, ...], made: Bounds) -> None:
    """What a trade costs in itself, spread over the most that it can sensibly be."""
    rooms = np.zeros(len(arrays.trades))
    for goal in goals:
        stand, total, movers = _stand(goal), arrays.units(float(goal.before.total)), arrays.movers[goal.name]
        up, down = (np.clip(side * total, 0.0, 1000.0) for side in (stand.high - stand.drift, stand.low + stand.drift))
        room = np.where(movers.shares > 0, up[movers.classes], down[movers.classes])
        np.maximum.at(rooms, movers.trades, room / np.abs(movers.shares))
    commissions = {account: float(book.accounts[account].commission) for account in book.accounts}
    fixed = np.array([TRADE_COST + commissions[account] for account, _, _ in arrays.trades])
    rate = arrays.units(1.0) * fixed / np.maximum(rooms + arrays.losses, arrays.units(4 * TRADE_COST))
    made.costs[: len(arrays.trade_of)] += rate[arrays.trade_of]
