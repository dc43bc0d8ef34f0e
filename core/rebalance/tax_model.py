"""The tax of a year as straight lines for the solver; the exact bill stays with `core.tax.bill`.

Losses offset first, then up to the yearly limit other income, and what is left is worth half the long-term rate
(RULES 4.5). One simplification: the brackets of long-term gains stand where the ordinary income of the year puts
them without the trades' short-term gains.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Amounts, FlatRates, Taxpayer
from core.domain.case import Case
from core.domain.issue import Issue
from core.domain.trade import TaxBill
from core.settings import read_settings
from core.tax.bill import first_adult, tax_bill
from core.tax.netting import loss_limit, net
from core.tax.years import StatusTable, TaxYear, tax_year_for

CARRIED_LOSS_WORTH = 0.5
"""A loss carried forward is worth this fraction of the long-term rate."""


@dataclass(frozen=True, slots=True)
class Tangent:
    """A straight line under a convex tax: `slope` x dollars + `intercept` dollars."""

    slope: float
    intercept: float


@dataclass(frozen=True, slots=True)
class TaxCurve:
    """The tax on a year's netted gains.

    ordinary : of net short-term gain less the deducted loss; gains, investment : of the whole net gain
    shared : the slope of `gains` that ordinary income takes up by itself
    rate_long : tax on the next dollar of long-term gain; carried : worth of a dollar of loss carried forward
    collectible : what the next dollar of a collectible's long-term gain costs beyond that
    """

    ordinary: tuple[Tangent, ...]
    gains: tuple[Tangent, ...]
    investment: tuple[Tangent, ...]
    shared: float
    state: float
    limit: float
    rate_long: float
    rate_ordinary: float
    carried: float
    collectible: float = 0.0


def taxpayers_of(case: Case) -> tuple[dict[str, Taxpayer], tuple[Issue, ...]]:
    """Every taxpayer that accounts name; one without a profile has the firm's default rates, and an issue says so."""
    known = {payer.id: payer for payer in case.taxpayers}
    issues = []
    for account in sorted(case.accounts, key=lambda account: account.id):
        if account.taxpayer not in known and account.taxable:
            known[account.taxpayer] = Taxpayer(account.taxpayer, flat_rates=case.policy.default_rates)
            issues.append(_missing(account.id, account.taxpayer, case.policy.default_rates))
    return known, tuple(issues)


def year_of(case: Case, payers: Mapping[str, Taxpayer]) -> TaxYear:
    """The tables, the firm's own first, that the case's day and its taxpayers with taxable accounts ask for."""
    taxed = {account.taxpayer for account in case.accounts if account.taxable}
    return tax_year_for(
        [payer for payer in payers.values() if payer.id in taxed], case.as_of.year, read_settings().firm
    )


def exact_bill(
    payers: Mapping[str, Taxpayer],
    gains: Mapping[str, Amounts],
    disallowed: Decimal,
    year: TaxYear,
    collectibles: Mapping[str, Decimal],
) -> TaxBill:
    """What the trades add to the year's tax, to the cent; `collectibles` are contained in the long-term gains."""
    return tax_bill(list(payers.values()), gains, disallowed, year, collectibles)


def tax_curve(payer: Taxpayer, payers: Iterable[Taxpayer], year: TaxYear) -> TaxCurve:
    """The curve of one taxpayer; a child's is that of the first adult, at the adult's income."""
    adult = first_adult(list(payers))
    base = adult if payer.filing_status == "child" and adult is not None else payer
    flat = payer.flat_rates or base.flat_rates
    if flat is not None:
        return _flat_curve(flat, float(loss_limit(payer.filing_status)))
    return _bracket_curve(payer, base, year)


def _flat_curve(rates: FlatRates, limit: float) -> TaxCurve:
    short, long = rates.short_term, rates.long_term
    return TaxCurve(
        ordinary=(Tangent(short, 0.0),),
        gains=(Tangent(long, 0.0),),
        investment=(),
        shared=long,
        state=0.0,
        limit=limit,
        rate_long=long,
        rate_ordinary=short,
        carried=CARRIED_LOSS_WORTH * long,
    )


def _bracket_curve(payer: Taxpayer, base: Taxpayer, year: TaxYear) -> TaxCurve:
    table, own = year.table(base.filing_status), year.table(payer.filing_status)
    deductions = table.standard_deduction if base.deductions is None else base.deductions
    income = float(base.ordinary_income - deductions)
    if base is not payer:
        adults = net(base.realized, base.carryforward, table.loss_limit)
        income += float(adults.income + payer.ordinary_income - (payer.deductions or Decimal(0)))
    investment = _investment(payer, own, year)
    gains = _tangents(table.gain_rates, table.gain_upper, income)
    shared = _slope(gains, 1.0)
    long = shared + payer.state_rate + _slope(investment, 1.0)
    ordinary = _tangents(table.rates, table.upper, income)
    return TaxCurve(
        ordinary=ordinary,
        gains=gains,
        investment=investment,
        shared=shared,
        state=payer.state_rate,
        limit=float(own.loss_limit),
        rate_long=long,
        rate_ordinary=_slope(ordinary, -1.0),
        carried=CARRIED_LOSS_WORTH * long,
        collectible=max(0.0, min(float(year.collectibles_rate), _slope(ordinary, 1.0)) - shared),
    )


def _investment(payer: Taxpayer, table: StatusTable, year: TaxYear) -> tuple[Tangent, ...]:
    rate = float(year.investment_rate)
    above = float(payer.ordinary_income - table.investment_threshold)
    room = min(float(payer.other_investment_income), above)
    return (Tangent(0.0, 0.0), Tangent(rate, rate * room))


def _tangents(rates: Sequence[Decimal], upper: Sequence[Decimal], base: float) -> tuple[Tangent, ...]:
    """Lines of a bracket tax in dollars on top of `base` taxable income."""
    lines, start, tax = [Tangent(0.0, 0.0)], 0.0, 0.0
    for rate, top in zip(rates, (*upper, None), strict=True):
        slope = float(rate)
        lines.append(Tangent(slope, tax + slope * (base - start)))
        if top is not None:
            tax += slope * (float(top) - start)
            start = float(top)
    return tuple(lines)


def _slope(lines: Sequence[Tangent], at: float) -> float:
    """The slope of the highest line at `at` dollars."""
    return max(lines, key=lambda line: (line.slope * at + line.intercept, line.slope)).slope if lines else 0.0


def _missing(account: str, payer: str, rates: FlatRates) -> Issue:
    return Issue(
        "warning",
        f"accounts.{account}.taxpayer",
        f"No tax profile for '{payer}': the firm's default rates of {rates.short_term:.0%} short-term and "
        f"{rates.long_term:.0%} long-term stand in.",
        "tax_profile_missing",
    )
