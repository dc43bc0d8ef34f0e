"""What lots, taxpayers and budgets say of each account and of the household, in dollars and days."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from core.domain.account import Account, Amounts
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.security import Security
from core.monitor.book.harvest import harvestable
from core.monitor.watches.holdings import required_cash
from core.tax.bill import tax_bill
from core.tax.holding_period import days_to_long, lot_term
from core.tax.households import taxpayers
from core.tax.years import tax_year_for

FIGURES = (
    "cash", "cash_needed", "unfunded", "embedded_short", "embedded_long", "tax_to_liquidate", "harvestable",
    "realized", "budget_left", "days_to_long",
)  # fmt: skip
ZERO = Decimal(0)


@dataclass
class Figures:
    """One portfolio's numbers; NaN where one does not apply."""

    values: dict[str, float] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0.0))
    taxed_value: float = 0.0
    known_value: float = 0.0

    @property
    def basis_known(self) -> float:
        """Share of the value of taxable lots whose basis and start are known."""
        return self.known_value / self.taxed_value if self.taxed_value else 1.0


def figures(case: Case, firm_folder: Path | None = None) -> tuple[Figures, dict[str, Figures]]:
    """The household's figures, and those of each of its accounts."""
    securities = {security.symbol: security for security in case.securities}
    sold = {account.id: _gains(case, account, securities) for account in case.accounts}
    losses = harvestable(case, securities)
    by_account = {
        account.id: _account_figures(case, account, securities, sold[account.id], losses.get(account.id, 0.0))
        for account in case.accounts
    }
    bills = _taxes(case, sold, firm_folder)
    for name, found in by_account.items():
        found.values["tax_to_liquidate"] = bills[name]
    whole = _sum(by_account.values())
    whole.values["tax_to_liquidate"] = bills[""]
    held = {lot.symbol for account in case.accounts for lot in account.lots}
    whole.values["unfunded"] = sum(float(securities[symbol].unfunded) for symbol in held)
    whole.values.update(_budgets(case))
    return whole, by_account


@dataclass(frozen=True, slots=True)
class _Sold:
    """Gains of an account if all of it were sold today; `collectible` is part of `long`."""

    short: Decimal = ZERO
    long: Decimal = ZERO
    collectible: Decimal = ZERO
    value: float = 0.0
    known: float = 0.0


def _gains(case: Case, account: Account, securities: Mapping[str, Security]) -> _Sold:
    if not account.taxable:
        return _Sold()
    short = long = collectible = ZERO
    value = known = 0.0
    for lot in account.lots:
        security = securities[lot.symbol]
        dollars = lot.quantity * security.unit_price
        term = lot_term(lot, case.as_of)
        value += abs(float(dollars))
        if lot.cost_basis is None or term is None:
            continue
        known += abs(float(dollars))
        gain = dollars - lot.cost_basis
        if term == "short":
            short += gain
        else:
            long += gain
            collectible += gain if security.collectible else ZERO
    return _Sold(short, long, collectible, value, known)


def _account_figures(
    case: Case, account: Account, securities: Mapping[str, Security], sold: _Sold, harvestable: float
) -> Figures:
    made = Figures(taxed_value=sold.value, known_value=sold.known)
    waits = [days_to_long(lot, case.as_of) for lot in account.lots] if account.taxable else []
    made.values.update(
        cash=float(account.cash + account.cash_flow),
        cash_needed=float(required_cash(account)),
        unfunded=sum(float(securities[symbol].unfunded) for symbol in {lot.symbol for lot in account.lots}),
        embedded_short=float(sold.short),
        embedded_long=float(sold.long),
        harvestable=harvestable,
        realized=math.nan,
        budget_left=math.nan,
        days_to_long=min((float(days) for days in waits if days), default=math.nan),
    )
    return made


def _sum(parts: Iterable[Figures]) -> Figures:
    every = list(parts)
    whole = Figures(
        taxed_value=sum(part.taxed_value for part in every), known_value=sum(part.known_value for part in every)
    )
    for name in ("cash", "cash_needed", "embedded_short", "embedded_long", "harvestable"):
        whole.values[name] = sum(part.values[name] for part in every)
    waits = [part.values["days_to_long"] for part in every if part.values["days_to_long"] > 0]
    whole.values["days_to_long"] = min(waits, default=math.nan)
    return whole


def _budgets(case: Case) -> dict[str, float]:
    """Gains realised this year, and what budgets leave; NaN where nobody has a budget."""
    net = {payer.id: payer.realized.short + payer.realized.long for payer in case.taxpayers}
    left = [payer.gain_budget - net[payer.id] for payer in case.taxpayers if payer.gain_budget is not None]
    return {"realized": float(sum(net.values(), ZERO)), "budget_left": float(sum(left)) if left else math.nan}


def _taxes(case: Case, sold: Mapping[str, _Sold], firm_folder: Path | None) -> dict[str, float]:
    """Account (and "" for the household) -> what selling it adds to the year's tax; NaN in a year without a table."""
    payers = taxpayers(case)
    try:
        year = tax_year_for(payers, case.as_of.year, firm_folder)
    except BadInput:
        return dict.fromkeys(["", *sold], math.nan)
    owner = {account.id: account.taxpayer for account in case.accounts}

    def bill(names: Iterable[str]) -> float:
        gains: dict[str, Amounts] = {}
        collectibles: dict[str, Decimal] = {}
        for name in names:
            one, payer = sold[name], owner[name]
            before = gains.get(payer, Amounts())
            gains[payer] = Amounts(before.short + one.short, before.long + one.long)
            collectibles[payer] = collectibles.get(payer, ZERO) + one.collectible
        return float(tax_bill(payers, gains, ZERO, year, collectibles).total) if any(gains) else 0.0

    taxed = [name for name, one in sold.items() if one.value]
    alone = {name: bill([name]) if name in taxed else 0.0 for name in sold}
    return {**alone, "": alone[taxed[0]] if len(taxed) == 1 else bill(taxed)}
