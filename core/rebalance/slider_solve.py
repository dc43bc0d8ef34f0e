"""The slider's solve: one linear program, then its wash sales, its turnover and its crumbs put right, each once more.

A purchase of what is sold at a loss is closed, or the losses where more is bought; the smaller of purchases and sales
is held to the turnover limit; what is smaller than the least trade is left.
"""

import numpy as np

from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Values
from core.rebalance.loaded import Loaded
from core.rebalance.slider_arrays import Arrays
from core.rebalance.slider_bounds import Bounds

SLIGHT = 1e-6
"""Thousandths of the total below which nothing is traded."""
ROUNDS = 12
"""How often wash sales are put right; each round closes something, and few households need more than two."""


def solve_move(arrays: Arrays, book: Book, goals: tuple[Goal, ...], made: Bounds) -> Values | None:
    """Column values of the move; None where even the hard rules leave nothing."""
    loaded, every = arrays.program.loaded(), np.arange(len(made.upper), dtype=np.int32)
    loaded.charge(made.costs)
    rows = np.arange(len(made.row_lower), dtype=np.int32)
    loaded.limit(rows, made.row_lower, made.row_upper)
    loaded.bound(every, made.lower, made.upper)
    values = _values(loaded)
    if values is not None and _hold_turnover(arrays, book, goals, made, values):
        loaded.limit(rows, made.row_lower, made.row_upper)
        values = _values(loaded)
    values = _without_wash_sales(arrays, book, made, values)
    if values is not None and _leave_crumbs(arrays, book, made, values):
        loaded.bound(every, made.lower, made.upper)
        values = _without_wash_sales(arrays, book, made, _values(loaded))
    return values


def _values(loaded: Loaded) -> Values | None:
    point = loaded.solved()
    return None if point is None else point.values


def _without_wash_sales(arrays: Arrays, book: Book, made: Bounds, values: Values | None) -> Values | None:
    """Close purchases or losses of every identity that has both, until none has."""
    loaded, every = arrays.program.loaded(), np.arange(len(made.upper), dtype=np.int32)
    for _ in range(ROUNDS if book.case.policy.wash_sales == "avoid" else 0):
        if values is None or not _close_washed(arrays, made, values):
            break
        loaded.bound(every, made.lower, made.upper)
        values = _values(loaded)
    return values


def _close_washed(arrays: Arrays, made: Bounds, values: Values) -> bool:
    """Whether anything had to be closed: the purchases of a group, or its losses where more is bought than sold."""
    groups = arrays.groups
    if groups is None or not len(groups.losses):
        return False
    number = len(groups.leaves)
    sold = np.bincount(groups.loss_group, values[groups.losses], number)
    spent = np.bincount(groups.buy_group, values[groups.buys], number)
    washed = (sold > SLIGHT) & (groups.leaves | (spent > SLIGHT))
    kept = washed & (groups.leaves | (sold < spent - SLIGHT))
    made.upper[groups.losses[kept[groups.loss_group]]] = 0.0
    made.upper[groups.buys[(washed & ~kept)[groups.buy_group]]] = 0.0
    return bool(washed.any())


def _hold_turnover(arrays: Arrays, book: Book, goals: tuple[Goal, ...], made: Bounds, values: Values) -> bool:
    """Whether the smaller side was over the limit; it is held to it."""
    limit = book.case.policy.turnover_limit
    if limit is None or not goals:
        return False
    selling, most = arrays.selling, limit * arrays.units(float(goals[0].before.total))
    sold, bought = float(values[:selling].sum()), float(values[selling : len(arrays.trade_of)].sum())
    if min(sold, bought) <= most + SLIGHT:
        return False
    made.row(arrays.turnover[0 if bought <= sold else 1], -INFINITY, most)
    return True


def _leave_crumbs(arrays: Arrays, book: Book, made: Bounds, values: Values) -> bool:
    """Whether some trade is smaller than the least; all such are closed, but for sales that raise required cash."""
    sizes = np.bincount(arrays.trade_of, values[: len(arrays.trade_of)], len(arrays.trades))
    least = arrays.units(float(book.case.policy.minimum_trade))
    small = (sizes > SLIGHT) & (sizes < least - SLIGHT)
    for place in np.flatnonzero(small):
        account, symbol, side = arrays.trades[place]
        whole = book.positions[(account, symbol)].value / arrays.scale if side == "sell" else INFINITY
        small[place] = book.cash[account].required <= 0 and sizes[place] < whole - SLIGHT
    if not small.any():
        return False
    made.upper[: len(arrays.trade_of)][small[arrays.trade_of]] = 0.0
    return True
