"""The value of a portfolio metric, with what stands behind it."""

from dataclasses import dataclass
from typing import Literal

MetricStanding = Literal["inside", "near", "outside", "unknown", "unbound"]


@dataclass(frozen=True, slots=True)
class MetricValue:
    """One metric of one household or account.

    value : in `unit`; None where it does not apply or cannot be said
    coverage : share of the value behind it that has the data; proxied : share that stands on a stand-in's returns
    standing : against its band; `unknown` under 80 % coverage, `unbound` where no band is set
    low, high : edges of its band, None for a side that is open; level : where the band came from
    """

    name: str
    value: float | None
    unit: str
    coverage: float = 1.0
    proxied: float = 0.0
    standing: MetricStanding = "unbound"
    low: float | None = None
    high: float | None = None
    level: str = ""
