"""What could not be met, named: limits that remain, cash that is short, rules that had to give way for cash."""

from core.domain.allocation import CASH
from core.domain.lot import Lot
from core.domain.trade import Conflict, DriftPicture
from core.rebalance.book import Book
from core.rebalance.goals import Goal, excess
from core.rebalance.naming import exact, plain_points, remains
from core.rebalance.solve import Given
from core.risk.exposure import split
from core.words import dollars, listing, percent

DOLLAR = 0.5
"""Dollars below which a shortfall is rounding."""


def limit_conflicts(book: Book, goal: Goal, after: DriftPicture) -> list[Conflict]:
    """Classes that remain beyond their limits."""
    found = []
    for name, by in sorted(excess(goal, after.drift).items()):
        side = "over" if after.drift[name] > 0 else "under"
        where = f" in {goal.name}" if goal.name else ""
        why = _why(book, goal, name, side)
        sentence = f"{remains(name, after.drift[name], where)}, {plain_points(by)} beyond the limit: {why}."
        found.append(Conflict("beyond_limit", sentence, name, round(by, 6)))
    return found


def given_conflicts(given: Given) -> list[Conflict]:
    """Rules that gave way for required cash, and cash that could not be raised."""
    found = []
    for account, short in sorted(given.reserve.items()):
        if short > DOLLAR:
            sentence = f"{account} is {dollars(exact(short))} short of its reserve and required distribution."
            found.append(Conflict("cash_short", sentence, account, round(short, 2)))
    for payer, over in sorted(given.over_budget.items()):
        if over > DOLLAR:
            sentence = (
                f"The gain budget of {payer} is exceeded by {dollars(exact(over))}: required cash leaves no other way."
            )
            found.append(Conflict("gain_budget", sentence, payer, round(over, 2)))
    if given.short_gains > DOLLAR:
        sentence = (
            f"Lots with short-term gains are sold for {dollars(exact(given.short_gains))}: required cash cannot be "
            f"raised otherwise."
        )
        found.append(Conflict("short_term_gains", sentence, "", round(given.short_gains, 2)))
    return found


def withdrawal_conflicts(short: dict[str, float]) -> list[Conflict]:
    """Withdrawals that cannot be raised: the case is infeasible."""
    return [
        Conflict(
            "withdrawal_not_raised",
            f"{account} cannot raise its withdrawal: {dollars(exact(amount))} is missing when all is sold that may be.",
            account,
            round(amount, 2),
        )
        for account, amount in sorted(short.items())
    ]


def _why(book: Book, goal: Goal, name: str, side: str) -> str:
    reasons = []
    if side == "over" and name != CASH:
        reasons += [_said(_held_fast(book, goal, name), "may not be sold")]
        reasons += [_said(_kept_lots(book, goal, name), "may not be sold at a loss: a purchase of the last 30 days")]
    if (side == "under") != (name == CASH) and not _buyable(book, goal, name):
        reasons.append("nothing that would move it may be bought in these accounts")
    budgets = [payer.id for payer in book.taxpayers.values() if payer.gain_budget is not None]
    if budgets:
        reasons.append(f"the gain budget of {listing(budgets)} limits sales")
    if book.case.policy.turnover_limit is not None:
        reasons.append(f"turnover is limited to {percent(book.case.policy.turnover_limit)}")
    said = [reason for reason in reasons if reason]
    return "; ".join(said) or "cash, minimum sizes and whole shares of the accounts allow no nearer answer"


def _said(places: list[str], what: str) -> str:
    more = f" and {len(places) - 4} more" if len(places) > 4 else ""
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
