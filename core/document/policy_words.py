"""A mandate in words: one sentence for each field that the optimiser, the bands and the trade engine read.

The policy statement prints these sentences and nothing else says what a rule is, so a clause cannot differ from what
the code does. Two versions differ in words exactly where these sentences differ.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from core.document.policy_trading_words import policy_sentences
from core.domain.allocation import CASH, Allocation, Band
from core.domain.mandate import Mandate, Range
from core.market.asset_classes import labels as class_labels
from core.words import class_label, count, day, listing, number, one_line, percent, shares, signed

Names = Mapping[str, str]
"""What things are called: asset class -> label, `objective.<name>` -> what that objective seeks"""

DESTINATIONS = {"target": "the target itself", "half_band": "half its range", "band_edge": "the edge of its range"}
_HISTORIES = {"regressed": ", short histories regressed on the longer ones", "full": ", full histories alone"}


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One rule that two versions put differently; `was` or `now` is empty where it is only in one of them."""

    rule: str
    was: str
    now: str


def sentences(mandate: Mandate, names: Names) -> dict[str, str]:
    """Path of the rule in the mandate -> its sentence, in the order of the policy statement."""
    return {
        "objective": _objective(mandate, names),
        "risk_aversion": f"Where return is set against risk, risk weighs {number(mandate.risk_aversion, 2)}.",
        "risk_limit": _risk_limit(mandate),
        "risk_free": f"Cash is taken to earn {percent(mandate.risk_free, 2)} a year when return is weighed.",
        "weigh_drift": "Drift is weighed by risk: of answers within the ranges, the one with the least tracking error "
        "to the target is preferred, by the covariance of three years of daily prices of each class."
        if mandate.weigh_drift
        else "Drift is weighed by its size alone, not by risk.",
        "estimation": _estimation(mandate),
        "views": _views(mandate),
        "factor_targets": _factor_targets(mandate),
        "sleeves": _sleeves(mandate),
        **_target(mandate.target, names),
        **_ranges("class_bounds", mandate.class_bounds, "of the model portfolio", names),
        **_ranges("bounds", mandate.bounds, "of the model portfolio", names),
        **_ranges("sector_bounds", mandate.sector_bounds, "of the model portfolio", names),
        **_ranges("measures", mandate.measures, "on average over the model portfolio", names, unit=shares),
        "issuer_limit": _limit(mandate.issuer_limit, "No single issuer may hold more than {}.", "any single issuer"),
        "most_assets": _most_assets(mandate.most_assets),
        "least_position": _limit(
            mandate.least_position,
            "A position is at least {} of the model portfolio, or it is not held.",
            "small positions",
        ),
        "turnover": _turnover(mandate),
        "tracking_error": _tracking(mandate),
        **_ranges("factors", mandate.factors, "exposure", names, unit=signed),
        "restricted": _restricted(mandate),
        "exclude": _exclude(mandate),
        "products": _products(mandate),
        "assets": _assets(mandate, names),
        **policy_sentences(mandate.policy),
        "effective": f"This version is in force since {day(mandate.effective)}."
        if mandate.effective
        else "No day since which this version is in force is set.",
    }


def policy_changes(before: Mandate, after: Mandate, names: Names) -> tuple[PolicyChange, ...]:
    """What two versions put differently, rule by rule, in the words of the policy statement."""
    was, now = sentences(before, names), sentences(after, names)
    rules = [*now, *(rule for rule in was if rule not in now)]
    return tuple(
        PolicyChange(rule, was.get(rule, ""), now.get(rule, "")) for rule in rules if was.get(rule) != now.get(rule)
    )


def target_order(target: Allocation) -> list[str]:
    """The classes (or symbols) of a target in display order; cash is among them."""
    return sorted({*target.weights, *target.bands, CASH}, key=_display_place)


SIDES = {"both": "either side", "above": "above it only", "below": "below it only"}


def band_words(band: Band) -> str:
    """How a range is drawn: `5.0 points either side`."""
    side = SIDES[band.side]
    if band.kind == "absolute":
        return f"{number((band.width or 0.0) * 100, 1)} points {side}"
    if band.kind == "relative":
        return f"{percent(band.width, 0)} of the target {side}"
    return f"the lesser of 5 points and a quarter of the target {side}"


def _target(target: Allocation | None, names: Names) -> dict[str, str]:
    if target is None:
        return {"target": "No target allocation is set."}
    said = {}
    for name in target_order(target):
        low, high = target.edges(name)
        said[f"target.{name}"] = (
            f"{class_label(name, names)}: target {percent(target.weight(name), 2)}, range {percent(low, 2)} to "
            f"{percent(high, 2)} ({band_words(target.band(name))})."
        )
    by = "asset class, looking through funds" if target.by == "asset_class" else "security"
    said["target.by"] = f"The target is set by {by}."
    said["target.destination"] = (
        f"What stood outside is brought back to within {DESTINATIONS[target.destination]}; what stood inside "
        "moves only where the money for it has to come from or go to."
    )
    return said


def _objective(mandate: Mandate, names: Names) -> str:
    sought = names.get(f"objective.{mandate.objective}") or mandate.objective.replace("_", " ")
    return f"The model portfolio seeks {one_line(sought)}, within the limits of this statement."


def _risk_limit(mandate: Mandate) -> str:
    if mandate.risk_limit is None:
        return "No ceiling is set on the yearly volatility of the model portfolio; risk is held by the ranges."
    return f"The yearly volatility of the model portfolio may not exceed {percent(mandate.risk_limit, 2)}."


def _estimation(mandate: Mandate) -> str:
    how, periods = mandate.estimation, number(mandate.periods_per_year)
    means, risks = how.mean.replace("_", " "), how.covariance.replace("_", " ")
    return (
        f"Expected returns are estimated by the {means} method, risk by the {risks} method, {periods} periods a year"
        f"{_HISTORIES.get(how.histories, '')}."
    )


def _factor_targets(mandate: Mandate) -> str:
    if not mandate.factor_targets:
        return "No exposure to a factor is sought for its own sake."
    wanted = listing([f"{signed(beta)} to {one_line(name)}" for name, beta in mandate.factor_targets.items()])
    return f"The exposures sought are {wanted}."


def _sleeves(mandate: Mandate) -> str:
    if not mandate.sleeves:
        return "No blend of other models stands behind the model portfolio."
    parts = listing([f"{percent(share, 1)} {one_line(name)}" for name, share in mandate.sleeves.items()])
    return f"The model portfolio is a blend of models: {parts}."


def _exclude(mandate: Mandate) -> str:
    if not mandate.exclude:
        return "No security is excluded for what it is known for."
    return f"What is known for any of these is not held: {listing([*map(one_line, mandate.exclude)])}."


def _products(mandate: Mandate) -> str:
    if not mandate.products:
        return "No product without a daily price stands in the model portfolio."
    kinds = {"structured_note": "structured note", "private_fund": "private fund"}
    told = [
        f"{one_line(name)} ({kinds[one.kind]} following {listing([*map(one_line, one.underlying)])})"
        for name, one in mandate.products.items()
    ]
    return f"These products without a daily price may stand in the model portfolio: {listing(told)}."


def _views(mandate: Mandate) -> str:
    if not mandate.views:
        return "No views of the firm's own enter the expected returns."
    told = "; ".join(", ".join(f"{key} {_plain(value)}" for key, value in view.items()) for view in mandate.views)
    return f"{count(len(mandate.views), 'view', begin=True)} of the firm enters the expected returns: {one_line(told)}."


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return listing([f"{key} {one}" for key, one in value.items()])
    return listing([str(one) for one in value]) if isinstance(value, (list, tuple)) else str(value)


def _ranges(
    field: str, ranges: Mapping[str, Range], what: str, names: Names, unit: Callable[[float], str] = percent
) -> dict[str, str]:
    if not ranges:
        return {field: f"No {field.replace('_', ' ')} are set beyond the ranges of the target."}
    return {
        f"{field}.{key}": f"{'Any one security' if key == '*' else class_label(key, names)}: at least {unit(least)} "
        f"and at most {unit(most)} {what}."
        for key, (least, most) in sorted(ranges.items(), key=lambda entry: _display_place(entry[0]))
    }


def _display_place(name: str) -> tuple[int, str]:
    """Classes in display order, then everything else by name."""
    order = list(class_labels())
    return (order.index(name) if name in order else len(order), name)


def _limit(value: float | None, said: str, what: str) -> str:
    return f"No limit is set on {what}." if value is None else said.format(percent(value, 1))


def _most_assets(most: int | None) -> str:
    if most is None:
        return "No limit is set on the number of assets in the model portfolio."
    return f"The model portfolio holds at most {most} assets."


def _turnover(mandate: Mandate) -> str:
    limit = mandate.turnover
    if limit is None:
        return "No limit is set on how far a new model portfolio may move from the old one."
    held = listing([f"{key} {percent(weight, 2)}" for key, weight in limit.current.items()])
    return f"A new model portfolio may move at most {percent(limit.limit, 1)} (half the sum of all moves) from {held}."


def _tracking(mandate: Mandate) -> str:
    limit = mandate.tracking_error
    if limit is None:
        return "No limit is set on tracking error."
    parts = listing([f"{key} {percent(weight, 2)}" for key, weight in limit.benchmark.items()])
    return f"The yearly tracking error against {parts} may not exceed {percent(limit.limit, 2)}."


def _restricted(mandate: Mandate) -> str:
    if not mandate.restricted:
        return "No security is restricted."
    return f"These securities may not be held in the model portfolio: {listing([*map(one_line, mandate.restricted)])}."


def _assets(mandate: Mandate, names: Names) -> str:
    if not mandate.assets:
        return "No list of securities is set."

    def main(symbol: str) -> str:
        classes = mandate.assets[symbol].classes
        return max(classes, key=lambda name: classes[name]) if classes else "unknown"

    ordered = sorted(mandate.assets, key=lambda symbol: (_display_place(main(symbol)), symbol))
    parts = [
        f"{class_label(name, names)}: {listing([_asset(mandate, symbol) for symbol in symbols])}"
        for name, symbols in groupby(ordered, key=main)
    ]
    return f"Money is invested in: {'; '.join(parts)}."


def _asset(mandate: Mandate, symbol: str) -> str:
    facts = mandate.assets[symbol]
    mixed = facts.classes if len(facts.classes) > 1 else {}
    mix = [f"{class_label(name)} {percent(share, 0)}" for name, share in (*mixed.items(), *facts.sectors.items())]
    measured = [f"{class_label(name).lower()} {shares(value)}" for name, value in facts.measures.items()]
    told = ", ".join([*([one_line(facts.issuer)] if facts.issuer else []), *mix, *measured])
    return f"{one_line(symbol)} ({told})" if told else one_line(symbol)
