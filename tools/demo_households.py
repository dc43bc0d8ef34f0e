"""The eight invented households of the demo book, as an advisor would describe them.

Dollars are at the list prices of the book date; lots are dates with shares of the holding. Basis is the simulated
close of the day of purchase, so gains and losses come out as they would have. Every name is invented.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.account import Amounts, Registration, Taxpayer
from core.domain.lot import Activity
from core.domain.security import Security


@dataclass(frozen=True)
class Holding:
    """Dollars of one security, split over purchase dates: `"2019-03-14:2 2022-06-20:1"`."""

    symbol: str
    dollars: int
    bought: str
    origin: str = "purchase"


@dataclass(frozen=True)
class AccountPlan:
    """An account with its card; `extra` goes into the account noun as it is, `as_of` is its last statement."""

    id: str
    owner: str
    taxpayer: str
    registration: Registration
    title: str
    owner_name: str
    institution: str
    number: str
    cash: str
    holdings: tuple[Holding, ...]
    extra: dict[str, object] = field(default_factory=dict)
    as_of: str = "2026-09-30"


@dataclass(frozen=True)
class HouseholdPlan:
    """A household as told; `sold` are past sales, `securities` its own facts (private funds)."""

    id: str
    name: str
    mandate: str
    note: str
    taxpayers: tuple[Taxpayer, ...]
    accounts: tuple[AccountPlan, ...]
    sold: tuple[Activity, ...] = ()
    securities: tuple[Security, ...] = ()


def h(symbol: str, dollars: int, bought: str, origin: str = "purchase") -> Holding:
    """A holding in one short line."""
    return Holding(symbol, dollars, bought, origin)


def amounts(short: str = "0", long: str = "0") -> Amounts:
    """Short- and long-term dollars from text."""
    return Amounts(Decimal(short), Decimal(long))


NORTHGATE, CALDER, MERIDIAN, TIDEWATER = (
    "Northgate Brokerage", "Calder Finch Securities", "Meridian Plan Services", "Tidewater Fund Direct",
)  # fmt: skip
PLAN_MENU = ("VFIAX", "VTIAX", "VBTLX", "VFIFX")
AWAY: dict[str, object] = {"tradable": False, "menu": PLAN_MENU}
