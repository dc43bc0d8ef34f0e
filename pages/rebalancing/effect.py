"""What a proposal does, shown alike on the proposal and the review page: weights, tax, other ways, totals."""

from collections.abc import Mapping

import streamlit as st

from core.domain.proposal import Proposal
from core.domain.trade import Proposed
from core.market.asset_classes import labels
from core.present.figures.drift import weight_rows, weights_before_after
from core.present.figures.waterfall import tax_steps, waterfall
from core.present.html import Badge, card_head, tag, toned
from core.present.summaries import checks_sentence, turned_over
from core.present.tables.proposals import baselines_table, gains_table, tax_sentence, tracking_sentence
from core.words.numbers import whole_dollars
from core.words.sentences import count, start, with_titles
from pages.shared.widgets import quiet, show_chart, show_section


def show_conflicts(answer: Proposed, titles: Mapping[str, str]) -> None:
    """Limits that could not all be met, each in its own words."""
    if not answer.conflicts:
        return
    with st.container(border=True, gap="xxsmall"):
        title = "No way through" if answer.status == "infeasible" else "Not everything fits"
        st.html(card_head(title, Badge(f"□ {count(len(answer.conflicts), 'limit')}", "caution")))
        if answer.status == "infeasible":
            quiet("No set of trades meets every rule; nothing was changed.")
        for conflict in answer.conflicts:
            quiet(with_titles(conflict.sentence, titles))
        if answer.relaxations:
            st.html(tag("p", tag("b", "What would help"), css="pl-text"))
        for relaxation in answer.relaxations:
            quiet(with_titles(relaxation.sentence, titles))


def show_weights(chosen: Proposal) -> None:
    """Weights of each class before and after, with their bands."""
    answer = chosen.answer
    show_section("Weights, before and after")
    quiet("grey = band, bar = target, □ ○ before, ● after, percent of the household")
    if answer.before.tracking_error is not None:
        quiet(tracking_sentence(answer))
    rows = weight_rows(answer.before, answer.after, chosen.case.target, list(labels()), labels())
    show_chart(weights_before_after(rows), "Weight of each class before and after the trades", "weights")


def show_tax(chosen: Proposal) -> None:
    """The tax of the proposal, part by part, and what its sales realise."""
    answer = chosen.answer
    show_section("Tax on this proposal")
    quiet(tax_sentence(answer, chosen.case.as_of.year))
    if answer.tax.total or answer.tax.federal or answer.tax.state:
        show_chart(waterfall(tax_steps(answer.tax)), "Tax of the proposal by part", "tax")
    realised = gains_table(answer, {account.id: account.taxable for account in chosen.case.accounts})
    if realised is None:
        quiet("Nothing is sold at a gain or a loss in a taxable account.")
    else:
        st.html(realised)


def show_baselines(chosen: Proposal) -> None:
    """The proposal beside simpler ways."""
    if chosen.answer.baselines:
        show_section("Beside simpler ways")
        st.html(baselines_table(chosen.answer))


def show_totals(chosen: Proposal) -> None:
    """Count, turnover, tax and checks on one line."""
    answer = chosen.answer
    checks, hold = checks_sentence(chosen.checks)
    totals = [
        count(len(answer.trades), "trade"), f"{whole_dollars(turned_over(answer.trades))} turned over",
        f"tax {whole_dollars(answer.tax.total)}",
    ]  # fmt: skip
    words = " · ".join(totals)
    st.html(tag("div", tag("b", start(words)), " ", toned(checks, "ok" if hold else "bad"), css="pl-bar"))
