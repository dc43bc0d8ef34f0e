"""What differs between two versions of a mandate, rule by rule and in words.

A mandate is first written out as rules: a path, a name that people know, the text of its value, and, where the value
is a number, by how much it moved. Two versions then differ where a rule's text differs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from core.domain.allocation import Allocation, Band
from core.domain.mandate import Mandate, Range
from core.words import MINUS, class_label, dollars, listing, number, percent, points, signed, start

NONE = "none"
DESTINATIONS = {"target": "the target", "half_band": "half of the band", "band_edge": "the band's edge"}
POLICY = {
    "trigger": "Looked at", "harvest_losses": "Losses harvested", "wash_sales": "Wash sales",
    "short_term_gains": "Short-term gains", "minimum_trade": "Least trade",
    "minimum_benefit": "Least benefit of a harvest", "turnover_limit": "Turnover limit of a proposal",
    "location": "Location by tax", "cash_flow_only": "Only cash flows trade",
    "untargeted": "Holdings outside the target", "relief": "Lot relief", "same_index": "Funds of one index",
    "default_rates": "Rates without a tax profile",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a mandate as people read it; `value` is its number (a fraction) where it has one."""

    path: str
    name: str
    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule that differs. `before` and `after` are texts as shown, `none` where there is no such rule."""

    path: str
    name: str
    before: str
    after: str
    change: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MandateDiff:
    """Every rule that differs, and how many stand as they were."""

    changes: tuple[RuleChange, ...]
    unchanged: int


def compare_mandates(old: Mandate | None, new: Mandate, labels: Mapping[str, str] | None = None) -> MandateDiff:
    """The rules of `new` against those of `old` (None: everything is new), in the order in which they are written."""
    before = {rule.path: rule for rule in mandate_rules(old, labels)} if old is not None else {}
    after = {rule.path: rule for rule in mandate_rules(new, labels)}
    order = [*after, *(path for path in before if path not in after)]
    pairs = [(path, before.get(path), after.get(path)) for path in order]
    changes = tuple(_change(path, was, now) for path, was, now in pairs if _differ(was, now))
    return MandateDiff(changes, len(order) - len(changes))


def mandate_rules(mandate: Mandate, labels: Mapping[str, str] | None = None) -> tuple[Rule, ...]:
    """The mandate written out: target and bands first, then limits, then the way of trading and of estimating."""
    names = labels or {}
    return (
        *_target_rules(mandate.target, names),
        *_limit_rules(mandate, names),
        *_policy_rules(mandate),
        *_model_rules(mandate),
        *_asset_rules(mandate, names),
    )


def _target_rules(target: Allocation | None, names: Mapping[str, str]) -> Iterator[Rule]:
    if target is None:
        return
    order = [*names, *target.weights]
    classes = sorted(target.weights, key=order.index)
    for name in classes:
        weight = target.weight(name)
        yield Rule(f"target.weights.{name}", f"{class_label(name, names)} target", percent(weight), weight)
    for name in classes:
        band, label = target.band(name), class_label(name, names)
        yield Rule(f"target.bands.{name}", f"{label} band", _band(band), band.half_width(target.weight(name)))
    yield Rule("target.destination", "Trades go back to", DESTINATIONS[target.destination])


def _band(band: Band) -> str:
    if band.kind == "five_25":
        return "5/25"
    if band.kind == "absolute":
        return f"±{points(band.width).lstrip('+')}"
    return f"±{percent(band.width, 0)} of target"


def _limit_rules(mandate: Mandate, names: Mapping[str, str]) -> Iterator[Rule]:
    for name, limits in mandate.class_bounds.items():
        yield Rule(f"class_bounds.{name}", f"{class_label(name, names)} limits", _range(limits))
    for name, limits in mandate.sector_bounds.items():
        yield Rule(f"sector_bounds.{name}", f"{_spoken(name)} limits", _range(limits))
    for name, limits in mandate.measures.items():
        show = _range(limits) if name in ("income", "cost") else f"{number(limits[0], 2)} to {number(limits[1], 2)}"
        yield Rule(f"measures.{name}", f"Average {name}", show)
    for symbol, limits in mandate.bounds.items():
        who = "Every other asset's" if symbol == "*" else symbol
        yield Rule(f"bounds.{symbol}", f"{who} limits", _range(limits))
    for name, (least, most) in mandate.factors.items():
        yield Rule(f"factors.{name}", f"Beta to {name}", f"{number(least, 2)} to {number(most, 2)}")
    if mandate.most_assets is not None:
        yield Rule("most_assets", "Assets held at most", number(mandate.most_assets))
    single = {"issuer_limit": "Issuer limit", "risk_limit": "Most volatility", "least_position": "Least position"}
    for path, name in single.items():
        value = getattr(mandate, path)
        if value is not None:
            yield Rule(path, name, percent(value), value)
    if mandate.turnover is not None:
        yield Rule("turnover.limit", "Turnover limit", percent(mandate.turnover.limit), mandate.turnover.limit)
    if mandate.tracking_error is not None:
        asked = mandate.tracking_error
        yield Rule("tracking_error.limit", "Tracking error limit", percent(asked.limit), asked.limit)
        mix = listing([f"{symbol} {percent(weight)}" for symbol, weight in asked.benchmark.items()])
        yield Rule("tracking_error.benchmark", "Benchmark", mix)
    for symbol in mandate.restricted:
        yield Rule(f"restricted.{symbol}", symbol, "may not be held")


def _range(limits: Range) -> str:
    return f"{percent(limits[0])} to {percent(limits[1])}"


def _policy_rules(mandate: Mandate) -> Iterator[Rule]:
    for field in fields(mandate.policy):
        value = getattr(mandate.policy, field.name)
        yield Rule(f"policy.{field.name}", POLICY.get(field.name, _spoken(field.name)), _value(field.name, value))


def _value(name: str, value: Any) -> str:
    if value is None:
        return NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return dollars(value)
    if name == "turnover_limit":
        return percent(value)
    if hasattr(value, "short_term"):
        return f"{percent(value.short_term)} short, {percent(value.long_term)} long"
    return _spoken(str(value)).lower()


def _model_rules(mandate: Mandate) -> Iterator[Rule]:
    yield Rule("objective", "Objective", _spoken(mandate.objective).lower())
    yield Rule("risk_free", "Riskless rate", percent(mandate.risk_free, 2), mandate.risk_free)
    yield Rule("risk_aversion", "Risk aversion", number(mandate.risk_aversion, 2))
    yield Rule("periods_per_year", "Periods a year", number(mandate.periods_per_year))
    yield Rule("estimation.mean", "Means estimated by", _spoken(mandate.estimation.mean).lower())
    yield Rule("estimation.covariance", "Risks estimated by", _spoken(mandate.estimation.covariance).lower())
    for place, view in enumerate(mandate.views):
        yield Rule(f"views[{place}]", f"View {place + 1}", ", ".join(f"{key} {value}" for key, value in view.items()))


def _asset_rules(mandate: Mandate, names: Mapping[str, str]) -> Iterator[Rule]:
    for symbol, facts in mandate.assets.items():
        parts = [_part(class_label(name, names), share) for name, share in facts.classes.items()]
        issuer = f", by {facts.issuer}" if facts.issuer else ""
        numbers = "".join(f", {name} {value:g}" for name, value in (*facts.measures.items(), *facts.sectors.items()))
        yield Rule(f"assets.{symbol}", f"{symbol} on the buy list", (listing(parts) or "no class") + issuer + numbers)


def _part(label: str, share: float) -> str:
    return label if share > 0.9999 else f"{label} {percent(share, 0)}"


def _change(path: str, was: Rule | None, now: Rule | None) -> RuleChange:
    rule = now or was
    assert rule is not None
    before, after, moved = _text(was), _text(now), _moved(was, now)
    if was is None:
        sentence = f"{rule.name}: new, {after}."
    elif now is None:
        sentence = f"{rule.name}: taken out, it was {before}."
    else:
        sentence = f"{rule.name}: {after} instead of {before}" + (f" ({moved})." if moved[:1] in f"+{MINUS}" else ".")
    return RuleChange(path, start(rule.name), before, after, moved, sentence)


def _moved(was: Rule | None, now: Rule | None) -> str:
    if was is None or now is None:
        return "new" if was is None else "taken out"
    if was.value is None or now.value is None:
        return "changed"
    return signed((now.value - was.value) * 100, 1) + " pts"


def _differ(was: Rule | None, now: Rule | None) -> bool:
    return was is None or now is None or was.text != now.text


def _text(rule: Rule | None) -> str:
    return NONE if rule is None else rule.text


def _spoken(name: str) -> str:
    return start(name.replace("_", " "))
