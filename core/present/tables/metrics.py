"""Metrics of a household as a table, and of the book as a heat map: value, band, level, since, coverage."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.domain.metric import MetricValue
from core.present.tables.sheet import Head, Sheet, Show, sheet
from core.present.tokens import NEAR, OUTSIDE, diverging
from core.words.band_rules import limit_edge
from core.words.days import short_day
from core.words.metrics import metric_name, metric_value
from core.words.numbers import DASH, percent

MARKS = {"outside": f"{OUTSIDE} ", "near": f"{NEAR} ", "unknown": "? "}
UNKNOWN_FILL = "background-color:rgba(117,129,138,.17)"
NUMBER, METRIC, VALUE = "No.", "Metric", "Value"
SHORT = {
    "volatility": "Volatility", "tracking_error": "Tracking", "beta_to_target": "Beta", "value_at_risk": "VaR 95 1d",
    "six_month_loss": "6-month 5 %", "stress_2008": "Fall 2008", "stress_2022": "Year 2022",
    "deepest_fall": "Deepest fall",
    "largest_issuer": "Issuer", "effective_duration": "Duration", "portfolio_yield": "Yield",
    "illiquid_share": "Illiquid", "expense_ratio": "Cost a year", "harvestable_loss": "Harvestable",
    "tax_to_liquidate": "Tax to sell all",
}  # fmt: skip
"""The metrics of the book's heat map, with their column heads."""


def metrics_table(
    values: Sequence[MetricValue], numbers: Mapping[str, int], since: Mapping[str, date], conventions: Mapping[str, str]
) -> Sheet:
    """One row per metric in the house's order; keys are names. since : metric -> first day beyond its limit."""
    ordered = sorted(values, key=lambda one: (numbers.get(one.name, 99), one.name))
    heads = (
        Head(NUMBER, 44, number=True), Head(METRIC, 168), Head(VALUE, 104, number=True),
        Head("Band", 120, number=True), Head("From", 80), Head("Since", 70), Head("Coverage", 78, number=True),
        Head("How", 480),
    )  # fmt: skip
    rows = [
        [
            numbers.get(one.name), metric_name(one.name), shown(one), edges(one), one.level or DASH,
            short_day(since[one.name]) if one.name in since else DASH, _covered(one), conventions.get(one.name, ""),
        ]
        for one in ordered
    ]  # fmt: skip
    css = {(place, VALUE): UNKNOWN_FILL for place, one in enumerate(ordered) if one.standing == "unknown"}
    css |= {
        (place, VALUE): f"background-color:{diverging(in_bands(one))};font-weight:600"
        for place, one in enumerate(ordered)
        if one.standing == "outside"
    }
    return sheet(heads, rows, css, keys=[one.name for one in ordered])


def metric_map(book: Mapping[str, Sequence[MetricValue]], names: Mapping[str, str]) -> Sheet:
    """One row per household, as given, one column per chosen metric; coloured where a limit is set; keys are ids."""
    ordered = list(book)
    by_name = [{one.name: one for one in book[household]} for household in ordered]
    heads = [
        Head("Household", 124),
        *(
            Head(title, max(76, 7 * len(title) + 12), number=True, show=_writer([one[name] for one in by_name]))
            for name, title in SHORT.items()
        ),
    ]
    rows = [
        [names.get(household, household), *(found[name].value for name in SHORT)]
        for household, found in zip(ordered, by_name, strict=True)
    ]
    css = {
        (place, title): _fill(found[name])
        for place, found in enumerate(by_name)
        for name, title in SHORT.items()
        if _fill(found[name])
    }
    return sheet(heads, rows, css, keys=ordered)


def shown(one: MetricValue) -> str:
    """The value in its unit, with the shape of its standing."""
    return MARKS.get(one.standing, "") + metric_value(one.value, one.unit)


def edges(one: MetricValue) -> str:
    """`up to 12.0%`, `at least 0.50`, `1.00–4.00`; an en dash where no band is set."""
    if one.low is not None and one.high is not None:
        return f"{limit_edge(one.low, one.unit)}–{limit_edge(one.high, one.unit)}"
    if one.high is not None:
        return f"up to {limit_edge(one.high, one.unit)}"
    return f"at least {limit_edge(one.low, one.unit)}" if one.low is not None else DASH


def in_bands(one: MetricValue) -> float:
    """How far a value is on its way to the edge of its limit (±1 = edge), for its colour; 0 where no limit is set."""
    if one.value is None or (one.low is None and one.high is None):
        return 0.0
    if one.low is not None and one.high is not None:
        half = (one.high - one.low) / 2
        return (one.value - (one.high + one.low) / 2) / half if half else 0.0
    if one.high is not None:
        return one.value / one.high if one.high else float(one.value > 0)
    return -one.low / one.value if one.low and one.value > 0 else -1.5


def _covered(one: MetricValue) -> str:
    by_proxy = f", {percent(one.proxied, 0)} by proxy" if one.proxied else ""
    return f"{percent(one.coverage, 0)}{by_proxy}"


def _fill(one: MetricValue) -> str:
    if one.standing == "unknown":
        return UNKNOWN_FILL
    if not one.level:
        return ""
    return f"background-color:{diverging(in_bands(one))}" + (";font-weight:600" if one.standing == "outside" else "")


def _writer(column: Sequence[MetricValue]) -> Show:
    marks = {one.value: MARKS[one.standing] for one in column if one.standing in MARKS}
    unit = column[0].unit if column else ""
    return lambda value: marks.get(value, "") + metric_value(value, unit)
