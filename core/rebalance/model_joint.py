"""Whole shares of one symbol over several accounts: how many the household buys of it, sales taken off.

A limit on a class then leaves a whole number of shares, which no single account's trade would tell.
"""

from core.rebalance.line import Line
from core.rebalance.model_base import Joint, Model
from core.rebalance.model_shares import WORTH
from core.rebalance.setting import TradeKey


def add_joint_shares(model: Model) -> None:
    """A whole-number column for every symbol that more than one account trades in whole shares."""
    by_symbol: dict[str, dict[TradeKey, int]] = {}
    for key, column in model.shares.items():
        if len(model.sized[key].terms) == 1:
            by_symbol.setdefault(key[1], {})[key] = column
    for symbol, columns in by_symbol.items():
        if len(columns) > 1:
            model.joint[symbol] = _joint(model, columns, model.units(model.book.unit_price(symbol)))


def _joint(model: Model, columns: dict[TradeKey, int], price: float) -> Joint:
    shares = Line({column: 1.0 if key[2] == "buy" else -1.0 for key, column in columns.items()})
    together = model.program.whole_column(*model.program.span(shares), WORTH * price)
    model.program.row(shares.add(together, -1.0), lower=0.0, upper=0.0)
    return Joint(frozenset(columns), Line({together: price}))
