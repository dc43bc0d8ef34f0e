"""The picture of a move read from the slider's program: trades in dollars, the exact tax of their gains, drift."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from core.domain.account import Amounts
from core.domain.frozen_map import FrozenMap
from core.domain.quick import Move, Quick
from core.domain.trade import DriftPicture, TaxBill
from core.rebalance.book import Book, CashRule, Key, Piece
from core.rebalance.goals import TOLERANCE, Goal
from core.rebalance.line import Values
from core.rebalance.slider_arrays import Arrays
from core.rebalance.slider_lots import in_turn
from core.rebalance.tax_model import exact_bill
from core.risk.exposure import is_outside
from core.tax.years import TaxYear

NOTHING = DriftPicture(FrozenMap({}), 0.0, ())
"""The drift of a household without a goal."""
SEEN = 1.0
"""Dollars below which a trade is not shown."""
STEADY = 1e-4
"""Dollars added before cents are counted: whole lots often end on half a cent, where a solver's last digit decides."""


def picture_of(arrays: Arrays, book: Book, goals: tuple[Goal, ...], year: TaxYear, values: Values) -> Quick:
    """Trades, tax and drift of one answer of the program."""
    sizes = np.bincount(arrays.trade_of, values[: len(arrays.trade_of)], len(arrays.trades)) * arrays.scale
    seen = [(arrays.trades[place], float(sizes[place])) for place in np.flatnonzero(sizes >= SEEN)]
    trades = tuple(Move(*key, round(dollars + STEADY, 2)) for key, dollars in sorted(seen))  # type: ignore[arg-type]
    spread = sum(trade.dollars * book.securities[trade.symbol].spread for trade in trades)
    commission = sum((book.accounts[trade.account].commission for trade in trades), Decimal(0))
    short = {account: float(values[column]) * arrays.scale for account, (_, column) in arrays.cash.items()}
    goal = next(iter(goals), None)
    return Quick(
        trades=trades,
        tax=_bill(arrays, book, year, in_turn(values, arrays.most, arrays.orders)),
        before=NOTHING if goal is None else goal.before,
        after=NOTHING if goal is None else _after(arrays, goal, values, spread + float(commission)),
        beyond=FrozenMap({} if goal is None else _beyond(arrays, goal, values)),
        missing=round(sum(short.values()), 2),
        unraised=round(sum(_of_withdrawal(book.cash[account], lack) for account, lack in short.items()), 2),
        spread=_cents(spread),
        commission=commission,
        turnover=_cents(min(_side(trades, "buy"), _side(trades, "sell"))),
    )


def _of_withdrawal(rule: CashRule, lack: float) -> float:
    """Dollars of a withdrawal among what an account lacks: reserves and distributions give way before it."""
    return max(0.0, lack - (rule.required - rule.withdrawal))


def _side(trades: Sequence[Move], side: str) -> float:
    return sum(trade.dollars for trade in trades if trade.side == side)


def _bill(arrays: Arrays, book: Book, year: TaxYear, values: Values) -> TaxBill:
    gains: dict[str, list[float]] = {}
    for column in np.flatnonzero(values[: arrays.selling] > 0):
        key, piece = arrays.pieces[column]
        _count(book, gains, key, piece, float(values[column]) * arrays.scale)
    exact = {payer: Amounts(_cents(own[0]), _cents(own[1])) for payer, own in gains.items()}
    kept = {payer: _cents(own[2]) for payer, own in gains.items() if own[2]}
    return exact_bill(book.taxpayers, exact, Decimal(0), year, kept)


def _count(book: Book, gains: dict[str, list[float]], key: Key, piece: Piece, sold: float) -> None:
    """Add the gain of what is sold: short, long, and of the long that of collectibles."""
    account = book.accounts[key[0]]
    if not account.taxable or not piece.value:
        return
    gain, own = piece.gain * sold / piece.value, gains.setdefault(account.taxpayer, [0.0, 0.0, 0.0])
    own[0 if piece.term == "short" else 1] += gain
    if piece.term == "long" and book.securities[key[1]].collectible:
        own[2] += gain


def _after(arrays: Arrays, goal: Goal, values: Values, costs: float) -> DriftPicture:
    """Drift of the household (or the first goal there is) after the trades."""
    total, drift = float(goal.before.total), {}
    for name in goal.counted:
        columns = arrays.classes[(goal.name, name)]
        moved = float(values[columns.up] - values[columns.down]) * arrays.scale / total
        drift[name] = goal.before.drift.get(name, -goal.target.weight(name)) + moved
    return DriftPicture(
        FrozenMap(drift),
        sum(abs(value) for value in drift.values()) / 2,
        tuple(name for name, value in drift.items() if is_outside(value, name, goal.target)),
        FrozenMap({name: value + goal.target.weight(name) for name, value in drift.items()}),
        goal.before.total - _cents(costs),
    )


def _beyond(arrays: Arrays, goal: Goal, values: Values) -> dict[str, float]:
    """What remains beyond the limits, in weight of the goal."""
    part = arrays.scale / float(goal.before.total)
    columns = {name: arrays.classes[(goal.name, name)] for name in goal.counted}
    left = {name: float(values[one.over] - values[one.under]) * part for name, one in columns.items()}
    return {name: weight for name, weight in left.items() if abs(weight) > TOLERANCE}


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount + STEADY, 2)))
