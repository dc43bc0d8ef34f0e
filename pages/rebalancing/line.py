"""One line of a proposal: its lots, reasons and counterfactual, and a person's hand on it."""

from decimal import Decimal

import streamlit as st

from core.access import allowed
from core.domain.errors import BadInput
from core.domain.proposal import Proposal, Tweak
from core.domain.trade import Trade
from core.present.html import reasons, tag
from core.present.tables.trades import long_soon, lots_table
from core.words import trade_line
from core.words.numbers import dollars, shares
from core.words.sentences import count, with_titles
from core.workflow.proposals import tweak, untweak
from pages.rebalancing.lot_choice import ask_lots
from pages.rebalancing.questions import ask_without
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet

CHANGEABLE = ("draft", "returned", "submitted", "approved")


def show_line(chosen: Proposal, trade: Trade, titles: dict[str, str]) -> None:
    """The chosen trade with everything that is known of it."""
    with st.container(border=True):
        st.html(
            tag("p", tag("b", trade_line(trade)), f" · {dollars(trade.amount)} in {titles.get(trade.account)}",
                css="pl-text")
        )  # fmt: skip
        if trade.lots:
            account = chosen.case.account(trade.account)
            lots = {lot.id: lot for lot in account.lots}
            st.html(lots_table(trade, lots, account.taxable))
            soon = long_soon(trade, lots, chosen.case.as_of) if account.taxable else ""
            if soon:
                quiet(soon)
        st.html(reasons([with_titles(reason.sentence, titles) for reason in trade.reasons]))
        if trade.without is not None:
            with st.expander("Without this trade", expanded=True):
                st.html(tag("p", with_titles(trade.without.sentence, titles), css="pl-text"))
                ask_without(chosen, trade, titles)
        if chosen.state in CHANGEABLE and allowed(me(), "draft"):
            _hand_on(chosen, trade, titles)


def _hand_on(chosen: Proposal, trade: Trade, titles: dict[str, str]) -> None:
    """Lock, change or drop the line; the rest is solved and checked again at once."""
    key = "-".join((chosen.id, str(chosen.version), *trade.key))
    quantity, set_, lock, drop = st.columns([1.5, 0.9, 1, 1], vertical_alignment="bottom", gap="small")
    wanted = quantity.text_input("Shares", shares(trade.quantity), key=f"quantity-{key}")
    if set_.button("Set", key=f"set-{key}", width="stretch"):
        with calm(titles):
            _tweak(chosen, Tweak("quantity", *trade.key, quantity=_typed(wanted)))
    if lock.button("Lock", key=f"lock-{key}", width="stretch", help="Keep this line as it is"):
        with calm(titles):
            _tweak(chosen, Tweak("lock", *trade.key, quantity=trade.quantity))
    if drop.button("Drop", key=f"drop-{key}", width="stretch", help="Forbid this line"):
        with calm(titles):
            _tweak(chosen, Tweak("drop", *trade.key))
    asked = ask_lots(chosen, trade)
    if asked is not None:
        with calm(titles):
            _tweak(chosen, asked)
    if chosen.state == "approved":
        quiet("A change voids the approval.")


def _typed(text: str) -> Decimal:
    plain = text.replace(",", "").strip()
    if not plain.replace(".", "", 1).isdigit():
        raise BadInput("shares", "type a number of shares, such as 120")
    return Decimal(plain)


def _tweak(chosen: Proposal, one: Tweak) -> None:
    with st.spinner("Solving the rest again…"):
        tweak(desk(), chosen.id, chosen.version, one)
    st.rerun()


def show_tweaks(chosen: Proposal, titles: dict[str, str]) -> None:
    """What a person's hand is on, each with a way back."""
    for one in chosen.tweaks:
        words, undo = st.columns([5, 1], vertical_alignment="center")
        what = {"lock": "kept as it is", "quantity": f"set to {shares(one.quantity)}", "drop": "dropped"}[one.kind]
        what += f", its {count(len(one.lots), 'lot')} named" if one.lots else ""
        words.html(
            tag("p", f"{one.side.capitalize()} {one.symbol} in {titles.get(one.account)}: {what}", css="pl-line")
        )
        if undo.button("Undo", key=f"undo-{one.account}-{one.symbol}-{one.side}", type="tertiary"):
            with calm():
                untweak(desk(), chosen.id, chosen.version, one.account, one.symbol, one.side)
                st.rerun()
