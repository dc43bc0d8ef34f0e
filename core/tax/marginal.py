"""Where the tax of a year bends: exact straight pieces of it along net gain, for a solver that needs lines.

The tax is a piecewise straight function of the year's short-term gain and of its long-term gain. It is not convex:
beyond the yearly loss limit its slope is 0, in the limit it is the ordinary rate, above it may be lower again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from core.domain.account import Amounts, Taxpayer
from core.domain.lot import Term
from core.tax.bill import with_trades, year_tax
from core.tax.years import TaxYear

STEP = Decimal("0.01")
STRAIGHT = Decimal("0.000001")
SHORTEST = Decimal("0.05")
Tax = Callable[[Decimal], Decimal]


@dataclass(frozen=True, slots=True)
class Piece:
    """From `start` to `end` dollars of the trades' gain the tax is `tax_at_start` + slope x (gain - start)."""

    start: Decimal
    end: Decimal
    tax_at_start: Decimal
    slope: Decimal


@dataclass(frozen=True, slots=True)
class Rates:
    """Tax on the next dollar of gain of each term (fractions)."""

    short: Decimal
    long: Decimal


def marginal_rates(taxpayer: Taxpayer, trades: Amounts, year: TaxYear, first_adult: Taxpayer | None = None) -> Rates:
    """What the next dollar of gain on top of `realized` and the trades' gains costs."""
    line = _Line(taxpayer, year, first_adult)
    here = line.tax(trades)
    return Rates(
        short=line.tax(Amounts(trades.short + 1, trades.long)) - here,
        long=line.tax(Amounts(trades.short, trades.long + 1)) - here,
    )


def marginal_pieces(
    taxpayer: Taxpayer,
    year: TaxYear,
    term: Term,
    low: Decimal,
    high: Decimal,
    other: Decimal = Decimal(0),
    first_adult: Taxpayer | None = None,
) -> tuple[Piece, ...]:
    """The tax of the year from `low` to `high` dollars of the trades' gain of one term, cut where it bends.

    other : the trades' gain of the other term, held fixed. Tax is federal, net investment and state together,
    unrounded; `realized` and `carryforward` of the taxpayer are contained.
    """
    line = _Line(taxpayer, year, first_adult)

    def at(gain: Decimal) -> Decimal:
        return line.tax(Amounts(gain, other) if term == "short" else Amounts(other, gain))

    return _merged([_piece(at, start, end) for start, end in _straight(at, low, high)])


@dataclass(frozen=True, slots=True)
class _Line:
    taxpayer: Taxpayer
    year: TaxYear
    first_adult: Taxpayer | None

    def tax(self, trades: Amounts) -> Decimal:
        return year_tax(self.taxpayer, with_trades(self.taxpayer, trades), self.year, self.first_adult).total


def _piece(at: Tax, start: Decimal, end: Decimal) -> Piece:
    tax = at(start)
    return Piece(start, end, tax, ((at(end) - tax) / (end - start)).quantize(STRAIGHT))


def _straight(at: Tax, low: Decimal, high: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Cut a stretch until each part is straight: at the crossing of its end slopes, else in the middle."""
    if high <= low:
        return []
    if high - low <= SHORTEST:
        return [(low, high)]
    left, right = _piece(at, low, low + STEP).slope, _piece(at, high - STEP, high).slope
    whole, middle = _piece(at, low, high), (low + high) / 2
    straight = _same(left, right) and _same(left, whole.slope)
    if straight and _same(at(middle), whole.tax_at_start + whole.slope * (middle - low)):
        return [(low, high)]
    cut = middle
    if not _same(left, right):
        crossing = (at(high) - right * high - at(low) + left * low) / (left - right)
        if low + STEP < crossing < high - STEP:
            cut = crossing.quantize(STRAIGHT)
    return _straight(at, low, cut) + _straight(at, cut, high)


def _same(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= STRAIGHT * 2


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    kept: list[Piece] = []
    for piece in pieces:
        if kept and _same(kept[-1].slope, piece.slope):
            kept[-1] = Piece(kept[-1].start, piece.end, kept[-1].tax_at_start, kept[-1].slope)
        else:
            kept.append(piece)
    return tuple(kept)
