"""A mandate written out as rules: a path, a name that people know, the text of its value, and its number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from core.domain.allocation import Allocation, Band
from core.domain.custom_product import CustomProduct
from core.domain.mandate import Mandate, Range
from core.words import class_label, dollars, listing, number, percent, points, start
from core.words.model_names import model_name

NONE = "none"
DESTINATIONS = {"target": "the target", "half_band": "half of the band", "band_edge": "the band's edge"}
POLICY = {
    "trigger": "Looked at", "harvest_losses": "Losses harvested", "wash_sales": "Wash sales",
    "short_term_gains": "Short-term gains", "wait_days": "Days waited for a long-term lot",
    "minimum_trade": "Least trade",
    "minimum_benefit": "Least benefit of a harvest", "turnover_limit": "Turnover limit of a proposal",
    "location": "Location by tax", "cash_flow_only": "Only cash flows trade",
    "untargeted": "Holdings outside the target", "relief": "Lot relief", "same_index": "Funds of one index",
    "default_rates": "Rates without a tax profile", "commitments": "Cash for capital calls",
    "withdrawal_order": "Withdrawals are paid by", "switch_back": "Stand-ins go back",
}  # fmt: skip
HISTORIES = {"shared": "counted from the latest beginning", "regressed": "short ones regressed on the long",
             "full": "refused"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a mandate as people read it; `value` is its number (a fraction) where it has one."""

    path: str
    name: str
    text: str
    value: float | None = None


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
    side = "" if band.side == "both" else f", {band.side} only"
    if band.kind == "five_25":
        return f"5/25{side}"
    if band.kind == "absolute":
        return f"±{points(band.width).lstrip('+')}{side}"
    return f"±{percent(band.width, 0)} of target{side}"


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
    yield from _distance_rules(mandate)
    for symbol in mandate.restricted:
        yield Rule(f"restricted.{symbol}", symbol, "may not be held")
    for tag in mandate.exclude:
        yield Rule(f"exclude.{tag}", _spoken(tag), "may not be held")


def _distance_rules(mandate: Mandate) -> Iterator[Rule]:
    if mandate.turnover is not None:
        yield Rule("turnover.limit", "Turnover limit", percent(mandate.turnover.limit), mandate.turnover.limit)
    if mandate.tracking_error is not None:
        asked = mandate.tracking_error
        yield Rule("tracking_error.limit", "Tracking error limit", percent(asked.limit), asked.limit)
        mix = listing([f"{symbol} {percent(weight)}" for symbol, weight in asked.benchmark.items()])
        yield Rule("tracking_error.benchmark", "Benchmark", mix)


def _range(limits: Range) -> str:
    return f"{percent(limits[0])} to {percent(limits[1])}"


def _policy_rules(mandate: Mandate) -> Iterator[Rule]:
    yield Rule("weigh_drift", "Drift weighed by risk", "yes" if mandate.weigh_drift else "no")
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
    yield Rule("objective", "Objective", model_name(mandate.objective))
    for name, wanted in mandate.factor_targets.items():
        yield Rule(f"factor_targets.{name}", f"Beta to {name} sought", number(wanted, 2))
    for name, share in mandate.sleeves.items():
        yield Rule(f"sleeves.{name}", f"Share of the model {name}", percent(share), share)
    yield Rule("risk_free", "Riskless rate", percent(mandate.risk_free, 2), mandate.risk_free)
    yield Rule("risk_aversion", "Risk aversion", number(mandate.risk_aversion, 2))
    yield Rule("periods_per_year", "Periods a year", number(mandate.periods_per_year))
    yield Rule("estimation.mean", "Means estimated by", model_name(mandate.estimation.mean))
    yield Rule("estimation.covariance", "Risks estimated by", model_name(mandate.estimation.covariance))
    yield Rule("estimation.histories", "Unequal histories", HISTORIES.get(mandate.estimation.histories, "other"))
    for place, view in enumerate(mandate.views):
        yield Rule(f"views[{place}]", f"View {place + 1}", ", ".join(f"{key} {value}" for key, value in view.items()))


def _asset_rules(mandate: Mandate, names: Mapping[str, str]) -> Iterator[Rule]:
    for symbol, facts in mandate.assets.items():
        parts = [_part(class_label(name, names), share) for name, share in facts.classes.items()]
        issuer = f", by {facts.issuer}" if facts.issuer else ""
        numbers = "".join(f", {name} {value:g}" for name, value in (*facts.measures.items(), *facts.sectors.items()))
        text = (listing(parts) or "no class") + issuer + numbers + "".join(f", {tag}" for tag in facts.tags)
        yield Rule(f"assets.{symbol}", f"{symbol} on the buy list", text)
    for symbol, product in mandate.products.items():
        yield Rule(f"products.{symbol}", f"{symbol}, a product of its own", _product(product))


def _product(product: CustomProduct) -> str:
    follows = listing([f"{share:g} {symbol}" for symbol, share in product.underlying.items()])
    if product.kind == "private_fund":
        lag = "read from them" if product.smoothing is None else number(product.smoothing, 2)
        return f"private fund following {follows}, {len(product.valuations)} valuations, smoothing {lag}"
    terms = [f"{name} {value:g}" for name, value in product.terms.items()]
    terms += [f"{given:+g} pays {paid:+g}" for given, paid in product.points]
    risk = f", default {percent(product.default_rate)} a year" if product.default_rate else ""
    paid = f" ({', '.join(terms)})" if terms else ""
    return f"note on {follows}, {_spoken(product.payoff).lower()}{paid}, {product.term_years:g} years{risk}"


def _part(label: str, share: float) -> str:
    return label if share > 0.9999 else f"{label} {percent(share, 0)}"


def _spoken(name: str) -> str:
    return start(name.replace("_", " "))
