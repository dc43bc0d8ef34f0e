"""Policies of one kind compared where they track alike: turnover at equal tracking error."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.domain.errors import BadInput
from core.lab.policies import PolicyRun


@dataclass(frozen=True, slots=True)
class Matched:
    """A kind of policy at one tracking error, read between two of its runs. Figures a year, as of a run."""

    tracking_error: float
    turnover: float
    trades: float
    width: float


def at_tracking_error(runs: Sequence[PolicyRun], wanted: float) -> Matched:
    """Where runs of one kind, differing in width alone, would come out at the wanted tracking error (linear between).

    Raises BadInput where the wanted one lies beyond all of them: widen or narrow the bands tried.
    """
    ordered = sorted(runs, key=lambda run: run.tracking_error)
    errors = [run.tracking_error for run in ordered]
    if len(ordered) < 2 or not errors[0] <= wanted <= errors[-1]:
        raise BadInput("tracking_error", f"{wanted:.4%} lies beyond the bands that were tried")
    columns = (
        [run.turnover for run in ordered],
        [run.trades for run in ordered],
        [max(run.policy.widths or (0.0,)) for run in ordered],
    )
    return Matched(wanted, *(float(np.interp(wanted, errors, column)) for column in columns))
