"""What a statement does not say and a person completes: taxpayers, accounts, a security's classes, a lot."""

import streamlit as st

from core.domain.account import Taxpayer
from core.domain.household import Household
from core.domain.security import Security
from core.market.asset_classes import labels
from core.present.html import tag
from core.present.tables.households import FILING
from core.present.tables.taxpayers import taxpayer_name
from core.words.registrations import REGISTRATIONS
from core.workflow.holdings import classify, correct_lot
from core.workflow.profiles import profile_texts, set_account, set_profile, without_profile
from pages.shared.session import desk
from pages.shared.widgets import account_titles, calm, plain, quiet

NEW = ""
MONEY_ROWS = (
    (("ordinary_income", "Income without these gains, $"), ("other_investment_income", "of it from investments, $"),
     ("state_rate", "State rate, %"), ("gain_budget", "Gain budget, $")),
    (("realized_short", "Short gains this year, $"), ("realized_long", "Long gains this year, $"),
     ("carryforward_short", "Short losses carried, $"), ("carryforward_long", "Long losses carried, $")),
)  # fmt: skip
WHY = "Reason, kept in the audit trail"


def complete_taxpayers(held: Household) -> None:
    """A form for the profile of a known or a new taxpayer."""
    known = {payer.id: payer for payer in held.taxpayers}
    missing = without_profile(held)
    with st.expander("Add or change a taxpayer", expanded=bool(missing)):
        chosen = st.selectbox(
            "Taxpayer", [*known, NEW], index=len(known) if missing else 0, key=f"payer-{held.id}-{held.version}",
            format_func=lambda one: taxpayer_name(held, one) if one else "A new taxpayer",
        )  # fmt: skip
        _profile_form(held, known.get(chosen or NEW))


def _profile_form(held: Household, payer: Taxpayer | None) -> None:
    key = f"{held.id}-{held.version}-{payer.id if payer else 'new'}"
    texts, titles = profile_texts(payer), account_titles(held)
    unpaid = {account.id for account in without_profile(held)}
    theirs = [one.id for one in held.accounts if (one.taxpayer == payer.id if payer else one.id in unpaid)]
    with st.form(f"profile-{key}", border=False):
        status_box, accounts_box = st.columns([1, 3], gap="small")
        texts["filing_status"] = status_box.selectbox(
            "Filing status", list(FILING), index=list(FILING).index(texts["filing_status"]),
            format_func=lambda one: FILING[one],
        )  # fmt: skip
        accounts = accounts_box.multiselect(
            "Pays the tax of", list(titles), default=theirs, format_func=lambda one: titles[one]
        )
        for row in MONEY_ROWS:
            for column, (name, label) in zip(st.columns(len(row), gap="small"), row, strict=True):
                texts[name] = column.text_input(label, texts[name], placeholder="none")
        reason = st.text_input(WHY, placeholder="e.g. tax return of last year, call of Nov 3")
        quiet("Losses carried are positive numbers. An empty gain budget sets no limit.")
        if st.form_submit_button("Keep the profile"):
            with calm():
                set_profile(desk(), held.id, payer.id if payer else None, texts, accounts, reason)
                st.rerun()


def complete_accounts(held: Household) -> None:
    """A form for what an account is: its registration, its name, whether it is traded here."""
    titles = account_titles(held)
    with st.expander("Change an account"):
        chosen = st.selectbox(
            "Account", list(titles), format_func=lambda one: titles[one], key=f"account-of-{held.id}-{held.version}"
        )
        account = next(one for one in held.accounts if one.id == chosen)
        with st.form(f"account-{held.id}-{held.version}-{chosen}", border=False):
            kind_box, title_box, traded_box = st.columns([1, 1.4, 1], gap="small", vertical_alignment="bottom")
            kind = kind_box.selectbox(
                "Registration", list(REGISTRATIONS), index=list(REGISTRATIONS).index(account.registration),
                format_func=lambda one: REGISTRATIONS[one],
            )  # fmt: skip
            title = title_box.text_input("Name on the screen and in letters", held.card(account.id).title)
            traded = traded_box.checkbox("Traded here", account.tradable)
            reason = st.text_input(WHY, placeholder="e.g. account agreement")
            if st.form_submit_button("Keep the account"):
                with calm():
                    set_account(desk(), held.id, account.id, kind, title, traded, reason)
                    st.rerun()


def complete_lot(held: Household, account_id: str, lot_id: str) -> None:
    """Forms for the chosen lot, and for the classes of a security that only this household knows."""
    account = next(one for one in held.accounts if one.id == account_id)
    lot = next(one for one in account.lots if one.id == lot_id)
    with st.container(border=True):
        with st.form(f"lot-{held.id}-{held.version}-{account_id}-{lot_id}", border=False):
            st.html(tag("p", tag("b", f"Lot {lot.id}"), f" of {lot.symbol}: what is known of it", css="pl-text"))
            date_box, basis_box, reason_box = st.columns([1, 1, 3])
            acquired = date_box.text_input("Acquired, as 2024-05-31", lot.acquired.isoformat() if lot.acquired else "")
            basis = basis_box.text_input("Cost basis, $", "" if lot.cost_basis is None else f"{lot.cost_basis:,}")
            reason = reason_box.text_input(WHY, placeholder="e.g. confirmation of the trade")
            if st.form_submit_button("Keep the lot"):
                with calm():
                    correct_lot(desk(), held.id, account_id, lot_id, acquired, basis, reason)
                    st.rerun()
        own = next((one for one in held.securities if one.symbol == lot.symbol), None)
        if own is not None:
            _classes_form(held, own)


def _classes_form(held: Household, security: Security) -> None:
    with st.form(f"class-{held.id}-{held.version}-{security.symbol}", border=False):
        words = " stands in no list of the house: how much of it is in each class, percent of its value"
        st.html(tag("p", tag("b", security.symbol), words, css="pl-text"))
        named = labels()
        typed: dict[str, str] = {}
        for column, (name, label) in zip(st.columns(len(named), gap="small"), named.items(), strict=True):
            share = security.classes.get(name, 0.0)
            typed[name] = column.text_input(plain(label), f"{share * 100:g}" if share else "", placeholder="0")
        reason = st.text_input(WHY, placeholder="e.g. fact sheet of the fund")
        if st.form_submit_button("Keep the classes"):
            with calm():
                classify(desk(), held.id, security.symbol, typed, reason)
                st.rerun()
