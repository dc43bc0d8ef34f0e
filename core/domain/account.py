"""An account: one owner, one registration, cash and lots."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from core.domain.allocation import Allocation
from core.domain.errors import BadInput
from core.domain.lot import Lot

Registration = Literal[
    "taxable_individual", "taxable_joint", "trust_grantor", "trust_nongrantor", "utma", "traditional_ira",
    "roth_ira", "inherited_ira", "sep_ira", "simple_ira", "401k", "403b", "hsa", "529", "annuity", "other",
]  # fmt: skip
Proof = Literal["proven", "signed_off", "unproven"]

TAXABLE: frozenset[str] = frozenset(
    {"taxable_individual", "taxable_joint", "trust_grantor", "trust_nongrantor", "utma", "other"}
)
OUTSIDE_TARGET: frozenset[str] = frozenset({"utma", "529"})


@dataclass(frozen=True, slots=True)
class Account:
    """What the engine knows of an account; names and numbers of people stand on its `AccountCard`.

    cash : settled dollars now; cash_flow : dollars still to come (+ deposit, - withdrawal), not in `cash`
    minimum_cash : never bought below; forces no sale
    menu : only these symbols may be bought (None: any)
    in_target : counted toward the household's target; None = by registration (false for utma and 529)
    """

    id: str
    owner: str
    taxpayer: str
    registration: Registration
    cash: Decimal
    lots: tuple[Lot, ...] = ()
    tradable: bool = True
    minimum_cash: Decimal = Decimal(0)
    cash_flow: Decimal = Decimal(0)
    do_not_buy: tuple[str, ...] = ()
    do_not_sell: tuple[str, ...] = ()
    in_target: bool | None = None
    proof: Proof = "proven"
    menu: tuple[str, ...] | None = None
    commission: Decimal = Decimal(0)
    target: Allocation | None = None
    reserve: Decimal = Decimal(0)
    required_distribution: Decimal = Decimal(0)
    reinvest: bool = False

    @property
    def taxable(self) -> bool:
        """Whether its gains are taxed in the year they are realised."""
        return self.registration in TAXABLE

    @property
    def counts_in_target(self) -> bool:
        """Whether the household's target includes it."""
        return self.registration not in OUTSIDE_TARGET if self.in_target is None else self.in_target


@dataclass(frozen=True, slots=True)
class AccountCard:
    """What a person sees of an account. `number` is masked to its last four (`…0935`). Personal data."""

    account: str
    title: str
    number: str = ""
    institution: str = ""
    owner_name: str = ""
    held_away: bool = False
    statement: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Short- and long-term dollars side by side."""

    short: Decimal = Decimal(0)
    long: Decimal = Decimal(0)


FilingStatus = Literal[
    "single", "married_joint", "married_separate", "head_of_household", "surviving_spouse", "estate_trust", "child"
]


@dataclass(frozen=True, slots=True)
class FlatRates:
    """All-in rates that stand for federal, state and net investment tax together."""

    short_term: float
    long_term: float

    def __post_init__(self) -> None:
        for name in ("short_term", "long_term"):
            _fraction(name, getattr(self, name))


@dataclass(frozen=True, slots=True)
class Taxpayer:
    """One tax return.

    ordinary_income : the year's income other than this household's capital gains, before the standard
        deduction, `other_investment_income` contained in it
    realized : gains of the year so far; carryforward : losses from earlier years as positive numbers
    gain_budget : most that `realized` plus the trades' net gain may be; None = no limit
    related : taxpayers whose purchases count against this one's losses (a spouse filing apart, an entity)
    """

    id: str
    filing_status: FilingStatus = "single"
    ordinary_income: Decimal = Decimal(0)
    other_investment_income: Decimal = Decimal(0)
    state_rate: float = 0.0
    realized: Amounts = field(default_factory=Amounts)
    carryforward: Amounts = field(default_factory=Amounts)
    gain_budget: Decimal | None = None
    related: tuple[str, ...] = ()
    deductions: Decimal | None = None
    flat_rates: FlatRates | None = None

    def __post_init__(self) -> None:
        _fraction("state_rate", self.state_rate)
        for name in ("short", "long"):
            if getattr(self.carryforward, name) < 0:
                raise BadInput(f"carryforward.{name}", "losses of earlier years are written as positive numbers")
        if self.deductions is not None and self.deductions < 0:
            raise BadInput("deductions", f"{self.deductions} is below zero")


def _fraction(name: str, rate: float) -> None:
    if not 0 <= rate < 1:
        raise BadInput(name, f"{rate} is no fraction from 0 to under 1; 5 % is 0.05")
