"""What the engine would do with a household, estimated by the slider's linear program: milliseconds, not tenths.

Shares are continuous and the yes-or-no choices are left open, so tax and drift come out close to the engine's own
answer. For many households at once, never for an order.
"""

from collections.abc import Sequence

from core.domain.case import Case
from core.domain.committee import Outcome
from core.domain.errors import CoreError
from core.rebalance import slider
from core.rebalance.engine import CENTS_SHORT
from core.workflow.crew import Answer, Progress, nothing


def estimates(cases: Sequence[Case], progress: Progress = nothing) -> list[Answer]:
    """The estimate of each case, in the order given; in one sentence why there is none."""
    found: list[Answer] = []
    for place, case in enumerate(cases, start=1):
        try:
            found.append(estimate(case))
        except CoreError as error:
            found.append(str(error))
        progress(place, len(cases))
    return found


def estimate(case: Case) -> Outcome:
    """The figures of one case; `infeasible` where a withdrawal cannot be raised."""
    quick = slider(case).move(case)
    raised = quick.unraised <= CENTS_SHORT
    acts = bool(quick.trades) or any(abs(weight) > 1e-3 for weight in quick.beyond.values())
    return Outcome(
        status=("proposed" if acts else "no_action") if raised else "infeasible",
        trades=len(quick.trades),
        tax=quick.tax.total,
        turnover=quick.turnover,
        drift_before=quick.before.drift_total,
        drift_after=quick.after.drift_total,
        out_before=len(quick.before.out_of_band),
        out_after=len(quick.after.out_of_band),
    )
