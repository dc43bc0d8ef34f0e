"""Where one household stands against its bands: bars, distances in points, dollars and shares, breaches since when."""

import streamlit as st

from core.access import allowed
from core.domain.breach import Reading
from core.market.asset_classes import labels
from core.present.figures.drift import drift_bars
from core.present.headlines import drift_title
from core.present.summaries import tally
from core.present.tables.metrics import metrics_table
from core.present.tables.readings import band_sources, breach_list, in_order, readings_table
from core.words.days import day
from core.words.numbers import compact_dollars, number, points, whole_dollars
from core.workflow.book import total_assets
from core.workflow.drift import DriftView, drift
from core.workflow.metrics import beyond_since, metric_facts, metrics_of
from core.workflow.proposals import draft
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import (
    Figure,
    calm,
    choose_cell,
    head_beside_choice,
    price_badges,
    quiet,
    show_chart,
    show_figures,
    show_head,
    show_section,
    warn_unclassified,
)  # fmt: skip


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    view = drift(desk(), held.id)
    names = labels()
    mandate = view.file.mandate
    with room:
        show_head(
            drift_title(held.name, view.readings, names),
            [f"{mandate.name} v{mandate.version}", f"prices of {day(view.file.quotes.as_of)}"],
            *price_badges(),
        )
    warn_unclassified(held)
    show_figures(_figures(view))
    left, right = st.columns([1, 1.25], gap="large")
    with left:
        show_section("Drift, in bands")
        show_chart(
            drift_bars(in_order(view.readings, list(names)), names),
            "Drift of each class in bands of its own width",
            "drift-bars",
        )
    with right:
        _table(view, names)
    _breaches(view, names)
    _metrics(view)
    _next_steps(held.id)


def _figures(view: DriftView) -> list[Figure]:
    outside = [one for one in view.readings if one.standing == "outside"]
    worst = max(view.readings, key=lambda one: abs(one.in_bands or 0.0), default=None)
    oldest = min((breach.since for breach in view.breaches), default=None)
    return [
        Figure("Assets", compact_dollars(total_assets(view)), f"{whole_dollars(view.picture.total)} in the target"),
        Figure("Outside", tally(len(outside), "class"), f"of {len(view.readings)} in the mandate"),
        Figure("Farthest", f"{number(abs(worst.in_bands or 0), 2)} bands" if worst else "–", _worst(worst)),
        Figure("Total drift", points(view.picture.drift_total).lstrip("+"),
               f"outside since {day(oldest)}" if oldest else "half the sum of all distances"),
    ]  # fmt: skip


def _worst(worst: Reading | None) -> str:
    if worst is None:
        return "no reading"
    return f"{labels().get(worst.subject, worst.subject)}, {whole_dollars(worst.dollars)} from target"


def _table(view: DriftView, names: dict[str, str]) -> None:
    show_section("Distance to target")
    asked = st.query_params.get("class")
    shown = in_order(view.readings, list(names))
    table = readings_table(shown, names, view.file.case)
    row = next((place for place, one in enumerate(shown) if names.get(one.subject) == asked), None)
    default = (row, "Class") if row is not None else None
    choose_cell(table, "readings", "Weight, target, band and distance of every class", default=default)
    quiet(band_sources(shown, names))
    quiet("Shares are those of the class's largest holding that would close the distance. □ from 0.85 of the band.")


def _breaches(view: DriftView, names: dict[str, str]) -> None:
    if not view.breaches:
        st.info("Every class is inside its band; nothing has to be done.", icon=":material/check_circle:")
        return
    show_section("Outside, since when")
    st.html(breach_list(view.breaches, names))
    for issue in view.file.issues:
        quiet(f"{issue.where}: {issue.message}")


def _metrics(view: DriftView) -> None:
    """Every metric with its band, where the band came from, since when it is beyond it, and its coverage."""
    show_section("Metrics")
    values = metrics_of(desk(), view.file.household.id)
    numbers, conventions = metric_facts()
    table = metrics_table(values, numbers, beyond_since(view.alerts), conventions)
    asked = st.query_params.get("metric")
    row = next((place for place, name in enumerate(table.keys) if name == asked), None)
    choose_cell(
        table, "metrics", "Metrics of the household", most=18, default=(row, "Metric") if row is not None else None
    )
    quiet("? under 80% of the household has the data: such a metric never passes. Today's weights over three years.")


def _next_steps(household_id: str) -> None:
    with st.bottom, st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("See holdings", type="tertiary"):
            go("holdings", household=household_id)
        if st.button("What if"):
            go("what-if", household=household_id)
        if allowed(me(), "draft") and st.button("Propose trades", type="primary"):
            with calm(), st.spinner("Solving the household…"):
                go("proposal", proposal=draft(desk(), household_id).id)
