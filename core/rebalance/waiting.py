"""Lots that turn long-term within the policy's `wait_days`: waited for where the tax saved is worth the wait."""

from collections.abc import Mapping

from core.rebalance.book import Book, Key, Piece
from core.rebalance.tax_model import TaxCurve
from core.tax.holding_period import days_to_long

A_YEAR_OFF_TARGET = 0.02
"""What a dollar that should be sold and is not yet costs in a year: the risk of standing off the target."""


def waits(book: Book, curve: TaxCurve, piece: Piece) -> bool:
    """Whether a short-term gain is waited for: (short rate - long rate) x gain against the days times the value."""
    if not book.case.policy.wait_days or piece.term != "short" or piece.gain <= 0:
        return False
    days = max((days_to_long(lot, book.case.as_of) or 0 for lot in piece.lots), default=0)
    if not 0 < days <= book.case.policy.wait_days:
        return False
    short_rate = curve.rate_ordinary + curve.rate_long - curve.shared
    return (short_rate - curve.rate_long) * piece.gain > A_YEAR_OFF_TARGET * piece.value * days / 365


def held_back(book: Book, curves: Mapping[str, TaxCurve], key: Key, piece: Piece) -> bool:
    """Whether a piece's short-term gain stays unsold, by the policy's rule or because its lot is waited for."""
    if piece.term != "short" or piece.gain <= 0 or not book.accounts[key[0]].taxable:
        return False
    return book.case.policy.short_term_gains == "avoid" or waits(book, curves[book.accounts[key[0]].taxpayer], piece)


def any_waits(book: Book, curves: Mapping[str, TaxCurve]) -> bool:
    """Whether some piece that could be sold is waited for."""
    taxable = ((key, position) for key, position in book.positions.items() if book.accounts[key[0]].taxable)
    return any(
        waits(book, curves[book.accounts[key[0]].taxpayer], piece)
        for key, position in taxable
        for piece in position.pieces
    )
