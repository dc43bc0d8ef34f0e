"""What a slider shows at once: trades in dollars, tax and drift, from a linear program that is kept warm.

`slider(case)` once for a household, then `move(case)` for every change of its targets, bands, gain budgets, cash flows,
limits of trading or the harvest switch; anything else starts afresh by itself. The exact orders come from `rebalance`:
here shares are continuous, what a trade costs in itself is spread over its size, and the wash-sale rule is kept by
closing the purchases of a loss's group. The same case has the same picture, whichever moves came before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

import numpy as np

from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.policy import Policy
from core.domain.quick import Quick
from core.domain.trade import DriftPicture
from core.rebalance.book import Book, cash_rule, open_book, trades_at_all
from core.rebalance.fingerprint import in_order
from core.rebalance.goals import Goal, dearest_shares, goal_from, goals
from core.rebalance.line import Values
from core.rebalance.slider_arrays import Arrays
from core.rebalance.slider_aside import left_aside
from core.rebalance.slider_bounds import Bounds, bounds_of, told_apart
from core.rebalance.slider_build import build_arrays
from core.rebalance.slider_picture import picture_of
from core.rebalance.slider_solve import solve_move
from core.rebalance.sourcing import sourced
from core.rebalance.tax_model import tax_curve, taxpayers_of, year_of
from core.risk.exposure import cash_to_come, holdings, is_outside, values_by_class
from core.tax.years import TaxYear


@dataclass(slots=True)
class Slider:
    """A household kept ready for moves; holds a solver, so it belongs to one thread.

    worth : dollars of securities by goal and class; dearest : dollars of one share, as `dearest_shares` says
    """

    case: Case
    book: Book
    year: TaxYear
    goals: tuple[Goal, ...]
    arrays: Arrays
    base: Bounds
    worth: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    dearest: dict[str, dict[str, float]] = field(default_factory=dict)

    def move(self, case: Case) -> Quick:
        """The picture of a changed case; warm where only what stands in bounds changed."""
        if case is not self.case and not (_alike(self.case, case) and self._go_on(case)):
            fresh = _ready(case)
            for name in ("case", "book", "year", "goals", "arrays", "base", "worth", "dearest"):
                setattr(self, name, getattr(fresh, name))
        made = bounds_of(self.arrays, self.book, self.goals, self.base)
        found = solve_move(self.arrays, self.book, self.goals, made)
        values = self._nothing_raised() if found is None else found
        picture = picture_of(self.arrays, self.book, self.goals, self.year, values)
        return replace(picture, aside=left_aside(self.book, self.goals))

    def _nothing_raised(self) -> Values:
        """No trade at all, and all cash that is asked for missing."""
        values = np.zeros(self.arrays.program.columns)
        for account, (_, short) in self.arrays.cash.items():
            values[short] = self.arrays.units(self.book.cash[account].required)
        return values

    def _go_on(self, case: Case) -> bool:
        """Take up a case that changed in its bounds alone; not where a goal has nothing left to share out."""
        cash = {account.id: cash_rule(account) for account in case.accounts}
        accounts = {account.id: account for account in sorted(case.accounts, key=lambda account: account.id)}
        payers, _ = taxpayers_of(case)
        self.book = replace(self.book, case=case, accounts=accounts, cash=cash, taxpayers=payers)
        self.case, self.goals = case, tuple(self._goal(goal, case) for goal in self.goals)
        return all(goal.before.total > 0 for goal in self.goals)

    def _goal(self, goal: Goal, case: Case) -> Goal:
        """The goal of the changed case, from what its securities are worth and its cash now."""
        own = self.book.accounts[goal.name].target if goal.name else None
        target = own or case.target
        values = {name: dollars for (where, name), dollars in self.worth.items() if where == goal.name}
        to_come = cash_to_come(tuple(self.book.accounts[account] for account in sorted(goal.accounts)))
        values[CASH] = values.get(CASH, Decimal(0)) + sum(to_come.values(), Decimal(0))
        before = _drift(case, target, values)
        return goal_from(self.book, goal.name, goal.accounts, target, before, self.dearest[goal.name])


def slider(case: Case) -> Slider:
    """A household made ready for moves. Raises BadInput for a year without a tax table."""
    return _ready(case)


def _ready(given: Case) -> Slider:
    case, _ = sourced(in_order(given))
    payers, _ = taxpayers_of(case)
    year = year_of(case, payers)
    taxed = {account.taxpayer for account in case.accounts if account.taxable}
    curves = {name: tax_curve(payers[name], payers.values(), year) for name in sorted(taxed)}
    book = open_book(case, payers)
    aims = goals(book)
    arrays = build_arrays(book, aims, curves)
    ready = Slider(given, book, year, aims, arrays, _base(arrays))
    for goal in aims:
        ready.dearest[goal.name] = dearest_shares(book, goal.target)
        for name, dollars in _securities_worth(book, goal).items():
            ready.worth[(goal.name, name)] = dollars
    return ready


def _base(arrays: Arrays) -> Bounds:
    lower, upper, row_lower, row_upper = arrays.program.limits()
    costs = arrays.cost.row(arrays.program.columns)
    costs[: len(arrays.trade_of)] += told_apart(len(arrays.trade_of))
    return Bounds(lower, upper, row_lower, row_upper, costs)


def _securities_worth(book: Book, goal: Goal) -> Mapping[str, Decimal]:
    """Dollars by class that stand in securities."""
    held = holdings(tuple(book.accounts[account] for account in sorted(goal.accounts)))
    return values_by_class(book.securities, held, {}, goal.target.by)


def _alike(old: Case, new: Case) -> bool:
    """Whether nothing changed but what stands in bounds and costs."""
    if old.withdrawal or new.withdrawal or set(old.target.weights) != set(new.target.weights):
        return False
    same = all(getattr(old, name) == getattr(new, name) for name in ("as_of", "securities", "history"))
    if not same or old.target.by != new.target.by or _structure(old.policy) != _structure(new.policy):
        return False
    budgets = [tuple(replace(payer, gain_budget=None) for payer in case.taxpayers) for case in (old, new)]
    return budgets[0] == budgets[1] and _same_accounts(old, new)


def _structure(policy: Policy) -> Policy:
    """The policy without the switches that stand in bounds alone."""
    standing = Policy()
    return replace(
        policy,
        trigger=standing.trigger,
        harvest_losses=standing.harvest_losses,
        turnover_limit=standing.turnover_limit,
        minimum_trade=standing.minimum_trade,
        minimum_benefit=standing.minimum_benefit,
        short_term_gains=standing.short_term_gains,
        cash_flow_only=standing.cash_flow_only,
    )


def _same_accounts(old: Case, new: Case) -> bool:
    if len(old.accounts) != len(new.accounts):
        return False
    for one, other in zip(old.accounts, new.accounts, strict=True):
        if one is not other and replace(one, cash_flow=Decimal(0)) != replace(other, cash_flow=Decimal(0)):
            return False
        if trades_at_all(one, cash_rule(one)) != trades_at_all(other, cash_rule(other)):
            return False
    return True


def _drift(case: Case, target: Allocation, values: Mapping[str, Decimal]) -> DriftPicture:
    if case.policy.untargeted == "hold":
        values = {name: dollars for name, dollars in values.items() if name == CASH or name in target.weights}
    whole = sum(values.values(), Decimal(0))
    names = sorted({*values, *target.weights})
    weights = {name: float(values.get(name, Decimal(0)) / whole) if whole else 0.0 for name in names}
    drift = {name: weights[name] - target.weight(name) for name in names}
    outside = tuple(name for name in names if is_outside(drift[name], name, target))
    total = sum(abs(value) for value in drift.values()) / 2
    return DriftPicture(FrozenMap(drift), total, outside, FrozenMap(weights), whole)
