"""Taxable income cut at the brackets: ordinary income, unrecaptured gain, collectibles, then other long-term gains.

26 USC 1(h) stacks gains on ordinary income; an unused deduction absorbs gains; unrecaptured section 1250 gain and
collectibles pay at most rates of their own, in the order of the Schedule D Tax Worksheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.domain.account import Taxpayer
from core.tax.netting import Netted, net
from core.tax.years import StatusTable, TaxYear

ZERO = Decimal(0)
Kind = Literal[
    "ordinary", "unrecaptured", "collectibles", "long_term", "flat_short_term", "flat_long_term", "flat_loss"
]


@dataclass(frozen=True, slots=True)
class Special:
    """Dollars of long-term gain that are taxed at most at rates of their own: 28 % and 25 %."""

    collectibles: Decimal = ZERO
    unrecaptured: Decimal = ZERO

    def less(self, losses: Decimal) -> "Special":
        """After short-term losses and carried losses, which reduce collectibles first (28% Rate Gain Worksheet)."""
        kept = max(ZERO, self.collectibles - losses)
        beyond = max(ZERO, losses - max(ZERO, self.collectibles))
        return Special(kept, max(ZERO, self.unrecaptured - beyond))


NOTHING_SPECIAL = Special()


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
    taxable: Decimal, netted: Netted, table: StatusTable, special: Special, year: TaxYear
) -> tuple[BracketTax, ...]:
    """What each dollar of taxable income pays; `taxable` is negative where a deduction is left for gains."""
    ordinary, gain = max(ZERO, taxable), max(ZERO, netted.long + min(ZERO, taxable))
    slices = _by_bracket("ordinary", table.rates, table.upper, ZERO, ordinary)
    start, end = ordinary, ordinary + gain
    capped: tuple[tuple[Kind, Decimal, Decimal], ...] = (
        ("unrecaptured", special.unrecaptured, year.unrecaptured_rate),
        ("collectibles", special.collectibles, year.collectibles_rate),
    )
    for kind, dollars, most in capped:
        stop = start + min(max(ZERO, dollars), end - start)
        slices += _by_bracket(kind, tuple(min(rate, most) for rate in table.rates), table.upper, start, stop)
        start = stop
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
    adult: Taxpayer, child: Taxpayer, netted: Netted, year: TaxYear, special: Special
) -> tuple[BracketTax, ...]:
    """A child's income at the adult's rates: the brackets that the adult's return reaches with it, less without."""
    table = year.table(adult.filing_status)
    own = net(adult.realized, adult.carryforward, table.loss_limit)
    base = taxable_income(adult, own, table)
    child_ordinary = child.ordinary_income - (child.deductions or ZERO) + netted.short - netted.deducted
    together = Netted(own.short, own.long + netted.long, own.deducted, own.carryforward)
    after = slices_of(base + child_ordinary, together, table, special, year)
    return _less(after, slices_of(base, own, table, NOTHING_SPECIAL, year))


def _less(after: Sequence[BracketTax], before: Sequence[BracketTax]) -> tuple[BracketTax, ...]:
    amounts: dict[tuple[Kind, Decimal], Decimal] = {}
    for sign, slices in ((1, after), (-1, before)):
        for part in slices:
            key = (part.kind, part.rate)
            amounts[key] = amounts.get(key, ZERO) + sign * part.amount
    return tuple(BracketTax(kind, rate, amount, amount * rate) for (kind, rate), amount in amounts.items() if amount)
