"""What stands in the way, and what would help: the smallest set of conflicting limits, and the nearest relaxation.

A set is smallest where dropping any one of its limits lets the rest be met together. Shares are continuous here, so
that the answer comes at once.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.trade import Conflict, Proposed
from core.rebalance.building import build
from core.rebalance.engine import CENTS_SHORT, Ready, make_ready
from core.rebalance.naming import exact, plain_points
from core.rebalance.relaxing import Rule, account_rules, household_rules
from core.rebalance.setting import Setting
from core.rebalance.solve import solve
from core.words import dollars
from core.words.sentences import start

EXACT = Setting(harvest=False)
QUICK = EXACT.changed(linear=True)
"""Choices taken in part, which comes at once; it may raise more where the choice between loss and purchase binds."""
WORTH = 0.001
"""Weight that must come nearer for a relaxation to be named."""
NAMED = 3
"""Relaxations named at most."""


def with_relaxations(case: Case, proposed: Proposed, asked: Decimal = Decimal(0)) -> Proposed:
    """The answer with what would help where something could not be met.

    asked : dollars that the household is to pay out, from whichever accounts; the case holds them as flows of accounts
    """
    if proposed.status == "infeasible":
        short = {found.subject: found.by or 0.0 for found in proposed.conflicts}
        return replace(
            proposed,
            conflicts=(*proposed.conflicts, *_smallest_sets(case, short)),
            relaxations=_pay_less(case, short, float(asked)),
        )
    if any(found.code == "beyond_limit" for found in proposed.conflicts):
        return replace(proposed, relaxations=_nearer(case))
    return proposed


def smallest_set(rules: Sequence[Rule], case: Case, fails: Callable[[Case], bool]) -> tuple[Rule, ...]:
    """Of rules that fail together, those of which dropping any one helps; none where lifting all of them does not.

    General rules are let go first, so that what is named stands as near to the account as can be.
    """
    if fails(lifted(case, rules)):
        return ()
    kept = list(rules)
    for rule in reversed(rules):
        others = [one for one in kept if one is not rule]
        if fails(lifted(case, [one for one in rules if one not in others])):
            kept = others
    return tuple(kept)


def lifted(case: Case, rules: Iterable[Rule]) -> Case:
    """The case without some of its rules."""
    for rule in rules:
        case = rule.lift(case)
    return case


def _smallest_sets(case: Case, short: dict[str, float]) -> list[Conflict]:
    """For every withdrawal that cannot be raised, the limits that together forbid it."""
    found = []
    for account in sorted(short):
        how = QUICK if _missing(case, account, QUICK) > CENTS_SHORT else EXACT

        def fails(one: Case, name: str = account, how: Setting = how) -> bool:
            return _missing(one, name, how) > CENTS_SHORT

        rules = smallest_set(account_rules(case, account), case, fails)
        found += [Conflict(rule.code, rule.sentence, rule.subject or account, None, rule.facts) for rule in rules]
        if not rules:
            sentence = f"Everything that {account} holds would not be enough: no limit but its size stands in the way."
            found.append(Conflict("holdings", sentence, account))
    return list(dict.fromkeys(found))


def _pay_less(case: Case, short: dict[str, float], asked: float) -> tuple[Conflict, ...]:
    """What can be paid out: by the household where that was asked, else by each account that falls short."""
    missing = sum(short.values())
    if not asked or missing > asked:
        return tuple(_withdraw_less(case, account, amount) for account, amount in sorted(short.items()))
    sentence = (
        f"Nearest: the household can pay out {dollars(exact(asked - missing))}, "
        f"{dollars(exact(missing))} less than is asked."
    )
    facts = FrozenMap({"least": str(exact(asked - missing)), "short": str(exact(missing))})
    return (Conflict("smaller_withdrawal", sentence, "household", round(missing, 2), facts),)


def _withdraw_less(case: Case, account: str, short: float) -> Conflict:
    flow = -float(case.account(account).cash_flow)
    least = max(0.0, flow - short)
    sentence = (
        f"Nearest: {account} can pay out {dollars(exact(least))}, {dollars(exact(short))} less than is asked."
        if flow > 0
        else f"Nearest: a deposit of {dollars(exact(short))} into {account}."
    )
    facts = FrozenMap({"least": str(exact(least)), "short": str(exact(short))})
    return Conflict("smaller_withdrawal", sentence, account, round(short, 2), facts)


def _missing(case: Case, account: str, how: Setting) -> float:
    """Dollars of an account's withdrawal that cannot be raised, recent purchases kept or sold out with their losses."""
    kept = _missing_from(make_ready(case), account, how)
    if kept <= CENTS_SHORT:
        return kept
    freer = make_ready(case, leaving=True)
    return min(kept, _missing_from(freer, account, how)) if freer.book.wash.leaving else kept


def _missing_from(ready: Ready, account: str, how: Setting) -> float:
    solution = solve(build(ready.book, ready.goals, ready.curves, how))
    return math.inf if solution is None else solution.given.withdrawal.get(account, 0.0)


def _nearer(case: Case) -> tuple[Conflict, ...]:
    """The kinds of limits whose lifting brings most of what remains, the best first."""
    now = _beyond(case)
    if not math.isfinite(now):
        return ()
    helps = [(_beyond(rule.lift(case)), rule) for rule in household_rules(case)]
    best = sorted(((left, rule.code, rule) for left, rule in helps if now - left > WORTH), key=lambda one: one[:2])
    return tuple(_would_help(rule, now, left) for left, _, rule in best[:NAMED])


def _would_help(rule: Rule, now: float, left: float) -> Conflict:
    sentence = f"{start(rule.lifted)}, {_left(left)} would remain beyond the limits instead of {plain_points(now)}."
    facts = FrozenMap({"left": round(left, 6), "now": round(now, 6)})
    return Conflict(rule.code, sentence, rule.subject, round(now - left, 6), facts)


def _left(weight: float) -> str:
    return plain_points(weight) if weight > WORTH / 2 else "nothing"


def _beyond(case: Case) -> float:
    """Weight that remains beyond the limits of a case."""
    try:
        ready = make_ready(case, leaving=True)
    except BadInput:
        return math.inf
    found = solve(build(ready.book, ready.goals, ready.curves, Setting(harvest=False)))
    return math.inf if found is None else found.excess / 1000
