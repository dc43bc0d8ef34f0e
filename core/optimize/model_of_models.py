"""A model of models solved: every sleeve by its own mandate, the weights blended exactly."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.mandate import AssetFacts, Mandate
from core.domain.target import Infeasible, Target
from core.optimize.blending import flattened
from core.optimize.solving import answer_of, solve, stated

if TYPE_CHECKING:
    import pandas as pd


class _Stopped(Exception):
    """A sleeve that no portfolio meets: its answer is the answer."""

    def __init__(self, answer: Infeasible) -> None:
        super().__init__("a sleeve has no portfolio")
        self.answer = answer


def solve_blend(
    returns: "pd.DataFrame",
    mandate: Mandate,
    models: Mapping[str, Mandate],
    factor_returns: "pd.DataFrame | None" = None,
) -> Target | Infeasible:
    """The mandate's weights; where it has sleeves, theirs blended by share. Else the same as `solve`.

    A sleeve with a target by symbol stands by it; every other one is solved. Limits of the mandate itself that the
    blend breaks are said as issues, for a blend is never bent. Raises BadInput for a cycle or an unknown model.
    """
    if not mandate.sleeves:
        return solve(returns, mandate, factor_returns)
    issues: list[Issue] = []

    def weighed(model: Mandate, where: str) -> Mapping[str, float]:
        if model.target is not None and model.target.by == "symbol":
            return model.target.weights
        found = solve(returns, model, factor_returns)
        if isinstance(found, Infeasible):
            raise _Stopped(_within(found, where))
        issues.extend(replace(issue, where=f"{where}: {issue.where}") for issue in found.issues)
        return found.weights

    try:
        weights = flattened(mandate, models.get, weighed)
    except _Stopped as stopped:
        return stopped.answer
    problem = stated(returns, replace(mandate, assets=_facts(mandate, models)), factor_returns)
    blend = np.array([weights.get(symbol, 0.0) for symbol in problem.assets.symbols])
    return answer_of(problem, blend, tuple(issues))


def _facts(mandate: Mandate, models: Mapping[str, Mandate]) -> FrozenMap[AssetFacts]:
    """What the mandate knows of assets, and its sleeves of theirs, so that its limits count them."""
    known: dict[str, AssetFacts] = {}
    for name in mandate.sleeves:
        known |= _facts(models[name], models)
    return FrozenMap({**known, **mandate.assets})


def _within(found: Infeasible, where: str) -> Infeasible:
    """The conflict with the sleeve's path before each limit."""
    prefix = where.removeprefix("mandate.")
    conflicts = tuple(replace(one, constraint=f"{prefix}.{one.constraint}") for one in found.conflicts)
    return replace(found, conflicts=conflicts)
