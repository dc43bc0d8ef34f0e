"""From the solver's dollars to orders: exact quantities, lot picks and cash to the cent, in decimals."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import takewhile

from core.domain.lot import LotPick
from core.domain.money import ZERO, cents, round_down
from core.domain.trade import Trade
from core.rebalance.book import Book, Key, Position
from core.rebalance.model_lots import FREE
from core.rebalance.solution import Solution
from core.tax.relief import RELIEFS, pick

FRACTION = Decimal("0.0001")
CLOSED = 1e-7
"""A sale within this fraction of the whole position is the whole position."""
LEAVING = 2e-6
"""The same where a reinvesting holding must be sold out: the solver's yes/no choices are whole within a millionth."""


def trades_of(book: Book, solution: Solution, fixed: Mapping[tuple[str, str, str], Decimal]) -> tuple[Trade, ...]:
    """The solution as orders, sorted by account, symbol and side."""
    made = [_sale(book, solution, key, fixed.get((*key, "sell"))) for key in solution.sells]
    made += [_purchase(book, solution, key, fixed.get((*key, "buy"))) for key in solution.buys]
    return tuple(sorted((trade for trade in made if trade is not None), key=lambda trade: trade.key))


def sale(book: Book, key: Key, parts: Sequence[float], quantity: Decimal) -> Trade:
    """The order of a sale, its lots picked by the policy's relief; `parts` : dollars of each piece of the position."""
    return _trade(book, key, "sell", quantity, _picks(book, book.positions[key], parts, quantity))


def in_order(book: Book, position: Position) -> Decimal:
    """Shares of a position that the order of the policy's relief comes to before a lot that may not be sold."""
    account, symbol = position.key
    relief = book.case.policy.relief
    if position.whole or not book.accounts[account].taxable or relief in FREE:
        return position.quantity
    held = [lot for lot in book.accounts[account].lots if lot.symbol == symbol]
    free = {lot.id for piece in position.pieces for lot in piece.lots}
    ordered = RELIEFS[relief](held, book.securities[symbol].unit_price, book.case.as_of)
    return sum((lot.quantity for lot in takewhile(lambda lot: lot.id in free, ordered)), ZERO)


def purchase(book: Book, key: Key, quantity: Decimal) -> Trade:
    """The order of a purchase."""
    return _trade(book, key, "buy", quantity, ())


def _purchase(book: Book, solution: Solution, key: Key, fixed: Decimal | None) -> Trade | None:
    security = book.securities[key[1]]
    if fixed is not None:
        quantity = fixed
    elif not security.fractional:
        quantity = Decimal(solution.steps.get((*key, "buy"), 0))
    else:
        quantity = round_down(Decimal(repr(solution.buys[key] / float(security.unit_price))), 4)
    return purchase(book, key, quantity) if quantity > 0 else None


def _sale(book: Book, solution: Solution, key: Key, fixed: Decimal | None) -> Trade | None:
    position, parts = book.positions[key], solution.sells[key]
    quantity = fixed if fixed is not None else _sold_quantity(book, solution, position, parts)
    return sale(book, key, parts, quantity) if quantity > 0 else None


def _sold_quantity(book: Book, solution: Solution, position: Position, parts: Sequence[float]) -> Decimal:
    security = book.securities[position.key[1]]
    leaves = any(position.key in places for places in book.wash.exits.values())
    if position.whole and sum(parts) >= position.value * (1 - (LEAVING if leaves else CLOSED)):
        return position.quantity
    if not security.fractional:
        return min(Decimal(solution.steps.get((*position.key, "sell"), 0)), position.quantity)
    exact = sum(parts) / float(security.unit_price)
    up = book.cash[position.key[0]].required > 0
    steps = math.ceil(exact * 10000 - 1e-6) if up else math.floor(exact * 10000 + 1e-6)
    used = [piece.lots for piece, part in zip(position.pieces, parts, strict=True) if part > 0]
    held = sum((lot.quantity for lots in used for lot in lots), ZERO)
    return min(Decimal(steps) * FRACTION, round_down(held, 4))


def _trade(book: Book, key: Key, side: str, quantity: Decimal, lots: tuple[LotPick, ...]) -> Trade:
    security = book.securities[key[1]]
    amount = cents(quantity * security.unit_price)
    return Trade(key[0], key[1], "buy" if side == "buy" else "sell", quantity, security.price, amount, lots)


def _picks(book: Book, position: Position, parts: Sequence[float], quantity: Decimal) -> tuple[LotPick, ...]:
    account, symbol = position.key
    security, on = book.securities[symbol], book.case.as_of
    relief = book.case.policy.relief
    if not book.accounts[account].taxable or relief not in FREE:
        lots = [lot for lot in book.accounts[account].lots if lot.symbol == symbol]
        order = relief if book.accounts[account].taxable else "fifo"
        return _to_the_cent(pick(lots, quantity, security.unit_price, on, order))
    named = _named(position, parts, quantity, float(security.unit_price))
    lots = [piece.lots[0] for piece in position.pieces]
    return _to_the_cent(pick(lots, quantity, security.unit_price, on, "specific", named))


def _to_the_cent(picks: Iterable[LotPick]) -> tuple[LotPick, ...]:
    """The picks with basis and gain in cents also where a lot sold out has a basis in fractions of one."""
    return tuple(_rounded(one) for one in picks)


def _rounded(one: LotPick) -> LotPick:
    if one.cost_basis is None or one.gain is None:
        return one
    basis = cents(one.cost_basis)
    return replace(one, cost_basis=basis, gain=cents(one.gain + one.cost_basis - basis))


def _named(
    position: Position, parts: Sequence[float], quantity: Decimal, price: float
) -> list[tuple[str, Decimal | None]]:
    """Quantities by lot that add up to the sale: the solver's, rounded, small differences taken up by the lots used."""
    used = [(piece.lots[0], part / price) for piece, part in zip(position.pieces, parts, strict=True) if part > 0]
    step = Decimal(1) if quantity == quantity.to_integral_value() else FRACTION
    wanted = {lot.id: min(_near(amount, lot.quantity, step), lot.quantity) for lot, amount in used}
    room = {lot.id: lot.quantity for lot, _ in used}
    off = quantity - sum(wanted.values(), ZERO)
    for name in sorted(wanted, key=lambda name: (wanted[name] == room[name], -wanted[name], name)):
        change = max(-wanted[name], min(off, room[name] - wanted[name]))
        wanted[name] += change
        off -= change
    return [(name, amount) for name, amount in wanted.items() if amount > 0]


def _near(amount: float, whole: Decimal, step: Decimal) -> Decimal:
    if amount >= float(whole) * (1 - CLOSED):
        return whole
    return (Decimal(repr(amount)) / step).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * step
