"""A product on the firm's shelf: what was assessed before anybody may recommend it.

Rests on the care obligation, 17 CFR 240.15l-1(a)(2)(ii)(A), and its Canadian twin NI 31-103 s. 13.2.1.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.money import cents

Grade = Literal["low", "medium", "high"]
Approval = Literal["approved", "watch", "suspended", "not_approved"]
ChangeKind = Literal["cost", "manager", "index", "strategy", "closure"]
BUYABLE: frozenset[str] = frozenset({"approved", "watch"})


@dataclass(frozen=True, slots=True)
class Product:
    """One assessed security.

    initial_cost : fraction of the price paid in the spread on each side; ongoing_cost : fraction a year
    liquidity : how fast it turns into cash, in words; reviewed_cost : the ongoing cost when it was reviewed
    status : only `approved` and `watch` may be bought
    """

    symbol: str
    name: str
    structure: str
    asset_class: str
    initial_cost: float
    ongoing_cost: float
    risk: Grade
    complexity: Grade
    liquidity: str
    conflicts: str
    status: Approval
    reviewed: date
    next_review: date
    reviewed_cost: float
    strategy: str = ""
    note: str = ""
    version: int = 0

    @property
    def buyable(self) -> bool:
        """Whether the firm lets anybody buy it."""
        return self.status in BUYABLE

    def initial_dollars(self, amount: Decimal) -> Decimal:
        """What the spread costs on a purchase of that many dollars."""
        return cents(amount * Decimal(repr(self.initial_cost)))

    def ongoing_dollars(self, amount: Decimal) -> Decimal:
        """What the fund costs a year at that many dollars."""
        return cents(amount * Decimal(repr(self.ongoing_cost)))


@dataclass(frozen=True, slots=True)
class ProductDecision:
    """What the firm decided of one product after the shelf file was written; the latest version stands."""

    symbol: str
    status: Approval
    reason: str
    person: str
    on: date
    reviewed_cost: float
    version: int = 1


@dataclass(frozen=True, slots=True)
class ProductChange:
    """A significant change that somebody noticed; it stands until the product is decided on again.

    ongoing_cost : the new one where the cost changed (fraction a year); decided : the product's decision count then
    """

    id: str
    symbol: str
    kind: ChangeKind
    text: str
    person: str
    on: date
    decided: int
    ongoing_cost: float | None = None
    version: int = 1
