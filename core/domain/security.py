"""A security as the trade engine sees it: price, look-through classes, identity, cost."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap

SMALLEST = Decimal("1e-9")
"""Dollars of one share below which a price is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Security:
    """One tradable or countable thing.

    price : as quoted (bonds per 100); quantity x price x unit = dollars
    classes : asset class -> share of the value, looking through; what is missing to 1 is class "unknown"
    spread : fraction of the price paid in cash on each side
    identical_group : securities of one group are substantially identical (26 USC 1091); None = alone
    same_index : grade of its own, blocked or allowed by firm policy
    substitutes : what may stand in for it after a harvested loss, best first
    dividend_yield, expense_ratio : fractions a year; qualified : share of the dividend that is qualified
    unfunded : dollars committed and not yet called
    """

    symbol: str
    price: Decimal
    classes: FrozenMap[float] = field(default_factory=FrozenMap)
    spread: float = 0.0
    identical_group: str | None = None
    substitutes: tuple[str, ...] = ()
    fractional: bool = False
    dividend_yield: float = 0.0
    qualified: float = 0.0
    expense_ratio: float = 0.0
    same_index: str | None = None
    lock_until: date | None = None
    unfunded: Decimal = Decimal(0)
    unit: Decimal = Decimal(1)
    tradable: bool = True
    collectible: bool = False
    name: str = ""

    def __post_init__(self) -> None:
        if self.price < 0:
            raise BadInput("price", f"{self.symbol} has a negative price")
        if self.unit <= 0:
            raise BadInput("unit", f"{self.symbol}: the unit must be above zero")
        if 0 < self.unit_price < SMALLEST:
            raise BadInput("price", f"{self.symbol}: a price of {self.unit_price:.1E} is too small to count")
        if self.unfunded < 0:
            raise BadInput("unfunded", f"{self.symbol}: a commitment is never negative")
        if not 0 <= self.spread < 0.5:
            raise BadInput("spread", f"{self.symbol}: a spread is a fraction of the price, from 0 to under 0.5")
        if any(weight < 0 for weight in self.classes.values()) or sum(self.classes.values()) > 1 + 1e-6:
            raise BadInput("classes", f"{self.symbol}: class weights must be 0 or more and sum to at most 1")

    @property
    def unit_price(self) -> Decimal:
        """Dollars for one of `quantity`."""
        return self.price * self.unit

    @property
    def group(self) -> str:
        """The wash-sale identity: the identical group, or the symbol alone."""
        return self.identical_group or self.symbol
