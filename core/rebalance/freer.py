"""The answer, and where it falls short the one in which recent purchases leave with the losses they hold back.

Holding those losses back asks less of a household: nothing young is sold. Only where that leaves cash missing or a
class beyond its limit is the freer way tried, and taken where it comes nearer.
"""

from collections.abc import Sequence

from core.domain.case import Case
from core.domain.errors import CoreError
from core.domain.proposal import Tweak
from core.rebalance.engine import Answer, Ready, answer_of, comes_nearer, falls_short, make_ready
from core.rebalance.tweaks import setting_for


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
    return freed if freed and comes_nearer(freed[1], answer) else (ready, answer)


def _freed(case: Case, tweaks: Sequence[Tweak]) -> tuple[Ready, Answer] | None:
    """The freer way, where there is one and it has an answer."""
    ready = make_ready(case, leaving=True)
    if not ready.book.wash.leaving:
        return None
    try:
        return ready, answer_of(ready, setting_for(ready, tweaks))
    except CoreError:
        return None
