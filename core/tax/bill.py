"""The tax of a year, and what a set of trades adds to it.

Gains stack on top of ordinary taxable income (26 USC 1(h)); an unused deduction absorbs gains; net investment
income is taxed by 26 USC 1411; a state takes one rate of the net gain less the deducted loss. Alternative minimum
tax, phase-outs and the worksheet's cap at ordinary rates are out of scope.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.domain.account import Amounts, FlatRates, Taxpayer
from core.domain.frozen_map import FrozenMap
from core.domain.money import cents
from core.domain.trade import TaxBill
from core.tax.netting import Netted, loss_limit, net
from core.tax.years import StatusTable, TaxYear

ZERO = Decimal(0)
NO_COLLECTIBLES: Mapping[str, Decimal] = FrozenMap()
Kind = Literal["ordinary", "collectibles", "long_term", "flat_short_term", "flat_long_term", "flat_loss"]


@dataclass(frozen=True, slots=True)
class BracketTax:
    """Dollars taxed at one rate (a fraction) and the tax on them."""

    kind: Kind
    rate: Decimal
    amount: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class YearTax:
    """The tax of one return in exact dollars, before rounding; `total` is their sum."""

    federal: Decimal
    net_investment: Decimal
    state: Decimal
    by_bracket: tuple[BracketTax, ...]
    netted: Netted

    @property
    def total(self) -> Decimal:
        """Federal, net investment and state together."""
        return self.federal + self.net_investment + self.state


def year_tax(
    taxpayer: Taxpayer,
    gains: Amounts,
    year: TaxYear,
    first_adult: Taxpayer | None = None,
    collectibles: Decimal = ZERO,
) -> YearTax:
    """The tax of a year whose gains (losses negative) are all of `gains`, `taxpayer.realized` contained in them.

    first_adult : whose rates a child's income is taxed at; without one a child is taxed by its own table
    collectibles : the part of the long-term gain taxed at no more than the collectibles rate
    """
    flat = _flat_rates(taxpayer, first_adult)
    if flat is not None:
        return _flat_tax(flat, net(gains, taxpayer.carryforward, loss_limit(taxpayer.filing_status)))
    table = year.table(taxpayer.filing_status)
    netted = net(gains, taxpayer.carryforward, table.loss_limit)
    if taxpayer.filing_status == "child" and first_adult is not None:
        slices = _on_top_of(first_adult, taxpayer, netted, year, collectibles)
    else:
        slices = _slices(_taxable(taxpayer, netted, table), netted, table, collectibles, year)
    return YearTax(
        federal=sum((part.tax for part in slices), ZERO),
        net_investment=_net_investment(taxpayer, netted, table, year),
        state=Decimal(repr(taxpayer.state_rate)) * netted.income,
        by_bracket=slices,
        netted=netted,
    )


def tax_bill(
    taxpayers: Sequence[Taxpayer],
    gains_by_taxpayer: Mapping[str, Amounts],
    disallowed: Decimal,
    year: TaxYear,
    collectibles: Mapping[str, Decimal] = NO_COLLECTIBLES,
) -> TaxBill:
    """What trades add: tax of the year with their gains less tax without, to the cent, summed over taxpayers.

    gains_by_taxpayer : gains of the trades alone; disallowed : loss that the wash-sale rule takes from them
    collectibles : the part of the long-term gains that collectibles bring, by taxpayer
    """
    adult = first_adult(taxpayers)
    parts = {
        payer.id: _added(
            payer, gains_by_taxpayer.get(payer.id, Amounts()), year, adult, collectibles.get(payer.id, ZERO)
        )
        for payer in taxpayers
    }
    federal, investment, state = (cents(sum((part[i] for part in parts.values()), ZERO)) for i in range(3))
    return TaxBill(
        short_term=cents(sum((gains.short for gains in gains_by_taxpayer.values()), ZERO)),
        long_term=cents(sum((gains.long for gains in gains_by_taxpayer.values()), ZERO)),
        disallowed=cents(disallowed),
        federal=federal,
        net_investment=investment,
        state=state,
        total=federal + investment + state,
        by_taxpayer=FrozenMap({payer: sum(part, ZERO) for payer, part in parts.items()}),
    )


def first_adult(taxpayers: Sequence[Taxpayer]) -> Taxpayer | None:
    """The first taxpayer who is not a child."""
    return next((payer for payer in taxpayers if payer.filing_status != "child"), None)


def with_trades(taxpayer: Taxpayer, trades: Amounts) -> Amounts:
    """The year's gains: realised so far and those of the trades."""
    return Amounts(taxpayer.realized.short + trades.short, taxpayer.realized.long + trades.long)


def _added(
    taxpayer: Taxpayer, trades: Amounts, year: TaxYear, adult: Taxpayer | None, collectibles: Decimal
) -> tuple[Decimal, ...]:
    if not trades.short and not trades.long:
        return (cents(ZERO),) * 3
    after = year_tax(taxpayer, with_trades(taxpayer, trades), year, adult, collectibles)
    before = year_tax(taxpayer, taxpayer.realized, year, adult)
    return (
        cents(after.federal - before.federal),
        cents(after.net_investment - before.net_investment),
        cents(after.state - before.state),
    )


def _flat_rates(taxpayer: Taxpayer, adult: Taxpayer | None) -> FlatRates | None:
    if taxpayer.flat_rates is None and taxpayer.filing_status == "child" and adult is not None:
        return adult.flat_rates
    return taxpayer.flat_rates


def _flat_tax(rates: FlatRates, netted: Netted) -> YearTax:
    short, long = Decimal(repr(rates.short_term)), Decimal(repr(rates.long_term))
    parts = (
        BracketTax("flat_short_term", short, netted.short, netted.short * short),
        BracketTax("flat_long_term", long, netted.long, netted.long * long),
        BracketTax("flat_loss", short, -netted.deducted, -netted.deducted * short),
    )
    kept = tuple(part for part in parts if part.amount)
    return YearTax(sum((part.tax for part in kept), ZERO), ZERO, ZERO, kept, netted)


def _taxable(taxpayer: Taxpayer, netted: Netted, table: StatusTable) -> Decimal:
    """Ordinary taxable income with net short-term gain; negative where a deduction is left over."""
    deductions = table.standard_deduction if taxpayer.deductions is None else taxpayer.deductions
    return taxpayer.ordinary_income + netted.short - netted.deducted - deductions


def _slices(
    taxable: Decimal, netted: Netted, table: StatusTable, collectibles: Decimal, year: TaxYear
) -> tuple[BracketTax, ...]:
    ordinary, gain = max(ZERO, taxable), max(ZERO, netted.long + min(ZERO, taxable))
    collectible = min(max(ZERO, collectibles), gain)
    slices = _by_bracket("ordinary", table.rates, table.upper, ZERO, ordinary)
    if collectible:
        capped = tuple(min(rate, year.collectibles_rate) for rate in table.rates)
        slices += _by_bracket("collectibles", capped, table.upper, ordinary, ordinary + collectible)
    start, end = ordinary + collectible, ordinary + gain
    return (*slices, *_by_bracket("long_term", table.gain_rates, table.gain_upper, start, end))


def _by_bracket(
    kind: Kind, rates: tuple[Decimal, ...], upper: tuple[Decimal, ...], start: Decimal, end: Decimal
) -> list[BracketTax]:
    """The dollars from `start` to `end` of taxable income, cut at the brackets' upper ends."""
    slices = []
    for rate, top in zip(rates, (*upper, end), strict=True):
        if start >= end:
            break
        stop = min(top, end) if top < end else end
        if stop > start:
            slices.append(BracketTax(kind, rate, stop - start, (stop - start) * rate))
            start = stop
    return slices


def _on_top_of(
    adult: Taxpayer, child: Taxpayer, netted: Netted, year: TaxYear, collectibles: Decimal
) -> tuple[BracketTax, ...]:
    """A child's income at the adult's rates: the brackets that the adult's return reaches with it, less without."""
    table = year.table(adult.filing_status)
    own = net(adult.realized, adult.carryforward, table.loss_limit)
    base = _taxable(adult, own, table)
    child_ordinary = child.ordinary_income - (child.deductions or ZERO) + netted.short - netted.deducted
    together = Netted(own.short, own.long + netted.long, own.deducted, own.carryforward)
    after = _slices(base + child_ordinary, together, table, collectibles, year)
    return _less(after, _slices(base, own, table, ZERO, year))


def _less(after: Sequence[BracketTax], before: Sequence[BracketTax]) -> tuple[BracketTax, ...]:
    amounts: dict[tuple[Kind, Decimal], Decimal] = {}
    for sign, slices in ((1, after), (-1, before)):
        for part in slices:
            key = (part.kind, part.rate)
            amounts[key] = amounts.get(key, ZERO) + sign * part.amount
    return tuple(BracketTax(kind, rate, amount, amount * rate) for (kind, rate), amount in amounts.items() if amount)


def _net_investment(taxpayer: Taxpayer, netted: Netted, table: StatusTable, year: TaxYear) -> Decimal:
    investment = max(ZERO, taxpayer.other_investment_income + netted.income)
    above = max(ZERO, taxpayer.ordinary_income + netted.income - table.investment_threshold)
    return year.investment_rate * min(investment, above)
