"""A statement on its way into the book: the file as read, what people changed, and what became of each account."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from core.domain.statement import Statement

AccountState = Literal["open", "signed_off", "refused"]


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that a person changed on the review page, with the reason; `before` and `after` as text."""

    account: int
    row: int
    field: str
    before: str
    after: str
    reason: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Disposition:
    """What became of one account of the file: where it went, or why it was refused."""

    state: AccountState = "open"
    household: str | None = None
    account: str | None = None
    person: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A note on the paper (its place in `Statement.annotations`) that a person has looked at."""

    note: int
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Intake:
    """One version of an uploaded file. `blob` is the SHA-256 of the file's bytes, kept encrypted.

    seen : notes on the paper that a person ticked; as long as one is not, no account may be signed off
    """

    id: str
    file: str
    blob: str
    statement: Statement
    dispositions: tuple[Disposition, ...]
    uploaded_by: str
    uploaded_at: datetime
    version: int = 1
    corrections: tuple[Correction, ...] = ()
    refused: str = ""
    seen: tuple[Seen, ...] = ()

    @property
    def unseen(self) -> tuple[int, ...]:
        """The notes on the paper that nobody has ticked yet."""
        ticked = {one.note for one in self.seen}
        return tuple(place for place in range(len(self.statement.annotations)) if place not in ticked)


@dataclass(frozen=True, slots=True)
class Match:
    """A household, or an account in it, that a statement's account may be; `account` None: a new one there.

    sure : number, institution and owner agree; because : what agrees; doubts : what does not, each a sentence
    """

    household: str
    account: str | None
    sure: bool
    because: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


HoldingKind = Literal["added", "gone", "changed", "same"]


@dataclass(frozen=True, slots=True)
class HoldingChange:
    """One security before and after: shares, cost basis in dollars (None: unknown in some lot), number of lots."""

    symbol: str
    kind: HoldingKind
    quantity_before: Decimal
    quantity_after: Decimal
    basis_before: Decimal | None
    basis_after: Decimal | None
    lots_before: int
    lots_after: int


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What signing a statement off would do to one account of the book.

    new : the account is not in the book yet; older : the book holds a later statement of it
    transactions : how many the wash-sale ledger gains
    """

    household: str
    account: str
    new: bool
    holdings: tuple[HoldingChange, ...]
    cash_before: Decimal
    cash_after: Decimal
    as_of_before: date | None
    as_of_after: date | None
    transactions: int = 0

    @property
    def older(self) -> bool:
        """Whether the statement is older than what the book holds."""
        return self.as_of_before is not None and self.as_of_after is not None and self.as_of_after < self.as_of_before

    @property
    def nothing(self) -> bool:
        """Whether the book already says all of it."""
        return (
            not self.new
            and not self.transactions
            and self.cash_before == self.cash_after
            and all(one.kind == "same" for one in self.holdings)
        )
