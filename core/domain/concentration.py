"""A concentrated position worked off over years: what each year sells, gains and pays, and what is left."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.lot import LotPick


@dataclass(frozen=True, slots=True)
class YearOfSales:
    """One year of the plan. `weight` is what is left of the position, as a fraction of the household.

    short, long : gains realised (losses negative); tax : what they add to the year's tax, in dollars
    waiting : shares that still have a short-term gain and wait
    """

    year: int
    on: date
    shares: Decimal
    amount: Decimal
    short: Decimal
    long: Decimal
    tax: Decimal
    shares_left: Decimal
    weight: float
    waiting: Decimal
    picks: tuple[LotPick, ...]

    @property
    def gain(self) -> Decimal:
        """Net gain of the year's sales."""
        return self.short + self.long


@dataclass(frozen=True, slots=True)
class WorkingOff:
    """The plan for one symbol. Prices, other income and tax tables stand as they are on the day of the case.

    most : the weight that is aimed for; budget : net gain that each taxpayer may realise a year, in dollars
    at_once : tax if the same number of shares were sold in the first year
    reached : whether the plan arrives within its years
    """

    symbol: str
    most: float
    budget: Decimal
    weight: float
    shares: Decimal
    years: tuple[YearOfSales, ...]
    tax: Decimal
    at_once: Decimal
    reached: bool
    sentence: str
    assumptions: tuple[str, ...]
