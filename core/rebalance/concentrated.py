"""A concentrated position worked off over years under a yearly gain budget, as a plan that a person can read.

Sheltered shares go first, since their sale costs no tax; then lots with a loss, then long-term lots with the smallest
gain a share, as far as the budget of the year goes. Lots with a short-term gain wait until they are long-term.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from core.domain.account import Account, Amounts, Taxpayer
from core.domain.case import Case
from core.domain.concentration import WorkingOff, YearOfSales
from core.domain.errors import BadInput
from core.domain.lot import Lot, LotPick
from core.domain.money import ZERO, basis_share, cents
from core.domain.security import Security
from core.rebalance.position import sellable, shares_held, to_sell, weight_of
from core.rebalance.tax_model import taxpayers_of, year_of
from core.risk.exposure import in_target
from core.tax.bill import first_adult, tax_bill, with_trades, year_tax
from core.tax.gains import gain_per_share, sale_of
from core.tax.holding_period import lot_term
from core.tax.relief import RELIEFS
from core.tax.years import TaxYear
from core.words import count, dollars, percent

ASSUMPTIONS = (
    "Prices stay as they are; so do other income and the other holdings.",
    "Later years are taxed by the tables of this year, since theirs are not known yet.",
    "Nothing like it is bought within 30 days of a loss.",
)
LONGEST = 30
"""Years beyond which no plan is looked at."""
UNLIMITED = Decimal("1e15")


@dataclass(slots=True)
class _Standing:
    """What is still held while the plan runs: the lots of each account, and every taxpayer as the year finds it."""

    lots: dict[str, list[Lot]]
    payers: dict[str, Taxpayer]
    left: Decimal
    wanted: Decimal
    years: list[YearOfSales] = field(default_factory=list)


def work_off(case: Case, symbol: str, budget: Decimal, most: float, years: int = 10) -> WorkingOff:
    """The plan that brings a symbol down to `most` of the household, each taxpayer realising at most `budget` a year.

    Raises BadInput for a symbol that is not held, or a budget, weight or number of years that is none.
    """
    _check(case, symbol, budget, most, years)
    held = shares_held(case, symbol)
    plan = _run(case, symbol, budget, min(held, to_sell(case, symbol, most)), years)
    at_once = _run(_without_budgets(case), symbol, UNLIMITED, held - plan.left, 1)
    reached = plan.left <= held - to_sell(case, symbol, most)
    tax = sum((one.tax for one in plan.years), ZERO)
    weight = weight_of(case, symbol, held)
    return WorkingOff(
        symbol, most, budget, weight, held, tuple(plan.years), tax, sum((one.tax for one in at_once.years), ZERO),
        reached, _sentence(symbol, weight, plan.years, tax, reached), ASSUMPTIONS,
    )  # fmt: skip


def _check(case: Case, symbol: str, budget: Decimal, most: float, years: int) -> None:
    if not any(lot.symbol == symbol for account in in_target(case) for lot in account.lots):
        raise BadInput("symbol", f"{symbol} is not held")
    if case.security(symbol).price <= 0:
        raise BadInput("symbol", f"{symbol} has no price")
    if budget < 0:
        raise BadInput("budget", f"{budget} is below zero")
    if not 0 <= most < 1:
        raise BadInput("most", f"{most} is no weight from 0 to under 1")
    if not 1 <= years <= LONGEST:
        raise BadInput("years", f"a plan has 1 to {LONGEST} years")


def _without_budgets(case: Case) -> Case:
    return replace(case, taxpayers=tuple(replace(payer, gain_budget=None) for payer in case.taxpayers))


def _run(case: Case, symbol: str, budget: Decimal, wanted: Decimal, years: int) -> _Standing:
    payers, _ = taxpayers_of(case)
    tables = year_of(case, payers)
    standing = _Standing(sellable(case, symbol), dict(payers), shares_held(case, symbol), wanted)
    for number in range(years):
        if standing.wanted <= 0 or not any(standing.lots.values()):
            break
        _one_year(case, symbol, budget, standing, tables, number)
    while standing.years and not standing.years[-1].shares:
        standing.years.pop()
    return standing


def _one_year(case: Case, symbol: str, budget: Decimal, standing: _Standing, tables: TaxYear, number: int) -> None:
    on = case.as_of if number == 0 else date(case.as_of.year + number, 1, 2)
    security, accounts = case.security(symbol), {account.id: account for account in case.accounts}
    picks: list[LotPick] = []
    gains: dict[str, Amounts] = {}
    for account in sorted((accounts[name] for name in standing.lots), key=lambda one: (one.taxable, one.id)):
        payer = standing.payers.get(account.taxpayer)
        used = gains.get(account.taxpayer, Amounts())
        room = _room(account, payer, used, budget, number)
        for pick in _sales(account, standing, security, room, on):
            picks.append(pick)
            if account.taxable:
                used = _with(used, pick)
        gains[account.taxpayer] = used
    tax = _tax(standing, gains, tables)
    standing.years.append(_row(case, security, standing, picks, gains, tax, on))


def _room(account: Account, payer: Taxpayer | None, used: Amounts, budget: Decimal, number: int) -> Decimal:
    """Gain that the account's taxpayer may still realise this year; in the first year its own budget binds too."""
    if not account.taxable or payer is None:
        return UNLIMITED
    before = payer.realized.short + payer.realized.long if number == 0 else ZERO
    limit = min(budget, payer.gain_budget) if number == 0 and payer.gain_budget is not None else budget
    return limit - before - used.short - used.long


def _sales(account: Account, standing: _Standing, security: Security, room: Decimal, on: date) -> Iterator[LotPick]:
    """Sales out of one account in their order, each as large as the budget and the plan allow."""
    order = RELIEFS.entry("min_tax").function(standing.lots[account.id], security.unit_price, on)
    for lot in order:
        gain = gain_per_share(lot, security.unit_price) or ZERO
        if account.taxable and gain > 0 and lot_term(lot, on) == "short":
            continue
        most = min(lot.quantity, standing.wanted)
        if account.taxable and gain > 0:
            most = min(most, max(ZERO, room) / gain)
        quantity = _whole(security, most, lot.quantity)
        if quantity <= 0:
            continue
        pick = sale_of(lot, quantity, security.unit_price, on)
        room -= (pick.gain or ZERO) if account.taxable else ZERO
        _take(standing, account.id, lot, quantity)
        yield pick


def _whole(security: Security, most: Decimal, held: Decimal) -> Decimal:
    """Whole shares (or four decimals), but all of a lot where all of it goes."""
    if most >= held:
        return held
    step = Decimal("0.0001") if security.fractional else Decimal(1)
    return (most / step).to_integral_value(rounding=ROUND_FLOOR) * step


def _take(standing: _Standing, account: str, lot: Lot, quantity: Decimal) -> None:
    left = lot.quantity - quantity
    others = [one for one in standing.lots[account] if one.id != lot.id]
    if left > 0:
        bases = (
            None if basis is None else basis - basis_share(basis, quantity, lot.quantity)
            for basis in (lot.cost_basis, lot.donor_basis)
        )
        basis, donor = bases
        others.append(replace(lot, quantity=left, cost_basis=basis, donor_basis=donor))
    standing.lots[account] = others
    standing.wanted -= quantity
    standing.left -= quantity


def _with(used: Amounts, pick: LotPick) -> Amounts:
    gain = pick.gain or ZERO
    return Amounts(used.short + gain, used.long) if pick.term == "short" else Amounts(used.short, used.long + gain)


def _tax(standing: _Standing, gains: Mapping[str, Amounts], tables: TaxYear) -> Decimal:
    """What the year's gains add to tax; afterwards every taxpayer stands at the next year's start."""
    payers = tuple(standing.payers[name] for name in sorted(standing.payers))
    taxed = {name: amounts for name, amounts in gains.items() if name in standing.payers}
    bill = tax_bill(payers, taxed, ZERO, tables)
    adult = first_adult(payers)
    for payer in payers:
        year = year_tax(payer, with_trades(payer, taxed.get(payer.id, Amounts())), tables, adult)
        standing.payers[payer.id] = replace(payer, realized=Amounts(), carryforward=year.netted.carryforward)
    return bill.total


def _row(
    case: Case, security: Security, standing: _Standing, picks: Sequence[LotPick], gains: Mapping[str, Amounts],
    tax: Decimal, on: date,
) -> YearOfSales:  # fmt: skip
    sold = sum((pick.quantity for pick in picks), ZERO)
    waiting = sum(
        (
            lot.quantity for account in case.accounts if account.taxable for lot in standing.lots.get(account.id, ())
            if lot_term(lot, on) == "short" and (gain_per_share(lot, security.unit_price) or ZERO) > 0
        ),
        ZERO,
    )  # fmt: skip
    return YearOfSales(
        on.year, on, sold, cents(sold * security.unit_price), sum((one.short for one in gains.values()), ZERO),
        sum((one.long for one in gains.values()), ZERO), tax, standing.left,
        weight_of(case, security.symbol, standing.left), waiting, tuple(picks),
    )  # fmt: skip


def _sentence(symbol: str, weight: float, years: Sequence[YearOfSales], tax: Decimal, reached: bool) -> str:
    if not years:
        return f"{symbol} stands at {percent(weight)} of the household; within the budget nothing can be sold."
    end = "" if reached else ", and is not yet where it should be"
    return (
        f"{symbol} falls from {percent(weight)} to {percent(years[-1].weight)} of the household in "
        f"{count(len(years), 'year')} for {dollars(tax)} of tax{end}."
    )
