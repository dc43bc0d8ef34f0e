"""The answer, and where it falls short the one in which recent purchases leave with the losses they hold back.

Holding those losses back asks less of a household: nothing young is sold. Only where that leaves cash missing or a
class beyond its limit is the freer way tried, and taken where it comes nearer. Waiting for lots to turn long-term is
held against selling them now in the same way: it is taken where it costs no more.
"""

from collections.abc import Sequence

from core.domain.case import Case
from core.domain.errors import CoreError
from core.domain.proposal import Tweak
from core.rebalance.engine import NEAR, Answer, Ready, answer_of, comes_nearer, falls_short, make_ready
from core.rebalance.tweaks import setting_for
from core.rebalance.waiting import any_waits

WORTH_A_WORD = 1.0
"""Dollars below which two answers cost the same."""


def solved(case: Case, tweaks: Sequence[Tweak]) -> tuple[Ready, Answer]:
    """The case made ready, and its answer; raises what `answer_of` raises where neither way has one."""
    ready = make_ready(case)
    try:
        answer = answer_of(ready, setting_for(ready, tweaks))
    except CoreError:
        freed = _freed(case, tweaks)
        if freed is None:
            raise
        return freed
    freed = _freed(case, tweaks) if falls_short(answer) else None
    if freed and comes_nearer(freed[1], answer):
        return freed
    hasty = _hasty(case, tweaks) if any_waits(ready.book, ready.curves) else None
    return hasty if hasty and _is_cheaper(hasty[1], answer) else (ready, answer)


def _hasty(case: Case, tweaks: Sequence[Tweak]) -> tuple[Ready, Answer] | None:
    """The way that waits for no lot, where it has an answer."""
    ready = make_ready(case, waiting=False)
    try:
        return ready, answer_of(ready, setting_for(ready, tweaks))
    except CoreError:
        return None


def _is_cheaper(one: Answer, other: Answer) -> bool:
    """Whether an answer costs less by more than waiting is worth a word, and leaves no more beyond the limits."""
    if one.solution is None or other.solution is None or one.missing:
        return False
    nearer = one.solution.excess <= other.solution.excess + NEAR
    return nearer and one.solution.cost < other.solution.cost - WORTH_A_WORD


def _freed(case: Case, tweaks: Sequence[Tweak]) -> tuple[Ready, Answer] | None:
    """The freer way, where there is one and it has an answer."""
    ready = make_ready(case, leaving=True)
    if not ready.book.wash.leaving:
        return None
    try:
        return ready, answer_of(ready, setting_for(ready, tweaks))
    except CoreError:
        return None
