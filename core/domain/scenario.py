"""What-if: the levers a person moves, and a setting worth keeping."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from core.domain.allocation import Destination
from core.domain.frozen_map import FrozenMap


@dataclass(frozen=True, slots=True)
class Levers:
    """Changes against the standing mandate; None (or 1 for `band_scale`) leaves a thing as it is.

    band_scale : multiplies every band's width; risk_aversion : multiple of the mandate's own (1 = its target)
    class_targets : asset class -> target weight; the others share what remains in their old proportions
    cash_flow : dollars in (+) or out (-) of `cash_account`
    withdrawal : dollars that the household pays out, from accounts that `withdrawal_order` chooses
    distribution : dollars that `distribution_account` must pay out this year, beside what it must anyway
    """

    destination: Destination | None = None
    band_scale: float = 1.0
    risk_aversion: float | None = None
    class_targets: FrozenMap[float] = field(default_factory=FrozenMap)
    gain_budget: Decimal | None = None
    cash_flow: Decimal = Decimal(0)
    cash_account: str | None = None
    harvest: bool | None = None
    location: bool | None = None
    turnover_limit: float | None = None
    minimum_trade: Decimal | None = None
    short_term_gains: Literal["avoid", "allow"] | None = None
    always: bool = False
    withdrawal: Decimal = Decimal(0)
    withdrawal_order: Literal["taxable_first", "minimum_tax"] | None = None
    distribution: Decimal = Decimal(0)
    distribution_account: str | None = None
    wait_days: int | None = None
    cash_flow_only: bool | None = None
    relief: str | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named setting of a household with the figures it gave."""

    id: str
    household: str
    name: str
    levers: Levers
    drift_left: float
    tax: Decimal
    trades: int
    after_tax: Decimal
    person: str
    at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """A portfolio in the risk and return plane: annual fractions."""

    name: str
    volatility: float
    expected_return: float
