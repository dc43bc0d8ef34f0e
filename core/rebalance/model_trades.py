"""The household's trades as columns and rows: sales by lot, purchases, and whether each is made at all."""

from core.rebalance.book import Key, Position
from core.rebalance.candidates import candidates
from core.rebalance.line import Line
from core.rebalance.location import buy_cost, sell_cost
from core.rebalance.model_base import Model, bought, least_size, sold
from core.rebalance.model_reach import most_bought, most_sold
from core.rebalance.model_shares import settle
from core.rebalance.model_switch import credit_switch_backs
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
    credit_switch_backs(model)


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
    switch = _switch(model, (*key, "sell"))
    model.sell_on[key] = switch
    model.cost.add(switch, model.units(TRADE_COST + float(model.book.accounts[key[0]].commission)))
    value = model.units(position.value)
    most = value if key_fixed(model, (*key, "sell")) else min(value, most_sold(model, key))
    least = min(least_size(model, (*key, "sell")), value)
    if not position.whole and least >= value - 1e-12:
        program.bound(switch, 0.0, 0.0)
    _force(model, (*key, "sell"), switch)
    settle(model, (*key, "sell"), sold(model, key), switch, position)
    program.row(sold(model, key).add(switch, -most), upper=0.0)
    _losses_need_the_sale(model, position, columns, switch, most)
    program.row(sold(model, key).add(switch, -least), lower=0.0)


def _losses_need_the_sale(model: Model, position: Position, columns: tuple[int, ...], switch: int, most: float) -> None:
    """The same for the losses alone: where only they are sold, the sale is made in full and not in part."""
    losses = {
        column: model.units(piece.value) for piece, column in zip(position.pieces, columns, strict=True) if piece.loss
    }
    if len(columns) > 1:
        for column, value in losses.items():
            if value < most:
                model.program.row(Line({column: 1.0, switch: -value}), upper=0.0)


def _add_purchase(model: Model, key: Key) -> None:
    program = model.program
    most = model.units(max(0.0, _purse(model, key[0])))
    if not key_fixed(model, (*key, "buy")):
        most = min(most, most_bought(model, key))
    least = least_size(model, (*key, "buy"))
    if (most < least and model.stepped) or most <= 0:
        return
    column = program.column(0.0, most)
    model.buys[key] = column
    charge = model.book.securities[key[1]].spread + IDLE + buy_cost(model.book, model.curves, *key)
    model.cost.add(column, charge)
    if not model.stepped:
        return
    switch = _switch(model, (*key, "buy"))
    model.buy_on[key] = switch
    fixed = TRADE_COST + float(model.book.accounts[key[0]].commission) + _opening(model, key)
    model.cost.add(switch, model.units(fixed))
    _force(model, (*key, "buy"), switch)
    settle(model, (*key, "buy"), bought(model, key), switch, None)
    program.row(bought(model, key).add(switch, -most), upper=0.0)
    program.row(bought(model, key).add(switch, -least), lower=0.0)


def _switch(model: Model, key: TradeKey) -> int:
    """Whether the trade is made; a first rounding makes every trade of its pattern."""
    pattern = model.setting.pattern
    made = model.setting.whole and model.setting.slack == 1 and pattern is not None and pattern.trades[key] > 0
    return model.program.column(1.0, 1.0) if made else model.program.binary()


def key_fixed(model: Model, key: TradeKey) -> bool:
    """Whether a person asked for the trade, or the pattern is already there: then nothing bounds it but its place."""
    return key in model.setting.fixed or key in model.setting.forced or model.setting.pattern is not None


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
