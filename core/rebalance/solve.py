"""The solve: lexicographic stages over one program, first with shares continuous, then in whole shares.

Stages: required cash, short-term gains and gain budgets that had to give way for it, the sum of what remains beyond
the limits, then tax, spread and the number of trades.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.rebalance.book import Book, Key
from core.rebalance.goals import Goal
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model, new_model
from core.rebalance.model_cash import add_cash, add_flow_limits, add_turnover
from core.rebalance.model_goals import add_goals
from core.rebalance.model_harvest import add_least_benefit
from core.rebalance.model_joint import add_joint_shares
from core.rebalance.model_lots import add_lot_order
from core.rebalance.model_tax import add_taxes
from core.rebalance.model_trades import add_trades
from core.rebalance.model_wash import add_wash_rule
from core.rebalance.needed import needed_trades
from core.rebalance.program import LARGE, Effort, Solved
from core.rebalance.search_tree import WEIGHTY
from core.rebalance.setting import Pattern, Setting, TradeKey
from core.rebalance.tax_model import TaxCurve

DUST = 1e-6
"""Amounts below this, in thousandths of the total, are nothing."""
FIRST = Effort(absolute_gap=1e-2, relative_gap=2e-3, nodes=200, below=WEIGHTY, doubt=2.0)
ROUNDING = 40_000
"""Columns x nodes that the rounding step may take."""
NEAR_BEST = 0.05
"""Dollars that a better answer must save for the search to go on. The cost holds the tax that is owed anyway, so a gap
relative to it would let a large bill excuse needless trades."""
ROUNDED_BEST = 0.02
"""The same in the rounding step, whose answers differ by cents."""
ROUNDED_DOUBT = 10.0
"""Dollars that the rounding step may leave unproven before the solver's own search is asked as well."""
ROUNDED_LARGE = 600
"""Columns of a rounding step above which it is not asked: there it costs more than the rest of the solve."""
MET = 1e-3
"""Thousandths of weight below which all limits are met."""


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


def build(book: Book, goals: tuple[Goal, ...], curves: Mapping[str, TaxCurve], setting: Setting) -> Model:
    """The whole model of a case."""
    model = new_model(book, goals, curves, setting)
    add_trades(model)
    add_joint_shares(model)
    add_cash(model)
    add_flow_limits(model)
    add_turnover(model)
    add_wash_rule(model)
    add_lot_order(model)
    add_least_benefit(model)
    add_goals(model)
    add_taxes(model)
    return model


def solve(model: Model) -> Solution | None:
    """The stages in their order; None where the hard rules leave nothing."""
    found = None
    for stage in (model.withdrawals, model.reserves, model.short_gains, model.over_budget):
        if stage.terms and model.book.required:
            found = _stage(model, stage, Effort(1e-5, 1e-6, below=WEIGHTY), found)
            if found is None:
                return None
    last = _all_limits_met(model, found) or _as_near_as_can_be(model, found)
    if last is None:
        return None
    return _read(model, last, model.excess.at(last.values))


def _as_near_as_can_be(model: Model, start: Solved | None) -> Solved | None:
    """The least excess, then the least cost at it."""
    found = _stage(model, model.excess, FIRST, start)
    return None if found is None else model.program.minimise(model.cost, _effort(model), found.values)


def _all_limits_met(model: Model, start: Solved | None) -> Solved | None:
    """The least cost with every limit met, in one search; None where that is not to be had, or not soon.

    In whole shares the solver's own search is asked as well: what follows would keep choices made without their cost.
    """
    if not model.excess.terms:
        return None
    nearest = model.program.relaxed(model.excess)
    if nearest is None or nearest > MET:
        return None
    rows = [
        model.program.row(
            Line(dict(model.excess.terms), model.excess.constant), upper=_leeway(0.0, model.setting.whole)
        )
    ]
    rows += [model.program.row(line, lower=least) for line, least in needed_trades(model)]
    patient = model.setting.whole and model.program.columns <= LARGE
    found = model.program.minimise(
        model.cost,
        replace(_effort(model), patient=patient),
        None if start is None else start.values,
    )
    if found is None:
        for made in rows:
            model.program.free(made)
    return found


def _effort(model: Model) -> Effort:
    if model.setting.whole:
        least = max(model.units(ROUNDED_BEST), 1e-6)
        doubt = model.units(ROUNDED_DOUBT) if model.program.columns <= ROUNDED_LARGE else INFINITY
        return Effort(absolute_gap=least, relative_gap=0.0, nodes=150, work=ROUNDING, doubt=doubt)
    return Effort(absolute_gap=max(model.units(NEAR_BEST), 2e-4), relative_gap=0.0)


def _leeway(left: float, whole: bool) -> float:
    """How far above its least the excess may come in the last stage: not at all where every limit can be met."""
    if left > MET:
        return 2e-2
    return 1e-6 if whole else 5e-5


def _stage(model: Model, stage: Line, effort: Effort, start: Solved | None) -> Solved | None:
    """Make one thing least, then hold it there."""
    if not stage.terms:
        return model.program.minimise(stage, effort, None if start is None else start.values)
    found = model.program.minimise(stage, effort, None if start is None else start.values)
    if found is not None:
        left = max(0.0, stage.at(found.values))
        leeway = _leeway(left, model.setting.whole) if stage is model.excess else 1e-6
        model.program.row(Line(dict(stage.terms), stage.constant), upper=left + leeway)
    return found


def _read(model: Model, found: Solved, left: float) -> Solution:
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
