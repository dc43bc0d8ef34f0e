"""A proposal: its trades with lots and reasons, a person's hand on each line, and what it does to weights and tax."""

import streamlit as st

from core.access import allowed
from core.domain.household import Household
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.present.summaries import checks_sentence
from core.present.tables.trades import by_account, trades_table
from core.words.sentences import count, with_titles
from core.workflow.households import household
from core.workflow.proposals import proposals, reject_proposal, submit_proposal
from pages.rebalancing.cash_needs import ask_cash, show_cash
from pages.rebalancing.effect import show_baselines, show_conflicts, show_tax, show_totals, show_weights
from pages.rebalancing.line import show_line, show_tweaks
from pages.rebalancing.questions import ask_why_not, show_causes, show_harvests
from pages.shared.places import go
from pages.shared.proposal_choice import choose_proposal, show_proposal_head
from pages.shared.session import desk, me
from pages.shared.widgets import (
    calm,
    choose_cell,
    plain,
    quiet,
    sentence_titles,
    show_head,
    show_section,
)

ALL = ""


def render() -> None:
    """Draw the page."""
    every = proposals(desk())
    if not every:
        _empty()
        return
    left, right = st.columns([4, 1], gap="medium")
    with right:
        chosen = choose_proposal(every)
    held = household(desk(), chosen.household)
    with left:
        show_proposal_head(chosen, held)
    _trades(chosen, held)
    titles = sentence_titles(held)
    if chosen.answer.status != "infeasible":
        show_harvests(chosen, titles)
    causes, asked = st.columns([1, 1], gap="large")
    with causes:
        show_causes(chosen, titles)
        show_cash(chosen, titles)
        ask_cash(chosen)
    with asked:
        ask_why_not(chosen, titles)
    _bottom(chosen)


def _empty() -> None:
    show_head("No proposal yet")
    st.info("Choose a household that is outside its bands; one click there proposes trades.", icon=":material/inbox:")
    if st.button("Open the book", type="primary"):
        go("overview")


def _trades(chosen: Proposal, held: Household) -> None:
    trades, titles = chosen.answer.trades, sentence_titles(held)
    show_conflicts(chosen.answer, titles)
    if not trades:
        _no_trades(chosen, titles)
        return
    left, right = st.columns([1.8, 1], gap="large")
    with left:
        heading, filter_ = st.columns([1, 3.4], vertical_alignment="center")
        with heading:
            show_section("Trades by account")
        only = _filter(filter_, chosen, titles)
        shown = by_account([trade for trade in trades if only in (ALL, trade.account)], titles)
        taxed = {account.id: account.taxable for account in chosen.case.accounts}
        clicked = choose_cell(
            trades_table(shown, titles, taxed, labels()), f"trades-{chosen.id}-{chosen.version}-{only}",
            "The trades of the proposal by account", most=18, default=(0, "Symbol"),
        )  # fmt: skip
        show_tweaks(chosen, titles)
        for issue in chosen.answer.issues:
            quiet(with_titles(f"{issue.where}: {issue.message}" if issue.where else issue.message, titles))
        show_weights(chosen)
        show_baselines(chosen)
    with right:
        key = clicked[0] if clicked else shown[0].key
        show_line(chosen, next((trade for trade in trades if trade.key == key), shown[0]), titles)
        show_tax(chosen)


def _filter(place: object, chosen: Proposal, titles: dict[str, str]) -> str | None:
    used = list(dict.fromkeys(trade.account for trade in chosen.answer.trades))
    counts = {one: sum(trade.account == one for trade in chosen.answer.trades) for one in used}
    with place:  # type: ignore[attr-defined]
        return st.segmented_control(
            "Account", [ALL, *used], default=ALL, required=True, label_visibility="collapsed",
            format_func=lambda one: f"{plain(_short(titles.get(one, one)))} {counts[one]}" if one else
            f"All {len(chosen.answer.trades)}", key=f"only-{chosen.id}",
        )  # fmt: skip


def _short(title: str) -> str:
    return title.split(" …")[0]


def _no_trades(chosen: Proposal, titles: dict[str, str]) -> None:
    if chosen.answer.status != "infeasible":
        st.info("Nothing has to be traded.", icon=":material/check_circle:", title="No action")
    for issue in chosen.answer.issues:
        quiet(with_titles(issue.message, titles))
    if chosen.answer.status != "infeasible":
        show_weights(chosen)
        show_baselines(chosen)


def _bottom(chosen: Proposal) -> None:
    with st.bottom:
        words, actions = st.columns([1.6, 1], vertical_alignment="center")
        with words:
            show_totals(chosen)
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if not chosen.answer.trades and chosen.state == "draft":
                quiet("Kept in the audit trail as checked; there is nothing to submit.")
            elif chosen.state in ("draft", "returned") and allowed(me(), "submit"):
                _reject(chosen)
                _submit(chosen)
            elif chosen.state == "submitted" and st.button("Open the review", type="primary"):
                go("review", proposal=chosen.id)
            elif chosen.state == "approved" and st.button("See documents", type="primary"):
                go("documents", proposal=chosen.id)


def _reject(chosen: Proposal) -> None:
    with st.popover("Reject…"), st.form(f"reject-{chosen.id}-{chosen.version}", border=False):
        note = st.text_input("Why", placeholder="kept in the audit trail")
        if st.form_submit_button("Reject this proposal"):
            with calm():
                reject_proposal(desk(), chosen.id, chosen.version, note)
                st.rerun()


def _submit(chosen: Proposal) -> None:
    trades = chosen.answer.trades
    _, hold = checks_sentence(chosen.checks)
    label = f"Submit {count(len(trades), 'trade')}"
    if st.button(label, type="primary", disabled=not trades or not hold):
        with calm():
            submit_proposal(desk(), chosen.id, chosen.version)
            st.rerun()
