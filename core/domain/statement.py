"""A statement as read: gaps allowed, every value with its place on the page, and how it was proven."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from core.domain.account import Registration
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue

AssetType = Literal[
    "stock", "etf", "mutual_fund", "bond", "option", "cash", "money_market", "preferred", "alternative", "annuity",
    "structured_note", "other",
]  # fmt: skip
ProofStatus = Literal["proven", "explained", "unproven"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line stands: page (1-based) and box in points (x0, top, x1, bottom), or row of a table file."""

    page: int | None = None
    box: Box | None = None
    row: int | None = None
    fields: FrozenMap[Box] = field(default_factory=FrozenMap)


@dataclass(frozen=True, slots=True)
class StatementLot:
    """A lot as printed."""

    acquired: date | None
    quantity: Decimal | None
    cost_basis: Decimal | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A position as printed; None = not printed or not readable. Shorts are negative.

    quantity x price x unit = market_value, to what the printed decimals allow. `gain` is the printed unrealised one.
    `section` is the path of headings above it, "Stocks / Common Stocks". `doubts` are fields that a person should look
    at, with what another reading says of them: empty where nothing was read that the rows beside have.
    `commitment`, `called`, `unfunded` (dollars), `nav_date`, `lock_up` (as printed) and the day it ends, `lock_until`,
    are of private funds.
    """

    symbol: str | None
    description: str
    asset_type: AssetType
    quantity: Decimal | None
    price: Decimal | None
    market_value: Decimal | None
    cusip: str | None = None
    isin: str | None = None
    unit: Decimal = Decimal(1)
    cost_basis: Decimal | None = None
    accrued: Decimal | None = None
    currency: str = "USD"
    flagged: bool = False
    section: str = ""
    lots: tuple[StatementLot, ...] = ()
    source: Source = field(default_factory=Source)
    gain: Decimal | None = None
    doubts: FrozenMap[str] = field(default_factory=FrozenMap)
    commitment: Decimal | None = None
    called: Decimal | None = None
    unfunded: Decimal | None = None
    nav_date: date | None = None
    lock_up: str = ""
    lock_until: date | None = None

    @property
    def in_doubt(self) -> str:
        """What a person should look at, without a full stop; empty where nothing is in doubt."""
        names = {name: name.replace("_", " ") for name in self.doubts}
        parts = [
            f"{names[name]} {'is printed as' if getattr(self, name, other) is None else 'may be'} '{other}'"
            for name, other in self.doubts.items()
            if other
        ]
        lacking = ", ".join(names[name] for name, other in self.doubts.items() if not other)
        parts += [f"{lacking}: not read for sure, or not printed"] if lacking else []
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Check:
    """One proof: what is expected, what was found. `difference` = found - expected."""

    check: str
    ok: bool
    expected: Decimal | None
    found: Decimal | None
    difference: Decimal | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class StatementActivity:
    """A transaction as printed: purchases, sales, reinvestments feed the wash-sale ledger."""

    date: date | None
    kind: str
    symbol: str | None
    description: str
    quantity: Decimal | None
    amount: Decimal | None
    gain: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StatementAccount:
    """One account of a file. `number` is masked to its last four.

    doubts : facts of the account that the file tells twice, with what it says of them elsewhere; `title`: what the
        title of the account says besides and was not understood, until a person tells the owner or the registration
    subtotals, cost_subtotals : (section, dollars) of value and of cost as printed; section "" is the sum of all
    accruals : (what, dollars) of dividends and interest not paid yet, which a stated total may count beside the rest
    """

    file: str
    number: str
    institution: str
    registration: Registration
    owner: str
    as_of: date | None
    stated_total: Decimal | None
    cash: Decimal | None
    status: ProofStatus
    checks: tuple[Check, ...]
    positions: tuple[StatementLine, ...]
    subtotals: tuple[tuple[str, Decimal], ...] = ()
    activity: tuple[StatementActivity, ...] = ()
    currency: str = "USD"
    cost_subtotals: tuple[tuple[str, Decimal], ...] = ()
    doubts: FrozenMap[str] = field(default_factory=FrozenMap)
    accruals: tuple[tuple[str, Decimal], ...] = ()

    @property
    def lists_moves_only(self) -> bool:
        """Whether transactions are all that is told of the account: what it holds is not known, and is not nothing."""
        held = self.positions or self.cash is not None or self.stated_total is not None
        return bool(self.activity) and not held


@dataclass(frozen=True, slots=True)
class Annotation:
    """Handwriting or a margin note: a person must see it; it is never a number."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One file, read. `refused` says in one sentence why nothing could be read of it; `layout` is a taught one."""

    accounts: tuple[StatementAccount, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    issues: tuple[Issue, ...] = ()
    file: str = ""
    pages: int | None = None
    reader: str = ""
    refused: str | None = None
    layout: str = ""
