"""Why the engine acts, or why it does not: recorded before anything is solved."""

from datetime import date

from core.domain.frozen_map import FrozenMap
from core.domain.rationale import Reason
from core.market.calendar import is_session, next_session
from core.rebalance.book import Book
from core.rebalance.goals import Goal
from core.rebalance.naming import beyond, class_name, exact, must_raise, stands
from core.risk.exposure import is_outside
from core.words import day, dollars, listing


def triggers(book: Book, goals: tuple[Goal, ...]) -> tuple[Reason, ...]:
    """What calls for trades, whatever the policy's trigger is."""
    return (*_bands(goals), *_cash_needs(book), *_flows(book))


def stays_still(book: Book, causes: tuple[Reason, ...]) -> bool:
    """Whether the policy's trigger leaves the household alone, whatever a solve would say.

    Cash above its band has come in and waits to be invested: to a policy that trades with the cash that comes, that is
    a flow as much as one still to come.
    """
    codes = {cause.code for cause in causes}
    waiting = any(cause.code == "over_band" and cause.facts.get("class") == "cash" for cause in causes)
    flows = waiting or bool(codes & {"deposit", "withdrawal", "raise_cash"})
    return book.case.policy.trigger == "cash_flow" and not flows


def standing_orders(book: Book) -> tuple[Reason, ...]:
    """The triggers that need no cause."""
    kind = book.case.policy.trigger
    if kind == "calendar":
        return (_by_calendar(book.case.as_of),)
    return (Reason("always", "The policy always looks for trades."),) if kind == "always" else ()


def _by_calendar(on: date) -> Reason:
    """The calendar's look, and the session of the exchange on which orders would go out."""
    session = on if is_session(on) else next_session(on)
    when = "a session" if session == on else f"no session, the next is {day(session)}"
    sentence = f"The calendar calls for a look; {day(on)} is {when} of the New York Stock Exchange."
    return Reason("calendar", sentence, FrozenMap({"on": on.isoformat(), "session": session.isoformat()}))


def nothing_to_do(book: Book, goals: tuple[Goal, ...], causes: tuple[Reason, ...]) -> Reason:
    """Why there is no action, as a recorded answer."""
    if book.case.policy.trigger == "cash_flow" and stays_still(book, causes):
        return _waits_for_cash(causes)
    if not goals:
        return Reason(
            "no_target_counts",
            "No target counts anything that is held, no cash must be raised, and no harvest is worth its trades.",
        )
    return Reason(
        "inside_bands",
        "Every class stands inside its band, no cash must be raised, and no harvest is worth its trades.",
    )


def _waits_for_cash(causes: tuple[Reason, ...]) -> Reason:
    """No action without a flow, and what stands outside its band until one comes."""
    names = sorted({str(cause.facts["class"]) for cause in causes if cause.code in ("over_band", "under_band")})
    said = "No cash comes or goes, and the policy trades only then"
    waiting = (
        f"; outside {'its band' if len(names) == 1 else 'their bands'} until then: {_named(names)}" if names else ""
    )
    return Reason("no_cash_flow", f"{said}{waiting}.", FrozenMap({"outside": tuple(names)}))


def _named(names: list[str]) -> str:
    return listing([class_name(name) for name in names])


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
