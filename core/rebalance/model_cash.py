"""Cash in the program: what every account must end with, and what its purchases leave.

No cash moves between accounts: each has its own line.
"""

from collections.abc import Mapping

from core.rebalance.book import Key
from core.rebalance.commitments import calls_of
from core.rebalance.covers import Amount, Cover, Need, Pieces
from core.rebalance.goals import Goal
from core.rebalance.line import Line, total
from core.rebalance.model_base import Model, bought, sold

CASH_MARGIN = 0.02
"""Dollars kept above every least amount of cash, for amounts rounded to the cent."""


def add_cash(model: Model) -> None:
    """Cash of every account: never below its least; an account that buys never below its minimum."""
    for account in model.book.accounts:
        model.cash[account] = _cash_line(model, account)
        _hold_cash(model, account)
    _keep_for_calls(model)


def _keep_for_calls(model: Model) -> None:
    """Purchases leave the cash that capital calls may ask of the accounts that pay them together."""
    for calls in calls_of(model.book.case):
        if any(key[0] in calls.accounts for key in model.buys):
            now = sum(model.book.cash[account].now for account in sorted(calls.accounts))
            row = total(model.cash[account] for account in sorted(calls.accounts))
            wary = 0.0 if model.setting.linear else sum(_margin(model, account) for account in sorted(calls.accounts))
            model.program.row(row, lower=model.units(min(now, float(calls.amount) + wary)))


def _cash_line(model: Model, account: str) -> Line:
    line = Line(constant=model.units(model.book.cash[account].now))
    if account in model.setting.draws:
        model.draws[account] = model.program.column()
        line.add(model.draws[account], -1.0)
    commission = model.units(float(model.book.accounts[account].commission))
    for key in keys_of(model.sells, account):
        line.plus(sold(model, key), 1.0 - model.book.securities[key[1]].spread)
    for key in keys_of(model.buys, account):
        line.plus(bought(model, key), -1.0 - model.book.securities[key[1]].spread)
    for switches in (model.sell_on, model.buy_on):
        for key in keys_of(switches, account):
            line.add(switches[key], -commission)
    return line


def _hold_cash(model: Model, account: str) -> None:
    cash, line = model.book.cash[account], model.cash[account]
    idle = not keys_of(model.sells, account) and not keys_of(model.buys, account) and account not in model.draws
    if idle and cash.required <= 0:
        return
    margin = 0.0 if model.setting.linear else _margin(model, account)
    commissions = float(model.book.accounts[account].commission) * len(keys_of(model.sells, account))
    held = Line().plus(line)
    if cash.required > 0:
        _add_shortfall(model, account, held, margin)
        model.program.row(held, lower=model.units(cash.least + margin))
    else:
        model.program.row(held, lower=model.units(min(cash.now, cash.least + margin)))
    if model.stepped and not model.setting.whole:
        _cover_purchases(model, account)
        _place_proceeds(model, account)
    if keys_of(model.buys, account):
        lowest = model.units(min(cash.now - commissions, cash.least_buying + margin))
        if cash.now - commissions >= cash.least_buying + margin:
            model.program.row(held, lower=lowest)
            return
        switch = _buys_at_all(model, account)
        buying = Line().plus(line).add(switch, lowest - model.units(cash.least_buying + margin))
        model.program.row(buying, lower=lowest)


def _cover_purchases(model: Model, account: str) -> None:
    """A purchase is no more than what is sold in its account, and the cash above the least where it is made."""
    cash, raised = model.book.cash[account], Line()
    for key in keys_of(model.sells, account):
        raised.plus(sold(model, key))
    for column in model.short_cash.get(account, ()):
        raised.add(column, 1.0)
    gathered = model.program.column()
    model.program.row(raised.add(gathered, -1.0), lower=0.0, upper=0.0)
    spare = model.units(cash.now - cash.least_buying)
    for key in keys_of(model.buys, account):
        amount = Line({model.buys[key]: 1.0, gathered: -1.0})
        model.program.cover(Cover(amount.add(model.buy_on[key], -spare), (), ()))


def _place_proceeds(model: Model, account: str) -> None:
    """What is sold in an account, and its spare cash, is bought for, or stays in cash above its least."""
    cash, bound = model.book.cash[account], model.program.bounds
    if cash.required > 0 or account in model.draws or not keys_of(model.buys, account):
        return
    least = model.units(min(cash.now, cash.least))
    kept = Line().plus(model.cash[account])
    kept.constant -= least
    for switches in (model.sell_on, model.buy_on):
        for key in keys_of(switches, account):
            kept.add(switches[key], model.units(float(model.book.accounts[account].commission)))
    supply = tuple(
        Amount(column, brings, brings * bound(column)[1])
        for key in keys_of(model.sells, account)
        for brings in (1.0 - model.book.securities[key[1]].spread,)
        for column in model.sells[key]
    )
    bought = []
    for key in keys_of(model.buys, account):
        costs, column = 1.0 + model.book.securities[key[1]].spread, model.buys[key]
        most = costs * bound(column)[1]
        bought.append(Pieces((Amount(column, costs, most),), model.buy_on[key], most))
    model.program.cover(Need(model.units(cash.now) - least, kept, tuple(bought), supply))


def _margin(model: Model, account: str) -> float:
    """Dollars that cutting fractions to four decimals may take; whole shares take none, so cash may fit exactly."""
    fractional = [
        model.book.unit_price(key[1])
        for key in keys_of(model.sells, account)
        if model.book.securities[key[1]].fractional
    ]
    wary = fractional or model.setting.slack > 1
    return ((CASH_MARGIN if wary else 0.0) + 0.0001 * sum(fractional)) * model.setting.slack


def _add_shortfall(model: Model, account: str, held: Line, margin: float) -> None:
    cash = model.book.cash[account]
    withdrawal = model.program.column(0.0, model.units(cash.withdrawal + margin))
    reserve = model.program.column(0.0, model.units(cash.required - cash.withdrawal + margin))
    held.add(withdrawal, 1.0).add(reserve, 1.0)
    model.withdrawals.add(withdrawal, 1.0)
    model.reserves.add(reserve, 1.0)
    model.short_cash[account] = (withdrawal, reserve)


def _buys_at_all(model: Model, account: str) -> int:
    """A switch that is on where the account buys anything."""
    if model.setting.whole:
        return model.program.column(1.0, 1.0)
    switch = model.program.binary(relaxed=model.setting.linear)
    for key in keys_of(model.buys, account):
        most = model.program.bounds(model.buys[key])[1]
        amount = Line({model.buys[key]: 1.0, switch: -most}) if model.setting.linear else None
        model.program.row(amount or Line({model.buy_on[key]: 1.0, switch: -1.0}), upper=0.0)
    return switch


def keys_of(keys: Mapping[Key, object], account: str) -> list[Key]:
    """Those of an account."""
    return [key for key in keys if key[0] == account]


def cash_class(model: Model, goal: Goal) -> Line:
    """The class cash of a goal: cash of its accounts (cash-like securities count beside it)."""
    line = Line()
    for account in sorted(goal.accounts):
        line.plus(model.cash[account])
    return line
