"""Models: a buy list under any objective, estimate, view, product or blend; what convinces becomes a candidate."""

from dataclasses import replace
from typing import Any

import streamlit as st

from core.access import allowed
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Estimation, Mandate
from core.domain.target import Infeasible, Target
from core.optimize.estimation import COVARIANCES, MEANS
from core.optimize.problem import OBJECTIVES
from core.optimize.words_to_views import views_of, words_of
from core.present.figures.frontier import frontier
from core.present.html import Badge
from core.present.tables.models import classes_table, conflict_table, weights_table
from core.words.model_names import model_name
from core.words.numbers import number, percent
from core.words.sentences import count, start
from core.workflow.committee import draft_mandate
from core.workflow.households import mandates
from core.workflow.models import ModelAnswer, as_candidate, try_model
from pages.committee.model_products import choose_products
from pages.committee.model_sleeves import choose_sleeves
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import (
    Figure,
    calm,
    price_badges,
    quiet,
    show_chart,
    show_figures,
    show_group,
    show_head,
    show_section,
)

ASKED = "mandate"
FIRST = ("min_volatility", "max_sharpe", "max_utility", "black_litterman", "min_cvar", "risk_parity", "hrp")
PLACEHOLDER = "VTI beats BND by 2 %, confidence 60 %\nVNQ earns 4 % over cash"


def render() -> None:
    """Draw the page."""
    every = {one.id: one for one in mandates(desk())}
    if not every:
        st.info("There is no mandate yet; the book brings them.", icon=":material/inbox:")
        return
    head = st.container()
    left, right = st.columns([1, 2.6], gap="large")
    tried = None
    with left, calm():
        asked = _asked(every)
        with right, calm():
            tried = try_model(desk(), asked)
            with head:
                _head(tried)
            _show(tried)
    if tried is None:
        with head:
            show_head("No answer with these settings", ["what is wrong stands below; nothing has changed"])


def _asked(every: dict[str, Mandate]) -> Mandate:
    """The mandate as the controls say."""
    start_at = list(every).index(st.query_params[ASKED]) if st.query_params.get(ASKED) in every else 0
    chosen = st.selectbox("Start from", list(every), start_at, format_func=lambda one: every[one].name)
    st.query_params[ASKED] = chosen
    base = every[chosen]
    sleeves = choose_sleeves(every, chosen)
    if sleeves:
        return replace(base, sleeves=FrozenMap(sleeves), assets=base.assets, products=FrozenMap({}))
    asked = replace(base, sleeves=FrozenMap({}), **_objective(base), **_estimates(base))
    products, assets = choose_products(asked)
    return replace(asked, products=products, assets=assets)


def _objective(base: Mandate) -> dict[str, Any]:
    show_group("Objective")
    names = [*FIRST, *(name for name in OBJECTIVES if name not in FIRST)]
    sentences = {entry.name: entry.facts["sentence"] for entry in OBJECTIVES.entries()}
    at = names.index(base.objective) if base.objective in names else 0
    objective = st.selectbox(
        "Objective", names, at, format_func=model_name, label_visibility="collapsed",
        key=f"objective-{base.id}",
    )  # fmt: skip
    quiet(f"{start(sentences[objective])}.")
    found: dict[str, Any] = {"objective": objective}
    if objective in ("max_utility", "black_litterman"):
        found["risk_aversion"] = st.slider("Risk aversion", 0.5, 12.0, max(base.risk_aversion, 0.5), 0.5)
    if objective == "black_litterman":
        lines = st.text_area(
            "Views, one a line", "\n".join(map(words_of, base.views)), placeholder=PLACEHOLDER, height=110,
            key=f"views-{base.id}",
        )  # fmt: skip
        found["views"] = views_of(lines, base.risk_free)
        for view in found["views"]:
            quiet(f"Read as: {words_of(view)}")
    if objective == "max_return":
        found["risk_limit"] = st.slider("Most volatility, %", 2.0, 25.0, (base.risk_limit or 0.12) * 100, 0.5) / 100
    if objective == "match_factors":
        found["factor_targets"] = _factor_targets()
    return found


def _factor_targets() -> FrozenMap[float]:
    market = st.slider("Beta to the market", 0.0, 1.5, 0.6, 0.05)
    size = st.slider("Beta to size", -0.5, 0.5, 0.0, 0.05)
    value = st.slider("Beta to value", -0.5, 0.5, 0.0, 0.05)
    return FrozenMap({"market": market, "size": size, "value": value})


def _estimates(base: Mandate) -> dict[str, Any]:
    show_group("Estimates")
    own = base.estimation
    risks, means = list(COVARIANCES), list(MEANS)
    risk = st.selectbox("Risks by", risks, risks.index(own.covariance), format_func=model_name, key=f"risks-{base.id}")
    mean = st.selectbox("Means by", means, means.index(own.mean), format_func=model_name, key=f"means-{base.id}")
    cap = st.slider("Most in one asset, %", 5, 100, 100, 5, key=f"cap-{base.id}")
    bounds = base.bounds if cap == 100 else base.bounds.with_entry("*", (0.0, cap / 100))
    return {"estimation": Estimation(mean, risk, own.histories), "bounds": bounds}


def _head(tried: ModelAnswer) -> None:
    title = f"{tried.mandate.name}: no portfolio meets it"
    if tried.point is not None:
        name = f"{tried.mandate.name}, blended" if tried.mandate.sleeves else tried.mandate.name
        title = f"{name}: {percent(tried.point.volatility)} risk for {percent(tried.point.expected_return)}"
    facts = [f"{count(tried.days, 'day')} of history", "estimates, not forecasts"]
    show_head(title, facts, *price_badges(), Badge("Hypothetical"))


def _show(tried: ModelAnswer) -> None:
    answer = tried.answer
    if isinstance(answer, Infeasible):
        st.html(conflict_table(answer))
        quiet("Dropping any one of these makes the rest possible together.")
        return
    held = [weight for weight in answer.weights.values() if weight > 1e-6]
    show_figures([
        Figure("Volatility a year", percent(answer.volatility, 2), ""),
        Figure("Expected a year", percent(answer.expected_return, 2), ""),
        Figure("Assets held", number(len(held)), f"largest {percent(max(held))}"),
        _made(tried, answer),
    ])  # fmt: skip
    left, right = st.columns([1.25, 1], gap="large")
    with left:
        if tried.frontier and tried.point is not None:
            show_section("On the frontier of the same limits")
            show_chart(frontier(tried.frontier, [tried.point]), "The frontier with the model on it", "model-frontier")
        show_section("What it holds")
        st.html(weights_table(tried.assets, answer))
    with right:
        show_section("By class")
        st.html(classes_table(tried.by_class, tried.mandate))
        for issue in answer.issues:
            quiet(issue.message)
        _propose(tried)


def _made(tried: ModelAnswer, answer: Target) -> Figure:
    """Who found the weights: a solver, or the models that are blended."""
    shares = tried.mandate.sleeves.values()
    if shares:
        return Figure("Blended from", count(len(shares), "model"), " · ".join(percent(one, 0) for one in shares))
    return Figure("Solved by", answer.solver.split(" ")[0].rstrip(","), answer.solver)


def _propose(tried: ModelAnswer) -> None:
    if not allowed(me(), "edit_mandate"):
        quiet("The committee turns a model into a candidate.")
        return
    with st.popover("Put before the committee", type="primary"), st.form("candidate", border=False):
        name = st.text_input("Name of a new mandate", placeholder=f"empty: a new version of {tried.mandate.name}")
        why = st.text_area("Why", placeholder="what the committee should read first", height=80)
        if st.form_submit_button("Put before the committee", type="primary"):
            with calm():
                candidate = as_candidate(desk(), tried)
                if name.strip():
                    identity = "-".join(name.lower().split())
                    candidate = replace(candidate, id=identity, name=name.strip(), version=1, effective=None)
                go("mandates", draft=draft_mandate(desk(), candidate, why).id)
