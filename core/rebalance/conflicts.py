"""What could not be met, named: limits that remain, cash that is short, rules that had to give way for cash."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from core.domain.account import Amounts
from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.money import ZERO
from core.domain.trade import Conflict, DriftPicture, Trade
from core.rebalance.after_trades import gains_by_taxpayer
from core.rebalance.book import Book
from core.rebalance.commitments import calls_of
from core.rebalance.conflicts_kept import USED_UP, held_back_said, kept_for_calls, long_from_days
from core.rebalance.goals import Goal, excess
from core.rebalance.naming import beyond, exact, remains
from core.rebalance.solution import Given
from core.rebalance.tax_model import TaxCurve
from core.risk.exposure import split
from core.tax.households import WINDOW
from core.words import dollars, listing, percent

DOLLAR = 0.5
"""Dollars below which a shortfall is rounding."""
UNPAID = "what would pay for it stays where it is"
NOTHING_NAMED = "cash, minimum sizes and whole shares of the accounts allow no nearer answer"


def limit_conflicts(
    book: Book, goal: Goal, after: DriftPicture, trades: Sequence[Trade], curves: Mapping[str, TaxCurve]
) -> list[Conflict]:
    """Classes that remain beyond their limits, each with what stands in the way."""
    spent, found = _spent_limits(book, goal, trades), []
    left = sorted(excess(goal, after.drift).items())
    sides = {name: "over" if after.drift[name] > 0 else "under" for name, _ in left}
    own = {name: _why(book, goal, name, side, trades, curves) for name, side in sides.items()}
    stays = any(own[name] for name, side in sides.items() if side == "over")
    where = f" in {goal.name}" if goal.name else ""
    for name, by in left:
        unpaid = [UNPAID] if stays and sides[name] == "under" and not own[name] else []
        why = "; ".join([*own[name], *unpaid, *spent]) or NOTHING_NAMED
        sentence = f"{remains(name, after.drift[name], where)}, {beyond(by, 'limit')}: {why}."
        facts = _facts(book, goal, name, after.drift[name], by, curves)
        found.append(Conflict("beyond_limit", sentence, name, round(by, 6), facts))
    return found


def _facts(
    book: Book, goal: Goal, name: str, drift: float, by: float, curves: Mapping[str, TaxCurve]
) -> FrozenMap[Any]:
    calls = [str(one.amount) for one in calls_of(book.case) if one.accounts & goal.accounts]
    return FrozenMap({"account": goal.name or None, "drift": round(drift, 6), "beyond": round(by, 6),
                      "days": WINDOW.days, "turnover_limit": book.case.policy.turnover_limit, "calls": tuple(calls),
                      "long_from": long_from_days(book, goal, name, curves),
                      })  # fmt: skip


def _dollars(amount: float) -> FrozenMap[Any]:
    return FrozenMap({"dollars": str(exact(amount))})


def given_conflicts(given: Given) -> list[Conflict]:
    """Rules that gave way for required cash, and cash that could not be raised."""
    found = []
    for account, short in sorted(given.reserve.items()):
        if short > DOLLAR:
            sentence = f"{account} is {dollars(exact(short))} short of its reserve and required distribution."
            found.append(Conflict("cash_short", sentence, account, round(short, 2), _dollars(short)))
    for payer, over in sorted(given.over_budget.items()):
        if over > DOLLAR:
            sentence = (
                f"The gain budget of {payer} is exceeded by {dollars(exact(over))}: required cash leaves no other way."
            )
            found.append(Conflict("gain_budget", sentence, payer, round(over, 2), _dollars(over)))
    if given.short_gains > DOLLAR:
        sentence = (
            f"Lots with short-term gains are sold for {dollars(exact(given.short_gains))}: required cash cannot be "
            f"raised otherwise."
        )
        sold = given.short_gains
        found.append(Conflict("short_term_gains", sentence, "", round(sold, 2), _dollars(sold)))
    return found


def withdrawal_conflicts(short: dict[str, float]) -> list[Conflict]:
    """Withdrawals that cannot be raised: the case is infeasible."""
    return [
        Conflict(
            "withdrawal_not_raised",
            f"{account} cannot raise its withdrawal: {dollars(exact(amount))} is missing when all is sold that may be.",
            account,
            round(amount, 2),
            _dollars(amount),
        )
        for account, amount in sorted(short.items())
    ]


def _why(
    book: Book, goal: Goal, name: str, side: str, trades: Sequence[Trade], curves: Mapping[str, TaxCurve]
) -> list[str]:
    """What keeps one class where it is, apart from limits of the whole household."""
    reasons = []
    if side == "over" and name != CASH:
        reasons += [_said(_held_fast(book, goal, name), "may not be sold")]
        reasons += [_said(_kept_lots(book, goal, name), "may not be sold at a loss: a purchase of the last 30 days")]
        reasons += held_back_said(book, goal, name, curves)
    if (side == "under") != (name == CASH):
        reasons += [_said(_locked_by_losses(book, goal, name), "may not be bought: a loss taken in the last 30 days")]
        if not _buyable(book, goal, name):
            reasons.append("nothing that would move it may be bought in these accounts")
        reasons += kept_for_calls(book, goal, trades)
    if book.case.policy.cash_flow_only:
        reasons.append("the policy trades only cash that comes or goes")
    return [reason for reason in reasons if reason]


def _spent_limits(book: Book, goal: Goal, trades: Sequence[Trade]) -> list[str]:
    """Limits of the household that the trades use up."""
    found, gains = [], gains_by_taxpayer(book.case, trades)
    spent = []
    for payer in book.taxpayers.values():
        if payer.gain_budget is not None:
            room = max(ZERO, payer.gain_budget - payer.realized.short - payer.realized.long)
            gain = gains.get(payer.id, Amounts())
            spent += [payer.id] if gain.short + gain.long >= room * USED_UP else []
    if spent:
        found.append(f"the gain budget of {listing(spent)} is used up")
    limit = book.case.policy.turnover_limit
    if limit is not None and _turned_over(trades) >= Decimal(repr(limit)) * goal.before.total * USED_UP:
        found.append(f"turnover is limited to {percent(limit)}")
    return found


def _turned_over(trades: Sequence[Trade]) -> Decimal:
    """The smaller of purchases and sales in dollars."""
    return min(sum((trade.amount for trade in trades if trade.side == side), ZERO) for side in ("buy", "sell"))


def _locked_by_losses(book: Book, goal: Goal, name: str) -> list[str]:
    """Purchases that would move the class and that an earlier loss forbids."""
    found = set()
    for symbol, security in book.securities.items():
        carries = split(security, goal.target.by).get(name, 0.0) > 0 or name == CASH
        places = [place for place in sorted(goal.accounts) if (place, book.wash.groups[symbol]) in book.wash.locked]
        if carries and places and book.case.policy.wash_sales == "avoid":
            found.add(symbol)
    return sorted(found)


def _said(places: list[str], what: str) -> str:
    more = " and others" if len(places) > 4 else ""
    return f"{', '.join(places[:4])}{more} {what}" if places else ""


def _held_fast(book: Book, goal: Goal, name: str) -> list[str]:
    """Holdings of the class that may not be sold at all."""
    return sorted(
        {
            f"{lot.symbol} in {place}"
            for place, lot in _lots(book, goal, name)
            if (place, lot.symbol) not in book.positions
        }
    )


def _kept_lots(book: Book, goal: Goal, name: str) -> list[str]:
    """Lots of the class that the wash-sale rule keeps."""
    sellable = {lot.id for position in book.positions.values() for piece in position.pieces for lot in piece.lots}
    kept = [lot.id for _, lot in _lots(book, goal, name) if lot.id in book.wash.blocked and lot.id not in sellable]
    return sorted(f"lot {lot}" for lot in kept)


def _lots(book: Book, goal: Goal, name: str) -> list[tuple[str, Lot]]:
    """The lots of the goal's accounts that carry the class."""
    return [
        (account.id, lot)
        for account in book.accounts.values()
        if account.id in goal.accounts
        for lot in account.lots
        if split(book.securities[lot.symbol], goal.target.by).get(name, 0.0) > 0
    ]


def _buyable(book: Book, goal: Goal, name: str) -> bool:
    if name == CASH:
        return any(account in goal.accounts for account, _ in book.buys)
    return any(
        account in goal.accounts and split(book.securities[symbol], goal.target.by).get(name, 0.0) > 0
        for account, symbol in book.buys
    )
