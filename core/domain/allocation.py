"""What a household should hold: target weights, tolerance bands, and how far a trade goes back."""

from dataclasses import dataclass, field
from typing import Literal

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap

CASH = "cash"
UNKNOWN = "unknown"
BandKind = Literal["absolute", "relative", "five_25"]
Destination = Literal["target", "half_band", "band_edge"]
Side = Literal["both", "above", "below"]


@dataclass(frozen=True, slots=True)
class Band:
    """A tolerance band: `width` is each side, in weight (absolute) or as a fraction of the target (relative).

    `five_25`, the default, takes no width: the lesser of 0.05 and 0.25 x target.
    side : which side counts; `above` lets the weight fall as it likes, `below` lets it rise
    """

    kind: BandKind = "five_25"
    width: float | None = None
    side: Side = "both"

    def __post_init__(self) -> None:
        if self.kind == "five_25":
            if self.width is not None:
                raise BadInput("width", "a five_25 band takes no width")
        elif self.width is None or self.width < 0:
            raise BadInput("width", f"the band {self.kind} needs a width of 0 or more")

    def half_width(self, target: float) -> float:
        """Distance from the target to either edge, in weight."""
        if self.kind == "five_25":
            return min(0.05, 0.25 * abs(target))
        width = self.width or 0.0
        return width if self.kind == "absolute" else width * abs(target)

    def low(self, target: float) -> float | None:
        """The lower edge in weight; None where that side does not count."""
        return None if self.side == "above" else target - self.half_width(target)

    def high(self, target: float) -> float | None:
        """The upper edge in weight; None where that side does not count."""
        return None if self.side == "below" else target + self.half_width(target)

    def counts(self, drift: float) -> bool:
        """Whether the band looks at a drift to that side at all."""
        return self.side == "both" or (drift > 0) == (self.side == "above")


@dataclass(frozen=True, slots=True)
class Allocation:
    """Target weights by asset class or by symbol; they sum to 1 within 1e-6."""

    by: Literal["asset_class", "symbol"]
    weights: FrozenMap[float]
    bands: FrozenMap[Band] = field(default_factory=FrozenMap)
    destination: Destination = "half_band"

    def __post_init__(self) -> None:
        if any(weight < 0 for weight in self.weights.values()):
            raise BadInput("weights", "a target weight is never negative")
        if abs(sum(self.weights.values()) - 1) > 1e-6:
            raise BadInput("weights", f"target weights sum to {sum(self.weights.values()):.6f}, not to 1")
        for name in self.bands:
            if name not in self.weights and name != CASH:
                raise BadInput(f"bands.{name}", "a band for a class that has no target weight")

    def band(self, name: str) -> Band:
        """The band of a class or symbol; `five_25` where none is named."""
        return self.bands.get(name) or Band()

    def edges(self, name: str) -> tuple[float, float]:
        """The least and the most that a class may weigh; 0 and 1 on a side that is open."""
        aim, band = self.weight(name), self.band(name)
        low, high = band.low(aim), band.high(aim)
        return max(low or 0.0, 0.0), 1.0 if high is None else high

    def in_bands(self, name: str, drift: float) -> float | None:
        """A drift over the half-width of its band, 0 on a side that does not count; None where there is no width."""
        half = self.band(name).half_width(self.weight(name))
        if not half:
            return None
        return drift / half if self.band(name).counts(drift) else 0.0

    def weight(self, name: str) -> float:
        """The target weight of a class or symbol, 0 where it is not named."""
        return self.weights.get(name) or 0.0
