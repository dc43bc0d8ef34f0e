"""Standing orders for lots: where the policy names an order of relief, a later lot is sold only after an earlier one.

`min_tax` and `specific` leave the choice of lots to the solve.
"""

from core.rebalance.book import Key, Position
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.tax.relief import RELIEFS

FREE = ("min_tax", "specific")


def add_lot_order(model: Model) -> None:
    """Hold every taxed sale to the order of the policy's relief."""
    relief = model.book.case.policy.relief
    if relief in FREE:
        return
    for key in model.sells:
        if model.book.accounts[key[0]].taxable:
            _hold_order(model, key, model.book.positions[key], relief)


def _hold_order(model: Model, key: Key, position: Position, relief: str) -> None:
    account, symbol = key
    held = [lot for lot in model.book.accounts[account].lots if lot.symbol == symbol]
    ordered = RELIEFS[relief](held, model.book.securities[symbol].unit_price, model.book.case.as_of)
    columns = {
        piece.lots[0].id: (column, piece) for piece, column in zip(position.pieces, model.sells[key], strict=True)
    }
    blocked, earlier = False, None
    for lot in ordered:
        column, piece = columns.get(lot.id, (None, None))
        if column is None or piece is None:
            blocked = True
            continue
        value = model.units(piece.value)
        if blocked:
            model.program.bound(column, 0.0, 0.0)
        elif earlier is not None:
            done = model.program.binary(relaxed=model.setting.linear)
            model.program.row(Line({column: 1.0, done: -value}), upper=0.0)
            model.program.row(Line({earlier[0]: 1.0, done: -earlier[1]}), lower=0.0)
        earlier = (column, value)
