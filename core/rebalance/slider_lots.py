"""Standing orders for lots behind a slider: where the policy names an order of relief, sales follow it.

The program sells the lots of a position in proportion at the latest; what is sold is then taken from them in order, so
that the tax of the picture is that of the order.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from core.rebalance.book import Book, Key
from core.rebalance.line import Line, Values
from core.rebalance.loaded import Places
from core.rebalance.model_lots import FREE
from core.rebalance.program import Program
from core.tax.relief import RELIEFS


def ordered_pieces(book: Book) -> Mapping[Key, tuple[int, ...]]:
    """Positions whose lots go in an order: the places of the pieces that may be sold, the first one first."""
    relief = book.case.policy.relief
    if relief in FREE:
        return {}
    return {key: _order(book, key, relief) for key in book.positions if book.accounts[key[0]].taxable}


def _order(book: Book, key: Key, relief: str) -> tuple[int, ...]:
    """Nothing after a lot that may not be sold is sold."""
    held = [lot for lot in book.accounts[key[0]].lots if lot.symbol == key[1]]
    places = {piece.lots[0].id: place for place, piece in enumerate(book.positions[key].pieces)}
    found: list[int] = []
    for lot in RELIEFS[relief](held, book.securities[key[1]].unit_price, book.case.as_of):
        if lot.id not in places:
            break
        found.append(places[lot.id])
    return tuple(found)


def hold_order(program: Program, columns: range, order: tuple[int, ...]) -> None:
    """No lot is sold by a greater part than the one before it; those outside the order are kept."""
    for place, column in enumerate(columns):
        if place not in order:
            program.bound(column, 0.0, 0.0)
    for earlier, later in pairwise(order):
        first, second = (program.bounds(columns[place])[1] for place in (earlier, later))
        if first > 0 and second > 0:
            program.row(Line({columns[later]: 1.0 / second, columns[earlier]: -1.0 / first}), upper=0.0)


def in_turn(values: Values, sizes: Values, orders: tuple[Places, ...]) -> Values:
    """The same sales taken from the lots in their order; `sizes` are the most of each column."""
    taken = values.copy()
    for columns in orders:
        most = sizes[columns]
        before = np.concatenate([[0.0], np.cumsum(most)[:-1]])
        taken[columns] = np.clip(values[columns].sum() - before, 0.0, most)
    return taken
