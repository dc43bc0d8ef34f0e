"""A product without a daily price: a structured note or a private fund, told by what it follows."""

from dataclasses import dataclass, field
from typing import Literal

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap


@dataclass(frozen=True, slots=True)
class CustomProduct:
    """Where a product's scenarios come from; it stands in a mandate beside the assets that have prices.

    underlying : symbol -> share of what the product follows; shares of a note sum to 1
    A structured note pays at the end of its term by a named payoff:
        payoff : name in the family of payoffs; terms : its numbers, by name
        term_years : from issue to maturity
        default_rate : chance a year that the issuer fails; recovery : share paid then
    A private fund is told by its own valuations, which lag:
        valuations : net asset values, oldest first, one a period; valuations_a_year : how many of them a year
        smoothing : share of each return that is the last one's (0 to below 1); None: read from the valuations
    """

    kind: Literal["structured_note", "private_fund"]
    underlying: FrozenMap[float]
    payoff: str = "points"
    terms: FrozenMap[float] = field(default_factory=FrozenMap)
    points: tuple[tuple[float, float], ...] = ()
    term_years: float = 1.0
    default_rate: float = 0.0
    recovery: float = 0.4
    valuations: tuple[float, ...] = ()
    valuations_a_year: int = 4
    smoothing: float | None = None

    def __post_init__(self) -> None:
        if not self.underlying:
            raise BadInput("underlying", "name at least one symbol that the product follows")
        if self.kind == "structured_note":
            self._check_note()
        else:
            self._check_fund()

    def _check_note(self) -> None:
        if abs(sum(self.underlying.values()) - 1) > 1e-6:
            raise BadInput("underlying", f"shares sum to {sum(self.underlying.values()):g}, not to 1")
        if not 0.05 <= self.term_years <= 10:
            raise BadInput("term_years", f"expected 0.05 to 10 years, found {self.term_years:g}")
        for name in ("default_rate", "recovery"):
            if not 0 <= getattr(self, name) <= 1:
                raise BadInput(name, f"expected 0 to 1, found {getattr(self, name):g}")

    def _check_fund(self) -> None:
        if len(self.valuations) < 9:
            raise BadInput("valuations", f"at least 9 are needed to tell a fund's risk, found {len(self.valuations)}")
        if min(self.valuations) <= 0:
            raise BadInput("valuations", "a net asset value is above 0")
        if not 1 <= self.valuations_a_year <= 12:
            raise BadInput("valuations_a_year", f"expected 1 to 12, found {self.valuations_a_year}")
        if self.smoothing is not None and not 0 <= self.smoothing < 1:
            raise BadInput("smoothing", f"expected 0 to below 1, found {self.smoothing:g}")
