"""What a sale out of one lot gains: proceeds less its share of the basis, and the term.

A gift has two bases (26 USC 1015(a)): gains count from the donor's, losses from the lesser of it and the value at
the gift (`cost_basis`); between the two there is neither.
"""

from datetime import date
from decimal import Decimal

from core.domain.lot import Lot, LotPick
from core.domain.money import basis_share, cents
from core.tax.holding_period import lot_term, term


def sale_of(lot: Lot, quantity: Decimal, unit_price: Decimal, on: date) -> LotPick:
    """The pick of a sale of `quantity` out of one lot at `unit_price` dollars a share, proceeds to the cent."""
    return pick_at(lot, quantity, cents(quantity * unit_price), on)


def pick_at(lot: Lot, quantity: Decimal, proceeds: Decimal | None, on: date | None) -> LotPick:
    """The pick of a sale out of one lot for given proceeds; what the lot does not know stays None."""
    if lot.cost_basis is None:
        return LotPick(lot.id, quantity, None, None, None if on is None else lot_term(lot, on))
    share = basis_share(lot.cost_basis, quantity, lot.quantity)
    basis, from_gift_day = _gift_basis(lot, quantity, share, proceeds)
    gain = None if proceeds is None else proceeds - basis
    if on is None:
        return LotPick(lot.id, quantity, basis, gain, None)
    if from_gift_day and lot.acquired is not None:
        return LotPick(lot.id, quantity, basis, gain, term(lot.acquired, on))
    return LotPick(lot.id, quantity, basis, gain, lot_term(lot, on))


def gain_per_share(lot: Lot, unit_price: Decimal) -> Decimal | None:
    """Dollars gained on each share at a price, for ordering and modelling; None where the basis is not known."""
    if lot.cost_basis is None:
        return None
    basis, _ = _gift_basis(lot, lot.quantity, lot.cost_basis, lot.quantity * unit_price)
    return unit_price - basis / lot.quantity


def basis_in_average(lot: Lot) -> Decimal | None:
    """The basis that a lot brings into an average: of a gift the lesser of its two (26 CFR 1.1012-1(e))."""
    if lot.origin != "gift" or lot.donor_basis is None or lot.cost_basis is None:
        return lot.cost_basis
    return min(lot.cost_basis, lot.donor_basis)


def _gift_basis(lot: Lot, quantity: Decimal, share: Decimal, proceeds: Decimal | None) -> tuple[Decimal, bool]:
    """The basis that counts, and whether the holding period then begins with the gift itself."""
    if lot.origin != "gift" or lot.donor_basis is None or proceeds is None:
        return share, False
    donors = basis_share(lot.donor_basis, quantity, lot.quantity)
    if proceeds >= donors:
        return donors, False
    lesser = min(donors, share)
    return (lesser, lesser < donors) if proceeds <= lesser else (proceeds, False)
