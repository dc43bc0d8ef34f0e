"""What a slider shows at once: trades in dollars, tax and drift, from a linear program that is kept warm.

`slider(case)` once for a household, then `move(case)` for every change of its targets, bands, gain budgets, cash flows
or harvest switch; anything else starts afresh by itself. The exact orders come from `rebalance`: here shares are
continuous, no trade has a least size and the wash-sale rule is kept by closing the purchases of a loss's group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

import numpy as np

from core.domain.account import Amounts
from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.trade import DriftPicture, TaxBill
from core.rebalance.book import Book, Key, Piece, cash_rule, open_book, trades_at_all
from core.rebalance.fingerprint import in_order
from core.rebalance.goals import Goal, dearest_shares, goal_from, goals
from core.rebalance.model_goals import AIMLESS
from core.rebalance.program import INFINITY, Line, Solved
from core.rebalance.search import Values
from core.rebalance.slider_arrays import Arrays, build_arrays
from core.rebalance.tax_model import exact_bill, tax_curve, taxpayers_of, year_of
from core.rebalance.waiting import held_back
from core.risk.exposure import is_outside, split
from core.tax.years import TaxYear

BEYOND = 100.0
"""Charged for each dollar beyond a limit."""
MISSING = 1000.0
"""Charged for each dollar of required cash that is missing, and a quarter of it for each over a gain budget."""
SEEN = 1.0
"""Dollars below which a trade is not shown."""
SLIGHT = 1e-6
"""Thousandths of the total below which nothing is traded."""


@dataclass(frozen=True, slots=True)
class Move:
    """One trade of the picture, in dollars."""

    account: str
    symbol: str
    side: str
    dollars: float


@dataclass(frozen=True, slots=True)
class Quick:
    """The picture after a move: trades in dollars, the exact tax of their gains, drift before and after by class.

    beyond : weight that remains beyond the limits; missing : dollars of required cash that cannot be raised
    """

    trades: tuple[Move, ...]
    tax: TaxBill
    before: FrozenMap[float]
    after: FrozenMap[float]
    drift_total: float
    beyond: float
    missing: float


@dataclass(slots=True)
class Slider:
    """A household kept ready for moves; holds a solver, so it belongs to one thread."""

    case: Case
    book: Book
    year: TaxYear
    goals: tuple[Goal, ...]
    arrays: Arrays
    worth: dict[tuple[str, str], float] = field(default_factory=dict)
    dearest: dict[str, dict[str, float]] = field(default_factory=dict)

    def move(self, case: Case) -> Quick:
        """The picture of a changed case; warm where only targets, bands, budgets, flows or the harvest changed."""
        case = in_order(case) if case is not self.case else case
        if not _alike(self.case, case):
            fresh = _ready(case)
            for name in ("case", "book", "year", "goals", "arrays", "worth", "dearest"):
                setattr(self, name, getattr(fresh, name))
            return _picture(self)
        cash = {account.id: cash_rule(account) for account in case.accounts}
        accounts = {account.id: account for account in case.accounts}
        payers, _ = taxpayers_of(case)
        self.book = replace(self.book, case=case, accounts=accounts, cash=cash, taxpayers=payers)
        self.case, self.goals = case, tuple(self._goal(goal, case) for goal in self.goals)
        return _picture(self)

    def _goal(self, goal: Goal, case: Case) -> Goal:
        """The goal of the changed case, from what its securities are worth and its cash now."""
        own = self.book.accounts[goal.name].target if goal.name else None
        target = own or case.target
        values = {name: dollars for (where, name), dollars in self.worth.items() if where == goal.name}
        values[CASH] = values.get(CASH, 0.0) + sum(self.book.cash[account].now for account in goal.accounts)
        before = _drift(case, target, values)
        return goal_from(self.book, goal.name, goal.accounts, target, before, self.dearest[goal.name])


def slider(case: Case) -> Slider:
    """A household made ready for moves. Raises BadInput for a year without a tax table."""
    return _ready(in_order(case))


def _ready(case: Case) -> Slider:
    payers, _ = taxpayers_of(case)
    year = year_of(case, payers)
    taxed = {account.taxpayer for account in case.accounts if account.taxable}
    curves = {name: tax_curve(payers[name], payers.values(), year) for name in sorted(taxed)}
    book = open_book(case, payers)
    aims = goals(book)
    ready = Slider(case, book, year, aims, build_arrays(book, aims, curves))
    for goal in aims:
        ready.dearest[goal.name] = dearest_shares(book, goal.target)
        for name, dollars in _securities_worth(book, goal).items():
            ready.worth[(goal.name, name)] = dollars
    return ready


def _securities_worth(book: Book, goal: Goal) -> dict[str, float]:
    """Dollars by class that stand in securities."""
    found: dict[str, float] = {}
    for account in goal.accounts:
        for lot in book.accounts[account].lots:
            security = book.securities[lot.symbol]
            dollars = float(lot.quantity) * float(security.unit_price)
            for name, share in split(security, goal.target.by).items():
                found[name] = found.get(name, 0.0) + share * dollars
    return found


def _alike(old: Case, new: Case) -> bool:
    """Whether nothing changed but what stands in bounds and costs."""
    if (old.as_of, old.securities, old.history, old.target.by) != (
        new.as_of,
        new.securities,
        new.history,
        new.target.by,
    ):
        return False
    if set(old.target.weights) != set(new.target.weights):
        return False
    if replace(old.policy, harvest_losses=True) != replace(new.policy, harvest_losses=True):
        return False
    budgets = [tuple(replace(payer, gain_budget=None) for payer in case.taxpayers) for case in (old, new)]
    return budgets[0] == budgets[1] and _same_accounts(old, new)


def _same_accounts(old: Case, new: Case) -> bool:
    if len(old.accounts) != len(new.accounts):
        return False
    for one, other in zip(old.accounts, new.accounts, strict=True):
        if one is not other and replace(one, cash_flow=Decimal(0)) != replace(other, cash_flow=Decimal(0)):
            return False
        if trades_at_all(one, cash_rule(one)) != trades_at_all(other, cash_rule(other)):
            return False
    return True


def _drift(case: Case, target: Allocation, values: Mapping[str, float]) -> DriftPicture:
    if case.policy.untargeted == "hold":
        values = {name: dollars for name, dollars in values.items() if name == CASH or name in target.weights}
    whole = sum(values.values())
    names = sorted({*values, *target.weights})
    weights = {name: values.get(name, 0.0) / whole if whole else 0.0 for name in names}
    drift = {name: weights[name] - target.weight(name) for name in names}
    outside = tuple(name for name in names if is_outside(drift[name], name, target))
    total = sum(abs(value) for value in drift.values()) / 2
    return DriftPicture(FrozenMap(drift), total, outside, FrozenMap(weights), Decimal(repr(round(whole, 2))))


def _picture(ready: Slider) -> Quick:
    """Set the bounds, solve, close the purchases of what is sold at a loss, and read the answer."""
    arrays = ready.arrays
    cost = _set_bounds(ready)
    found = arrays.program.minimise(cost)
    if found is not None and ready.case.policy.wash_sales == "avoid":
        found = _without_wash_sales(ready, cost, found)
    values = np.zeros(arrays.program.columns) if found is None else found.values
    return _read(ready, values)


def _set_bounds(ready: Slider) -> Line:
    """Everything that moves, as bounds; gives back what is charged."""
    cost = Line(dict(ready.arrays.cost.terms))
    for account in ready.arrays.cash:
        _set_account(ready, account, cost)
    for payer in ready.arrays.payers:
        _set_payer(ready, payer, cost)
    _set_trades(ready)
    for goal in ready.goals:
        _set_goal(ready, goal, cost)
    return cost


def _set_account(ready: Slider, account: str, cost: Line) -> None:
    """The least cash, and where only a flow may be traded what it may buy and sell."""
    program, units = ready.arrays.program, ready.arrays.units
    rule, holder = ready.book.cash[account], ready.book.accounts[account]
    row, short = ready.arrays.cash[account]
    least = rule.least if rule.required > 0 else min(rule.now, rule.least_buying)
    program.limit(row, units(least - rule.now), INFINITY)
    program.bound(short, 0.0, INFINITY if rule.required > 0 else 0.0)
    cost.add(short, MISSING)
    free = not ready.case.policy.cash_flow_only and (holder.counts_in_target or holder.target is not None)
    spent, raised = ready.arrays.flows[account]
    program.limit(spent, -INFINITY, INFINITY if free else units(max(0.0, float(holder.cash_flow))))
    program.limit(raised, -INFINITY, INFINITY if free else units(rule.required) * 1.01)


def _set_payer(ready: Slider, payer: str, cost: Line) -> None:
    """The year so far, the gain budget, and whether losses count."""
    program, units = ready.arrays.program, ready.arrays.units
    columns, person = ready.arrays.payers[payer], ready.book.taxpayers[payer]
    done, carried = person.realized, person.carryforward
    for row, start in zip(columns.starts, (done.short - carried.short, done.long - carried.long), strict=True):
        program.limit(row, -units(float(start)), -units(float(start)))
    for column in columns.losses:
        program.bound(column, 0.0, INFINITY if ready.case.policy.harvest_losses else 0.0)
    budget = person.gain_budget
    room = INFINITY if budget is None else units(max(0.0, float(budget - done.short - done.long)))
    program.limit(columns.budget, -INFINITY, room)
    program.bound(columns.over, 0.0, INFINITY if ready.book.required > 0 else 0.0)
    cost.add(columns.over, MISSING / 4)


def _set_trades(ready: Slider) -> None:
    arrays, needy = ready.arrays, ready.book.required > 0
    for key, piece, column in arrays.pieces:
        kept = not needy and held_back(ready.book, arrays.curves, key, piece)
        arrays.program.bound(column, 0.0, 0.0 if kept else arrays.units(piece.value))
    for column in arrays.buys.values():
        arrays.program.bound(column, 0.0, INFINITY)


def _set_goal(ready: Slider, goal: Goal, cost: Line) -> None:
    """Limits of every class, and the price of moving a class that was inside against the others."""
    arrays, units = ready.arrays, ready.arrays.units
    total = float(goal.before.total)
    pushed = 0.0
    for name in goal.outside:
        drift = goal.before.drift.get(name, -goal.target.weight(name))
        pushed += (goal.limits[name] if drift > 0 else -goal.limits[name]) - drift
    for name in goal.counted:
        columns = arrays.classes[(goal.name, name)]
        drift = goal.before.drift.get(name, -goal.target.weight(name))
        high, low = goal.reach(name, 1.0), goal.reach(name, -1.0)
        ready.arrays.program.limit(columns.drift, units((-low - drift) * total), units((high - drift) * total))
        weight = BEYOND * (1.0 if name in goal.outside else 20.0)
        cost.add(columns.over, weight).add(columns.under, weight)
        if name not in goal.outside and not ready.book.required:
            cost.add(columns.down if pushed < 0 else columns.up, AIMLESS)


def _without_wash_sales(ready: Slider, cost: Line, found: Solved) -> Solved | None:
    """Close the purchases of every group of which more is sold at a loss than bought, else the losses."""
    arrays, wash, values = ready.arrays, ready.book.wash, found.values
    closed: list[int] = []
    for (payer, group), columns in _losses(ready).items():
        counting = wash.counting[payer]
        bought = [
            column
            for key, column in arrays.buys.items()
            if key[0] in counting and wash.groups[key[1]] == group
        ]  # fmt: skip
        sold, spent = (float(values[each].sum()) for each in (columns, bought))
        if sold > SLIGHT and (payer, group) in wash.exits:
            closed += columns
        elif sold > SLIGHT and spent > SLIGHT:
            closed += bought if sold >= spent else columns
    for column in closed:
        arrays.program.bound(column, 0.0, 0.0)
    again = arrays.program.minimise(cost) if closed else found
    return _without_wash_sales(ready, cost, again) if closed and again is not None else again


def _losses(ready: Slider) -> dict[tuple[str, str], list[int]]:
    """Columns of the pieces at a loss, by taxpayer and wash-sale identity."""
    found: dict[tuple[str, str], list[int]] = {}
    for key, piece, column in ready.arrays.pieces:
        account = ready.book.accounts[key[0]]
        if piece.loss and account.taxable:
            found.setdefault((account.taxpayer, ready.book.wash.groups[key[1]]), []).append(column)
    return found


def _read(ready: Slider, values: Values) -> Quick:
    arrays, scale = ready.arrays, ready.arrays.scale
    dollars: dict[tuple[str, str, str], float] = {}
    gains: dict[str, list[float]] = {}
    for key, piece, column in arrays.pieces:
        sold = float(values[column]) * scale
        if sold > 0:
            dollars[(*key, "sell")] = dollars.get((*key, "sell"), 0.0) + sold
            _count(ready, gains, key, piece, sold)
    for key, column in arrays.buys.items():
        dollars[(*key, "buy")] = float(values[column]) * scale
    trades = tuple(Move(*key, round(amount, 2)) for key, amount in sorted(dollars.items()) if amount >= SEEN)
    short = sum(float(values[column]) for _, column in arrays.cash.values()) * scale
    beyond = sum(float(values[one.over] + values[one.under]) for one in arrays.classes.values()) / 1000.0
    before, after = _drifts(ready, values)
    total = sum(abs(drift) for drift in after.values()) / 2
    return Quick(trades, _bill(ready, gains), FrozenMap(before), FrozenMap(after), total, beyond, round(short, 2))


def _count(ready: Slider, gains: dict[str, list[float]], key: Key, piece: Piece, sold: float) -> None:
    """Add the gain of what is sold: short, long, and of the long that of collectibles."""
    account = ready.book.accounts[key[0]]
    if not account.taxable:
        return
    gain, own = piece.gain * sold / piece.value, gains.setdefault(account.taxpayer, [0.0, 0.0, 0.0])
    own[0 if piece.term == "short" else 1] += gain
    if piece.term == "long" and ready.book.securities[key[1]].collectible:
        own[2] += gain


def _bill(ready: Slider, gains: Mapping[str, Sequence[float]]) -> TaxBill:
    exact = {payer: Amounts(_cents(own[0]), _cents(own[1])) for payer, own in gains.items()}
    kept = {payer: _cents(own[2]) for payer, own in gains.items() if own[2]}
    return exact_bill(ready.book.taxpayers, exact, Decimal(0), ready.year, kept)


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount, 2)))


def _drifts(ready: Slider, values: Values) -> tuple[Mapping[str, float], dict[str, float]]:
    """Drift by class of the household (or the first goal there is) before and after."""
    goal = next(iter(ready.goals), None)
    if goal is None:
        return {}, {}
    total, after = float(goal.before.total), {}
    for name in goal.counted:
        columns = ready.arrays.classes[(goal.name, name)]
        moved = float(values[columns.up] - values[columns.down]) * ready.arrays.scale / total
        after[name] = goal.before.drift.get(name, -goal.target.weight(name)) + moved
    return goal.before.drift, after
