"""What if: move a lever and the household's trades, tax and drift answer at once; keep a setting, send it on."""

from decimal import Decimal
from typing import Any

import streamlit as st

from core.access import allowed
from core.domain.allocation import Destination
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.scenario import Levers
from core.market.asset_classes import labels
from core.present.figures.drift import bands_of, drift_left
from core.present.figures.frontier import frontier
from core.present.html import Badge, tag
from core.present.summaries import Outcome
from core.present.tables.scenarios import scenarios_table
from core.words.days import short_day
from core.words.numbers import number, whole_dollars
from core.words.sentences import count
from core.workflow.drift import drift
from core.workflow.proposals import draft
from core.workflow.what_if import WhatIf, keep, kept, what_if
from pages.rebalancing.effect import show_conflicts
from pages.shared.places import go
from pages.shared.session import desk, me, still_here
from pages.shared.widgets import (
    Figure,
    account_titles,
    calm,
    head_beside_choice,
    price_badges,
    quiet,
    sentence_titles,
    show_chart,
    show_figures,
    show_group,
    show_head,
    show_section,
    warn_unclassified,
)

DESTINATIONS: dict[Destination, str] = {"target": "Target", "half_band": "Half band", "band_edge": "Edge"}
HYPOTHETICAL = Badge("Hypothetical")
NO_LIMIT = 50
"""Percent of turnover at which the lever says: no limit."""


def render() -> None:
    """Draw the page."""
    room, held = head_beside_choice()
    if held is None:
        return
    view = drift(desk(), held.id)
    lots = sum(len(account.lots) for account in held.accounts)
    with room:
        show_head(
            f"{held.name}: what if",
            [
                f"Every move is solved again over {count(lots, 'lot')} in {count(len(held.accounts), 'account')}",
                f"prices of {short_day(view.file.quotes.as_of)}",
            ],
            *price_badges(), HYPOTHETICAL,
        )  # fmt: skip
    warn_unclassified(held)
    _desk_of_levers(held, view.file.mandate)


@st.fragment
def _desk_of_levers(held: Household, mandate: Mandate) -> None:
    """Controls at the left, what they give at the right; only this part runs again when a lever moves."""
    still_here()
    controls, results = st.columns([1, 3.6], gap="large")
    with controls, st.container(key="levers", gap="xsmall"):
        levers = _levers(held, mandate)
    with results, calm():
        answer = what_if(desk(), held.id, levers)
        _results(held, answer)


def _levers(held: Household, mandate: Mandate) -> Levers:
    """The four groups of controls, read as one setting."""
    chosen = {**_target(held.id, mandate), **_trading(held.id, mandate), **_tax(held.id, mandate), **_cash(held)}
    return Levers(**chosen)


def _target(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Target")
    weights, names = dict(mandate.target.weights) if mandate.target else {}, labels()
    which = st.selectbox(
        "Class to move", sorted(weights, key=lambda name: -weights[name]), key=f"class-{key}",
        format_func=lambda one: names.get(one, one), label_visibility="collapsed",
    )  # fmt: skip
    now = round(weights.get(which, 0.0) * 100)
    moved = st.slider(
        f"{names.get(which, which)} target, %", max(0, now - 20), min(100, now + 20), now, key=f"target-{key}-{which}"
    )
    aversion = st.slider("Risk aversion, x the mandate's", 0.4, 2.5, 1.0, 0.1, key=f"aversion-{key}")
    return {
        "class_targets": FrozenMap({} if moved == now else {which: moved / 100}),
        "risk_aversion": None if aversion == 1.0 else aversion,
    }


def _trading(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Trading")
    to = st.segmented_control(
        "Trade to", list(DESTINATIONS), default=mandate.target.destination if mandate.target else "half_band",
        required=True, format_func=lambda one: DESTINATIONS[one], key=f"to-{key}", width="stretch",
    )  # fmt: skip
    scale = st.slider("Width of the bands, x", 0.5, 2.0, 1.0, 0.05, key=f"bands-{key}")
    standing = NO_LIMIT if mandate.policy.turnover_limit is None else round(mandate.policy.turnover_limit * 100)
    turnover = st.slider(
        "Turnover limit, %", 0, NO_LIMIT, min(NO_LIMIT, standing), key=f"turnover-{key}",
        help=f"{NO_LIMIT} means no limit",
    )  # fmt: skip
    least = st.slider(
        "Smallest trade, $", 0, 5000, min(5000, int(mandate.policy.minimum_trade)), 100, format="localized",
        key=f"least-{key}",
    )  # fmt: skip
    limit = None if turnover == NO_LIMIT else turnover / 100
    return {"destination": to, "band_scale": scale, "turnover_limit": limit, "minimum_trade": Decimal(least)}


def _tax(key: str, mandate: Mandate) -> dict[str, Any]:
    show_group("Tax")
    limited = st.toggle("Limit the gains", key=f"limited-{key}")
    budget = st.slider(
        "Gain budget, $", 0, 200_000, 20_000, 1_000, format="localized", disabled=not limited, key=f"budget-{key}"
    )
    return {
        "gain_budget": Decimal(budget) if limited else None,
        "harvest": st.toggle("Harvest losses", mandate.policy.harvest_losses, key=f"harvest-{key}"),
        "location": st.toggle("Place by account", mandate.policy.location, key=f"location-{key}"),
    }


def _cash(held: Household) -> dict[str, Any]:
    show_group("Cash")
    flow = st.number_input("In (+) or out (−), $", value=0, step=5_000, key=f"flow-{held.id}")
    titles = account_titles(held)
    account = st.selectbox(
        "Through", [one.id for one in held.accounts if one.tradable], format_func=lambda one: titles[one],
        key=f"through-{held.id}", disabled=not flow,
    )  # fmt: skip
    return {"cash_flow": Decimal(flow), "cash_account": account if flow else None}


def _results(held: Household, answer: WhatIf) -> None:
    now = Outcome(answer.after_tax, answer.answer.tax.total, answer.largest_drift, len(answer.answer.trades))
    before = _remember(held.id, now)
    after_tax, tax, left, trades = now.differences(before)
    show_conflicts(answer.answer, sentence_titles(held))
    show_figures([
        Figure("After-tax, one year", whole_dollars(now.after_tax), after_tax),
        Figure("Tax now", whole_dollars(now.tax), tax),
        Figure("Drift left, bands", number(now.drift, 2), left),
        Figure("Trades", number(now.trades), trades),
    ])  # fmt: skip
    left_side, right_side = st.columns([1.3, 1], gap="large")
    with left_side:
        show_section("Risk and return")
        show_chart(frontier(answer.frontier, answer.points), "The mandate's frontier with three points", "frontier")
    with right_side:
        show_section("Drift left, in bands")
        target = answer.file.case.target
        was, will = bands_of(answer.answer.before, target), bands_of(answer.answer.after, target)
        ordered = [name for name in labels() if name in will]
        show_chart(drift_left(was, will, ordered, labels()), "Drift of each class after the trades", "drift-left")
    _below(held, answer, now, before)


def _below(held: Household, answer: WhatIf, now: Outcome, before: Outcome | None) -> None:
    left, right = st.columns([1, 1.2], gap="large")
    with left:
        show_section("What changed since the last move")
        moves = now.moves(before)
        if moves:
            st.html(tag("ul", *(tag("li", move) for move in moves), css="pl-reasons"))
        else:
            quiet("Move a lever: the difference to the previous setting appears here.")
        _actions(held, answer)
    with right:
        show_section("Scenarios kept")
        st.html(scenarios_table(kept(desk(), held.id), answer.answer, now, answer.file.case.target))


def _actions(held: Household, answer: WhatIf) -> None:
    if not allowed(me(), "draft"):
        return
    with st.container(horizontal=True):
        with st.popover("Keep as scenario"), st.form(f"keep-{held.id}", border=False):
            name = st.text_input("Its name", placeholder="e.g. to the edge, harvest")
            if st.form_submit_button("Keep"):
                with calm():
                    keep(desk(), held.id, name, answer)
                    st.rerun(scope="fragment")
        if st.button("Send to proposal", type="primary", disabled=answer.answer.status == "infeasible"):
            with calm(), st.spinner("Solving with reasons…"):
                go("proposal", proposal=draft(desk(), held.id, answer.levers).id)


def _remember(household_id: str, now: Outcome) -> Outcome | None:
    """The figures of the setting before this one; a rerun without a move does not forget them."""
    past: list[Outcome] = st.session_state.setdefault(f"moves-{household_id}", [])
    if not past or past[-1] != now:
        past.append(now)
        del past[:-2]
    return past[0] if len(past) == 2 else None
