"""One solve: check the data, read the mandate as limits, ask the objective, or say why there is no answer."""

from typing import TYPE_CHECKING

import numpy as np

from core.domain.errors import BadInput, CoreError
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.domain.target import Infeasible, Target
from core.optimize.choosing import chosen
from core.optimize.custom import with_products
from core.optimize.factor_betas import NO_FACTORS, Factors, regressed
from core.optimize.infeasible import explain, feasible
from core.optimize.lasting import all_limits
from core.optimize.limits import Facts
from core.optimize.problem import OBJECTIVES, Found, Problem
from core.optimize.universe import universe
from core.words import listing
from core.words.sentences import start

if TYPE_CHECKING:
    import pandas as pd

NOISE = 1e-6
"""Excess of a limit up to which it counts as kept by an answer."""


def solve(
    returns: "pd.DataFrame", mandate: Mandate, factor_returns: "pd.DataFrame | None" = None
) -> Target | Infeasible:
    """The mandate's best weights, or a smallest set of its limits that cannot hold together.

    returns : (date x symbol), simple returns per period, no NaN; the order of columns plays no part
    factor_returns : (date x factor), for a mandate with `factors` or `factor_targets`

    Raises BadInput for data that carry no estimate (the assets named) and for an unknown objective or estimator.
    """
    if mandate.objective not in OBJECTIVES:
        raise BadInput("mandate.objective", f"'{mandate.objective}' is none of {', '.join(OBJECTIVES)}")
    problem = stated(returns, mandate, factor_returns)
    objective = OBJECTIVES[mandate.objective]
    found = objective(problem)
    if found is not None and problem.region.chooses:
        found = chosen(problem, objective, found)
    if found is not None:
        return _target(problem, found)
    if not feasible(problem.limits, problem.assets.size):
        return explain(problem)
    raise CoreError(
        f"The solver found no {mandate.objective} portfolio although the limits can hold together; "
        f"loosen the tightest of {listing(sorted({limit.path for limit in problem.limits if not limit.standing}))}."
    )


def stated(returns: "pd.DataFrame", mandate: Mandate, factor_returns: "pd.DataFrame | None" = None) -> Problem:
    """The data checked and the mandate read as limits: everything an objective needs."""
    scenarios = with_products(returns, mandate)
    assets = universe(scenarios.returns, mandate, scenarios.periods_per_year)
    factors = _factors(scenarios.returns, assets.symbols, mandate, factor_returns)
    limits, region, notes = all_limits(Facts(mandate, assets, factors.betas))
    return Problem(assets, mandate, limits, region, (*scenarios.issues, *notes), factors)


def _factors(
    returns: "pd.DataFrame", symbols: tuple[str, ...], mandate: Mandate, factor_returns: "pd.DataFrame | None"
) -> Factors:
    if not mandate.factors and not mandate.factor_targets:
        return NO_FACTORS
    if any(product.kind == "structured_note" for product in mandate.products.values()):
        raise BadInput(
            "mandate.factors", "with structured notes everything is counted over their term, factors cannot be"
        )
    return regressed(returns, symbols, factor_returns)


def answer_of(problem: Problem, weights: np.ndarray, issues: tuple[Issue, ...]) -> Target:
    """Weights that were found elsewhere as an answer; its objective is their volatility."""
    return _target(problem, Found(weights, problem.volatility(weights), "blended", issues))


def _target(problem: Problem, found: Found) -> Target:
    weights = found.weights
    return Target(
        weights=FrozenMap(zip(problem.assets.symbols, map(float, weights), strict=True)),
        objective=float(found.objective),
        expected_return=problem.expected(weights) if found.expected is None else found.expected,
        volatility=problem.volatility(weights),
        solver=found.solver,
        issues=(*problem.assets.issues, *found.issues, *problem.notes, *_unkept(problem, weights)),
    )


def _missed(sentence: str, excess: float) -> str:
    """The limit in words, and by how much it is missed, in its own unit: `US equity may be at most 40%`, by 0.11."""
    return f"{start(sentence)}; missed by {excess:.2g}."


def _unkept(problem: Problem, weights: np.ndarray) -> tuple[Issue, ...]:
    """Limits that the answer breaks by more than a solver's noise: said, never passed over."""
    if problem.region.holds(weights, NOISE):
        return ()
    return tuple(
        Issue("warning", f"mandate.{limit.path}", _missed(limit.sentence, limit.excess(weights)), "limit_missed")
        for limit in problem.limits
        if limit.excess(weights) > NOISE
    )
