"""Gains of a program's sales: which pieces a taxpayer is taxed on, their sum, and how far that can go.

The limits are tight so that yes/no choices are quick: they count what a trade in whole shares leaves to it, a few
shares more or less than the amount it is near.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

from core.rebalance.book import Key, Piece
from core.rebalance.line import Line
from core.rebalance.model_base import Model

Part = tuple[float, float]
"""Gain for each unit sold of a lot, and the most that may be sold of it."""


def taxed_pieces(model: Model, payer: str) -> Iterator[tuple[Key, Piece, int]]:
    """Pieces whose gain the taxpayer is taxed on, with their columns."""
    for key, columns in model.sells.items():
        account = model.book.accounts[key[0]]
        if account.taxable and account.taxpayer == payer:
            for piece, column in zip(model.book.positions[key].pieces, columns, strict=True):
                yield key, piece, column


def gain_line(model: Model, payer: str, gain: Callable[[Piece], float]) -> Line:
    """The trades' gain, `gain` saying what counts of a whole piece, in units."""
    line = Line()
    for _, piece, column in taxed_pieces(model, payer):
        counts = gain(piece)
        if counts and piece.value:
            line.add(column, counts / piece.value)
    return line


def gain_span(model: Model, payer: str, gain: Callable[[Piece], float]) -> tuple[float, float]:
    """The least and the most that the trades' gain can come to, in units; `gain` as for `gain_line`."""
    least = most = 0.0
    for key, own in groupby(taxed_pieces(model, payer), key=lambda one: one[0]):
        parts = [
            (gain(piece) / piece.value, model.program.bounds(column)[1]) for _, piece, column in own if piece.value > 0
        ]
        low, high = _sold(model, key, sum(size for _, size in parts))
        most += _most(parts, low, high)
        least -= _most([(-rate, size) for rate, size in parts], low, high)
    return least, most


def _sold(model: Model, key: Key, held: float) -> tuple[float, float]:
    """The least and the most that is sold of a position, in units."""
    sized = model.sized.get((*key, "sell"))
    if sized is None:
        return 0.0, held
    low, high = model.program.span(sized)
    return max(0.0, min(low, held)), min(high, held)


def _most(parts: list[Part], low: float, high: float) -> float:
    """The most that parts bring, if between `low` and `high` of them is taken together."""
    found = taken = 0.0
    for rate, size in sorted(parts, reverse=True):
        part = min(size, (high if rate > 0 else low) - taken)
        if part > 0:
            found, taken = found + rate * part, taken + part
    return found
