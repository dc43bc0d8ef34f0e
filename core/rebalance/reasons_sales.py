"""Reasons of a sale's own: a loss worth taking, room for a purchase, and why these lots and not others."""

from decimal import Decimal

from core.domain.lot import Lot
from core.domain.money import ZERO
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.reason_ground import Ground, bought_on, loss_taken, lot_named, reason
from core.tax.fund_losses import counted
from core.tax.relief import pick
from core.words import count, dollars
from core.words.sentences import start


def harvested(ground: Ground, trade: Trade) -> list[Reason]:
    """A loss that the sale takes."""
    loss = loss_taken(ground.book, trade)
    if not loss or not ground.book.case.policy.harvest_losses:
        return []
    names = [chosen.lot for chosen in trade.lots if (chosen.gain or ZERO) < 0]
    lots = lot_named(ground, trade, names[0]) if len(names) == 1 else f"{len(names)} lots of {trade.symbol}"
    sentence = f"The sale takes a loss of {dollars(loss)} from {lots}."
    return [reason("harvest_loss", sentence, loss=str(loss), lots=tuple(names), count=len(names),
                   acquired=bought_on(ground, trade, names[0]))]  # fmt: skip


def dividends_count(ground: Ground, trade: Trade) -> list[Reason]:
    """What dividends received on fund shares held six months or less take from a loss, or make long-term of it."""
    if not ground.book.accounts[trade.account].taxable:
        return []
    case, held = ground.book.case, {lot.id: lot for lot in ground.book.accounts[trade.account].lots}
    found = [(one, counted(held[one.lot], one, case.as_of)) for one in trade.lots]
    lost = sum((outcome.disallowed for _, outcome in found), ZERO)
    turned = -sum(
        (part.gain or ZERO for one, outcome in found for part in outcome.picks if part.term != one.term), ZERO
    )
    said = [f"exempt dividends received take away {dollars(lost)} of the loss"] if lost else []
    said += [f"{dollars(turned)} of it is long-term against capital-gain dividends received"] if turned else []
    if not said:
        return []
    sentence = f"{trade.symbol} was held for six months or less: {' and '.join(said)}."
    return [reason("fund_dividends", sentence, disallowed=str(lost), long_term=str(turned))]


def makes_room(ground: Ground, trade: Trade) -> Reason:
    """Nothing of its own: it pays for purchases."""
    bought = [other.symbol for other in ground.trades if other.account == trade.account and other.side == "buy"]
    if bought:
        sentence = (
            f"{trade.symbol} makes room in {trade.account} for {', '.join(bought)}; no cash moves between accounts."
        )
        return reason("make_room", sentence, bought=tuple(bought))
    return reason("counterparty", f"The sale of {trade.symbol} pays for what brings other classes back.")


def lots_chosen(ground: Ground, trade: Trade) -> Reason:
    """Which lots are sold, what they gain, and what first in, first out would have gained instead."""
    if not ground.book.accounts[trade.account].taxable:
        return reason("lot_choice", f"Sales in {trade.account} cause no tax this year.", lots=_names(trade))
    gain = _gain(trade)
    terms = " and ".join(sorted({f"{chosen.term}-term" for chosen in trade.lots if chosen.term}))
    named = lot_named(ground, trade, trade.lots[0].lot)
    who = f"{start(named)} has" if len(trade.lots) == 1 else f"{start(count(len(trade.lots), 'lot'))} have together"
    sentence = f"{who} a {terms} {_word(gain)} of {dollars(abs(gain))}{_instead(ground, trade, gain)}."
    other = _first_in(ground, trade)
    return reason("lot_choice", sentence, lots=_names(trade), count=len(trade.lots), gain=str(gain),
                  acquired=bought_on(ground, trade, trade.lots[0].lot),
                  first_in_first_out=None if other is None else str(other))  # fmt: skip


def _instead(ground: Ground, trade: Trade, gain: Decimal) -> str:
    """Why these: the order of the policy, or that there were no others."""
    other = _first_in(ground, trade)
    if other is None:
        return ", all that is held of it"
    if trade.key in ground.named:
        return f", by a person's choice; the oldest lots first would have a {_word(other)} of {dollars(abs(other))}"
    if ground.book.case.policy.relief == "min_tax" and other != gain:
        return f", the least tax to pay; the oldest lots first would have a {_word(other)} of {dollars(abs(other))}"
    order = {"fifo": "the oldest first", "lifo": "the newest first", "hifo": "the dearest first",
             "average": "every share at the average basis"}  # fmt: skip
    return f", {order.get(ground.book.case.policy.relief, 'the least tax to pay')}"


def _first_in(ground: Ground, trade: Trade) -> Decimal | None:
    """The gain if the oldest lots were sold; None where nothing else is held or a basis is not known."""
    held = _known_lots(ground, trade)
    if sum((lot.quantity for lot in held), ZERO) <= trade.quantity:
        return None
    price, on = ground.book.securities[trade.symbol].unit_price, ground.book.case.as_of
    return sum((chosen.gain or ZERO for chosen in pick(held, trade.quantity, price, on, "fifo")), ZERO)


def _known_lots(ground: Ground, trade: Trade) -> list[Lot]:
    lots = ground.book.accounts[trade.account].lots
    return [lot for lot in lots if lot.symbol == trade.symbol and lot.cost_basis is not None and lot.acquired]


def _gain(trade: Trade) -> Decimal:
    return sum((chosen.gain or ZERO for chosen in trade.lots), ZERO)


def _names(trade: Trade) -> tuple[str, ...]:
    return tuple(chosen.lot for chosen in trade.lots)


def _word(gain: Decimal) -> str:
    return "gain" if gain >= 0 else "loss"
