"""One household, one answer: read, solve, round, check. Pure: the same case always has the same answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.domain.account import Taxpayer
from core.domain.case import Case
from core.domain.errors import BadInput, CoreError
from core.domain.issue import Issue
from core.domain.rationale import Reason
from core.domain.trade import Trade
from core.rebalance.book import Book, open_book
from core.rebalance.building import build
from core.rebalance.candidates import with_neighbours
from core.rebalance.checker import check
from core.rebalance.fingerprint import in_order
from core.rebalance.goals import Goal, goals
from core.rebalance.idle_targets import idle_targets
from core.rebalance.lots import trades_of
from core.rebalance.model_harvest import has_losses
from core.rebalance.setting import Pattern, Setting
from core.rebalance.solution import Solution
from core.rebalance.solve import solve
from core.rebalance.sourcing import sourced
from core.rebalance.tax_model import TaxCurve, tax_curve, taxpayers_of, year_of
from core.rebalance.triggers import triggers
from core.tax.years import TaxYear

CENTS_SHORT = 0.05
"""Dollars of a withdrawal below which nothing is missing."""
PART = 0.01
"""Fraction of what remains anyway that whole shares may leave more."""
NEAR = 0.1
"""Thousandths of weight within which a limit is met."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A case made ready for solving."""

    case: Case
    book: Book
    goals: tuple[Goal, ...]
    payers: Mapping[str, Taxpayer]
    curves: Mapping[str, TaxCurve]
    year: TaxYear
    issues: tuple[Issue, ...]
    causes: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Trades before they are explained, and what the solver said; `missing`: unraisable withdrawals by account."""

    trades: tuple[Trade, ...] = ()
    setting: Setting = field(default_factory=Setting)
    solution: Solution | None = None
    missing: Mapping[str, float] = field(default_factory=dict)


def make_ready(case: Case, leaving: bool = False, waiting: bool = True) -> Ready:
    """Index the case, read its tax year and say what calls for trades; `leaving` as `wash_rule` says.

    `waiting` False: no lot is waited for until it turns long-term, whatever the policy says.
    """
    case, sources = sourced(in_order(case))
    payers, issues = taxpayers_of(case)
    year = year_of(case, payers)
    taxed = {account.taxpayer for account in case.accounts if account.taxable}
    curves = {name: tax_curve(payers[name], payers.values(), year) for name in sorted(taxed)}
    asked = case if waiting else replace(case, policy=replace(case.policy, wait_days=0))
    book = open_book(asked, payers, leaving)
    aims = goals(book)
    told = (*issues, *idle_targets(case, aims))
    return Ready(case, book, aims, payers, curves, year, told, (*sources, *triggers(book, aims)))


def falls_short(answer: Answer) -> bool:
    """Whether cash is missing or something stands beyond its limit, as far as shares that are continuous show."""
    found = answer.solution
    return bool(answer.missing) or (found is not None and (found.excess > NEAR or any(_given_way(found))))


def comes_nearer(one: Answer, other: Answer) -> bool:
    """Whether an answer raises cash that another cannot, or leaves less beyond the limits."""
    if other.missing or one.missing:
        return not one.missing or sum(one.missing.values()) < sum(other.missing.values()) - CENTS_SHORT
    return _nearer(one, other)


def answer_of(ready: Ready, setting: Setting) -> Answer:
    """Solve with shares continuous, then in whole shares around that."""
    short = _unraisable(ready)
    if not (ready.book.positions or ready.book.buys):
        return Answer(missing=short)
    found = _continuous(ready, setting)
    if found is None and not short:
        raise _impossible(setting)
    if found is not None:
        short |= {name: amount for name, amount in found.given.withdrawal.items() if amount > CENTS_SHORT}
    if short or found is None:
        return Answer(missing=short)
    return _in_whole_shares(ready, setting, found)


def _in_whole_shares(ready: Ready, setting: Setting, found: Solution) -> Answer:
    """Whole shares around the continuous answer, its choices kept, held against the independent checker.

    A second try has more room, wider margins and small trades beside those of the continuous answer; it is made where
    the first breaks a rule, or leaves more beyond the limits than shares that are continuous do. Broken trades never
    leave this room.
    """
    first, troubles = _rounded(ready, setting, found.pattern, 1, found)
    if first and first.solution and first.solution.excess <= found.excess * (1 + PART) + NEAR:
        return first
    second, others = _rounded(
        ready, setting, with_neighbours(ready.book, ready.curves, setting, found.pattern), 10, found
    )
    if first and not (second and _nearer(second, first)):
        return first
    third = (None, []) if second else _rounded(ready, setting, found.pattern, 10, found)
    answer = second or third[0]
    if answer:
        return answer
    if setting.fixed or setting.forced:
        raise _impossible(setting)
    raise CoreError(f"the proposal breaks a rule and is withheld: {' | '.join(troubles or others)}")


def _rounded(
    ready: Ready, setting: Setting, pattern: Pattern, slack: int, behind: Solution
) -> tuple[Answer | None, list[str]]:
    """The answer in whole shares within a pattern, or what is wrong with it; its gap is that of the choices behind."""
    final = solve(
        build(ready.book, ready.goals, ready.curves, setting.changed(pattern=pattern, whole=True, slack=slack))
    )
    if final is None:
        return None, ["the answer cannot be rounded to whole shares within its limits"]
    trades = trades_of(ready.book, final, setting.fixed)
    broken = [f"{result.rule}: {result.sentence}" for result in check(ready.case, trades) if not result.ok]
    told = replace(final, gap=behind.gap, status=behind.status)
    return (None, broken) if broken else (Answer(trades, setting, told), [])


def _nearer(one: Answer, other: Answer) -> bool:
    """Whether an answer leaves less beyond the limits, and no more cash missing or rules broken for it."""
    if one.solution is None or other.solution is None:
        return False
    pairs = zip(_given_way(one.solution), _given_way(other.solution), strict=True)
    kept = all(mine <= theirs + CENTS_SHORT for mine, theirs in pairs)
    return kept and one.solution.excess < 0.98 * other.solution.excess - NEAR / 2


def _given_way(solution: Solution) -> tuple[float, float, float]:
    """Dollars of cash missing, of short-term gains sold for cash, and beyond gain budgets."""
    given = solution.given
    missing = sum((*given.withdrawal.values(), *given.reserve.values()))
    return missing, given.short_gains, sum(given.over_budget.values())


def _unraisable(ready: Ready) -> dict[str, float]:
    """Withdrawals of accounts that may not trade at all."""
    return {
        name: rule.withdrawal
        for name, rule in ready.book.cash.items()
        if rule.withdrawal > CENTS_SHORT and not any(key[0] == name for key in ready.book.positions)
    }


def _continuous(ready: Ready, setting: Setting) -> Solution | None:
    """The solve with shares continuous; for a least benefit of harvests it is first asked what else is sold."""
    if setting.harvest and ready.case.policy.minimum_benefit > 0 and has_losses(ready.book):
        bare = setting.changed(harvest=False)
        plain = solve(build(ready.book, ready.goals, ready.curves, bare.changed(linear=True)))
        plain = plain or solve(build(ready.book, ready.goals, ready.curves, bare))
        if plain is None:
            return None
        setting = setting.changed(needed=frozenset(plain.sells))
    narrow = build(ready.book, ready.goals, ready.curves, setting)
    least = narrow.program.relaxed(narrow.excess)
    found = None if least is None else solve(narrow)
    if found is not None and least is not None and found.excess <= NEAR:
        return found
    wide = build(ready.book, ready.goals, ready.curves, setting.changed(wide=True))
    below = wide.program.relaxed(wide.excess)
    if found is not None and (below is None or (least or 0.0) <= below + NEAR):
        return found
    other = solve(wide)
    return other if other is not None and (found is None or _gives_less(other, found)) else found


def _gives_less(one: Solution, other: Solution) -> bool:
    """Whether less has to give way for required cash, or else less is left beyond the limits."""
    for mine, theirs in zip(_given_way(one), _given_way(other), strict=True):
        if abs(mine - theirs) > CENTS_SHORT:
            return mine < theirs
    return one.excess < other.excess - NEAR


def _impossible(setting: Setting) -> BadInput:
    """What a person asked for cannot be done; without such a wish the household's own rules leave nothing."""
    if setting.forced:
        return BadInput("tweaks", "the trade leaves no answer within the household's rules")
    if setting.fixed:
        lines = ", ".join(
            f"{side} {quantity} {symbol} in {account}" for (account, symbol, side), quantity in setting.fixed.items()
        )
        return BadInput("tweaks", f"cannot all be done within the household's rules: {lines}")
    return BadInput("case", "its rules leave no answer at all, not even doing nothing")
