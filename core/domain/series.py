"""A series of recommendations over twelve months, counted: what the quantitative look at trading asks for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class TradeSeries:
    """The approved proposals of one household from `since` to `until`, this one included.

    average_equity : mean of the household's total at each of them, dollars
    turnover : the smaller of purchases and sales over the average equity; cost_to_equity : spread and commission
        over the average equity; both fractions over the twelve months, None without equity
    """

    since: date
    until: date
    proposals: int
    trades: int
    bought: Decimal
    sold: Decimal
    costs: Decimal
    average_equity: Decimal

    @property
    def turnover(self) -> float | None:
        """A fraction over the twelve months."""
        return float(min(self.bought, self.sold) / self.average_equity) if self.average_equity > 0 else None

    @property
    def cost_to_equity(self) -> float | None:
        """A fraction over the twelve months."""
        return float(self.costs / self.average_equity) if self.average_equity > 0 else None
