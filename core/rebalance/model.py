"""The household's trades as columns and rows: sales by lot, purchases, cash, and the yes/no choices between them.

Amounts are in units of a thousandth of the household's total, so that the numbers stay near one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.rebalance.book import Book, Key, Position
from core.rebalance.candidates import candidates
from core.rebalance.goals import Goal
from core.rebalance.location import buy_cost, sell_cost
from core.rebalance.program import Line, Program
from core.rebalance.setting import Setting, TradeKey
from core.rebalance.tax_model import TaxCurve

TRADE_COST = 10.0
"""Dollars that one more trade must save in tax and spread to be worth making."""
IDLE = 1e-5
"""Dollars charged for each dollar traded, so that of two equal answers the one that trades less is taken."""
CASH_MARGIN = 0.02
"""Dollars kept above every least amount of cash, for amounts rounded to the cent."""
REACH = 3
"""How many shares (of the dearest traded in the account) rounding may move a trade either way."""


@dataclass(slots=True)
class Model:
    """A program with the meaning of its columns.

    sells : position -> column of each piece; buys : column; sell_on, buy_on : made or not
    shares : whole-share columns; loss_on : (taxpayer, identity) -> takes losses or not
    shortfalls : withdrawal, reserve, short-term gain and budget that had to give way, in order of weight
    excess : column -> weight in the sum of what remains; cost : tax, spread and trades, in dollars / scale
    """

    book: Book
    goals: tuple[Goal, ...]
    curves: Mapping[str, TaxCurve]
    setting: Setting
    scale: float
    program: Program = field(default_factory=Program)
    sells: dict[Key, tuple[int, ...]] = field(default_factory=dict)
    buys: dict[Key, int] = field(default_factory=dict)
    sell_on: dict[Key, int] = field(default_factory=dict)
    buy_on: dict[Key, int] = field(default_factory=dict)
    shares: dict[TradeKey, int] = field(default_factory=dict)
    loss_on: dict[tuple[str, str], int] = field(default_factory=dict)
    cash: dict[str, Line] = field(default_factory=dict)
    withdrawals: Line = field(default_factory=Line)
    reserves: Line = field(default_factory=Line)
    short_gains: Line = field(default_factory=Line)
    over_budget: Line = field(default_factory=Line)
    budgets: dict[str, int] = field(default_factory=dict)
    short_cash: dict[str, tuple[int, int]] = field(default_factory=dict)
    excess: Line = field(default_factory=Line)
    cost: Line = field(default_factory=Line)

    def units(self, dollars: float) -> float:
        """Dollars in the program's units."""
        return dollars / self.scale

    @property
    def stepped(self) -> bool:
        """Whether trades are made or not made, with a least size."""
        return not self.setting.linear


def new_model(book: Book, goals: tuple[Goal, ...], curves: Mapping[str, TaxCurve], setting: Setting) -> Model:
    """A model without columns yet."""
    total = max((float(goal.before.total) for goal in goals), default=0.0)
    held = total or sum(position.value for position in book.positions.values()) or 1000.0
    return Model(book, goals, curves, setting, max(held, 1.0) / 1000.0)


def add_trades(model: Model) -> None:
    """Columns for every sale and purchase that the setting allows, with their sizes and costs."""
    for key, position in model.book.positions.items():
        if model.setting.allows((*key, "sell")):
            _add_sale(model, key, position)
    for key in candidates(model.book, model.curves, model.setting):
        _add_purchase(model, key)
    for key in model.buy_on.keys() & model.sell_on.keys():
        model.program.row(Line({model.buy_on[key]: 1.0, model.sell_on[key]: 1.0}), upper=1.0)


def sold(model: Model, key: Key) -> Line:
    """What is sold of a position, in units."""
    return Line(dict.fromkeys(model.sells.get(key, ()), 1.0))


def _add_sale(model: Model, key: Key, position: Position) -> None:
    program = model.program
    columns = tuple(program.column(0.0, model.units(piece.value)) for piece in position.pieces)
    model.sells[key] = columns
    security = model.book.securities[key[1]]
    charge = security.spread + IDLE + sell_cost(model.book, model.curves, *key)
    for column in columns:
        model.cost.add(column, charge)
    if not model.stepped:
        return
    switch = program.binary()
    model.sell_on[key] = switch
    model.cost.add(switch, model.units(TRADE_COST + float(model.book.accounts[key[0]].commission)))
    value = model.units(position.value)
    program.row(sold(model, key).add(switch, -value), upper=0.0)
    least = min(least_size(model, (*key, "sell")), value)
    if not position.whole and least >= value - 1e-12:
        program.bound(switch, 0.0, 0.0)
    program.row(sold(model, key).add(switch, -least), lower=0.0)
    _settle(model, (*key, "sell"), sold(model, key), switch, position)


def _add_purchase(model: Model, key: Key) -> None:
    program = model.program
    most = model.units(max(0.0, _purse(model, key[0])))
    least = least_size(model, (*key, "buy"))
    if (most < least and model.stepped) or most <= 0:
        return
    column = program.column(0.0, most)
    model.buys[key] = column
    charge = model.book.securities[key[1]].spread + IDLE + buy_cost(model.book, model.curves, *key)
    model.cost.add(column, charge)
    if not model.stepped:
        return
    switch = program.binary()
    model.buy_on[key] = switch
    model.cost.add(switch, model.units(TRADE_COST + float(model.book.accounts[key[0]].commission)))
    program.row(Line({column: 1.0, switch: -most}), upper=0.0)
    program.row(Line({column: 1.0, switch: -least}), lower=0.0)
    _settle(model, (*key, "buy"), Line({column: 1.0}), switch, None)


def least_size(model: Model, key: TradeKey) -> float:
    """The least size of a trade in units: the minimum trade, and never less than one whole share."""
    account, symbol, side = key
    security = model.book.securities[symbol]
    waived = side == "sell" and model.book.cash[account].required > 0
    least = 0.0 if waived else float(model.book.case.policy.minimum_trade)
    price = float(security.unit_price)
    if not security.fractional:
        least = max(1, math.ceil(least / price - 1e-9)) * price
    return model.units(least + 0.0002 * price if security.fractional else least)


def _settle(model: Model, key: TradeKey, amount: Line, switch: int, position: Position | None) -> None:
    """Trades a person fixed, and whole shares in the rounding step."""
    fixed = model.setting.fixed.get(key)
    price = model.units(model.book.unit_price(key[1]))
    if fixed is not None:
        value = float(fixed) * price
        model.program.row(amount, lower=value, upper=value)
        model.program.bound(switch, 1.0, 1.0)
        return
    if not model.setting.whole or model.book.securities[key[1]].fractional:
        return
    pattern = model.setting.pattern
    near = pattern.trades[key] / model.scale / price if pattern else 0.0
    most = math.floor(float(position.quantity) + 1e-9) if position else math.floor(model.units(10**12) / price)
    part = float(position.quantity) % 1 if position and position.whole else 0.0
    model.shares[key] = _whole_shares(model, key, amount, near, most, part)
    if position and len(position.pieces) > 1 and model.book.accounts[key[0]].taxable:
        _settle_lots(model, key, position)


def _settle_lots(model: Model, key: TradeKey, position: Position) -> None:
    """Whole shares of every lot, or all of it; standing orders take lots whole by themselves."""
    if model.book.case.policy.relief not in ("min_tax", "specific"):
        return
    price = model.book.unit_price(key[1])
    parts = model.setting.pattern.parts.get(key[:2], ()) if model.setting.pattern else ()
    for number, (piece, column) in enumerate(zip(position.pieces, model.sells[key[:2]], strict=True)):
        near = parts[number] / price if number < len(parts) else 0.0
        held = float(piece.lots[0].quantity)
        _whole_shares(model, key, Line({column: 1.0}), near, math.floor(held + 1e-9), held % 1)


def _whole_shares(model: Model, key: TradeKey, amount: Line, near: float, most: int, part: float) -> int:
    """Hold an amount to whole shares around `near`, or to `most` and the fraction `part` beside them."""
    program, reach = model.program, _reach(model, key)
    price = model.units(model.book.unit_price(key[1]))
    column = program.column(max(0.0, math.floor(near) - reach), min(most, math.ceil(near) + reach), True)
    whole = amount.add(column, -price)
    if part > 1e-9:
        closing = program.binary()
        whole.add(closing, -part * price)
        program.row(Line({column: 1.0, closing: -float(most)}), lower=0.0)
    program.row(whole, lower=0.0, upper=0.0)
    return column


def _reach(model: Model, key: TradeKey) -> int:
    """How many shares the rounding may move: enough to make up for the dearest share traded in the account."""
    pattern = model.setting.pattern
    traded = [symbol for account, symbol, _ in pattern.trades if account == key[0]] if pattern else []
    dearest = max((model.book.unit_price(symbol) for symbol in traded), default=0.0)
    return math.ceil(REACH * max(1.0, dearest / model.book.unit_price(key[1])))


def _purse(model: Model, account: str) -> float:
    """The most dollars an account could spend, all of its sellable positions sold."""
    cash = model.book.cash[account]
    return (
        cash.now
        - cash.least_buying
        + sum(position.value for key, position in model.book.positions.items() if key[0] == account)
    )


def add_cash(model: Model) -> None:
    """Cash of every account: never below its least; an account that buys never below its minimum."""
    for account in model.book.accounts:
        model.cash[account] = _cash_line(model, account)
        _hold_cash(model, account)


def _cash_line(model: Model, account: str) -> Line:
    line = Line(constant=model.units(model.book.cash[account].now))
    commission = model.units(float(model.book.accounts[account].commission))
    for key in _of(model.sells, account):
        line.plus(sold(model, key), 1.0 - model.book.securities[key[1]].spread)
    for key in _of(model.buys, account):
        line.add(model.buys[key], -1.0 - model.book.securities[key[1]].spread)
    for switches in (model.sell_on, model.buy_on):
        for key in _of(switches, account):
            line.add(switches[key], -commission)
    return line


def _hold_cash(model: Model, account: str) -> None:
    cash, line = model.book.cash[account], model.cash[account]
    if not _of(model.sells, account) and not _of(model.buys, account) and cash.required <= 0:
        return
    margin = 0.0 if model.setting.linear else _margin(model, account)
    commissions = float(model.book.accounts[account].commission) * len(_of(model.sells, account))
    held = Line().plus(line)
    if cash.required > 0:
        _add_shortfall(model, account, held, margin)
        model.program.row(held, lower=model.units(cash.least + margin))
    else:
        model.program.row(held, lower=model.units(min(cash.now, cash.least + margin)))
    if _of(model.buys, account):
        lowest = model.units(min(cash.now - commissions, cash.least_buying + margin))
        switch = _buys_at_all(model, account)
        buying = Line().plus(line).add(switch, lowest - model.units(cash.least_buying + margin))
        model.program.row(buying, lower=lowest)


def _margin(model: Model, account: str) -> float:
    """Dollars that rounding to cents and to four decimals of a share may take."""
    sold = [model.book.unit_price(key[1]) for key in _of(model.sells, account)]
    return CASH_MARGIN + 0.0001 * sum(sold)


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
    for key in _of(model.buys, account):
        most = model.program.bounds(model.buys[key])[1]
        bought = Line({model.buys[key]: 1.0, switch: -most}) if model.setting.linear else None
        model.program.row(bought or Line({model.buy_on[key]: 1.0, switch: -1.0}), upper=0.0)
    return switch


def _of(keys: Mapping[Key, object], account: str) -> list[Key]:
    return [key for key in keys if key[0] == account]


def add_flow_limits(model: Model) -> None:
    """Where only the flow may be traded: purchases out of deposits, sales for required cash."""
    for account, rule in model.book.cash.items():
        holder = model.book.accounts[account]
        only_flow = model.book.case.policy.cash_flow_only
        if not only_flow and (holder.counts_in_target or holder.target is not None):
            continue
        spent, raised = Line(), Line()
        for key in _of(model.buys, account):
            spent.add(model.buys[key], 1.0 + model.book.securities[key[1]].spread)
        for key in _of(model.sells, account):
            raised.plus(sold(model, key), 1.0 - model.book.securities[key[1]].spread)
        slack = _widest_share(model, account) if rule.required > 0 else 0.0
        model.program.row(spent, upper=model.units(max(0.0, float(holder.cash_flow))))
        model.program.row(raised, upper=model.units(rule.required + slack + (CASH_MARGIN if slack else 0.0)))


def _widest_share(model: Model, account: str) -> float:
    commission = float(model.book.accounts[account].commission)
    keys = _of(model.book.positions, account)
    prices = [model.book.unit_price(key[1]) for key in keys if not model.book.securities[key[1]].fractional]
    return max(prices, default=0.01) + commission * len(keys)


def add_turnover(model: Model) -> None:
    """The smaller of purchases and sales is at most the limit, as a fraction of the total."""
    limit = model.book.case.policy.turnover_limit
    if limit is None or not model.goals:
        return
    most = model.units(limit * float(model.goals[0].before.total))
    bought = Line(dict.fromkeys(model.buys.values(), 1.0))
    gone = Line(dict.fromkeys((column for columns in model.sells.values() for column in columns), 1.0))
    pattern = model.setting.pattern
    if pattern is not None:
        sums = {side: sum(part for key, part in pattern.trades.items() if key[2] == side) for side in ("buy", "sell")}
        model.program.row(bought if sums["buy"] <= sums["sell"] else gone, upper=most)
        return
    room = 1000.0 * 10
    which = model.program.binary()
    model.program.row(bought.add(which, -room), upper=most)
    model.program.row(gone.add(which, room), upper=most + room)


def cash_class(model: Model, goal: Goal) -> Line:
    """The class cash of a goal: cash of its accounts (cash-like securities count beside it)."""
    line = Line()
    for account in sorted(goal.accounts):
        line.plus(model.cash[account])
    return line
