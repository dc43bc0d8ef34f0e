"""A mandate: one file that drives the optimiser's limits, the bands and the way of trading."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.domain.allocation import Allocation
from core.domain.custom_product import CustomProduct
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.policy import Policy

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class TurnoverLimit:
    """Half the sum of |w - current| is at most `limit`."""

    limit: float
    current: FrozenMap[float]


@dataclass(frozen=True, slots=True)
class TrackingLimit:
    """Annual tracking error against `benchmark` weights is at most `limit`."""

    limit: float
    benchmark: FrozenMap[float]


@dataclass(frozen=True, slots=True)
class Estimation:
    """How means and covariances are estimated, by name.

    histories : what is done where some begin later: `shared`, `regressed` or `full`
    """

    mean: str = "sample"
    covariance: str = "sample"
    histories: str = "shared"


@dataclass(frozen=True, slots=True)
class AssetFacts:
    """What the constraints need to know of an asset: its look-through classes and sectors, its issuer, its numbers.

    measures : name -> number, such as income (a fraction a year), cost (a fraction a year) and duration (years)
    tags : what it is known for, such as tobacco or arms, for the mandate's `exclude`
    """

    classes: FrozenMap[float] = field(default_factory=FrozenMap)
    issuer: str | None = None
    sectors: FrozenMap[float] = field(default_factory=FrozenMap)
    measures: FrozenMap[float] = field(default_factory=FrozenMap)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mandate:
    """What to optimise and within which limits; `target`, `policy` for a household's standing mandate.

    bounds : symbol (or `*` for all others) -> (least, most) weight
    class_bounds : class -> (least, most) weight, looking through
    sector_bounds : sector -> (least, most) weight, looking through; measures : name -> (least, most) average
    factors : factor -> (least, most) beta; factor_targets : factor -> beta that `match_factors` seeks
    most_assets : assets held at most; least_position : a position is nothing, or at least this weight
    exclude : tags of assets that are not held; products : symbol -> a note or fund with scenarios of its own
    sleeves : model -> share of a model of models; its own target is then theirs, blended exactly
    weigh_drift : whether a household's case takes the covariance of its classes, so that drift is weighed by risk
    risk_free : annual; risk_aversion : for `max_utility`; risk_limit : most annual volatility for `max_return`
    """

    objective: str = "min_volatility"
    bounds: FrozenMap[Range] = field(default_factory=FrozenMap)
    class_bounds: FrozenMap[Range] = field(default_factory=FrozenMap)
    issuer_limit: float | None = None
    turnover: TurnoverLimit | None = None
    tracking_error: TrackingLimit | None = None
    factors: FrozenMap[Range] = field(default_factory=FrozenMap)
    restricted: tuple[str, ...] = ()
    risk_free: float = 0.0
    risk_aversion: float = 1.0
    risk_limit: float | None = None
    periods_per_year: int = 252
    estimation: Estimation = field(default_factory=Estimation)
    views: tuple[FrozenMap[Any], ...] = ()
    assets: FrozenMap[AssetFacts] = field(default_factory=FrozenMap)
    id: str = ""
    name: str = ""
    version: int = 1
    effective: date | None = None
    target: Allocation | None = None
    policy: Policy = field(default_factory=Policy)
    note: str = ""
    sector_bounds: FrozenMap[Range] = field(default_factory=FrozenMap)
    measures: FrozenMap[Range] = field(default_factory=FrozenMap)
    most_assets: int | None = None
    least_position: float | None = None
    factor_targets: FrozenMap[float] = field(default_factory=FrozenMap)
    exclude: tuple[str, ...] = ()
    products: FrozenMap[CustomProduct] = field(default_factory=FrozenMap)
    sleeves: FrozenMap[float] = field(default_factory=FrozenMap)
    weigh_drift: bool = False

    def __post_init__(self) -> None:
        kinds = ("bounds", "class_bounds", "sector_bounds", "measures", "factors")
        for where, ranges in ((kind, getattr(self, kind)) for kind in kinds):
            for key, (least, most) in ranges.items():
                if least > most:
                    raise BadInput(f"{where}.{key}", f"the least, {least}, is above the most, {most}")
