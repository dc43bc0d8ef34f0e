"""Why no portfolio meets a mandate: a smallest set of limits in conflict.

The set is found by QuickXplain (Junker 2004, AAAI): dropping any one of its limits makes the others feasible
together. Weights summing to 1 is never dropped.
"""

from collections.abc import Sequence

from core.domain.target import Infeasible, LimitConflict
from core.optimize.limits import Limit, region
from core.optimize.nearest import nearest
from core.optimize.problem import Problem
from core.optimize.program import over_weights
from core.optimize.solvers import minimise
from core.optimize.subsets import ROOM, least_excess, some_choice
from core.words import start


def explain(problem: Problem) -> Infeasible:
    """The conflict in words and the nearest feasible portfolio."""
    fixed = tuple(limit for limit in problem.limits if limit.standing)
    named = tuple(limit for limit in problem.limits if not limit.standing)
    conflict = _conflict(fixed, False, named, problem.assets.size)
    return Infeasible(
        conflicts=tuple(LimitConflict(limit.path, f"{start(limit.sentence)}.") for limit in conflict),
        nearest=nearest(problem, fixed, named),
        issues=(*problem.assets.issues, *problem.notes),
    )


def feasible(limits: Sequence[Limit], size: int) -> bool:
    """Whether some weights that sum to 1 keep all these limits."""
    where = region(limits, size)
    if where.crossed or any(ball.radius < 0 for ball in where.balls):
        return False
    if where.chooses:
        return some_choice(where) is not None
    program = over_weights(where)
    if not program.cones:
        return minimise(program).status == "solved"
    return least_excess(program, size)[0] <= ROOM


def _conflict(kept: tuple[Limit, ...], added: bool, open_: tuple[Limit, ...], size: int) -> tuple[Limit, ...]:
    if added and not feasible(kept, size):
        return ()
    if len(open_) <= 1:
        return open_
    half = len(open_) // 2
    first, second = open_[:half], open_[half:]
    in_second = _conflict(kept + first, bool(first), second, size)
    in_first = _conflict(kept + in_second, bool(in_second), first, size)
    return in_first + in_second
