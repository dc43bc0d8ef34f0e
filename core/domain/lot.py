"""A lot: shares of one security acquired in one transaction (26 CFR 1.1012-1(c))."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.errors import BadInput

Origin = Literal["purchase", "gift", "inheritance", "reinvestment"]
Term = Literal["short", "long"]


@dataclass(frozen=True, slots=True)
class Lot:
    """Shares acquired together.

    quantity : shares (bonds: face; options: contracts); negative for a short
    cost_basis : dollars for the whole lot; None where the custodian does not know it (then never sold in a
        taxable account)
    acquired : trade date; None where unknown (then never sold in a taxable account)
    holding_start : where the holding period began earlier (tacked by a wash sale, carried by a gift)
    donor_basis : the donor's basis of a gift, for the dual-basis rule of 26 USC 1015
    capital_gain_dividends, exempt_dividends : dollars received on the whole lot of a fund, for 26 USC 852(b)(4)
    """

    id: str
    symbol: str
    quantity: Decimal
    cost_basis: Decimal | None
    acquired: date | None
    holding_start: date | None = None
    origin: Origin = "purchase"
    donor_basis: Decimal | None = None
    capital_gain_dividends: Decimal = Decimal(0)
    exempt_dividends: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if self.quantity == 0:
            raise BadInput("quantity", f"lot {self.id} holds nothing")
        for name in ("capital_gain_dividends", "exempt_dividends"):
            if getattr(self, name) < 0:
                raise BadInput(name, f"lot {self.id}: dividends received are never negative")
        for name, basis in (("cost_basis", self.cost_basis), ("donor_basis", self.donor_basis)):
            if basis is not None and basis * self.quantity < 0:
                raise BadInput(name, f"lot {self.id}: basis and quantity must have one sign")


@dataclass(frozen=True, slots=True)
class LotPick:
    """The part of a lot that a sale takes.

    `cost_basis` and `gain` are None where a tax-deferred account does not know them; `term` likewise.
    """

    lot: str
    quantity: Decimal
    cost_basis: Decimal | None
    gain: Decimal | None
    term: Term | None


@dataclass(frozen=True, slots=True)
class Activity:
    """One past transaction: a purchase, a sale (with its gain) or a reinvested dividend."""

    account: str
    symbol: str
    side: Literal["buy", "sell", "reinvest"]
    quantity: Decimal
    date: date
    amount: Decimal | None = None
    gain: Decimal | None = None
