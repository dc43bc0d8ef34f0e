"""How much each account pays of a withdrawal, as one linear program that knows what each can raise.

First as little as possible is missing, then the policy's order holds, then tax, spread and what stands beyond the
limits decide. Shares are continuous here.
"""

from collections.abc import Mapping
from decimal import Decimal

from core.domain.case import Case
from core.domain.money import ZERO
from core.rebalance.book import open_book
from core.rebalance.building import build
from core.rebalance.effort import Effort
from core.rebalance.goals import goals
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.model_tax import charge_above
from core.rebalance.setting import Setting
from core.rebalance.tax_model import TaxCurve, tax_curve, taxpayers_of
from core.settings import read_settings
from core.tax.years import tax_year_for

DEFERRED = frozenset({"traditional_ira", "sep_ira", "simple_ira", "inherited_ira", "401k", "403b"})
BEYOND_LIMIT = 10.0
"""Dollars charged for each dollar beyond a limit, where order and tax leave a choice."""
ROTH_LAST = 1e-4
"""Dollars charged for a dollar of a Roth account, so that of two equal answers it is spared."""
CENT = Decimal("0.01")
EFFORT = Effort(1e-6, 0.0)


def drawn_on(case: Case, sources: frozenset[str], amount: Decimal) -> dict[str, Decimal]:
    """Dollars of each account that pays. What none can raise is asked of the one that pays most."""
    payers, _ = taxpayers_of(case)
    needed = sorted({account.taxpayer for account in case.accounts if account.taxable or account.id in sources})
    known = [payers[name] for name in needed if name in payers]
    year = tax_year_for(known, case.as_of.year, read_settings().firm)
    curves = {payer.id: tax_curve(payer, payers.values(), year) for payer in known}
    book = open_book(case, payers)
    model = build(book, goals(book), curves, Setting(linear=True, draws=sources))
    return _in_cents(_solved(case, model, curves, float(amount)), amount)


def _solved(case: Case, model: Model, curves: Mapping[str, TaxCurve], amount: float) -> dict[str, float]:
    short = model.program.column()
    all_of_it = Line(dict.fromkeys(model.draws.values(), 1.0)).add(short, 1.0)
    asked = model.units(amount)
    model.program.row(all_of_it, lower=asked, upper=asked)
    last = _taxes(model, curves).plus(model.cost).plus(model.excess, BEYOND_LIMIT)
    for name, column in model.draws.items():
        last.add(column, ROTH_LAST * (_rank(case, name) == 2))
    stages = [Line({short: 1.0}), last]
    if case.policy.withdrawal_order == "taxable_first":
        stages.insert(1, Line({column: float(_rank(case, name)) for name, column in model.draws.items()}))
    found = None
    for stage in stages:
        found = model.program.minimise(stage, EFFORT)
        if found is None:
            break
        model.program.row(stage, upper=stage.at(found.values) + 1e-7)
    if found is None:
        return {min(model.draws): amount}
    paid = {name: float(found.values[column]) * model.scale for name, column in model.draws.items()}
    missing = max(0.0, amount - sum(paid.values()))
    paid[max(paid, key=lambda name: (paid[name], name))] += missing
    return paid


def _rank(case: Case, name: str) -> int:
    account = case.account(name)
    return 0 if account.taxable else 2 if account.registration == "roth_ira" else 1


def _taxes(model: Model, curves: Mapping[str, TaxCurve]) -> Line:
    """Ordinary and state tax of what is drawn from tax-deferred accounts, by taxpayer, as a line of costs."""
    income: dict[str, Line] = {}
    for name, column in model.draws.items():
        account = model.book.accounts[name]
        if account.registration in DEFERRED and account.taxpayer in curves:
            income.setdefault(account.taxpayer, Line()).add(column, 1.0)
    costs = Line()
    for payer, amount in income.items():
        charge_above(model, curves[payer].ordinary, amount, costs)
        costs.plus(amount, curves[payer].state)
    return costs


def _in_cents(paid: Mapping[str, float], amount: Decimal) -> dict[str, Decimal]:
    """The parts in cents, the largest taking what rounding leaves."""
    parts = {name: Decimal(repr(round(dollars, 2))) for name, dollars in sorted(paid.items()) if dollars >= 0.01}
    largest = max(parts, key=lambda name: (parts[name], name))
    parts[largest] += amount - sum(parts.values(), ZERO)
    return {name: dollars.quantize(CENT) for name, dollars in parts.items() if dollars > 0}
