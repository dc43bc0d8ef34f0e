"""What is kept although a class stands beyond its limit: lots with a short-term gain, and cash for capital calls."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from core.domain.money import ZERO
from core.domain.trade import Trade
from core.rebalance.after_trades import cash_after
from core.rebalance.book import Book, Key, Piece
from core.rebalance.commitments import calls_of
from core.rebalance.goals import Goal
from core.rebalance.tax_model import TaxCurve
from core.rebalance.waiting import held_back
from core.risk.exposure import split
from core.tax.holding_period import days_to_long
from core.words import day, dollars, listing

USED_UP = Decimal("0.97")
"""Share of a limit from which it is what stands in the way."""
NAMED = 4
"""Holdings named at most."""


def held_back_said(book: Book, goal: Goal, name: str, curves: Mapping[str, TaxCurve]) -> list[str]:
    """What keeps the class where it is, in words; nothing where no lot is held back."""
    places = sorted({f"{key[1]} in {key[0]}" for key, _ in _held_back(book, goal, name, curves)})
    if not places:
        return []
    named = listing([*places[:NAMED], *(["others"] if len(places) > NAMED else [])])
    if book.case.policy.short_term_gains == "avoid":
        return [f"{named} may not be sold at a short-term gain"]
    days = long_from_days(book, goal, name, curves)
    return [f"{named} waits to be long-term, from {day(date.fromisoformat(days[-1]))} at the latest"]


def long_from_days(book: Book, goal: Goal, name: str, curves: Mapping[str, TaxCurve]) -> tuple[str, ...]:
    """The days on which held-back lots of the class turn long-term, ascending."""
    on = book.case.as_of
    days = {
        on + timedelta(days=days_to_long(lot, on) or 0)
        for _, piece in _held_back(book, goal, name, curves)
        for lot in piece.lots
    }
    return tuple(one.isoformat() for one in sorted(days))


def _held_back(book: Book, goal: Goal, name: str, curves: Mapping[str, TaxCurve]) -> Iterator[tuple[Key, Piece]]:
    for key, position in book.positions.items():
        if key[0] in goal.accounts and split(book.securities[key[1]], goal.target.by).get(name, 0.0) > 0:
            yield from ((key, piece) for piece in position.pieces if held_back(book, curves, key, piece))


def kept_for_calls(book: Book, goal: Goal, trades: Sequence[Trade]) -> list[str]:
    """Cash of the goal's accounts that waits for capital calls and is all there is."""
    left = cash_after(book.case, trades)
    return [
        f"{dollars(calls.amount)} of cash waits for capital calls of {listing(calls.symbols)}"
        for calls in calls_of(book.case)
        if calls.accounts & goal.accounts
        and sum((left[name] for name in calls.accounts), ZERO) * USED_UP <= calls.amount
    ]
