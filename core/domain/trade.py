"""A trade, lot by lot, and the answer of one solve."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.lot import LotPick
from core.domain.rationale import Counterfactual, Reason

Side = Literal["buy", "sell"]


@dataclass(frozen=True, slots=True)
class Trade:
    """One order in one account. `amount` = quantity x price x unit, to the cent; `lots` are named for sales."""

    account: str
    symbol: str
    side: Side
    quantity: Decimal
    price: Decimal
    amount: Decimal
    lots: tuple[LotPick, ...] = ()
    reasons: tuple[Reason, ...] = ()
    without: Counterfactual | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Account, symbol and side: a proposal holds at most one trade of each."""
        return (self.account, self.symbol, self.side)


@dataclass(frozen=True, slots=True)
class DriftPicture:
    """Signed drift (weight - target) of every class, half the sum of its sizes, and who is outside.

    tracking_error : annual, as a fraction, where the case gives a covariance
    """

    drift: FrozenMap[float]
    drift_total: float
    out_of_band: tuple[str, ...]
    weights: FrozenMap[float] = field(default_factory=FrozenMap)
    total: Decimal = Decimal(0)
    tracking_error: float | None = None


@dataclass(frozen=True, slots=True)
class TaxBill:
    """Tax of the year with the trades less without them, in dollars; may be negative."""

    short_term: Decimal = Decimal(0)
    long_term: Decimal = Decimal(0)
    disallowed: Decimal = Decimal(0)
    federal: Decimal = Decimal(0)
    net_investment: Decimal = Decimal(0)
    state: Decimal = Decimal(0)
    total: Decimal = Decimal(0)
    by_taxpayer: FrozenMap[Decimal] = field(default_factory=FrozenMap)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a simpler way would have done, for comparison."""

    name: str
    drift_total: float | None
    tax: Decimal | None
    trades: int | None
    spread: Decimal | None = None

    @property
    def cost(self) -> Decimal | None:
        """Dollars of tax and spread; None where one of them is not known."""
        return None if self.tax is None or self.spread is None else self.tax + self.spread


@dataclass(frozen=True, slots=True)
class Lockout:
    """An identical group that may not be bought up to and including the day `until` (30 days after the loss).

    intention : what the policy means to do afterwards, from the day `intended_on`; empty where nothing
    """

    identical_group: str
    until: date
    because: str
    intention: str = ""
    intended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A limit that could not be met: which, in words, and by how much (weight, or dollars where said).

    facts : the numbers of the sentence
    """

    code: str
    sentence: str
    subject: str = ""
    by: float | None = None
    facts: FrozenMap[Any] = field(default_factory=FrozenMap)


@dataclass(frozen=True, slots=True)
class SolverRecord:
    """Which solver answered, how sure it is."""

    name: str
    version: str
    status: str
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """The engine's answer to a case.

    conflicts : what could not be met; relaxations : what would help most, each with its effect
    """

    status: Literal["proposed", "no_action", "infeasible"]
    fingerprint: str
    triggered_by: tuple[Reason, ...]
    trades: tuple[Trade, ...]
    before: DriftPicture
    after: DriftPicture
    tax: TaxBill
    cash_after: FrozenMap[Decimal]
    baselines: tuple[Baseline, ...]
    lockouts: tuple[Lockout, ...]
    conflicts: tuple[Conflict, ...]
    issues: tuple[Issue, ...]
    solver: SolverRecord
    spread: Decimal = Decimal(0)
    commission: Decimal = Decimal(0)
    id: str | None = None
    relaxations: tuple[Conflict, ...] = ()
