"""What if: move a lever and the household's trades, tax and drift answer at once; keep a setting, send it on."""

import streamlit as st

from core.domain.household import Household
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.present.figures.drift import bands_of, drift_left
from core.present.figures.frontier import frontier
from core.present.html import Badge, tag
from core.present.summaries import Outcome
from core.words.days import short_day
from core.words.numbers import number, whole_dollars
from core.words.sentences import count
from core.workflow.drift import drift
from core.workflow.what_if import WhatIf, what_if
from pages.rebalancing.effect import show_conflicts
from pages.rebalancing.kept_settings import open_asked, show_actions, show_asked, show_kept
from pages.rebalancing.levers import read_levers
from pages.shared.session import desk, still_here
from pages.shared.widgets import (
    Figure,
    calm,
    head_beside_choice,
    price_badges,
    quiet,
    sentence_titles,
    show_chart,
    show_figures,
    show_head,
    show_section,
    warn_unclassified,
)

HYPOTHETICAL = Badge("Hypothetical")


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
    open_asked(held, mandate)
    controls, results = st.columns([1, 3.6], gap="large")
    with controls, st.container(key="levers", gap="xsmall"):
        levers = read_levers(held, mandate)
    with results, calm():
        answer = what_if(desk(), held.id, levers)
        _results(held, answer)


def _results(held: Household, answer: WhatIf) -> None:
    now = Outcome(answer.after_tax, answer.answer.tax.total, answer.largest_drift, len(answer.answer.trades))
    before = _remember(held.id, now)
    after_tax, tax, left, trades = now.differences(before)
    show_asked(held)
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
    left, right = st.columns([1, 1.4], gap="large")
    with left:
        show_section("What changed since the last move")
        moves = now.moves(before)
        if moves:
            st.html(tag("ul", *(tag("li", move) for move in moves), css="pl-reasons"))
        else:
            quiet("Move a lever: the difference to the previous setting appears here.")
        show_actions(held, answer)
    with right:
        show_kept(held, answer, now)


def _remember(household_id: str, now: Outcome) -> Outcome | None:
    """The figures of the setting before this one; a rerun without a move does not forget them."""
    past: list[Outcome] = st.session_state.setdefault(f"moves-{household_id}", [])
    if not past or past[-1] != now:
        past.append(now)
        del past[:-2]
    return past[0] if len(past) == 2 else None
