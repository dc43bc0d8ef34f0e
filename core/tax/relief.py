"""Which lots a sale takes: one ordering function for each relief method.

First in, first out is the default of 26 CFR 1.1012-1(c); the others are standing orders for specific
identification; average basis is for fund shares (1.1012-1(e)), whose holding periods run first in, first out.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.errors import BadInput, CoreError
from core.domain.lot import Lot, LotPick
from core.domain.money import basis_share, cents
from core.registry import Registry
from core.tax.gains import basis_in_average, gain_per_share, pick_at
from core.tax.holding_period import lot_term

ZERO = Decimal(0)
Named = Sequence[tuple[str, Decimal | None]]
"""Lots named for a sale, each with its quantity (None: as much of it as is needed)."""
Order = Callable[[Sequence[Lot], Decimal | None, date | None], list[Lot]]

RELIEFS: Registry[Order] = Registry("lot relief", "core.tax.relief")
relief_method = RELIEFS.add


class NotEnoughLots(CoreError):
    """A sale asks for more shares than the lots hold."""


@relief_method()
def fifo(lots: Sequence[Lot], _price: Decimal | None, _on: date | None) -> list[Lot]:
    """Earliest acquired first."""
    return sorted(lots, key=lambda lot: lot.acquired or date.max)


@relief_method()
def lifo(lots: Sequence[Lot], _price: Decimal | None, _on: date | None) -> list[Lot]:
    """Latest acquired first."""
    return sorted(lots, key=lambda lot: lot.acquired or date.min)[::-1]


@relief_method()
def hifo(lots: Sequence[Lot], price: Decimal | None, on: date | None) -> list[Lot]:
    """Dearest share first."""
    return sorted(fifo(lots, price, on), key=lambda lot: -_basis_per_share(lot))


@relief_method()
def min_tax(lots: Sequence[Lot], price: Decimal | None, on: date | None) -> list[Lot]:
    """Losses first and largest first, short before long; then no gain; then long gains, then short, smallest first."""
    if price is None:
        raise BadInput("price", "the relief min_tax needs a price")
    return sorted(fifo(lots, price, on), key=lambda lot: _tax_rank(lot, price, on))


@relief_method(named=True)
def specific(lots: Sequence[Lot], price: Decimal | None, on: date | None) -> list[Lot]:
    """The lots named; where none is named, first in, first out (Hall v. Commissioner, 92 T.C. 1027)."""
    return fifo(lots, price, on)


@relief_method(averages=True)
def average(lots: Sequence[Lot], price: Decimal | None, on: date | None) -> list[Lot]:
    """Every share at the average basis, earliest acquired first."""
    return fifo(lots, price, on)


def pick(
    lots: Sequence[Lot], quantity: Decimal, unit_price: Decimal | None, on: date | None, relief: str, named: Named = ()
) -> tuple[LotPick, ...]:
    """The picks of a sale of `quantity` out of lots of one symbol held on its day; their quantities add up to it.

    Proceeds to the cent are shared so that they add up to quantity x price. Raises NotEnoughLots, UnknownName
    for a relief that is none, BadInput for a named lot that is not there.
    """
    if quantity <= 0:
        raise BadInput("quantity", "a sale takes more than nothing")
    held = [lot for lot in lots if lot.quantity > 0 and _there(lot, on)]
    entry = RELIEFS.entry(relief)
    parts = _named_parts(held, quantity, named) if named else _parts(entry.function(held, unit_price, on), quantity)
    taken = sum((part for _, part in parts), ZERO)
    if taken != quantity:
        raise NotEnoughLots(f"{quantity.normalize():f} asked for, {taken.normalize():f} held")
    if entry.facts.get("averages"):
        parts = _at_average(parts, held)
    return _priced(parts, unit_price, on)


def remaining(lots: Sequence[Lot], picks: Sequence[LotPick], relief: str, on: date | None = None) -> tuple[Lot, ...]:
    """The lots of one symbol after a sale on a day; basis sold and basis left add up to the basis before.

    Average relief leaves the lots held that day at the average basis, and those bought later as they are.
    """
    averages = RELIEFS.entry(relief).facts.get("averages")
    left = [_less(lot, [chosen.quantity for chosen in picks if chosen.lot == lot.id]) for lot in lots]
    kept = [lot for lot in left if lot is not None]
    if not averages:
        return tuple(kept)
    sold = sum((chosen.cost_basis or ZERO for chosen in picks), ZERO)
    pool = sum((basis_in_average(lot) or ZERO for lot in lots if _there(lot, on)), ZERO) - sold
    shared = {lot.id: lot for lot in _averaged([lot for lot in kept if _there(lot, on)], pool)}
    return tuple(shared.get(lot.id, lot) for lot in kept)


def _there(lot: Lot, on: date | None) -> bool:
    return on is None or lot.acquired is None or lot.acquired <= on


def _parts(ordered: Sequence[Lot], quantity: Decimal) -> list[tuple[Lot, Decimal]]:
    parts, wanted = [], quantity
    for lot in ordered:
        if wanted <= 0:
            break
        parts.append((lot, min(wanted, lot.quantity)))
        wanted -= parts[-1][1]
    return parts


def _named_parts(held: Sequence[Lot], quantity: Decimal, named: Named) -> list[tuple[Lot, Decimal]]:
    by_id, left = {lot.id: lot for lot in held}, {lot.id: lot.quantity for lot in held}
    parts, wanted = [], quantity
    for name, most in named:
        if name not in by_id:
            raise BadInput("lots", f"the sale names the lot {name}, which is not held on its day")
        part = min(wanted, left[name]) if most is None else most
        if part > left[name]:
            raise NotEnoughLots(f"{part.normalize():f} of lot {name} asked for, {left[name].normalize():f} held")
        if part > 0:
            parts.append((by_id[name], part))
        left[name] -= part
        wanted -= part
    return parts


def _priced(parts: Sequence[tuple[Lot, Decimal]], price: Decimal | None, on: date | None) -> tuple[LotPick, ...]:
    picks, before = [], ZERO
    for lot, part in parts:
        proceeds = None if price is None else cents((before + part) * price) - cents(before * price)
        picks.append(pick_at(lot, part, proceeds, on))
        before += part
    return tuple(picks)


def _at_average(parts: Sequence[tuple[Lot, Decimal]], held: Sequence[Lot]) -> list[tuple[Lot, Decimal]]:
    """The parts sold as lots of their own, at the average basis of all shares held."""
    if any(lot.cost_basis is None for lot in held):
        raise BadInput("lots", "the average basis needs the basis of every lot")
    basis = sum((basis_in_average(lot) or ZERO for lot in held), ZERO)
    shares = sum((lot.quantity for lot in held), ZERO)
    sold = sum((part for _, part in parts), ZERO)
    pool = basis if sold == shares else cents(basis * sold / shares)
    lots = _averaged([replace(lot, quantity=part) for lot, part in parts], pool)
    return [(lot, lot.quantity) for lot in lots]


def _averaged(lots: Sequence[Lot], basis: Decimal) -> list[Lot]:
    """The lots with `basis` shared among them by quantity to the cent; the last takes the rest."""
    shares, shared = sum((lot.quantity for lot in lots), ZERO), []
    before, given = ZERO, ZERO
    for lot in lots:
        before += lot.quantity
        upto = basis if before == shares else cents(basis * before / shares)
        shared.append(replace(lot, cost_basis=upto - given, donor_basis=None))
        given = upto
    return shared


def _less(lot: Lot, taken: Sequence[Decimal]) -> Lot | None:
    quantity = lot.quantity - sum(taken, ZERO)
    if quantity == 0:
        return None
    bases = [
        None if basis is None else basis - sum((basis_share(basis, part, lot.quantity) for part in taken), ZERO)
        for basis in (lot.cost_basis, lot.donor_basis)
    ]
    return replace(lot, quantity=quantity, cost_basis=bases[0], donor_basis=bases[1])


def _basis_per_share(lot: Lot) -> Decimal:
    return ZERO if lot.cost_basis is None else lot.cost_basis / lot.quantity


def _tax_rank(lot: Lot, price: Decimal, on: date | None) -> tuple[int, Decimal]:
    gain = gain_per_share(lot, price)
    long = on is not None and lot_term(lot, on) == "long"
    if gain is None:
        return (6, ZERO)
    if gain < 0:
        return (1 if long else 0, gain)
    if gain == 0:
        return (3 if long else 2, ZERO)
    return (4 if long else 5, gain)
