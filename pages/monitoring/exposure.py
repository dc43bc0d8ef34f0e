"""Exposure of a household: classes and issuers looked through, where risk comes from, and what falls would take."""

from collections.abc import Sequence

import streamlit as st

from core.domain.errors import BadInput
from core.market.asset_classes import labels
from core.present.figures.exposure import class_treemap, issuer_treemap, reading_line, risk_bars, stress_bars
from core.present.tables.metrics import SHORT
from core.words.days import day
from core.words.metrics import metric_name
from core.words.numbers import compact_dollars, percent, whole_dollars
from core.words.sentences import count
from core.workflow.drift import drift
from core.workflow.exposure import RATES_UP, Exposure, Stress, exposure, own_scenario
from core.workflow.history import metric_history
from pages.monitoring.months import months_of
from pages.shared.session import desk
from pages.shared.widgets import (
    Figure,
    calm,
    head_beside_choice,
    price_badges,
    quiet,
    show_chart,
    show_figures,
    show_head,
    show_section,
)

SCENARIOS = {
    "fall_2008": "Fall of 2008", "fall_2020": "Spring of 2020", "year_2022": "The year 2022",
    RATES_UP: "Yields up 1 point", "own": "Your own",
}  # fmt: skip
LOOKS = ("Classes", "Issuers")


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    found = exposure(desk(), held.id)
    worst = max(found.stresses, key=lambda one: one.loss)
    with room:
        title = f"{held.name}: {percent(worst.loss, 0)} would go in the {SCENARIOS[worst.name].lower()}"
        show_head(title, [f"prices of {day(desk().today())}", "today's holdings"], *price_badges())
    show_figures(_figures(found))
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        _treemap(found, held.id)
    with right:
        show_section("Contribution to risk")
        show_chart(risk_bars(found.risk, found.weights), "Share of the variance that each position brings", "risk-bars")
        quiet(f"Of the {percent(found.covered, 0)} of the value that has history, over three years.")
    _stress(found)
    _history(held.id)


def _figures(found: Exposure) -> list[Figure]:
    issuer = max(found.issuers.items(), key=lambda pair: pair[1], default=("–", 0.0))
    riskiest = max(found.risk.items(), key=lambda pair: pair[1], default=("–", 0.0))
    return [
        Figure("Assets", compact_dollars(found.total), f"in {count(len(found.weights), 'position')}"),
        Figure("Volatility", percent(found.volatility), "a year, three years of history"),
        Figure("Largest issuer", percent(issuer[1] / found.total if found.total else 0.0),
               f"{issuer[0]}; {percent(found.issuers_on_file, 0)} of the value by issuer on file"),
        Figure("Most of the risk", percent(riskiest[1], 0), f"from {riskiest[0]}"),
    ]  # fmt: skip


@st.fragment
def _treemap(found: Exposure, household: str) -> None:
    show_section("Looked through")
    look = st.segmented_control("By", LOOKS, default=LOOKS[0], required=True, label_visibility="collapsed")
    if look == "Issuers":
        show_chart(
            issuer_treemap(found.issuers, found.total), "Dollars by issuer, as far as they are on file", "tree-issuers"
        )
        quiet("Issuers held directly, and within funds whose largest holdings are on file; the rest is one box.")
        return
    readings = drift(desk(), household).readings
    shown = class_treemap(found.parts, {one.subject: one.in_bands or 0.0 for one in readings}, labels())
    show_chart(shown, "Dollars by class, and what is held within each", "tree-classes")
    quiet("Size: dollars. Blue below target, brass above, stronger toward the band's edge.")


@st.fragment
def _stress(found: Exposure) -> None:
    show_section("What a fall would take")
    left, right = st.columns([1.35, 1], gap="large")
    with right:
        own = _own(found)
    with left:
        shown = [*found.stresses, *([own] if own else [])]
        names = [SCENARIOS[one.name] for one in shown]
        show_chart(stress_bars(names, [one.loss for one in shown], found.total), "Loss in each scenario", "stress-bars")
        for line in _basis(shown):
            quiet(line)


def _basis(shown: Sequence[Stress]) -> list[str]:
    """What the scenarios rest on, and what they leave out."""
    said = ["Returns of one fund for each part of the market, looking through; hypothetical for these holdings."]
    part = {one.name: f"{SCENARIOS[one.name]} {percent(one.coverage, 0)}" for one in shown if one.coverage < 0.995}
    falls = [text for name, text in part.items() if name not in (RATES_UP, "own")]
    if falls:
        said.append(f"Known for part of the value only: {', '.join(falls)}; the rest is taken to fall with it.")
    if RATES_UP in part or "own" in part:
        said.append("Bonds whose duration is not on file are left out where yields rise.")
    return said


def _own(found: Exposure) -> Stress | None:
    held = [name for name in labels() if name != "cash" and any(one.class_name == name for one in found.parts)]
    quiet("Your own: return of each class in percent, and the move of all yields in basis points.")
    shocks: dict[str, float] = {}
    columns = st.columns(3, gap="small")
    for place, name in enumerate(held):
        typed = columns[place % 3].text_input(labels()[name], key=f"shock-{name}", placeholder="0")
        with calm():
            shocks[name] = _percent(labels()[name], typed)
    with calm():
        typed = columns[len(held) % 3].text_input("Yields, bp", key="shock-bp", placeholder="0")
        points = _percent("Yields, bp", typed) * 100
        if points or any(shocks.values()):
            made = own_scenario(found, {name: one for name, one in shocks.items() if one}, points)
            word = "lose" if made.loss >= 0 else "gain"
            dollars = whole_dollars(abs(made.loss) * found.total)
            quiet(f"It would {word} {dollars}, {percent(abs(made.loss))} of everything.")
            return made
    return None


def _percent(where: str, text: str) -> float:
    plain = text.replace("%", "").replace("\N{MINUS SIGN}", "-").replace(",", "").strip()
    if not plain:
        return 0.0
    try:
        return float(plain) / 100
    except ValueError:
        raise BadInput(where, f"'{text}' is no number; type percent, such as -20") from None


@st.fragment
def _history(household: str) -> None:
    show_section("History of readings")
    name = st.selectbox("Metric", list(SHORT), format_func=metric_name, label_visibility="collapsed", key="history-of")
    points, edges = metric_history(months_of(household), name)
    if not points:
        quiet("Nothing is known of it month by month: it rests on lots and the tax year.")
        return
    show_chart(reading_line(points, edges), f"{metric_name(name)} over the months", "history-line")
    quiet("Filled: the month's last check, as the log kept it. Open: today's holdings at that month's last prices.")
