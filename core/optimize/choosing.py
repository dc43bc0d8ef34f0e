"""Few assets, or none too small: the smallest positions are left out one after the other, and the rest solved again.

Choosing the very best subset is a hard problem; this search (backward elimination) is said in the answer. Where it
ends without one, `subsets` finds some subset that keeps every limit, and the objective is solved on it.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.domain.issue import Issue
from core.optimize.limits import HELD, Limit, region
from core.optimize.problem import Found, Objective, Problem
from core.optimize.subsets import some_choice

Mask = NDArray[np.bool_]
SAID = Issue(
    "note",
    "mandate",
    "Which assets to hold was searched by leaving out the smallest; another subset may be slightly better.",
    "subset_searched",
)


def chosen(problem: Problem, objective: Objective, found: Found) -> Found | None:
    """The objective's portfolio within the limits on what is held; None where no subset was found."""
    if _excess(problem, found.weights) <= 0:
        return found
    thinned = _thinned(problem, objective, found) or _by_program(problem, objective)
    return None if thinned is None else replace(thinned, issues=(*thinned.issues, SAID))


def _thinned(problem: Problem, objective: Objective, found: Found) -> Found | None:
    size = problem.assets.size
    dropped, needed = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    while _excess(problem, found.weights) > 0:
        open_ = np.flatnonzero((found.weights > HELD) & ~needed)
        if not len(open_):
            return None
        smallest = open_[np.argsort(found.weights[open_], kind="stable")]
        step = max(1, (len(smallest) - (problem.region.most_held or len(smallest))) // 4)
        attempt, without = _without(problem, objective, dropped, smallest[:step])
        if attempt is None and step > 1:
            attempt, without = _without(problem, objective, dropped, smallest[:1])
        if attempt is None:
            needed[smallest[0]] = True
        else:
            found, dropped = attempt, without
    return found


def _without(
    problem: Problem, objective: Objective, dropped: Mask, more: NDArray[np.int64]
) -> tuple[Found | None, Mask]:
    without = dropped.copy()
    without[more] = True
    return objective(_restricted(problem, without)), without


def _by_program(problem: Problem, objective: Objective) -> Found | None:
    """The objective on a subset that keeps every limit, each of its positions at least the least."""
    held = some_choice(problem.region)
    if held is None:
        return None
    found = objective(_restricted(problem, ~held, problem.region.least_held or 0.0))
    return found if found is not None and _excess(problem, found.weights) <= 0 else None


def _restricted(problem: Problem, without: Mask, least: float = 0.0) -> Problem:
    """The same problem with assets left out, and (where asked) the others held at the least at least."""
    only = Limit(
        "chosen",
        "only the chosen assets are held",
        lower=np.where(without, -np.inf, least),
        upper=np.where(without, 0.0, np.inf),
        standing=True,
    )
    limits = (*problem.limits, only)
    return replace(problem, limits=limits, region=region(limits, problem.assets.size))


def _excess(problem: Problem, weights: NDArray[np.float64]) -> float:
    """By how much the limits on what is held are broken; noise below a millionth is none."""
    limits = [limit for limit in problem.limits if limit.most_held is not None or limit.least_held is not None]
    worst = max(limit.excess(weights) for limit in limits)
    return worst if worst > HELD else 0.0
