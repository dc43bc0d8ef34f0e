"""Whole shares in the program: trades that a person set, and the rounding step around a continuous answer."""

import math

from core.rebalance.book import Position
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.model_lots import FREE
from core.rebalance.setting import TradeKey

REACH = 3
"""How many shares (of the dearest traded in the account) rounding may move a trade either way."""

WORTH = 0.02
"""Fraction of a share's price that rounding it may cost before the search looks at the other way."""


def settle(model: Model, key: TradeKey, amount: Line, switch: int, position: Position | None) -> None:
    """Trades a person fixed, and whole shares in the rounding step."""
    fixed = model.setting.fixed.get(key)
    price = model.units(model.book.unit_price(key[1]))
    if fixed is not None:
        value = float(fixed) * price
        model.program.row(amount, lower=value, upper=value)
        model.program.bound(switch, 1.0, 1.0)
        if position and key in model.setting.named:
            _name_lots(model, key, position, price)
        return
    if not model.setting.whole or model.book.securities[key[1]].fractional:
        return
    pattern = model.setting.pattern
    near = pattern.trades[key] / model.scale / price if pattern else 0.0
    most = math.floor(float(position.quantity) + 1e-9) if position else math.floor(model.units(10**12) / price)
    part = float(position.quantity) % 1 if position and position.whole else 0.0
    model.shares[key], model.sized[key] = _whole_shares(model, key, amount, near, most, part)
    if position and len(position.pieces) > 1 and model.book.accounts[key[0]].taxable:
        _settle_lots(model, key, position)


def _name_lots(model: Model, key: TradeKey, position: Position, price: float) -> None:
    """The lots of a fixed sale as a person named them, and none beside."""
    named = model.setting.named[key]
    for piece, column in zip(position.pieces, model.sells[key[:2]], strict=True):
        value = float(named.get(piece.lots[0].id, 0)) * price
        model.program.bound(column, value, value)


def _settle_lots(model: Model, key: TradeKey, position: Position) -> None:
    """Whole shares of every lot, or all of it, where a gain budget counts every share's gain.

    Elsewhere the lots of a sale are rounded with its quantity; standing orders take lots whole by themselves.
    """
    payer = model.book.taxpayers.get(model.book.accounts[key[0]].taxpayer)
    if model.book.case.policy.relief not in FREE or payer is None or payer.gain_budget is None:
        return
    price = model.book.unit_price(key[1])
    parts = model.setting.pattern.parts.get(key[:2], ()) if model.setting.pattern else ()
    for number, (piece, column) in enumerate(zip(position.pieces, model.sells[key[:2]], strict=True)):
        near = parts[number] / price if number < len(parts) else 0.0
        held = float(piece.lots[0].quantity)
        _whole_shares(model, key, Line({column: 1.0}), near, math.floor(held + 1e-9), held % 1)


def _whole_shares(model: Model, key: TradeKey, amount: Line, near: float, most: int, part: float) -> tuple[int, Line]:
    """Hold an amount to whole shares around `near`, or to `most` and the fraction `part` beside them.

    Returns the column of the shares, and the amount told by it.
    """
    program, reach = model.program, _reach(model, key)
    price = model.units(model.book.unit_price(key[1]))
    low, high = max(0.0, math.floor(near) - reach), min(most, math.ceil(near) + reach)
    column = program.whole_column(low, high, WORTH * price)
    sized = Line({column: price})
    if part > 1e-9:
        closing = program.binary()
        sized.add(closing, part * price)
        program.row(Line({column: 1.0, closing: -float(most)}), lower=0.0)
    program.row(amount.plus(sized, -1.0), lower=0.0, upper=0.0)
    return column, sized


def _reach(model: Model, key: TradeKey) -> int:
    """How many shares the rounding may move: enough to make up for the dearest share traded in the account."""
    pattern = model.setting.pattern
    traded = [symbol for account, symbol, _ in pattern.trades if account == key[0]] if pattern else []
    dearest = max((model.book.unit_price(symbol) for symbol in traded), default=0.0)
    return math.ceil(REACH * model.setting.slack * max(1.0, dearest / model.book.unit_price(key[1])))
