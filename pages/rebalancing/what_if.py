"""What if: move a lever and the household's trades, tax and drift answer at once; keep a setting, send it on."""

import streamlit as st

from core.domain.household import Household
from core.domain.scenario import Scenario
from core.market.asset_classes import labels
from core.present.figures.drift import bands_of, drift_left
from core.present.figures.frontier import frontier
from core.present.html import Badge, tag
from core.present.summaries import Outcome
from core.words.days import short_day
from core.words.numbers import number, whole_dollars
from core.words.sentences import count
from core.workflow.what_if import Standing, WhatIf, kept, standing, what_if
from pages.rebalancing.glance import show_misfits, show_moves
from pages.rebalancing.kept_settings import open_asked, show_actions, show_asked, show_kept
from pages.rebalancing.levers import read_levers
from pages.shared.session import desk, still_here
from pages.shared.widgets import (
    Figure,
    account_titles,
    calm,
    head_beside_choice,
    price_badges,
    quiet,
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
    ready = standing(desk(), held.id)
    lots = sum(len(account.lots) for account in held.accounts)
    with room:
        show_head(
            f"{held.name}: what if",
            [
                f"Every move is solved again over {count(lots, 'lot')} in {count(len(held.accounts), 'account')}",
                f"prices of {short_day(ready.file.quotes.as_of)}",
            ],
            *price_badges(), HYPOTHETICAL,
        )  # fmt: skip
    warn_unclassified(held)
    _desk_of_levers(held, ready)


@st.fragment
def _desk_of_levers(held: Household, ready: Standing) -> None:
    """Controls at the left, what they give at the right; only this part runs again when a lever moves."""
    still_here()
    open_asked(held, ready.file.mandate)
    controls, results = st.columns([1, 3.6], gap="large")
    with controls, st.container(key="levers", gap="xsmall"):
        levers = read_levers(held, ready.file.mandate)
    with results, calm():
        answer = what_if(desk(), held.id, levers, ready)
        _results(held, answer)


def _results(held: Household, answer: WhatIf) -> None:
    now = Outcome(answer.after_tax, answer.quick.tax.total, answer.largest_drift, len(answer.quick.trades))
    before = _remember(held.id, now)
    after_tax, tax, left, trades = now.differences(before)
    known = kept(desk(), held.id)
    show_asked(held, known)
    show_misfits(answer.quick)
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
        was, will = bands_of(answer.quick.before, target), bands_of(answer.quick.after, target)
        ordered = [name for name in labels() if name in will]
        show_chart(drift_left(was, will, ordered, labels()), "Drift of each class after the trades", "drift-left")
    show_moves(answer.quick, target, account_titles(held))
    _below(held, answer, now, before, known)


def _below(held: Household, answer: WhatIf, now: Outcome, before: Outcome | None, known: tuple[Scenario, ...]) -> None:
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
        show_kept(held, answer, now, known)


def _remember(household_id: str, now: Outcome) -> Outcome | None:
    """The figures of the setting before this one; a rerun without a move does not forget them."""
    past: list[Outcome] = st.session_state.setdefault(f"moves-{household_id}", [])
    if not past or past[-1] != now:
        past.append(now)
        del past[:-2]
    return past[0] if len(past) == 2 else None
