"""A person's tweaks as a setting of the solve: lines kept or set, lines forbidden; what cannot be is refused."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.rebalance.book import Book
from core.rebalance.engine import Ready, answer_of
from core.rebalance.setting import Setting, TradeKey


def setting_for(ready: Ready, tweaks: Sequence[Tweak]) -> Setting:
    """What a person's tweaks fix and forbid; a lock keeps the line of the answer that stood before it."""
    fixed: dict[TradeKey, Decimal] = {}
    dropped: set[TradeKey] = set()
    for tweak in tweaks:
        key = (tweak.account, tweak.symbol, tweak.side)
        if tweak.kind == "drop" or tweak.quantity == 0:
            fixed.pop(key, None)
            dropped.add(key)
            continue
        before = Setting(fixed=dict(fixed), dropped=frozenset(dropped))
        fixed[key] = tweak.quantity if tweak.quantity is not None else _standing(ready, before, key)
        dropped.discard(key)
        _possible(ready.book, key, fixed[key])
    return Setting(fixed=fixed, dropped=frozenset(dropped), harvest=ready.case.policy.harvest_losses)


def _standing(ready: Ready, setting: Setting, key: TradeKey) -> Decimal:
    answer = answer_of(ready, setting.changed(harvest=ready.case.policy.harvest_losses))
    for trade in answer.trades:
        if trade.key == key:
            return trade.quantity
    raise BadInput("tweaks", f"there is no {key[2]} of {key[1]} in {key[0]} to lock")


def _possible(book: Book, key: TradeKey, quantity: Decimal) -> None:
    account, symbol, side = key
    place = (account, symbol)
    if account not in book.accounts or symbol not in book.securities:
        raise BadInput("tweaks", f"{account}/{symbol} is not in the case")
    if side == "sell":
        if place not in book.positions:
            raise BadInput("tweaks", f"{symbol} may not be sold in {account}")
        if quantity > book.positions[place].quantity:
            raise BadInput("tweaks", f"{account} can sell {book.positions[place].quantity} of {symbol}, not {quantity}")
    elif place not in book.buys:
        raise BadInput("tweaks", f"{symbol} may not be bought in {account}")
    closing = side == "sell" and book.positions[place].whole and quantity == book.positions[place].quantity
    step = Decimal("0.0001") if book.securities[symbol].fractional else Decimal(1)
    if quantity < 0 or (quantity % step and not closing):
        raise BadInput("tweaks", f"{quantity} of {symbol} is no quantity that can be traded")
