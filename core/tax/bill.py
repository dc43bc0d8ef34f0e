"""The tax of a year, and what a set of trades adds to it.

Gains stack on top of ordinary taxable income (26 USC 1(h)); an unused deduction absorbs gains; net investment
income is taxed by 26 USC 1411; a state takes one rate of the net gain less the deducted loss. Alternative minimum
tax, phase-outs and the worksheet's cap at ordinary rates are out of scope.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Amounts, FlatRates, Taxpayer
from core.domain.frozen_map import FrozenMap
from core.domain.money import cents
from core.domain.trade import TaxBill
from core.tax.brackets import BracketTax, Special, on_top_of, slices_of, taxable_income
from core.tax.netting import Netted, loss_limit, net
from core.tax.years import StatusTable, TaxYear

ZERO = Decimal(0)
NO_COLLECTIBLES: Mapping[str, Decimal] = FrozenMap()


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
    unrecaptured: Decimal = ZERO,
) -> YearTax:
    """The tax of a year whose gains (losses negative) are all of `gains`, `taxpayer.realized` contained in them.

    first_adult : whose rates a child's income is taxed at; without one a child is taxed by its own table
    collectibles : the part of the long-term gain taxed at no more than the collectibles rate; unrecaptured : that of
        real estate up to its depreciation, taxed at no more than 25 % (26 USC 1(h)(6)); losses reduce the first first
    """
    flat = _flat_rates(taxpayer, first_adult)
    if flat is not None:
        return _flat_tax(flat, net(gains, taxpayer.carryforward, loss_limit(taxpayer.filing_status)))
    table = year.table(taxpayer.filing_status)
    netted = net(gains, taxpayer.carryforward, table.loss_limit)
    special = Special(collectibles, unrecaptured).less(_other_losses(taxpayer, gains))
    if taxpayer.filing_status == "child" and first_adult is not None:
        slices = on_top_of(first_adult, taxpayer, netted, year, special)
    else:
        slices = slices_of(taxable_income(taxpayer, netted, table), netted, table, special, year)
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


def _other_losses(taxpayer: Taxpayer, gains: Amounts) -> Decimal:
    """A net short-term loss and long-term losses carried in, as positive dollars."""
    return max(ZERO, taxpayer.carryforward.short - gains.short) + taxpayer.carryforward.long


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


def _net_investment(taxpayer: Taxpayer, netted: Netted, table: StatusTable, year: TaxYear) -> Decimal:
    investment = max(ZERO, taxpayer.other_investment_income + netted.income)
    above = max(ZERO, taxpayer.ordinary_income + netted.income - table.investment_threshold)
    return year.investment_rate * min(investment, above)
