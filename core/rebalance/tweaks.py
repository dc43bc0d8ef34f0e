"""A person's tweaks as a setting of the solve: lines kept or set, lines forbidden; what cannot be is refused."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.errors import BadInput
from core.domain.proposal import Tweak
from core.rebalance.book import Book
from core.rebalance.engine import Ready, answer_of
from core.rebalance.model_lots import FREE
from core.rebalance.setting import Setting, TradeKey


def setting_for(ready: Ready, tweaks: Sequence[Tweak]) -> Setting:
    """What a person's tweaks fix and forbid; a lock keeps the line of the answer that stood before it."""
    fixed: dict[TradeKey, Decimal] = {}
    dropped: set[TradeKey] = set()
    named: dict[TradeKey, dict[str, Decimal]] = {}
    for tweak in tweaks:
        key = (tweak.account, tweak.symbol, tweak.side)
        named.pop(key, None)
        if tweak.kind == "drop" or tweak.quantity == 0:
            fixed.pop(key, None)
            dropped.add(key)
            continue
        before = Setting(fixed=dict(fixed), dropped=frozenset(dropped), named=dict(named))
        fixed[key] = tweak.quantity if tweak.quantity is not None else _standing(ready, before, key)
        dropped.discard(key)
        _possible(ready.book, key, fixed[key])
        if tweak.lots:
            named[key] = _named(ready.book, key, fixed[key], dict(tweak.lots))
    harvest = ready.case.policy.harvest_losses
    return Setting(fixed=fixed, dropped=frozenset(dropped), harvest=harvest, named=named)


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


def _named(book: Book, key: TradeKey, quantity: Decimal, lots: dict[str, Decimal]) -> dict[str, Decimal]:
    """The lots that a person names for a sale; BadInput where they cannot be sold so."""
    account, symbol, side = key
    if side != "sell" or not book.accounts[account].taxable or book.case.policy.relief not in FREE:
        raise BadInput("tweaks", f"lots are named for taxed sales alone, under {' or '.join(FREE)}")
    pieces = {piece.lots[0].id: piece.lots[0] for piece in book.positions[(account, symbol)].pieces}
    for name, shares in lots.items():
        if name not in pieces:
            raise BadInput("tweaks", f"lot {name} of {symbol} may not be sold in {account}")
        held = pieces[name].quantity
        in_part = shares != held and not book.securities[symbol].fractional
        if not 0 < shares <= held or (in_part and shares % 1):
            raise BadInput("tweaks", f"{shares} of {held} shares of lot {name} is no quantity that can be traded")
    if sum(lots.values()) != quantity:
        raise BadInput("tweaks", f"the lots named add up to {sum(lots.values())} shares of {symbol}, not {quantity}")
    return lots
