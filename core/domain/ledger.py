"""A household's tax ledger on one day: its lots with their terms, the year so far, losses and what became of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.account import Amounts
from core.domain.lot import Lot, Term
from core.domain.trade import Lockout


@dataclass(frozen=True, slots=True)
class LedgerLot:
    """A lot where it is held. Dollars; None for what it does not know, and for the term where nothing is taxed.

    days_to_long : days until a sale is long-term, 0 where it is; long_from : that day
    tacked : its holding period began before it was bought, with shares that it replaced
    """

    account: str
    lot: Lot
    value: Decimal
    gain: Decimal | None
    term: Term | None
    days_to_long: int | None
    long_from: date | None
    tacked: bool


@dataclass(frozen=True, slots=True)
class PayerYear:
    """One taxpayer's year so far. `room` is what the gain budget leaves, None without one; dollars."""

    taxpayer: str
    realized: Amounts
    carryforward: Amounts
    budget: Decimal | None
    room: Decimal | None
    unrealized: Amounts


@dataclass(frozen=True, slots=True)
class LossTaken:
    """A loss of the last weeks and what the wash-sale rule makes of it. Dollars, positive.

    disallowed : so far; permanent : the part of it that an IRA or plan took, gone for good
    open_until : the last day on which a purchase would still disallow it; replaced_by : lots that replace its shares
    """

    account: str
    symbol: str
    on: date
    loss: Decimal
    disallowed: Decimal
    permanent: Decimal
    open_until: date
    replaced_by: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class HouseholdLedger:
    """Everything of it: `lockouts` are the groups that may not be bought, with the day until which."""

    as_of: date
    lots: tuple[LedgerLot, ...]
    payers: tuple[PayerYear, ...]
    losses: tuple[LossTaken, ...]
    lockouts: tuple[Lockout, ...]
