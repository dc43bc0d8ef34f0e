"""The household's trades as columns and rows: sales by lot, purchases, and whether each is made at all."""

from core.rebalance.book import Key, Position
from core.rebalance.candidates import candidates
from core.rebalance.location import buy_cost, sell_cost
from core.rebalance.model_base import Model, least_size, sold
from core.rebalance.model_shares import settle
from core.rebalance.program import Line
from core.rebalance.setting import TradeKey

TRADE_COST = 10.0
"""Dollars that one more trade must save in tax and spread to be worth making."""
IDLE = 5e-5
"""Dollars charged for each dollar traded, so that of two equal answers the one that trades less is taken."""
OPENING, ELSEWHERE = 3.0, 1.0
"""Dollars charged for a symbol new to the household, and for one that only other accounts hold."""


def add_trades(model: Model) -> None:
    """Columns for every sale and purchase that the setting allows, with their sizes and costs."""
    for key, position in model.book.positions.items():
        if model.setting.allows((*key, "sell")):
            _add_sale(model, key, position)
    for key in candidates(model.book, model.curves, model.setting):
        _add_purchase(model, key)
    for key in sorted(model.buy_on.keys() & model.sell_on.keys()):
        model.program.row(Line({model.buy_on[key]: 1.0, model.sell_on[key]: 1.0}), upper=1.0)


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
    _force(model, (*key, "sell"), switch)
    settle(model, (*key, "sell"), sold(model, key), switch, position)


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
    fixed = TRADE_COST + float(model.book.accounts[key[0]].commission) + _opening(model, key)
    model.cost.add(switch, model.units(fixed))
    program.row(Line({column: 1.0, switch: -most}), upper=0.0)
    program.row(Line({column: 1.0, switch: -least}), lower=0.0)
    _force(model, (*key, "buy"), switch)
    settle(model, (*key, "buy"), Line({column: 1.0}), switch, None)


def _force(model: Model, key: TradeKey, switch: int) -> None:
    if key in model.setting.forced:
        model.program.bound(switch, 1.0, 1.0)


def _opening(model: Model, key: Key) -> float:
    """What is charged for a purchase of something that the account does not hold yet."""
    holders = model.book.holders.get(key[1], frozenset())
    return 0.0 if key[0] in holders else ELSEWHERE if holders else OPENING


def _purse(model: Model, account: str) -> float:
    """The most dollars an account could spend, all of its sellable positions sold."""
    cash = model.book.cash[account]
    return (
        cash.now
        - cash.least_buying
        + sum(position.value for key, position in model.book.positions.items() if key[0] == account)
    )
