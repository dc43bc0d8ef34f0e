"""Which accounts pay out a withdrawal of the household: required distributions first, then by the policy's order.

`taxable_first`: taxable accounts, then tax-deferred ones, then Roth accounts; `minimum_tax`: whatever adds least to
the tax of this year, gains of sales and ordinary income of distributions counted. The case goes on with a cash flow in
each account that pays; no cash moves between accounts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.money import ZERO, cents
from core.domain.rationale import Reason
from core.rebalance.sourcing_program import DEFERRED, drawn_on
from core.rebalance.tax_model import taxpayers_of
from core.settings import read_settings
from core.tax.bill import first_adult, year_tax
from core.tax.years import tax_year_for
from core.words import dollars, listing

ASIDE = frozenset({"utma", "529", "hsa", "annuity"})
"""Registrations whose money is meant for something else: never drawn on."""
ORDERS = {
    "taxable_first": "taxable accounts first, then tax-deferred ones, then Roth accounts",
    "minimum_tax": "what adds least to this year's tax",
}
Paid = Mapping[str, Decimal]
"""account -> dollars paid out"""


def sourced(case: Case) -> tuple[Case, tuple[Reason, ...]]:
    """The case with its withdrawal as cash flows of the accounts that pay it, and why those; the same without one."""
    if case.withdrawal <= 0:
        return case, ()
    sources = _sources(case)
    if not sources:
        raise BadInput("withdrawal", "the household has no account to pay it")
    due = _distributions(case.withdrawal, sources.values())
    rest = case.withdrawal - sum(due.values(), ZERO)
    bare = _with_flows(replace(case, withdrawal=ZERO), due, due)
    drawn = drawn_on(bare, frozenset(sources), rest) if rest > 0 else {}
    income = _ordinary_income(sources, drawn)
    reasons = (*_from_distributions(due), *_by_order(case, drawn, _tax_on(bare, income)))
    return _with_income(_with_flows(bare, drawn, {}), income), reasons


def _sources(case: Case) -> dict[str, Account]:
    """The accounts that may be asked; where none may be traded, all of them, and what they hold in cash decides."""
    asked = [account for account in case.accounts if _pays(account)] or case.accounts
    return {account.id: account for account in asked}


def _pays(account: Account) -> bool:
    open_to_orders = account.tradable and account.proof != "unproven" and account.counts_in_target
    return open_to_orders and account.registration not in ASIDE


def _distributions(withdrawal: Decimal, sources: Iterable[Account]) -> dict[str, Decimal]:
    """Required distributions, as far as the withdrawal goes: they leave their accounts anyway."""
    left, due = withdrawal, {}
    for account in sorted(sources, key=lambda one: one.id):
        amount = min(left, account.required_distribution)
        if amount > 0:
            due[account.id] = amount
            left -= amount
    return due


def _with_flows(case: Case, paid: Paid, distributed: Paid) -> Case:
    accounts = tuple(
        replace(
            account,
            cash_flow=account.cash_flow - paid.get(account.id, ZERO),
            required_distribution=account.required_distribution - distributed.get(account.id, ZERO),
        )
        for account in case.accounts
    )
    return replace(case, accounts=accounts)


def _ordinary_income(sources: Mapping[str, Account], drawn: Paid) -> dict[str, Decimal]:
    """What taxpayers draw from tax-deferred accounts beyond required distributions, which count as income already."""
    found: dict[str, Decimal] = {}
    for name, amount in drawn.items():
        if sources[name].registration in DEFERRED:
            payer = sources[name].taxpayer
            found[payer] = found.get(payer, ZERO) + amount
    return found


def _with_income(case: Case, income: Mapping[str, Decimal]) -> Case:
    """Gains of the year's trades stack on top of what is drawn."""
    payers = tuple(
        replace(payer, ordinary_income=payer.ordinary_income + income.get(payer.id, ZERO)) for payer in case.taxpayers
    )
    return replace(case, taxpayers=payers)


def _tax_on(case: Case, income: Mapping[str, Decimal]) -> Decimal:
    """Tax of the year that draws from tax-deferred accounts add, before any gain of the trades."""
    payers, _ = taxpayers_of(case)
    added, adult = ZERO, first_adult(list(payers.values()))
    for name, amount in income.items():
        before = payers.get(name)
        if before is not None:
            year = tax_year_for([before], case.as_of.year, read_settings().firm)
            after = replace(before, ordinary_income=before.ordinary_income + amount)
            more = (year_tax(one, one.realized, year, adult).total for one in (after, before))
            added += next(more) - next(more)
    return cents(added)


def _from_distributions(due: Paid) -> list[Reason]:
    return [
        Reason(
            "required_distribution",
            f"The required distribution of {name} pays {dollars(amount)} of the withdrawal.",
            FrozenMap({"account": name, "amount": str(amount)}),
        )
        for name, amount in due.items()
    ]


def _by_order(case: Case, drawn: Paid, tax: Decimal) -> list[Reason]:
    if not drawn:
        return []
    parts = listing([f"{dollars(amount)} from {name}" for name, amount in drawn.items()])
    taxed = f" As ordinary income it adds {dollars(tax)} of tax, beside that of the trades." if tax else ""
    sentence = f"The withdrawal takes {parts}: {ORDERS[case.policy.withdrawal_order]}.{taxed}"
    facts = {"order": case.policy.withdrawal_order, "income_tax": str(tax), "withdrawal": str(case.withdrawal),
             "accounts": tuple(drawn), "amounts": tuple(str(amount) for amount in drawn.values())}  # fmt: skip
    return [Reason("withdrawal_source", sentence, FrozenMap(facts))]
