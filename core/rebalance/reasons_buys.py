"""Reasons of a purchase's own: it stands in for a loss, invests cash, takes up proceeds, is taxed least there."""

from core.domain.allocation import CASH
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.commitments import kept_by_account
from core.rebalance.location import tax_drag
from core.rebalance.naming import stands
from core.rebalance.reason_ground import Ground, carried, goals_of, loss_taken, reason
from core.tax.households import grade_of
from core.words import dollars, listing, percent

GRADES = {
    "identical": "is the same",
    "same_index": "follows the same index, which is allowed to stand in",
    "similar": "is similar and not substantially identical",
    "different": "is different",
}
LOCKED_DAYS = 31
"""Days from a loss until what was sold may be bought back."""


def replaces(ground: Ground, trade: Trade) -> list[Reason]:
    """A purchase of the class that a harvest left."""
    for other in ground.trades if ground.book.case.policy.harvest_losses else ():
        if other.account != trade.account or not loss_taken(ground.book, other):
            continue
        listed = trade.symbol in ground.book.securities[other.symbol].substitutes
        if listed or _shares_a_class(ground, trade, other):
            grade = grade_of(ground.book.case, other.symbol, trade.symbol)
            sentence = (
                f"{trade.symbol} stands in for {other.symbol}, sold at a loss, for at least {LOCKED_DAYS} days; by the "
                f"firm's policy it {GRADES[grade]}."
            )
            facts = {"sold": other.symbol, "listed": listed, "days": LOCKED_DAYS, "grade": grade}
            return [reason("replace_harvested", sentence, **facts)]
    return []


def _shares_a_class(ground: Ground, trade: Trade, other: Trade) -> bool:
    return any(
        carried(ground, trade, goal).keys() & carried(ground, other, goal).keys() for goal in goals_of(ground, trade)
    )


def invests(ground: Ground, trade: Trade) -> list[Reason]:
    """Cash that is to come, or more cash than the target holds, is put to work."""
    flow = ground.book.accounts[trade.account].cash_flow
    if flow > 0:
        return [
            reason("invest_cash", f"It invests the deposit of {dollars(flow)} in {trade.account}.", deposit=str(flow))
        ]
    for goal in goals_of(ground, trade):
        drift = goal.before.drift.get(CASH, 0.0)
        if CASH in goal.outside and drift > 0:
            sentence = f"{stands(CASH, drift)}; {trade.symbol} takes some of it up."
            return [reason("invest_cash", sentence, drift=round(drift, 6))]
    return []


def leaves_for_calls(ground: Ground, trade: Trade) -> list[Reason]:
    """The cash that the purchase leaves alone, since capital calls may ask for it."""
    calls = kept_by_account(ground.book.case).get(trade.account)
    if calls is None:
        return []
    sentence = (
        f"{dollars(calls.amount)} of cash in {listing(sorted(calls.accounts))} is left for capital calls of "
        f"{listing(calls.symbols)}."
    )
    return [reason("kept_for_calls", sentence, amount=str(calls.amount), funds=calls.symbols)]


def counterparty(ground: Ground, trade: Trade) -> Reason:
    """Nothing of its own: it takes up what sales bring."""
    sold = [other.symbol for other in ground.trades if other.account == trade.account and other.side == "sell"]
    of_what = f"the proceeds of {', '.join(sold)}" if sold else "cash"
    sentence = f"{trade.symbol} takes up {of_what} in {trade.account}; its class stays inside its band."
    return reason("counterparty", sentence, sold=tuple(sold))


def located(ground: Ground, trade: Trade) -> list[Reason]:
    """Where the purchase stands well: the place with less tax on its dividends."""
    book, security = ground.book, ground.book.securities[trade.symbol]
    if not book.case.policy.location or not security.dividend_yield:
        return []
    drags = {
        place: tax_drag(book.accounts[place], security, ground.curves.get(book.accounts[place].taxpayer))
        for place, symbol in book.buys
        if symbol == trade.symbol
    }
    here, most = drags.get(trade.account, 0.0), max(drags.values(), default=0.0)
    if most - here < 1e-6:
        return []
    cost = f"cost {percent(here, 2)} a year in tax" if here >= 5e-5 else "are not taxed this year"
    sentence = f"In {trade.account} its dividends {cost}; elsewhere they would cost up to {percent(most, 2)} a year."
    return [reason("location", sentence, drag=round(here, 6), most=round(most, 6))]
