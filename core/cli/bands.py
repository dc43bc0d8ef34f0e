"""`bands`: one tolerance band on its own."""

import math
from dataclasses import dataclass, field

import click

from core.cli.door import Answer, command, read_case
from core.domain.allocation import Band, Destination, Side
from core.domain.canonical import from_plain
from core.domain.errors import BadInput

EDGE = 1e-9
"""Float noise: outside means strictly beyond the edge by more than this."""
DIGITS = 12


@dataclass(frozen=True, slots=True)
class BandCase:
    """A target weight, its band, and weights to hold against it."""

    target: float
    weights: tuple[float, ...] = ()
    band: Band = field(default_factory=Band)
    destination: Destination = "half_band"


@dataclass(frozen=True, slots=True)
class BandWeight:
    """One weight: outside or not, and the weight it goes to (its own where it is inside)."""

    weight: float
    outside: bool
    destination: float


@dataclass(frozen=True, slots=True)
class BandAnswer:
    """The edges of a band in weight; `low` is never below 0. An edge is None on a side that does not count."""

    target: float
    low: float | None
    high: float | None
    half_width: float
    side: Side
    destination: Destination
    weights: tuple[BandWeight, ...]
    issues: tuple[dict[str, str], ...] = ()


@command("bands", click.argument("file"))
def bands(file: str) -> Answer:
    """A tolerance band: its edges, and where weights outside it go."""
    unknown: list[str] = []
    case = from_plain(BandCase, read_case(file), unknown=unknown)
    return Answer(answer_bands(case, tuple(unknown)))


def answer_bands(case: BandCase, unknown: tuple[str, ...] = ()) -> BandAnswer:
    """Edges and destinations of a case; outside means strictly beyond the edge."""
    for name, value in (("target", case.target), *((f"weights[{i}]", w) for i, w in enumerate(case.weights))):
        if not math.isfinite(value):
            raise BadInput(name, "expected a finite number")
    if not 0 <= case.target <= 1:
        raise BadInput("target", f"{case.target} is no weight from 0 to 1")
    half, low, high = case.band.half_width(case.target), case.band.low(case.target), case.band.high(case.target)
    return BandAnswer(
        target=case.target,
        low=None if low is None else _round(max(0.0, low)),
        high=None if high is None else _round(high),
        half_width=_round(half),
        side=case.band.side,
        destination=case.destination,
        weights=tuple(_held_against(weight, case, half) for weight in case.weights),
        issues=tuple({"severity": "warning", "where": key, "message": "not known here"} for key in unknown),
    )


def _held_against(weight: float, case: BandCase, half: float) -> BandWeight:
    drift = weight - case.target
    if abs(drift) <= half + EDGE or not case.band.counts(drift):
        return BandWeight(weight, outside=False, destination=weight)
    allowed = {"target": 0.0, "half_band": half / 2, "band_edge": half}[case.destination]
    return BandWeight(weight, outside=True, destination=_round(max(0.0, case.target + math.copysign(allowed, drift))))


def _round(weight: float) -> float:
    return round(weight, DIGITS)
