"""The model desk: a mandate's buy list solved under any objective, estimate, view and product, before anybody votes.

Nothing is stored; what is worth keeping becomes a candidate before the committee.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.domain.allocation import Allocation
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate, TrackingLimit
from core.domain.scenario import Point
from core.domain.target import Infeasible, Target
from core.market.returns import daily_returns
from core.optimize import frontier, solve_blend
from core.optimize.blending import flattened_target
from core.workflow.class_risk import SESSIONS
from core.workflow.desk import Desk
from core.workflow.households import mandates
from core.workflow.market_files import factors_of

POINTS = 30
STEP = 200
"""A target by class is rounded to the two-hundredth part: half points of a percent."""
UNBOUND = 100.0
"""A tracking error that binds nobody."""


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """A mandate solved on the feed's history. `by_class` is empty where nothing was found.

    assets : what is known of the assets, by the mandate itself or else by another one
    frontier : within the same limits, empty where its means are not the model's
    days : rows of history; label : where they come from
    """

    mandate: Mandate
    assets: FrozenMap[AssetFacts]
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
    answer = solve_blend(returns, _with_market(asked), models, factors)
    found = isinstance(answer, Target)
    elsewhere = {symbol: one for model in models.values() for symbol, one in model.assets.items()}
    assets = FrozenMap({**elsewhere, **asked.assets})
    by_class = classes_of(assets, answer.weights) if isinstance(answer, Target) else FrozenMap[float]({})
    curve = frontier(returns, replace(asked, factor_targets=FrozenMap({})), POINTS) if found and _plain(asked) else None
    return ModelAnswer(
        mandate=asked,
        assets=assets,
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


def classes_of(facts: Mapping[str, AssetFacts], weights: Mapping[str, float]) -> FrozenMap[float]:
    """Weights by asset class, looking through; what no mandate gives a class is `unknown`."""
    found: dict[str, float] = {}
    for symbol, weight in weights.items():
        shares = facts[symbol].classes if symbol in facts and facts[symbol].classes else {"unknown": 1.0}
        for name, share in shares.items():
            found[name] = found.get(name, 0.0) + weight * share
    return FrozenMap({name: weight for name, weight in found.items() if weight > 1e-9})


def _plain(asked: Mandate) -> bool:
    """Whether the frontier of the estimates is one that the model lies on or below."""
    return not (asked.sleeves or asked.factors or asked.objective == "black_litterman")


def _with_market(asked: Mandate) -> Mandate:
    """Without a benchmark: the mandate's own target is the market that views bend, and what `track` follows."""
    target = asked.target
    follows = asked.objective in ("black_litterman", "track")
    if not follows or asked.tracking_error or target is None or target.by != "asset_class":
        return asked
    funds: dict[str, str] = {}
    for symbol, facts in asked.assets.items():
        for name, share in facts.classes.items():
            if share > 0.99:
                funds.setdefault(name, symbol)
    mix = {funds[name]: weight for name, weight in target.weights.items() if name in funds and weight > 0}
    total = sum(mix.values())
    if not total:
        return asked
    market = FrozenMap({symbol: weight / total for symbol, weight in mix.items()})
    return replace(asked, tracking_error=TrackingLimit(UNBOUND, market))


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
