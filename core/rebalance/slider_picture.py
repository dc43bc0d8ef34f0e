"""The picture of a move read from the slider's program: trades in dollars, the exact tax of their gains, drift."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from core.domain.account import Amounts
from core.domain.frozen_map import FrozenMap
from core.domain.trade import TaxBill
from core.rebalance.book import Book, Key, Piece
from core.rebalance.goals import Goal
from core.rebalance.search import Values
from core.rebalance.slider_arrays import Arrays
from core.rebalance.slider_lots import in_turn
from core.rebalance.tax_model import exact_bill
from core.tax.years import TaxYear

SEEN = 1.0
"""Dollars below which a trade is not shown."""


@dataclass(frozen=True, slots=True)
class Move:
    """One trade of the picture, in dollars."""

    account: str
    symbol: str
    side: str
    dollars: float


@dataclass(frozen=True, slots=True)
class Quick:
    """The picture after a move: trades in dollars, the exact tax of their gains, drift before and after by class.

    beyond : weight that remains beyond the limits; missing : dollars of required cash that cannot be raised
    spread, commission : dollars that the trades cost beside the tax; turnover : dollars, the smaller of buys and sells
    """

    trades: tuple[Move, ...]
    tax: TaxBill
    before: FrozenMap[float]
    after: FrozenMap[float]
    drift_total: float
    beyond: float
    missing: float
    spread: Decimal = Decimal(0)
    commission: Decimal = Decimal(0)
    turnover: Decimal = Decimal(0)


def picture_of(arrays: Arrays, book: Book, goals: tuple[Goal, ...], year: TaxYear, values: Values) -> Quick:
    """Trades, tax and drift of one answer of the program."""
    sizes = np.bincount(arrays.trade_of, values[: len(arrays.trade_of)], len(arrays.trades)) * arrays.scale
    trades = tuple(
        Move(*arrays.trades[place], round(float(sizes[place]), 2)) for place in np.flatnonzero(sizes >= SEEN)
    )
    before, after = _drifts(arrays, goals, values)
    beyond = sum(float(values[one.over] + values[one.under]) for one in arrays.classes.values()) / 1000.0
    return Quick(
        trades=tuple(sorted(trades, key=lambda trade: (trade.account, trade.symbol, trade.side))),
        tax=_bill(arrays, book, year, in_turn(values, arrays.most, arrays.orders)),
        before=FrozenMap(before),
        after=FrozenMap(after),
        drift_total=sum(abs(drift) for drift in after.values()) / 2,
        beyond=beyond,
        missing=round(sum(float(values[column]) for _, column in arrays.cash.values()) * arrays.scale, 2),
        spread=_cents(sum(trade.dollars * book.securities[trade.symbol].spread for trade in trades)),
        commission=sum((book.accounts[trade.account].commission for trade in trades), Decimal(0)),
        turnover=_cents(min(_side(trades, "buy"), _side(trades, "sell"))),
    )


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


def _drifts(arrays: Arrays, goals: tuple[Goal, ...], values: Values) -> tuple[Mapping[str, float], dict[str, float]]:
    """Drift by class of the household (or the first goal there is) before and after."""
    goal = next(iter(goals), None)
    if goal is None:
        return {}, {}
    total, after = float(goal.before.total), {}
    for name in goal.counted:
        columns = arrays.classes[(goal.name, name)]
        moved = float(values[columns.up] - values[columns.down]) * arrays.scale / total
        after[name] = goal.before.drift.get(name, -goal.target.weight(name)) + moved
    return goal.before.drift, after


def _cents(amount: float) -> Decimal:
    return Decimal(repr(round(amount, 2)))
