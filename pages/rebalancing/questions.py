"""Questions to a proposal: what fired, which losses are open, what is locked, why not another trade or one less."""

import streamlit as st

from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.present.html import Badge, bullets, card_head, tag
from core.present.tables.ledger import harvests_table, lockouts_table
from core.present.tables.proposals import answer_beside
from core.words.sentences import with_titles
from core.workflow.questions import proposal_harvests, proposal_why_not, proposal_without
from pages.shared.session import desk
from pages.shared.widgets import calm, plain, show_section

VERDICTS = {
    "traded": Badge("● In the proposal", "ok"),
    "forbidden": Badge("■ Not allowed", "bad"),
    "possible": Badge("○ Possible", "info"),
}


def show_causes(chosen: Proposal, titles: dict[str, str]) -> None:
    """What called for the proposal: the case's own triggers, then what changed since the last one."""
    sentences = [with_titles(one.sentence, titles) for one in (*chosen.answer.triggered_by, *chosen.called_by)]
    show_section("Checked: no action, because" if chosen.answer.status == "no_action" else "What called for it")
    st.html(bullets(list(dict.fromkeys(sentences))))


def show_harvests(chosen: Proposal, titles: dict[str, str]) -> None:
    """Losses with their benefit, and the calendar of what is locked afterwards."""
    found = proposal_harvests(desk(), chosen.id)
    taken = frozenset((trade.account, trade.symbol) for trade in chosen.answer.trades if trade.side == "sell")
    if found:
        show_section("Losses to take")
        st.html(harvests_table(found, titles, taken))
    if chosen.answer.lockouts:
        show_section("Lock-out calendar")
        st.html(lockouts_table(chosen.answer.lockouts, chosen.case))


def ask_why_not(chosen: Proposal, titles: dict[str, str]) -> None:
    """Choose a trade that is not there; the answer is the rule against it, or its cost."""
    show_section("Why not another trade?")
    side_, symbol_, account_, ask_ = st.columns([0.8, 1, 1.6, 0.8], vertical_alignment="bottom", gap="small")
    side = side_.selectbox("Side", ["sell", "buy"], format_func=str.capitalize, key=f"why-not-side-{chosen.id}")
    symbols = sorted(security.symbol for security in chosen.case.securities)
    symbol = symbol_.selectbox("Symbol", symbols, key=f"why-not-symbol-{chosen.id}")
    accounts = [account.id for account in chosen.case.accounts]
    account = account_.selectbox(
        "Account", accounts, format_func=lambda one: plain(titles.get(one, one)), key=f"why-not-account-{chosen.id}"
    )
    if ask_.button("Ask", key=f"why-not-{chosen.id}", width="stretch"):
        with calm(titles), st.spinner("Solving with it forced in…"):
            told = proposal_why_not(desk(), chosen.id, account, symbol, side)
            st.session_state[_kept("why-not", chosen)] = (f"{side.capitalize()} {symbol}", told)
    if _kept("why-not", chosen) in st.session_state:
        what, told = st.session_state[_kept("why-not", chosen)]
        st.html(card_head(what, VERDICTS[told.verdict]))
        st.html(tag("p", with_titles(told.sentence, titles), css="pl-text"))


def ask_without(chosen: Proposal, trade: Trade, titles: dict[str, str]) -> None:
    """The household solved again in full with the line forbidden, beside the proposal."""
    if st.button("Solve in full without it", key=f"without-{chosen.id}-{'-'.join(trade.key)}", type="tertiary"):
        with calm(titles), st.spinner("Solving without it…"):
            st.session_state[_kept("without", chosen)] = (trade.key, proposal_without(desk(), chosen.id, *trade.key))
    asked, answer = st.session_state.get(_kept("without", chosen), (None, None))
    if asked == trade.key:
        st.html(answer_beside(chosen.answer, answer))


def _kept(question: str, chosen: Proposal) -> str:
    """Where the last answer to a question stands until the proposal has another version."""
    return f"{question}-told-{chosen.id}-{chosen.version}"
