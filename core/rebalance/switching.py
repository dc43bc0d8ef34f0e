"""Going back to what a stand-in stood in for, as reasons, as a cause, and as an intention in the lock-out calendar."""

from collections.abc import Sequence

from core.domain.issue import Issue
from core.domain.money import ZERO, cents
from core.domain.rationale import Reason
from core.domain.trade import Lockout, Trade
from core.rebalance.book import Book
from core.rebalance.model_switch import Back, switch_backs
from core.rebalance.reason_ground import Ground, loss_taken, reason
from core.tax.gains import gain_per_share
from core.tax.holding_period import days_to_long, long_from
from core.tax.stand_ins import StandIn, intended, intention, stand_ins, with_intentions
from core.words import day, dollars


def going_back(ground: Ground, trade: Trade) -> list[Reason]:
    """The reason of both trades of a switch back that the proposal makes."""
    return [_reason(back) for back in made(ground.book, ground.trades) if (trade.account, trade.symbol) in (
        back.sale, back.purchase)]  # fmt: skip


def made(book: Book, trades: Sequence[Trade]) -> list[Back]:
    """The switches of which the trades hold both sides."""
    keys = {trade.key for trade in trades}
    return [back for back in switch_backs(book) if (*back.sale, "sell") in keys and (*back.purchase, "buy") in keys]


def switch_causes(book: Book, trades: Sequence[Trade]) -> tuple[Reason, ...]:
    """The lock-outs that are over and by which the proposal goes back."""
    return tuple(_reason(back) for back in made(book, trades))


def planned(book: Book, lockouts: tuple[Lockout, ...], trades: Sequence[Trade]) -> tuple[Lockout, ...]:
    """The lock-outs with what the policy means to do once they are over, for today's harvests too."""
    if book.case.policy.switch_back == "never":
        return lockouts
    plans = {}
    for sale in trades:
        for purchase in trades if loss_taken(book, sale) else ():
            listed = purchase.symbol in book.securities[sale.symbol].substitutes
            if purchase.side == "buy" and purchase.account == sale.account and listed:
                plans[book.wash.groups[sale.symbol]] = intention(book.case, sale.symbol, purchase.symbol)
    sold = frozenset((trade.account, trade.symbol) for trade in trades if trade.side == "sell")
    standing = with_intentions(book.case, lockouts, sold)
    return tuple(intended(one, plans.get(one.identical_group, "")) for one in standing)


def waiting_issues(book: Book, trades: Sequence[Trade]) -> tuple[Issue, ...]:
    """Stand-ins that stay although their lock-out is over, each with what it waits for."""
    if book.case.policy.switch_back == "never":
        return ()
    gone = {back.sale for back in made(book, trades)}
    over = [one for one in stand_ins(book.case) if one.free_from <= book.case.as_of]
    return tuple(_waits(book, one) for one in over if (one.account, one.symbol) not in gone)


def _reason(back: Back) -> Reason:
    one = back.stand_in
    sentence = (
        f"{one.symbol} has stood in for {one.original} in {one.account} since {day(one.since)}; the lock-out is over, "
        f"and the policy goes back without a short-term gain."
    )
    return reason("switch_back", sentence, sold=one.symbol, bought=one.original, since=one.since.isoformat(),
                  free_from=one.free_from.isoformat())  # fmt: skip


def _waits(book: Book, one: StandIn) -> Issue:
    price, on = book.securities[one.symbol].unit_price, book.case.as_of
    gain = sum((cents((gain_per_share(lot, price) or ZERO) * lot.quantity) for lot in one.lots), ZERO)
    days = max((days_to_long(lot, on) or 0 for lot in one.lots), default=0)
    starts = [lot.acquired for lot in one.lots if lot.acquired]
    why = "nothing of it may be traded for it today"
    if gain > 0 and days:
        why = (
            f"going back would turn a short-term gain of {dollars(gain)}, long-term from {day(long_from(max(starts)))}"
        )
    elif gain > 0 and book.case.policy.switch_back == "at_a_loss":
        why = f"it stands at a gain of {dollars(gain)}"
    message = f"{one.symbol} still stands in for {one.original}: {why}."
    return Issue("note", one.account, message, "switch_back_waits")
