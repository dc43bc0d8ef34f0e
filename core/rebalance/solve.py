"""The solve: lexicographic stages over one program, first with shares continuous, then in whole shares.

Stages: required cash, short-term gains and gain budgets that had to give way for it, the sum of what remains beyond
the limits, then tax, spread and the number of trades.
"""

from dataclasses import replace

from core.rebalance.effort import Effort, Solved
from core.rebalance.line import INFINITY, Line
from core.rebalance.model_base import Model
from core.rebalance.needed import needed_trades
from core.rebalance.program import LARGE
from core.rebalance.search_tree import WEIGHTY
from core.rebalance.solution import Solution, solution_of

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
    return solution_of(model, last, model.excess.at(last.values))


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
