"""Why a trade is not in the proposal: the household solved again with it forced in, and what that costs."""

from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.trade import Proposed, Side, Trade
from core.rebalance.answer import answered
from core.rebalance.book import Book, tradable
from core.rebalance.engine import answer_of
from core.rebalance.freer import solved
from core.rebalance.naming import plain_points
from core.rebalance.setting import Setting
from core.words import dollars


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The answer to "why not?".

    verdict : `traded` (the proposal holds it), `forbidden` (a rule leaves no room for it) or `possible`
    more_tax, more_spread : dollars more than the proposal's; drift_total : what would be left; trades : all of them
    """

    verdict: str
    sentence: str
    more_tax: Decimal | None = None
    more_spread: Decimal | None = None
    drift_total: float | None = None
    trades: tuple[Trade, ...] = ()
    facts: FrozenMap[str] = field(default_factory=FrozenMap)


def why_not(case: Case, account: str, symbol: str, side: Side) -> WhyNot:
    """The forced re-solve of one trade at its least size or more. BadInput for names that the case does not hold."""
    ready, answer = solved(case, ())
    if account not in ready.book.accounts or symbol not in ready.book.securities:
        raise BadInput("why_not", f"{account}/{symbol} is not in the case")
    key, what = (account, symbol, side), f"{'sale' if side == 'sell' else 'purchase'} of {symbol} in {account}"
    setting = Setting(harvest=ready.case.policy.harvest_losses)
    stands = answered(ready, answer)
    if any(trade.key == key for trade in stands.trades):
        return WhyNot("traded", f"The proposal holds the {what}.")
    if (account, symbol) not in (ready.book.positions if side == "sell" else ready.book.buys):
        return WhyNot("forbidden", f"The {what} is not allowed: {_forbids(ready.book, account, symbol, side)}.")
    try:
        forced = answered(ready, answer_of(ready, setting.changed(forced=frozenset([key]))))
    except BadInput:
        return WhyNot("forbidden", f"The {what} leaves no answer within the household's rules.")
    return _costs(what, stands, forced)


def _costs(what: str, stands: Proposed, forced: Proposed) -> WhyNot:
    tax, spread = forced.tax.total - stands.tax.total, forced.spread - stands.spread
    paid = tax + spread
    money = "cost as much" if paid == 0 else f"cost {dollars(abs(paid))} {'more' if paid > 0 else 'less'}"
    sentence = (
        f"With the {what} the trades would {money} in tax and spread, with {len(forced.trades)} trades instead of "
        f"{len(stands.trades)} and {plain_points(forced.after.drift_total)} of drift left instead of "
        f"{plain_points(stands.after.drift_total)}."
    )
    facts = {"tax": str(forced.tax.total), "spread": str(forced.spread), "fingerprint": forced.fingerprint}
    return WhyNot("possible", sentence, tax, spread, forced.after.drift_total, forced.trades, FrozenMap(facts))


def _forbids(book: Book, account: str, symbol: str, side: Side) -> str:
    """The rule that stands against the trade, the most binding first."""
    holder, security, case = book.accounts[account], book.securities[symbol], book.case
    listed = holder.do_not_sell if side == "sell" else holder.do_not_buy
    rules = (
        (not holder.tradable or holder.proof == "unproven", f"{account} may not be traded"),
        (not tradable(case, security), f"{symbol} is locked or cannot be traded"),
        (symbol in listed, f"{symbol} stands on the account's list of what it does not {side}"),
        (side == "sell" and account not in book.holders.get(symbol, ()), f"{account} holds none"),
        (side == "buy" and holder.menu is not None and symbol not in holder.menu, "it is not on the account's menu"),
        ((account, book.wash.groups[symbol]) in book.wash.locked, "a loss taken less than 31 days ago locks it"),
    )
    return next((sentence for holds, sentence in rules if holds), "it stands outside the target, or its lots are kept")
