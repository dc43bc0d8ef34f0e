"""One value against one band or limit: its edges, how far it has drifted in bands, and where it stands.

Outside means strictly beyond an edge that counts; near is the last 15 % of the way to it.
"""

from dataclasses import dataclass

from core.domain.allocation import Band
from core.domain.breach import Standing
from core.risk.exposure import EDGE

NEAR = 0.85
"""In bands: from here to the edge a reading is near."""
WIDTHLESS = 99.99
"""In bands, for a drift against a band without width."""


@dataclass(frozen=True, slots=True)
class BandReading:
    """One value against one band; a side that is open has the edge 0 or 1.

    in_bands : None where there is neither width nor drift, 0 on a side that does not count
    """

    low: float
    high: float
    in_bands: float | None
    standing: Standing


def read_band(value: float, target: float, band: Band) -> BandReading:
    """Hold a weight against the band around its target."""
    low, high = band.low(target), band.high(target)
    half = band.half_width(target) if band.counts(value - target) else None
    return _read(value - target, half, low, high)


def read_limit(value: float, middle: float, low: float | None, high: float | None) -> BandReading:
    """Hold a weight against a limit: `middle` is the end of the open side, or half-way between two edges."""
    edge = high if value > middle else low
    return _read(value - middle, None if edge is None else abs(edge - middle), low, high)


def drift_in_bands(drift: float, half_width: float) -> float | None:
    """Drift divided by the half-width (±1 = edge), never beyond ±WIDTHLESS; None where both are 0."""
    if half_width > EDGE:
        return max(-WIDTHLESS, min(WIDTHLESS, drift / half_width))
    if abs(drift) <= EDGE:
        return None
    return WIDTHLESS if drift > 0 else -WIDTHLESS


def _read(drift: float, half_width: float | None, low: float | None, high: float | None) -> BandReading:
    """`half_width` None: the side that the drift is on does not count."""
    return BandReading(
        low=0.0 if low is None else low,
        high=1.0 if high is None else high,
        in_bands=0.0 if half_width is None else drift_in_bands(drift, half_width),
        standing="inside" if half_width is None else _standing(drift, half_width),
    )


def _standing(drift: float, half_width: float) -> Standing:
    if abs(drift) > half_width + EDGE:
        return "outside"
    if half_width > EDGE and abs(drift) >= NEAR * half_width - EDGE:
        return "near"
    return "inside"
