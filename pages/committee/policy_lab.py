"""The policy lab: ways of rebalancing a mandate walked over invented days, turnover against tracking error."""

from typing import Any

import streamlit as st

from core.domain.canonical import digest
from core.domain.mandate import Mandate
from core.lab.policies import LOOKS
from core.present.figures.lab import LINES, LabMark, turnover_against_tracking
from core.present.html import Badge
from core.present.tables.lab import lab_table, lab_title
from core.workflow.households import mandates
from core.workflow.policy_lab import SCALES, Lab, Question, policy_lab
from pages.committee.policy_lab_lots import show_lots
from pages.shared.session import desk
from pages.shared.widgets import calm, price_badges, quiet, show_chart, show_group, show_head, show_section

ASKED = "mandate"
STANDING = "This mandate"
LAST = "lab-left"
"""Mandate and question of the last visit: whoever comes back finds the work that went on."""


def render() -> None:
    """Draw the page."""
    every = {one.id: one for one in mandates(desk())}
    if not every:
        st.info("There is no mandate yet; the book brings them.", icon=":material/inbox:")
        return
    head = st.container()
    left, right = st.columns([1, 3.2], gap="large")
    with left:
        chosen = every[_choice(every)]
        question = _question(st.session_state.get(LAST, (chosen.id, Question()))[1])
        st.session_state[LAST] = (chosen.id, question)
    with right, calm():
        lab = _answer(chosen, question)
        with head:
            _head(lab)
        _show(lab)


def _choice(every: dict[str, Mandate]) -> str:
    asked = st.query_params.get(ASKED) or st.session_state.get(LAST, ("",))[0]
    start = list(every).index(asked) if asked in every else 0
    chosen: str = st.selectbox("Mandate", list(every), start, format_func=lambda one: every[one].name)
    st.query_params[ASKED] = chosen
    return chosen


def _question(last: Question) -> Question:
    """The controls, where they were when the page was left."""
    show_group("Days")
    years = st.slider("Simulated years", 5, 100, step=5, key=_start("years", last.years))
    normal = st.toggle(
        "Normal returns", key=_start("normal", last.source == "normal"),
        help="otherwise whole blocks of 21 days of the feed's history",
    )  # fmt: skip
    seed = st.number_input("Draw", 1, 9999, key=_start("seed", last.seed), help="the same number draws the same days")
    show_group("Trading")
    look = st.selectbox("Bands looked at", list(LOOKS), key=_start("look", last.look))
    cost = st.slider("Cost a side, basis points", 0, 50, key=_start("cost", round(last.cost * 10_000)))
    flow = st.slider("New money a year, % of wealth", 0, 20, key=_start("flow", round(last.flow * 100)))
    show_group("Tax")
    rate = st.slider("Rate on net gains, %", 0, 40, key=_start("rate", round(last.tax_rate * 100)))
    harvest = st.toggle("Harvest losses", key=_start("harvest", last.harvest), disabled=rate == 0)
    return Question(
        years, int(seed), "normal" if normal else "history", look, cost / 10_000, rate / 100, flow / 100,
        harvest and rate > 0,
    )  # fmt: skip


def _start(name: str, value: Any) -> str:
    """A control's key; it begins at the value unless a person has moved it."""
    st.session_state.setdefault(f"lab-{name}", value)
    return f"lab-{name}"


def _answer(chosen: Mandate, question: Question) -> Lab:
    """One walk over the days for each question, remembered; leaving the page stops it."""
    key, mark = "lab", (digest(chosen), question)
    known: tuple[object, Lab] | None = st.session_state.get(key)
    if known is not None and known[0] == mark:
        return known[1]
    bar = st.progress(0.0, "Walking every policy over the same days…")
    lab = policy_lab(
        desk(), chosen.id, question,
        lambda done, of: bar.progress(done / of, f"{done // 252} of {of // 252} years"),
    )  # fmt: skip
    bar.empty()
    st.session_state[key] = (mark, lab)
    return lab


def _head(lab: Lab) -> None:
    quarterly = next(run for run in lab.calendars if run.policy.name == "quarterly")
    source = "normal returns" if lab.question.source == "normal" else "blocks of the feed's history"
    show_head(
        lab_title(lab.mandate.name, lab.standing, quarterly),
        [f"{lab.question.years} simulated years", source, "never in a client's document"],
        *price_badges(), Badge("Hypothetical"),
    )  # fmt: skip


def _show(lab: Lab) -> None:
    marks = [LabMark(run.policy.name, run) for run in lab.calendars]
    marks.append(LabMark(STANDING, lab.standing, filled=True))
    show_section("Turnover against tracking error")
    show_chart(turnover_against_tracking(lab.curves, marks), "One line a destination, along widths of the bands", "lab")
    quiet(f"Along each line the mandate's bands x {SCALES[0]:g} to x {SCALES[-1]:g}; calendars trade all to target.")
    show_section("Policies side by side, a year")
    own_scale = SCALES.index(1.0)
    rows = [(STANDING, lab.standing)]
    rows += [(f"Same bands, {LINES[name][0]}", curve[own_scale]) for name, curve in lab.curves.items()]
    rows += [(f"Calendar, {run.policy.name}", run) for run in lab.calendars]
    if lab.cash_flow is not None:
        rows.append(("New money alone", lab.cash_flow))
    st.html(lab_table(rows, STANDING))
    quiet("Weights by class; taxes at the average basis as gains are realised, nothing at the end.")
    show_lots(lab.mandate, lab.question)
