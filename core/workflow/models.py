"""The model desk: a mandate's buy list solved under any objective, estimate, view and product, before anybody votes.

Nothing is stored; what is worth keeping becomes a candidate before the committee.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.domain.allocation import Allocation
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.domain.scenario import Point
from core.domain.target import Infeasible, Target
from core.market.returns import daily_returns
from core.optimize import frontier, solve_blend
from core.optimize.blending import flattened_target
from core.workflow.desk import Desk
from core.workflow.households import mandates
from core.workflow.market_files import factors_of
from core.workflow.what_if import SESSIONS

POINTS = 30
STEP = 200
"""A target by class is rounded to the two-hundredth part: half points of a percent."""


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """A mandate solved on the feed's history. `by_class` is empty where nothing was found.

    frontier : within the same limits, empty for a blend; days : rows of history; label : where they come from
    """

    mandate: Mandate
    answer: Target | Infeasible
    by_class: FrozenMap[float]
    frontier: tuple[Point, ...]
    point: Point | None
    days: int
    label: str


def try_model(desk: Desk, asked: Mandate) -> ModelAnswer:
    """Solve a mandate over its buy list; a model of models is blended from the mandates in force.

    Raises BadInput where prices, terms or views do not fit, naming the asset.
    """
    desk.require("read_clients")
    models = {one.id: one for one in mandates(desk)}
    returns = _returns(desk, asked, models)
    factors = _factors(desk) if asked.factors or asked.factor_targets else None
    answer = solve_blend(returns, asked, models, factors)
    found = isinstance(answer, Target)
    by_class = classes_of(asked, answer.weights, models) if isinstance(answer, Target) else FrozenMap[float]({})
    alone = replace(asked, factor_targets=FrozenMap({}))
    curve = frontier(returns, alone, POINTS) if found and not asked.sleeves and not asked.factors else None
    return ModelAnswer(
        mandate=asked,
        answer=answer,
        by_class=by_class,
        frontier=tuple(Point("", *pair) for pair in zip(curve.risk, curve.expected, strict=True)) if curve else (),
        point=Point("proposed", answer.volatility, answer.expected_return) if isinstance(answer, Target) else None,
        days=len(returns),
        label=desk.feed.label,
    )


def as_candidate(desk: Desk, tried: ModelAnswer) -> Mandate:
    """The mandate with the target that was found: by class in half points, the largest class taking the rest.

    Bands of classes that stay are kept; a model of models keeps its sleeves and takes their blend exactly.
    """
    desk.require("read_clients")
    if tried.mandate.sleeves:
        models = {one.id: one for one in mandates(desk)}
        return replace(tried.mandate, target=flattened_target(tried.mandate, models.get))
    rounded = {name: round(weight * STEP) / STEP for name, weight in tried.by_class.items()}
    largest = max(rounded, key=lambda name: rounded[name])
    rounded[largest] = round(rounded[largest] + 1.0 - sum(rounded.values()), 6)
    kept = {name: weight for name, weight in rounded.items() if weight > 0}
    old = tried.mandate.target
    bands = {name: band for name, band in old.bands.items() if name in kept} if old else {}
    destination = old.destination if old else "half_band"
    return replace(tried.mandate, target=Allocation("asset_class", FrozenMap(kept), FrozenMap(bands), destination))


def classes_of(asked: Mandate, weights: Mapping[str, float], models: Mapping[str, Mandate]) -> FrozenMap[float]:
    """Weights by asset class, looking through; what no mandate gives a class is `unknown`."""
    facts = {**{symbol: one for model in models.values() for symbol, one in model.assets.items()}, **asked.assets}
    found: dict[str, float] = {}
    for symbol, weight in weights.items():
        shares = facts[symbol].classes if symbol in facts and facts[symbol].classes else {"unknown": 1.0}
        for name, share in shares.items():
            found[name] = found.get(name, 0.0) + weight * share
    return FrozenMap({name: weight for name, weight in found.items() if weight > 1e-9})


def _factors(desk: Desk) -> "pd.DataFrame | None":
    """The firm's factor returns, or the simulated market's; the riskless rate among them is no factor."""
    found = factors_of(desk, SESSIONS)[0]
    return None if found is None else found.drop(columns="risk_free", errors="ignore").dropna()


def _returns(desk: Desk, asked: Mandate, models: Mapping[str, Mandate]) -> pd.DataFrame:
    """Daily returns of the buy list (of every sleeve's, for a blend) and of what the products follow."""
    symbols = {symbol for symbol in asked.assets if symbol not in asked.products}
    symbols |= {symbol for product in asked.products.values() for symbol in product.underlying}
    symbols |= {symbol for name in asked.sleeves if name in models for symbol in models[name].assets}
    returns = daily_returns(desk.feed.history(tuple(sorted(symbols)), desk.today(), SESSIONS))
    return returns.replace([np.inf, -np.inf], np.nan)
