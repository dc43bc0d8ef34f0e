"""Going back from a stand-in to what it stood in for, once the lock-out is over and where the policy says so.

What is sold of a stand-in and bought of the original is credited, so that the swap is worth its costs; a short-term
gain is never turned for it. Limits, budgets and locks stay what they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.rebalance.book import Book, Key, Piece
from core.rebalance.line import Line
from core.rebalance.model_base import Model
from core.rebalance.setting import TradeKey
from core.tax.stand_ins import StandIn, stand_ins

CREDIT = 0.4
"""Dollars credited for each dollar that goes back: more than spread, a trade and the tax of a long-term gain."""


@dataclass(frozen=True, slots=True)
class Back:
    """What may go back today: the sale, the purchase, and the places of the pieces that may be sold for it."""

    stand_in: StandIn
    sale: Key
    purchase: Key
    pieces: tuple[int, ...]
    value: float


def switch_backs(book: Book) -> tuple[Back, ...]:
    """Every stand-in of the household whose lock-out is over and of which something may be sold for it."""
    if book.case.policy.switch_back == "never":
        return ()
    return tuple(back for stand_in in stand_ins(book.case) for back in _back(book, stand_in))


def credit_switch_backs(model: Model) -> None:
    """Credit what is sold of stand-ins as far as the original is bought for it."""
    for back in switch_backs(model.book):
        if back.sale not in model.sells or back.purchase not in model.buys:
            continue
        columns = [model.sells[back.sale][place] for place in back.pieces]
        gone = model.program.column(0.0, model.units(back.value))
        model.program.row(Line({gone: 1.0}).plus(Line(dict.fromkeys(columns, 1.0)), -1.0), upper=0.0)
        model.program.row(Line({gone: 1.0, model.buys[back.purchase]: -1.0}), upper=0.0)
        model.cost.add(gone, -CREDIT)


def turned_back(model: Model, key: TradeKey) -> float:
    """Dollars that a trade may move in going back; counted once for the household."""
    if model.turned is None:
        model.turned = {}
        for back in switch_backs(model.book):
            for side in ((*back.sale, "sell"), (*back.purchase, "buy")):
                model.turned[side] = model.turned.get(side, 0.0) + back.value
    return model.turned.get(key, 0.0)


def _back(book: Book, stand_in: StandIn) -> Iterator[Back]:
    sale, purchase = (stand_in.account, stand_in.symbol), (stand_in.account, stand_in.original)
    if stand_in.free_from > book.case.as_of or sale not in book.positions or purchase not in book.buys:
        return
    names = {lot.id for lot in stand_in.lots}
    pieces = book.positions[sale].pieces
    places = tuple(place for place, piece in enumerate(pieces) if piece.lots[0].id in names and may_turn(book, piece))
    if places:
        yield Back(stand_in, sale, purchase, places, sum(pieces[place].value for place in places))


def may_turn(book: Book, piece: Piece) -> bool:
    """Whether a piece goes back: never at a short-term gain, at a long-term one where the policy says so."""
    return piece.gain <= 0 or (piece.term == "long" and book.case.policy.switch_back == "no_short_gain")
