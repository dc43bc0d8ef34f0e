"""Exact dollars and shares, and the two ways the house rounds them."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

Dollars = Decimal
Shares = Decimal

ZERO = Decimal(0)
CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    """The amount rounded half up to whole cents, away from zero on the half."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def round_down(quantity: Decimal, places: int) -> Decimal:
    """The quantity cut (toward zero) to `places` decimals."""
    return quantity.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)


def basis_share(cost_basis: Decimal, part: Decimal, whole: Decimal) -> Decimal:
    """The basis of `part` shares out of a lot of `whole`, to the cent; the whole lot takes all of it."""
    return cost_basis if part == whole else cents(cost_basis * part / whole)
