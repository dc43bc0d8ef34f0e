"""Bands and limits that somebody set beside the mandate's own: for a class, a security or a metric, at some level."""

from dataclasses import dataclass, field
from typing import Literal

from core.domain.allocation import Side
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap

RuleKind = Literal["absolute", "relative", "five_25", "volatility", "limit"]
Scope = Literal["account", "household", "mandate", "house"]

SCOPES: tuple[Scope, ...] = ("account", "household", "mandate", "house")
"""Nearest first."""


@dataclass(frozen=True, slots=True)
class BandRule:
    """One band around a target, or one limit on a value.

    width : each side, in weight (absolute), as a fraction of the target (relative), or as a number of yearly
        deviations of the class (volatility: width x deviation x target); none for five_25 and limit
    side : which side counts; `above` lets the weight fall as it likes
    low, high : a limit's edges, in weight or in the metric's unit; None = open
    """

    kind: RuleKind
    width: float | None = None
    side: Side = "both"
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        needs_width = self.kind in ("absolute", "relative", "volatility")
        if needs_width and (self.width is None or self.width < 0):
            raise BadInput("width", f"the band {self.kind} needs a width of 0 or more")
        if not needs_width and self.width is not None:
            raise BadInput("width", f"a {self.kind} band takes no width")
        if self.kind != "limit" and (self.low is not None or self.high is not None):
            raise BadInput("low", "only a limit has edges of its own")
        if self.kind == "limit" and self.low is None and self.high is None:
            raise BadInput("high", "a limit needs a lower or an upper edge")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadInput("low", f"the lower edge, {self.low}, is above the upper one, {self.high}")


@dataclass(frozen=True, slots=True)
class Bands:
    """One version of the rules at one place: subject (class, symbol or metric) -> rule.

    owner : id of the mandate or household; `household/account` for an account; empty for the house
    """

    scope: Scope
    owner: str
    rules: FrozenMap[BandRule] = field(default_factory=FrozenMap)
    version: int = 0

    @property
    def id(self) -> str:
        """Where it is kept."""
        return f"{self.scope}:{self.owner}" if self.owner else self.scope
