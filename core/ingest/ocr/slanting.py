"""Runs that climb or fall across the page while the print beside them lies level: they are written by hand.

A page that curls bends all its lines, so a run is held against the runs next to it and not against the horizon.
"""

from collections.abc import Sequence
from statistics import median

from core.ingest.ocr.voices import Run

LONG, NEAREST = 4.0, 6
RISE = 0.3
"""In heights of the run itself; print on scans and photos stays below 0.15, writing that is not level lies above."""


def slanting(runs: Sequence[Run]) -> frozenset[int]:
    """The places of the runs that are long enough to tell and lie aslant of their neighbours."""
    long = {place: run for place, run in enumerate(runs) if _wide(run) > LONG * _high(run)}
    return frozenset(place for place, run in long.items() if _rise(run, list(long.values())) > RISE)


def _rise(run: Run, others: Sequence[Run]) -> float:
    middle = (run.frame[1] + run.frame[3]) / 2
    beside = sorted(
        (one for one in others if one is not run), key=lambda one: abs((one.frame[1] + one.frame[3]) / 2 - middle)
    )
    if len(beside) < NEAREST:
        return 0.0
    usual = median(one.slope for one in beside[:NEAREST])
    level = max(1.0, _high(run) - abs(run.slope) * _wide(run))
    return abs(run.slope - usual) * _wide(run) / level


def _wide(run: Run) -> float:
    return run.frame[2] - run.frame[0]


def _high(run: Run) -> float:
    return max(1.0, run.frame[3] - run.frame[1])
