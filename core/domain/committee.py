"""The committee: a candidate version of a mandate, the votes on it, and what it would do to one household."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from core.domain.mandate import Mandate


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's word on one text of a draft."""

    person: str
    in_favour: bool
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class MandateDraft:
    """A candidate version of a mandate, kept apart from the mandate in force until it is adopted.

    base : the version in force that it was written against, 0 for a new mandate
    needed : votes in favour, of different people, that adoption takes; a changed text loses its votes
    """

    id: str
    mandate: Mandate
    base: int
    author: str
    at: datetime
    why: str
    needed: int
    votes: tuple[Vote, ...] = ()
    state: Literal["open", "adopted", "withdrawn"] = "open"
    version: int = 1

    @property
    def in_favour(self) -> tuple[Vote, ...]:
        """The votes for it."""
        return tuple(vote for vote in self.votes if vote.in_favour)

    @property
    def against(self) -> tuple[Vote, ...]:
        """The votes against it."""
        return tuple(vote for vote in self.votes if not vote.in_favour)

    @property
    def missing(self) -> int:
        """Votes in favour still needed: enough of them, and more than there are against."""
        return max(self.needed - len(self.in_favour), len(self.against) + 1 - len(self.in_favour), 0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine would do with a household under one mandate.

    out_before, out_after : classes outside their band; tax, turnover : dollars, turnover the smaller of buys and sells
    drift_before, drift_after : half the sum of |drift|, in weight
    """

    status: Literal["proposed", "no_action", "infeasible"]
    trades: int
    tax: Decimal
    turnover: Decimal
    drift_before: float
    drift_after: float
    out_before: int
    out_after: int
    conflicts: tuple[str, ...] = ()
