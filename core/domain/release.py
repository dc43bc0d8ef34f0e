"""What follows an approval: orders handed to the custodians, and the next statement held against them. Comments too."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from core.domain.trade import Side

Outcome = Literal["as ordered", "not done", "partly done", "more than ordered", "not ordered"]
ReleaseState = Literal["released", "reconciled"]


@dataclass(frozen=True, slots=True)
class Order:
    """One line that was handed over."""

    account: str
    symbol: str
    side: Side
    quantity: Decimal

    @property
    def change(self) -> Decimal:
        """Shares that the account gains (+) or loses (-)."""
        return self.quantity if self.side == "buy" else -self.quantity


@dataclass(frozen=True, slots=True)
class Settled:
    """One security of one account in the next statement. Quantities in shares, signed.

    before : held when the proposal was computed; ordered : the change that was ordered; found : as printed
    statement, as_of : where it was read
    """

    account: str
    symbol: str
    before: Decimal
    ordered: Decimal
    found: Decimal
    outcome: Outcome
    statement: str
    as_of: date

    @property
    def expected(self) -> Decimal:
        """What the statement should print."""
        return self.before + self.ordered

    @property
    def difference(self) -> Decimal:
        """Found less expected."""
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class Release:
    """The orders of one approved version, handed over once. `id` is the proposal's.

    files : `sha256:…` of each order file; on : the book's day; settled : every line read in the next statements
    """

    id: str
    household: str
    proposal_version: int
    fingerprint: str
    orders: tuple[Order, ...]
    files: tuple[str, ...]
    person: str
    at: datetime
    on: date
    state: ReleaseState = "released"
    settled: tuple[Settled, ...] = ()
    version: int = 1

    @property
    def differences(self) -> tuple[Settled, ...]:
        """What did not come as ordered."""
        return tuple(one for one in self.settled if one.outcome != "as ordered")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said of a proposal, and which version they looked at."""

    id: str
    proposal: str
    household: str
    proposal_version: int
    person: str
    at: datetime
    text: str
    version: int = 1
