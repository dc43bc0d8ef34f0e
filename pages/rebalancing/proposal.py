"""A proposal: its trades with lots and reasons, a person's hand on each line, and what it does to weights and tax."""

from decimal import Decimal

import streamlit as st

from core.access import allowed
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.proposal import Proposal, Tweak
from core.domain.trade import Trade
from core.market.asset_classes import labels
from core.present.html import Badge, card_head, reasons, tag
from core.present.summaries import checks_sentence
from core.present.tables.proposals import fingerprint_short, state_badge
from core.present.tables.trades import by_account, lots_table, trades_table
from core.review import explain
from core.words import trade_line
from core.words.days import moment, short_day
from core.words.numbers import dollars, shares
from core.words.sentences import count, with_titles
from core.workflow.households import household, households
from core.workflow.people import people
from core.workflow.proposals import proposal, proposals, reject_proposal, submit_proposal, tweak, untweak
from pages.rebalancing.effect import show_baselines, show_tax, show_totals, show_weights
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import (
    account_titles,
    calm,
    choose_cell,
    price_badges,
    quiet,
    show_head,
    show_section,
)  # fmt: skip

ASKED, BOX, ALL = "proposal", "proposal-box", ""


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
    show_baselines(chosen)
    _bottom(chosen)


def _empty() -> None:
    show_head("No proposal yet")
    st.info("Choose a household that is outside its bands; one click there proposes trades.", icon=":material/inbox:")
    if st.button("Open the book", type="primary"):
        go("overview")


def choose_proposal(offered: tuple[Proposal, ...]) -> Proposal:
    """The proposal of the address, with a box to choose another; the address carries its id."""
    homes = {one.id: one.name for one in households(desk())}
    names = {one.id: f"{one.id} · {homes.get(one.household, one.household)}" for one in offered}
    asked = st.query_params.get(ASKED)
    if asked in names and st.session_state.get(BOX) != asked and st.session_state.get("asked-proposal") != asked:
        st.session_state[BOX] = asked
    if st.session_state.get(BOX) not in names:
        st.session_state.pop(BOX, None)
    chosen = st.selectbox(
        "Proposal", list(names), format_func=lambda one: names[one], key=BOX, label_visibility="collapsed"
    )
    st.session_state["asked-proposal"] = chosen
    if asked != chosen:
        st.query_params[ASKED] = chosen
    return proposal(desk(), chosen)


def show_proposal_head(chosen: Proposal, held: Household) -> None:
    """The outcome in one sentence, and what it was computed from."""
    names = {person.id: person.name for person in people(desk())}
    facts = [
        f"{chosen.id}, version {chosen.version} by {names.get(chosen.proposer, chosen.proposer)}",
        moment(chosen.created).rsplit(":", 1)[0] + " UTC",
        chosen.labels.get("mandate") or "",
        f"prices of {short_day(chosen.case.as_of)}",
        f"fingerprint {fingerprint_short(chosen.answer.fingerprint)}",
    ]
    title = explain(chosen, held.name, labels())
    show_head(title, [fact for fact in facts if fact], state_badge(chosen.state), *price_badges())


def _trades(chosen: Proposal, held: Household) -> None:
    trades, titles = chosen.answer.trades, account_titles(held)
    _conflicts(chosen, titles)
    if not trades:
        _no_trades(chosen, titles)
        show_weights(chosen)
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
        _locked_lines(chosen, titles)
        for issue in chosen.answer.issues:
            quiet(with_titles(f"{issue.where}: {issue.message}" if issue.where else issue.message, titles))
        show_weights(chosen)
    with right:
        key = clicked[0] if clicked else shown[0].key
        _trade_card(chosen, next((trade for trade in trades if trade.key == key), shown[0]), titles)
        show_tax(chosen)


def _conflicts(chosen: Proposal, titles: dict[str, str]) -> None:
    """Limits that could not all be met, each in its own words."""
    found = chosen.answer.conflicts
    if not found:
        return
    with st.container(border=True, gap="xxsmall"):
        st.html(card_head("Not everything fits", Badge(f"□ {count(len(found), 'limit')}", "caution")))
        for conflict in found:
            quiet(with_titles(conflict.sentence, titles))


def _filter(place: object, chosen: Proposal, titles: dict[str, str]) -> str | None:
    used = list(dict.fromkeys(trade.account for trade in chosen.answer.trades))
    counts = {one: sum(trade.account == one for trade in chosen.answer.trades) for one in used}
    with place:  # type: ignore[attr-defined]
        return st.segmented_control(
            "Account", [ALL, *used], default=ALL, required=True, label_visibility="collapsed",
            format_func=lambda one: f"{_short(titles.get(one, one))} {counts[one]}" if one else
            f"All {len(chosen.answer.trades)}", key=f"only-{chosen.id}",
        )  # fmt: skip


def _short(title: str) -> str:
    return title.split(" …")[0]


def _no_trades(chosen: Proposal, titles: dict[str, str]) -> None:
    st.info("Nothing has to be traded.", icon=":material/check_circle:", title="No action")
    for reason in chosen.answer.triggered_by:
        quiet(with_titles(reason.sentence, titles))
    for issue in chosen.answer.issues:
        quiet(f"{issue.where}: {issue.message}")


def _trade_card(chosen: Proposal, trade: Trade, titles: dict[str, str]) -> None:
    with st.container(border=True):
        st.html(
            tag("p", tag("b", trade_line(trade)), f" · {dollars(trade.amount)} in {titles.get(trade.account)}",
                css="pl-text")
        )  # fmt: skip
        if trade.lots:
            acquired = {lot.id: lot.acquired for lot in chosen.case.account(trade.account).lots}
            st.html(lots_table(trade, acquired))
        st.html(reasons([with_titles(reason.sentence, titles) for reason in trade.reasons]))
        if trade.without is not None:
            with st.expander("Without this trade", expanded=True):
                st.html(tag("p", with_titles(trade.without.sentence, titles), css="pl-text"))
        if chosen.answer.lockouts and trade.side == "sell":
            _lockouts(chosen)
        if chosen.state in ("draft", "returned", "submitted", "approved") and allowed(me(), "draft"):
            _hand_on(chosen, trade)


def _lockouts(chosen: Proposal) -> None:
    with st.expander("Locked for repurchase"):
        for lockout in chosen.answer.lockouts:
            quiet(f"{lockout.identical_group} until {short_day(lockout.until)}: {lockout.because}")


def _hand_on(chosen: Proposal, trade: Trade) -> None:
    """Lock, change or drop the line; the rest is solved and checked again at once."""
    key = "-".join((chosen.id, str(chosen.version), *trade.key))
    quantity, set_, lock, drop = st.columns([1.5, 0.9, 1, 1], vertical_alignment="bottom", gap="small")
    wanted = quantity.text_input("Shares", shares(trade.quantity), key=f"quantity-{key}")
    if set_.button("Set", key=f"set-{key}", width="stretch"):
        with calm():
            _tweak(chosen, Tweak("quantity", *trade.key, quantity=_typed(wanted)))
    if lock.button("Lock", key=f"lock-{key}", width="stretch", help="Keep this line as it is"):
        with calm():
            _tweak(chosen, Tweak("lock", *trade.key, quantity=trade.quantity))
    if drop.button("Drop", key=f"drop-{key}", width="stretch", help="Forbid this line"):
        with calm():
            _tweak(chosen, Tweak("drop", *trade.key))
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


def _locked_lines(chosen: Proposal, titles: dict[str, str]) -> None:
    """What a person's hand is on, each with a way back."""
    for one in chosen.tweaks:
        words, undo = st.columns([5, 1], vertical_alignment="center")
        what = {"lock": "kept as it is", "quantity": f"set to {shares(one.quantity)}", "drop": "dropped"}[one.kind]
        words.html(
            tag("p", f"{one.side.capitalize()} {one.symbol} in {titles.get(one.account)}: {what}", css="pl-line")
        )
        if undo.button("Undo", key=f"undo-{one.account}-{one.symbol}-{one.side}", type="tertiary"):
            with calm():
                untweak(desk(), chosen.id, chosen.version, one.account, one.symbol, one.side)
                st.rerun()


def _bottom(chosen: Proposal) -> None:
    with st.bottom:
        words, actions = st.columns([1.6, 1], vertical_alignment="center")
        with words:
            show_totals(chosen)
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if chosen.state in ("draft", "returned") and allowed(me(), "submit"):
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
