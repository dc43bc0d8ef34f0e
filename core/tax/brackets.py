"""Taxable income cut at the brackets: ordinary income first, then collectibles, then long-term gains on top.

26 USC 1(h) stacks gains on ordinary income; an unused deduction absorbs gains; collectibles pay at most their own rate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.domain.account import Taxpayer
from core.tax.netting import Netted, net
from core.tax.years import StatusTable, TaxYear

ZERO = Decimal(0)
Kind = Literal["ordinary", "collectibles", "long_term", "flat_short_term", "flat_long_term", "flat_loss"]


@dataclass(frozen=True, slots=True)
class BracketTax:
    """Dollars taxed at one rate (a fraction) and the tax on them."""

    kind: Kind
    rate: Decimal
    amount: Decimal
    tax: Decimal


def taxable_income(taxpayer: Taxpayer, netted: Netted, table: StatusTable) -> Decimal:
    """Ordinary taxable income with net short-term gain; negative where a deduction is left over."""
    deductions = table.standard_deduction if taxpayer.deductions is None else taxpayer.deductions
    return taxpayer.ordinary_income + netted.short - netted.deducted - deductions


def slices_of(
    taxable: Decimal, netted: Netted, table: StatusTable, collectibles: Decimal, year: TaxYear
) -> tuple[BracketTax, ...]:
    """What each dollar of taxable income pays; `taxable` is negative where a deduction is left for gains."""
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


def on_top_of(
    adult: Taxpayer, child: Taxpayer, netted: Netted, year: TaxYear, collectibles: Decimal
) -> tuple[BracketTax, ...]:
    """A child's income at the adult's rates: the brackets that the adult's return reaches with it, less without."""
    table = year.table(adult.filing_status)
    own = net(adult.realized, adult.carryforward, table.loss_limit)
    base = taxable_income(adult, own, table)
    child_ordinary = child.ordinary_income - (child.deductions or ZERO) + netted.short - netted.deducted
    together = Netted(own.short, own.long + netted.long, own.deducted, own.carryforward)
    after = slices_of(base + child_ordinary, together, table, collectibles, year)
    return _less(after, slices_of(base, own, table, ZERO, year))


def _less(after: Sequence[BracketTax], before: Sequence[BracketTax]) -> tuple[BracketTax, ...]:
    amounts: dict[tuple[Kind, Decimal], Decimal] = {}
    for sign, slices in ((1, after), (-1, before)):
        for part in slices:
            key = (part.kind, part.rate)
            amounts[key] = amounts.get(key, ZERO) + sign * part.amount
    return tuple(BracketTax(kind, rate, amount, amount * rate) for (kind, rate), amount in amounts.items() if amount)
