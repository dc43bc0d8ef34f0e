"""A proposal: a case, the engine's answer, a person's tweaks, and its way to approval."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.domain.trade import Proposed, Side

State = Literal["draft", "submitted", "approved", "returned", "rejected", "void"]


@dataclass(frozen=True, slots=True)
class Tweak:
    """A person's hand on one line: `lock` keeps it as it is, `quantity` sets it, `drop` forbids it.

    lots : the lots that a person names for a sale of that quantity, each with its shares; empty: the solve chooses
    """

    kind: Literal["lock", "quantity", "drop"]
    account: str
    symbol: str
    side: Side
    quantity: Decimal | None = None
    reason: str = ""
    lots: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One always-true rule, checked on the trades by code that shares nothing with the solver."""

    rule: str
    ok: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """What replay needs to know of the inputs: hashes and versions, never a clock or a network."""

    case: str
    engine: str
    solver: str
    lock: str = ""
    mandate: str = ""
    prices: str = ""
    tax_tables: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One version of a proposal. What is signed is its canonical bytes.

    hands : everyone who drafted, changed or submitted it; none of them may approve it
    submitted, decided : moments in UTC; `decided` is the approval, return or rejection
    called_by : what beside the case's own drift and cash called for it (a new model, a risk limit, a lot long-term)
    """

    id: str
    household: str
    version: int
    state: State
    case: Case
    answer: Proposed
    inputs: Inputs
    proposer: str
    created: datetime
    tweaks: tuple[Tweak, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    approver: str | None = None
    decided: datetime | None = None
    note: str = ""
    labels: FrozenMap[str] = field(default_factory=FrozenMap)
    hands: tuple[str, ...] = ()
    submitted: datetime | None = None
    called_by: tuple[Reason, ...] = ()
