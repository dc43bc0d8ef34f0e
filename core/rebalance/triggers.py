"""Why the engine acts, or why it does not: recorded before anything is solved."""

from datetime import date

from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.market.calendar import is_session, next_session
from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.naming import beyond, exact, must_raise, stands
from core.risk.exposure import is_outside
from core.words import day, dollars, listing, signed_dollars


def triggers(book: Book, goals: tuple[Goal, ...]) -> tuple[Reason, ...]:
    """What calls for trades, whatever the policy's trigger is."""
    return (*_bands(goals), *_cash_needs(book), *_flows(book))


def standing_orders(book: Book) -> tuple[Reason, ...]:
    """The triggers that need no cause."""
    kind = book.case.policy.trigger
    if kind == "calendar":
        return (_by_calendar(book.case.as_of),)
    if kind == "cash_flow":
        return (_by_cash(book),)
    return (Reason("always", "The policy always looks for trades."),) if kind == "always" else ()


def _by_calendar(on: date) -> Reason:
    """The calendar's look, and the session of the exchange on which orders would go out."""
    session = on if is_session(on) else next_session(on)
    when = "a session" if session == on else f"no session, the next is {day(session)}"
    sentence = f"The calendar calls for a look; {day(on)} is {when} of the New York Stock Exchange."
    return Reason("calendar", sentence, FrozenMap({"on": on.isoformat(), "session": session.isoformat()}))


def _by_cash(book: Book) -> Reason:
    """The look that a flow calls for: what is still to come, for cash that came before is like all other cash."""
    flows = [account for account in book.accounts.values() if account.cash_flow]
    moves = listing([f"{signed_dollars(account.cash_flow)} in {account.id}" for account in flows])
    still = f"still to come or go: {moves}" if flows else "none is still to come, and any that came is in the cash"
    facts = {"flows": FrozenMap({account.id: str(account.cash_flow) for account in flows})}
    return Reason("cash_flow", f"A flow of cash calls for a look; {still}.", FrozenMap(facts))


def nothing_to_do(goals: tuple[Goal, ...]) -> Reason:
    """Why there is no action, as a recorded answer."""
    if not goals:
        return Reason(
            "no_target_counts",
            "No target counts anything that is held, no cash must be raised, and no harvest is worth its trades.",
        )
    return Reason(
        "inside_bands",
        "Every class stands inside its band, no cash must be raised, and no harvest is worth its trades.",
    )


def _bands(goals: tuple[Goal, ...]) -> list[Reason]:
    found = []
    for goal in goals:
        for name in goal.counted:
            drift = goal.before.drift.get(name, -goal.target.weight(name))
            if is_outside(drift, name, goal.target):
                found.append(_outside(goal, name, drift))
    return found


def _outside(goal: Goal, name: str, drift: float) -> Reason:
    width = goal.target.band(name).half_width(goal.target.weight(name))
    side = "over" if drift > 0 else "under"
    where = f" in {goal.name}" if goal.name else ""
    sentence = f"{stands(name, drift, where)}, {beyond(abs(drift) - width, 'band')}."
    facts = {"class": name, "drift": round(drift, 6), "band": round(width, 6), "account": goal.name or None,
             "beyond": round(abs(drift) - width, 6)}  # fmt: skip
    return Reason(f"{side}_band", sentence, FrozenMap(facts))


def _cash_needs(book: Book) -> list[Reason]:
    return [
        Reason(
            "raise_cash",
            must_raise(account, rule.required, rule.now, rule.least),
            FrozenMap(
                {
                    "account": account,
                    "required": str(exact(rule.required)),
                    "now": str(exact(rule.now)),
                    "least": str(exact(rule.least)),
                }
            ),
        )
        for account, rule in book.cash.items()
        if rule.required > 0
    ]


def _flows(book: Book) -> list[Reason]:
    found = []
    for account in book.accounts.values():
        if account.cash_flow:
            code = "deposit" if account.cash_flow > 0 else "withdrawal"
            way = "come into" if account.cash_flow > 0 else "go out of"
            sentence = f"A {code} of {dollars(abs(account.cash_flow))} is to {way} {account.id}."
            facts = FrozenMap({"account": account.id, "amount": str(account.cash_flow)})
            found.append(Reason(code, sentence, facts))
    return found
