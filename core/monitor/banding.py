"""Which band holds: the nearest level that names the subject, a security before its class; and its edges.

Order: account, household, mandate, house; then the mandate's own allocation; then the default, five_25.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.domain.allocation import Allocation, Band
from core.domain.bands import SCOPES, BandRule, Bands
from core.domain.frozen_map import FrozenMap
from core.domain.metric import MetricStanding, MetricValue
from core.risk.portfolio_metric import PORTFOLIO_METRICS

NEAR = 0.85
"""Of the way to a limit, from which a value is near it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The rule that holds for a subject, the level it came from, and its edges; None = open."""

    subject: str
    rule: BandRule
    level: str
    low: float | None
    high: float | None


def nearest(subjects: Iterable[str], bands: Iterable[Bands]) -> tuple[BandRule, str] | None:
    """The rule for the first level that names one of the subjects (nearest level first, then the first subject)."""
    by_scope = {one.scope: one for one in bands}
    names = tuple(subjects)
    for scope in SCOPES:
        rules = by_scope[scope].rules if scope in by_scope else FrozenMap[BandRule]()
        for name in names:
            if name in rules:
                return rules[name], scope
    return None


def resolved_classes(
    target: Allocation, bands: Iterable[Bands], volatility: Mapping[str, float]
) -> dict[str, Resolved]:
    """Class (or symbol) of the target -> the rule set for it; those that nobody set are not named.

    volatility : class -> yearly deviation, for volatility-scaled bands; a class that is not in it keeps the band
        of the mandate
    """
    bands = tuple(bands)
    found: dict[str, Resolved] = {}
    for name in (*target.weights, *(() if "cash" in target.weights else ("cash",))):
        chosen = nearest((name,), bands)
        if chosen is None or (chosen[0].kind == "volatility" and name not in volatility):
            continue
        rule, level = chosen
        low, high = edges(rule, target.weight(name), volatility.get(name, 0.0))
        found[name] = Resolved(name, rule, level, low, high)
    return found


def resolved_limits(symbols: Iterable[str], bands: Iterable[Bands]) -> dict[str, Resolved]:
    """Symbol -> the limit set for it by name."""
    bands = tuple(bands)
    found: dict[str, Resolved] = {}
    for symbol in symbols:
        chosen = nearest((symbol,), bands)
        if chosen is not None and chosen[0].kind == "limit":
            found[symbol] = Resolved(symbol, chosen[0], chosen[1], chosen[0].low, chosen[0].high)
    return found


def edges(rule: BandRule, target: float, volatility: float) -> tuple[float | None, float | None]:
    """Lower and upper edge of a band around a target, or of a limit."""
    if rule.kind == "limit":
        return rule.low, rule.high
    half = half_width(rule, target, volatility)
    return (None if rule.side == "above" else target - half, None if rule.side == "below" else target + half)


def half_width(rule: BandRule, target: float, volatility: float) -> float:
    """Distance from the target to an edge, in weight."""
    if rule.kind == "volatility":
        return (rule.width or 0.0) * volatility * abs(target)
    kind = "relative" if rule.kind == "relative" else "absolute" if rule.kind == "absolute" else "five_25"
    return Band(kind, rule.width).half_width(target)  # type: ignore[arg-type]


def with_bands(target: Allocation, resolved: Mapping[str, Resolved]) -> Allocation:
    """The target with the bands that were set, as the trade engine takes them: a width, and the side that counts."""
    bands = dict(target.bands)
    for name, one in resolved.items():
        if one.rule.kind == "limit":
            continue
        ends = [abs(edge - target.weight(name)) for edge in (one.low, one.high) if edge is not None]
        bands[name] = Band("absolute", max(ends), one.rule.side)
    return replace(target, bands=FrozenMap(bands))


def banded(values: Iterable[MetricValue], bands: Iterable[Bands]) -> tuple[MetricValue, ...]:
    """The metrics held against the limits that were set; under 80 % coverage one stays `unknown`."""
    bands = tuple(bands)
    return tuple(_banded(value, nearest((value.name,), bands)) for value in values) if bands else tuple(values)


def is_metric(subject: str) -> bool:
    """Whether a subject is the name of a portfolio metric."""
    return subject in PORTFOLIO_METRICS


def _banded(value: MetricValue, chosen: tuple[BandRule, str] | None) -> MetricValue:
    if chosen is None or chosen[0].kind != "limit":
        return value
    rule, level = chosen
    placed = replace(value, low=rule.low, high=rule.high, level=level)
    if value.standing == "unknown":
        return placed
    return placed if value.value is None else replace(placed, standing=against(value.value, rule.low, rule.high))


def against(value: float, low: float | None, high: float | None) -> MetricStanding:
    """Where a value stands against a limit: the edge itself is inside; near from 85 % of the way."""
    if (high is not None and value > high) or (low is not None and value < low):
        return "outside"
    if low is not None and high is not None:
        middle, half = (low + high) / 2, (high - low) / 2
        return "near" if abs(value - middle) >= NEAR * half else "inside"
    edge = high if high is not None else low
    assert edge is not None
    return "near" if abs(value - edge) <= (1 - NEAR) * abs(edge) else "inside"
