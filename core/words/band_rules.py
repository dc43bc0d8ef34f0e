"""Bands and limits that somebody set, in words."""

from core.domain.allocation import Band
from core.domain.bands import BandRule
from core.words.metrics import metric_value
from core.words.numbers import number, percent, points

KINDS = {
    "absolute": "± points", "relative": "± share of target", "five_25": "5/25", "volatility": "± deviations",
    "limit": "limit",
}  # fmt: skip
SIDES = {"both": "both sides", "above": "above only", "below": "below only"}


def width(rule: BandRule | Band, unit: str = "weight") -> str:
    """`±3.0 pts`, `±20%`, `0.50 deviations`, `up to 15.0%`; unit : of a limit's edges, the metric's."""
    if isinstance(rule, BandRule) and rule.kind == "limit":
        low, high = (None if edge is None else limit_edge(edge, unit) for edge in (rule.low, rule.high))
        return f"{low}–{high}" if low and high else f"up to {high}" if high else f"at least {low}"
    if rule.kind == "five_25":
        return "lesser of 5 pts and 25%"
    if rule.kind == "volatility":
        return f"{number(rule.width, 2)} × deviation × target"
    if rule.kind == "relative":
        return f"±{percent(rule.width, 1)} of target"
    return f"±{points(rule.width, 2).lstrip('+')}"


def limit_edge(edge: float, unit: str) -> str:
    """An edge as people set it: `10.0%`, and `1.25%` only where it needs the second place."""
    whole = unit == "fraction" and round(edge * 1000, 6).is_integer()
    return metric_value(edge, "weight" if whole else unit)


def rule_words(rule: BandRule | Band, unit: str = "weight") -> str:
    """`a band of ±3.0 pts, above only`, `a limit: up to 15.0%`."""
    if rule.kind == "limit":
        return f"a limit: {width(rule, unit)}"
    return f"a band of {width(rule)}, {SIDES[rule.side]}"
