"""An answer of the solver in the household's own terms: dollars by trade, the choices behind it, what gave way."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.rebalance.book import Key
from core.rebalance.effort import Solved
from core.rebalance.model_base import Model
from core.rebalance.setting import Pattern, TradeKey

DUST = 1e-6
"""Amounts below this, in thousandths of the total, are nothing."""


@dataclass(frozen=True, slots=True)
class Given:
    """What had to give way for required cash, in dollars: by account, then by taxpayer."""

    withdrawal: Mapping[str, float]
    reserve: Mapping[str, float]
    over_budget: Mapping[str, float]
    short_gains: float


@dataclass(frozen=True, slots=True)
class Solution:
    """An answer of the solver: dollars sold by piece and bought, the choices behind it, and what remains.

    excess : sum over classes of what remains beyond the limits, in thousandths of weight
    cost : tax, spread and trades in dollars; steps : shares of trades in whole shares
    """

    sells: Mapping[Key, tuple[float, ...]]
    buys: Mapping[Key, float]
    pattern: Pattern
    given: Given
    excess: float
    cost: float
    steps: Mapping[TradeKey, int]
    gap: float
    status: str


def solution_of(model: Model, found: Solved, left: float) -> Solution:
    """What a point says; `left`: what remains beyond the limits, in thousandths of weight."""
    values, scale = found.values, model.scale
    sells = {
        key: tuple(_dust(values[column]) * scale for column in columns)
        for key, columns in model.sells.items()
        if sum(_dust(values[column]) for column in columns) > DUST and _on(model.sell_on, key, values)
    }
    buys = {
        key: float(values[column]) * scale
        for key, column in model.buys.items()
        if values[column] > DUST and _on(model.buy_on, key, values)
    }
    return Solution(
        sells=sells,
        buys=buys,
        pattern=_pattern(model, sells, buys, values),
        given=_given(model, values),
        excess=left,
        cost=model.cost.at(values) * scale,
        steps={key: round(float(values[column])) for key, column in model.shares.items()},
        gap=found.gap,
        status=found.status,
    )


def _on(switches: Mapping[Key, int], key: Key, values: NDArray[np.float64]) -> bool:
    return key not in switches or values[switches[key]] > 0.5


def _dust(value: float) -> float:
    return float(value) if value > DUST else 0.0


def _pattern(
    model: Model, sells: Mapping[Key, tuple[float, ...]], buys: Mapping[Key, float], values: NDArray[np.float64]
) -> Pattern:
    trades: dict[TradeKey, float] = {(*key, "sell"): sum(parts) for key, parts in sells.items()}
    trades |= {(*key, "buy"): amount for key, amount in buys.items()}
    losses = {
        (model.book.accounts[key[0]].taxpayer, model.book.wash.groups[key[1]])
        for key, parts in sells.items()
        for piece, part in zip(model.book.positions[key].pieces, parts, strict=True)
        if piece.loss and part > 0
    }
    rising = {goal: bool(values[column] > 0.5) for goal, column in model.directions.items()}
    return Pattern(trades, frozenset(losses), dict(sells), rising=rising)


def _given(model: Model, values: NDArray[np.float64]) -> Given:
    def dollars(column: int) -> float:
        return float(values[column]) * model.scale

    return Given(
        withdrawal={account: dollars(pair[0]) for account, pair in model.short_cash.items()},
        reserve={account: dollars(pair[1]) for account, pair in model.short_cash.items()},
        over_budget={payer: dollars(column) for payer, column in model.budgets.items()},
        short_gains=model.short_gains.at(values) * model.scale,
    )
